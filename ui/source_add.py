"""THE STORY of `loket add`: read -> ask what is unknown -> into the library -> into the index."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from shlex import quote

from rich.console import Console
from rich.text import Text

from assistant.language import detect_language
from indexer.errors import SourceRefused
from indexer.library.door import Door
from indexer.library.entry import Entry
from indexer.library.intake import Arrival, Outcome, Said, TakenIn, looked, take_in
from indexer.library.shelf import Library
from indexer.settings import IndexSettings
from indexer.sources import Source, load_sources
from ui.errors import UnknownName
from ui.progress import showing_progress
from ui.source_index import bring_up_to_date, held_now
from ui.source_options import Options
from ui.source_outcome import READERS, counted, newest_read, orders_told, size_of, told, warnings_of
from ui.source_questions import ask_what_is_unknown, can_ask, found_publisher

_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the operator wants to add."""

    place: str
    """A path or a web address."""
    options: Options
    source_id: str | None = None
    """The source of the register that this is the original of."""
    asks: bool = False
    """True when the operator may be asked what is not known."""


def add_source(settings: IndexSettings, request: Request, terminal: Console) -> None:
    """Take a document in and index it; tell what became of it.

    Raises:
        SourceRefused: it cannot be taken in, or an option cannot be; nothing was written.
        UnknownName: the register has no source with that id.
        AppError: as `build_index`; what was taken in stays, and the next build takes it along.
    """
    today = date.today()
    said = request.options.said(settings.corpus_dir, today)
    library = Library(settings.library_dir)
    register = registered(settings, request.source_id)
    known = _known(library, request.place, register)
    with ExitStack() as kept:
        marks = known if said == Said() else None  # what is said must be taken in
        arrival = _arrival(settings, request.place, marks, register, kept)
        if arrival is None and known is not None:
            taken = looked(library, known)
        elif arrival is not None:
            arrival = replace(arrival, register=register)
            if known is None and request.asks and can_ask():
                said = ask_what_is_unknown(arrival, said, today)
            taken = take_in(library, replace(arrival, said=said))
    _tell(terminal, taken, said, _is_there(library, taken.entry, arrival))
    if _publisher_is_unknown(arrival, taken, said):
        command = f"loket add {quote(request.place)} --publisher 'NAAM'"
        _say(terminal, "De uitgever is onbekend. Vul die zo aan:", "yellow")
        terminal.print(Text(f"  {command}"), soft_wrap=True)
    with showing_progress() as progress:
        bring_up_to_date(settings, progress)
    _tell_of_index(terminal, settings, taken.entry, today)


def registered(settings: IndexSettings, source_id: str | None) -> Source | None:
    """Return a source of the corpus's register.

    Raises:
        UnknownName: the register has no source with that id.
    """
    if source_id is None:
        return None
    register = load_sources(settings.corpus_dir / "sources.toml")
    if source_id not in register:
        raise UnknownName("bron in het register", source_id)
    return register[source_id]


def _known(library: Library, place: str, register: Source | None) -> Entry | None:
    """Return the entry that was read from this place before, or is of this source."""
    origin = place if place.startswith(_WEB) else str(Path(place).resolve())
    for entry in library.entries():
        if entry.versions and (entry.origin == origin or (register and entry.id == register.id)):
            return entry
    return None


def _arrival(
    settings: IndexSettings,
    place: str,
    known: Entry | None,
    register: Source | None,
    kept: ExitStack,
) -> Arrival | None:
    """Read a file or fetch an address; None when the address gives what we have."""
    with showing_progress() as progress:
        door = Door(
            settings,
            detect_language,
            progress=lambda done, total: progress("Lezen", done, total),
        )
        if place.startswith(_WEB):
            progress("Ophalen", 0, 1)
            fetcher = kept.enter_context(door.fetcher())
            return kept.enter_context(door.address(place, fetcher, known=known, register=register))
        if Path(place).is_dir():
            advice = f"Neem de hele map op met `loket sync {place}`."
            raise SourceRefused(place, "dit is een map.", advice)
        progress("Lezen", 0, 1)
        return door.file(Path(place))


def _publisher_is_unknown(arrival: Arrival | None, taken: TakenIn, said: Said) -> bool:
    if arrival is None or taken.outcome is not Outcome.NEW or taken.entry.registered:
        return False
    return found_publisher(arrival, said) is None and said.publisher is None


def _is_there(library: Library, entry: Entry, arrival: Arrival | None) -> bool:
    """True when a version of the entry says the same, word for word."""
    if arrival is None:
        return True
    words = [block.text for block in arrival.extract.blocks]
    extracts = (library.extract_of(entry, version) for version in entry.versions)
    return any(words == [block.text for block in extract.blocks] for extract in extracts)


def _tell(terminal: Console, taken: TakenIn, said: Said, to_the_letter: bool) -> None:
    _say(terminal, told(taken, to_the_letter=to_the_letter), "bold")
    if taken.outcome is Outcome.UNCHANGED and said != Said():
        _say(terminal, "Wat u erover opgaf, is bijgewerkt.")
    if version := newest_read(taken):
        _say(terminal, f"Gelezen: {size_of(version)}.")
        for warning in warnings_of(version):
            _say(terminal, warning, "yellow")


def _tell_of_index(terminal: Console, settings: IndexSettings, entry: Entry, today: date) -> None:
    passages = held_now(settings, today).passages(entry)
    now = counted(len(passages), "passage", "passages")
    _say(terminal, f"In de index: {now}, te lezen door {READERS[entry.label]}.")
    orders = sum(any(span.order for span in passage.spans) for passage in passages)
    if orders:
        _say(terminal, orders_told(orders), "yellow")


def _say(terminal: Console, text: str, style: str = "") -> None:
    terminal.print(Text(text, style=style))
