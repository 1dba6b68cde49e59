"""`loket remove`: take a source out of the library and out of the index."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from indexer.errors import LibraryDamaged, SourceRefused
from indexer.library.entry import Entry
from indexer.library.shelf import Library
from indexer.settings import IndexSettings
from ui.progress import showing_progress
from ui.source_index import bring_up_to_date
from ui.source_outcome import counted, named
from ui.source_questions import Ask, ask_on_terminal, can_ask, confirmed


def not_in_library(source_id: str) -> SourceRefused:
    """Return the error that says that the library has no such source."""
    advice = "Welke er zijn, ziet u met `loket status`."
    return SourceRefused(source_id, "deze bron staat niet in de bibliotheek.", advice)


def remove_source(
    settings: IndexSettings,
    source_id: str,
    terminal: Console,
    *,
    yes: bool,
    ask: Ask | None = None,
) -> None:
    """Remove a source after a confirmation; one that cannot be read can be removed too.

    Raises:
        SourceRefused: the library has no such source, or nobody can confirm.
        AppError: as `build_index`.
    """
    library = Library(settings.library_dir)
    entry = _entry(library, source_id)
    name = named(entry) if entry else source_id
    if not yes:
        ask = ask or (ask_on_terminal if can_ask() else None)
        if ask is None:
            raise SourceRefused(source_id, "dit verwijdert de bron.", "Bevestig dat met --yes.")
        versions = counted(len(entry.versions), "versie", "versies") if entry else "alle versies"
        if not confirmed(f"{name} met {versions} verwijderen?", ask):
            terminal.print("Er is niets verwijderd.")
            return
    with library.writing():
        library.remove(source_id)
    terminal.print(Text(f"Verwijderd: {name}.", style="bold"))
    if advice := entry and _comes_back(entry):
        terminal.print(Text(advice))
    with showing_progress() as progress:
        report = bring_up_to_date(settings, progress)
    terminal.print(f"In de index: {counted(report.removed, 'passage', 'passages')} weg.")


def _entry(library: Library, source_id: str) -> Entry | None:
    """Return the entry; None when it is there but cannot be read."""
    try:
        entry = library.get(source_id)
    except LibraryDamaged:
        return None
    if entry is None:
        raise not_in_library(source_id)
    return entry


def _comes_back(entry: Entry) -> str | None:
    if entry.folder:
        return f"Staat het bestand nog in {entry.folder}, dan zet `loket sync` het terug."
    if entry.registered and entry.source.url:
        return "De bron staat in het register: `loket fetch` haalt hem weer op."
    return None
