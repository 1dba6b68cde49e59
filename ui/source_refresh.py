"""THE STORY of `loket fetch` and `loket sync`: document by document, then one build.

Whatever was done when they are stopped, is kept; the same command goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from assistant.language import detect_language
from indexer.errors import SourceRefused
from indexer.library.door import Door
from indexer.library.intake import Outcome
from indexer.library.refresh import (
    Step,
    Wanted,
    addresses,
    documents_in,
    fetch_all,
    sync_folder,
)
from indexer.library.shelf import Library
from indexer.settings import IndexSettings
from indexer.sources import load_sources
from ui.progress import showing_progress
from ui.source_index import bring_up_to_date
from ui.source_options import Options
from ui.source_outcome import counted, line_of_step
from ui.source_questions import Ask, ask_on_terminal, can_ask, confirmed, label_asked

_FAILED, _FINE = 2, 0


@dataclass(slots=True)
class Tally:
    """What became of the documents so far."""

    steps: list[Step] = field(default_factory=list)

    def hear(self, steps: Iterable[Step]) -> Iterator[int]:
        """Keep each step; yield how many there are."""
        for step in steps:
            self.steps.append(step)
            yield len(self.steps)

    @property
    def failed(self) -> int:
        """How many could not be taken in."""
        return sum(step.refused is not None for step in self.steps)

    @property
    def exit_code(self) -> int:
        """2 when there was something to do and all of it failed."""
        return _FAILED if self.steps and self.failed == len(self.steps) else _FINE

    def show(self, terminal: Console) -> None:
        """Show a line for all that changed or failed, and the totals."""
        for step in self.steps:
            if line := line_of_step(step):
                terminal.print(Text(line, style="red" if step.refused else ""), soft_wrap=True)
        terminal.print(Text(self._totals(), style="bold"))

    def _totals(self) -> str:
        of = [step.taken.outcome for step in self.steps if step.taken]
        totals = {
            "nieuw": of.count(Outcome.NEW),
            "nieuwere versie": of.count(Outcome.NEWER),
            "oudere versie": of.count(Outcome.OLDER),
            "dubbel": of.count(Outcome.KNOWN),
            "ongewijzigd": of.count(Outcome.UNCHANGED),
            "weg": sum(step.removed for step in self.steps),
            "mislukt": self.failed,
        }
        parts = [f"{number} {name}" for name, number in totals.items() if number]
        return f"{', '.join(parts) or 'Geen documenten'}."


def fetch_sources(settings: IndexSettings, only: Sequence[str], terminal: Console) -> int:
    """Fetch the sources of the register and of the library; return the exit code.

    Raises:
        SourceRefused: an id is not known or has no address.
        KeyboardInterrupt: after telling that what was done is kept.
        AppError: as `build_index`.
    """
    library = Library(settings.library_dir)
    register = load_sources(settings.corpus_dir / "sources.toml")
    found = addresses(library, register.values(), only)
    wanted = sorted(_each_once(found), key=_last_look)
    door = Door(settings, detect_language)
    steps = fetch_all(library, door, wanted)
    command = " ".join(("loket fetch", *only))
    return _work_through(settings, steps, (len(wanted), "Ophalen", command), terminal)


def _each_once(wanted: Iterable[Wanted]) -> Iterable[Wanted]:
    """Return one of each address: the register names some for several sources."""
    found: dict[str, Wanted] = {}
    for one in wanted:
        if one.url not in found or (one.known and not found[one.url].known):
            found[one.url] = one
    return found.values()


def _last_look(wanted: Wanted) -> str:
    """Longest ago first, so that a run that was stopped goes on where it was."""
    return (wanted.known.looked_at if wanted.known else None) or ""


def sync_with(
    settings: IndexSettings,
    folder: Path,
    options: Options,
    terminal: Console,
    *,
    yes: bool,
    ask: Ask | None = None,
) -> int:
    """Make the library hold what a folder holds; return the exit code.

    Raises:
        SourceRefused: there is no such folder, it is suddenly empty, or an option cannot be.
        KeyboardInterrupt: after telling that what was done is kept, or to a question.
        AppError: as `build_index`.
    """
    said = options.said(settings.corpus_dir, date.today())
    library = Library(settings.library_dir)
    present = documents_in(folder)
    gone = _gone(library, folder, present)
    if gone and not present and not yes:
        reason = f"hier staat geen enkel document meer; {len(gone)} bronnen kwamen uit deze map."
        advice = "Klopt dat, geef dan --yes: ze gaan dan uit de bibliotheek."
        raise SourceRefused(str(folder), reason, advice)
    ask = ask or (ask_on_terminal if can_ask() and not yes else None)
    if ask and gone and not _may_go(gone, terminal, ask):
        terminal.print("Er is niets veranderd.")
        return _FINE
    if ask and said.label is None and _is_new(library, folder):
        said = label_asked(said, ask)
    steps = sync_folder(library, Door(settings, detect_language), folder, said)
    total = len(present) + len(gone)
    return _work_through(settings, steps, (total, "Map lezen", f"loket sync {folder}"), terminal)


def _gone(library: Library, folder: Path, present: Sequence[Path]) -> list[str]:
    origins = {str(path.resolve()) for path in present}
    root = str(folder.resolve())
    entries = (entry for entry in library.entries() if entry.folder == root)
    return [entry.origin for entry in entries if entry.origin not in origins]


def _is_new(library: Library, folder: Path) -> bool:
    root = str(folder.resolve())
    return all(entry.folder != root for entry in library.entries())


def _may_go(gone: Sequence[str], terminal: Console, ask: Ask) -> bool:
    for origin in gone:
        terminal.print(Text(f"niet meer in de map: {origin}"), soft_wrap=True)
    many = counted(len(gone), "bron gaat", "bronnen gaan")
    return confirmed(f"{many} uit de bibliotheek. Doorgaan?", ask)


def _work_through(
    settings: IndexSettings, steps: Iterable[Step], work: tuple[int, str, str], terminal: Console
) -> int:
    """Take the steps, show what they did and build; `work` is how many, what, and the command."""
    total, what, command = work
    tally = Tally()
    try:
        with showing_progress() as progress:
            for done in tally.hear(steps):
                progress(what, done, total)
        tally.show(terminal)
        with showing_progress() as progress:
            report = bring_up_to_date(settings, progress)
    except KeyboardInterrupt:
        if len(tally.steps) < total:
            tally.show(terminal)
        kept = "Gestopt. Wat klaar is, blijft bewaard"
        terminal.print(f"{kept}; `{command}` gaat verder waar dit stopte.", soft_wrap=True)
        raise
    terminal.print(
        f"In de index: {counted(report.added, 'passage', 'passages')} erbij, "
        f"{report.changed} gewijzigd, {report.removed} weg."
    )
    return tally.exit_code
