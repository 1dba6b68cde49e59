"""THE STORY of the library: a file -> what it says -> is it known? -> a version of a source.

Nothing is written before the document has been read as a whole, and a source is seen only when its
entry is in place: what is refused leaves nothing behind but the reason.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from indexer.documents import Label
from indexer.errors import SourceRefused
from indexer.library.duplicates import ALIKE, SAME, likeness, signature
from indexer.library.entry import Entry, Version
from indexer.library.shelf import Library
from indexer.reading.extract import Extract
from indexer.sources import Authority, Kind, Source

_AUTHORITY: dict[Kind, Authority] = {
    "wettekst": "wet",
    "kamerstuk": "beleid",
    "rapport": "beleid",
    "webpagina": "handreiking",
    "nieuwsbericht": "nieuws",
}
UNKNOWN_PUBLISHER = "onbekende uitgever"
_FEWEST_WORDS = 5
_NAMED_BY_DIGEST = 16
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_A_DATE = "Schrijf een datum als 2026-11-22 (of 2026-11, of 2026)."
_EXTENSION = re.compile(r"\.[a-z0-9]{1,8}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the operator says of a source; None where it is left to be found out."""

    title: str | None = None
    publisher: str | None = None
    kind: Kind | None = None
    published: str | None = None
    label: Label | None = None
    topic: str | None = None
    url: str | None = None
    valid_from: str | None = None
    apart: bool = False
    """True: a source of its own, however much it is like another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file at the door: what came, from where, and what is said of it."""

    file: Path
    name: str
    """What it is called where it came from."""
    origin: str
    """The path or address it was taken from."""
    extract: Extract
    language: str
    said: Said = Said()
    register: Source | None = None
    """The source of the register that this is the original of."""
    folder: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class Outcome(StrEnum):
    """What became of an arrival."""

    NEW = "new"
    NEWER = "newer"
    OLDER = "older"
    UNCHANGED = "unchanged"
    KNOWN = "known"
    """Another source says the same already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """An entry after an arrival, and what became of the arrival."""

    entry: Entry
    outcome: Outcome
    likeness: float = 0.0
    """With the text of that entry as it was, 0..1."""


def take_in(
    library: Library, arrival: Arrival, now: Callable[[], datetime] | None = None
) -> TakenIn:
    """Take a document into the library.

    Raises:
        SourceRefused: it says next to nothing.
        IndexBusy: another process keeps writing.
        FolderNotWritable: the library cannot be written.
    """
    moment = (now or _now)()
    version = _version(arrival, moment)
    with library.writing():
        known, alike = _find(library, arrival, version)
        if known is None or not known.versions:
            entry = _new_entry(library, arrival, moment, known)
            return _put(library, entry, arrival, version, TakenIn(entry=entry, outcome=Outcome.NEW))
        if outcome := _nothing_new(known, arrival, version, alike):
            if outcome is Outcome.UNCHANGED:
                known = _looked_at(known, arrival, moment)
            elif arrival.said.label:  # who may read it is said of the text, wherever it lies
                known = replace(known, label=arrival.said.label)
            library.save(known)
            return TakenIn(entry=known, outcome=outcome, likeness=alike)
        entry = _looked_at(known, arrival, moment)
        newest = entry.with_version(version).versions[-1] is version
        outcome = Outcome.NEWER if newest else Outcome.OLDER
        taken = TakenIn(entry=entry, outcome=outcome, likeness=alike)
        return _put(library, entry, arrival, version, taken)


def _nothing_new(known: Entry, arrival: Arrival, version: Version, alike: float) -> Outcome | None:
    """Return why an arrival adds nothing to an entry; None when it is a version of its own.

    From the same place any other word counts. From elsewhere, nearly the same text of the same day
    is the same text in another form; without a date it may be a correction, so it counts.
    """
    ours = arrival.register is not None or known.origin == arrival.origin
    if any(version.text_sha256 == other.text_sha256 for other in known.versions):
        return Outcome.UNCHANGED if ours else Outcome.KNOWN
    same_day = version.dated is not None and any(
        version.dated == other.dated for other in known.versions
    )
    return Outcome.KNOWN if alike >= SAME and same_day and not ours else None


def looked(library: Library, known: Entry, now: Callable[[], datetime] | None = None) -> TakenIn:
    """Note that an origin was looked at and has not changed."""
    moment = (now or _now)().isoformat(timespec="seconds")
    with library.writing():
        latest = library.get(known.id) or known  # it may have got a version since it was read
        entry = replace(latest, looked_at=moment, state="ready", reason=None)
        library.save(entry)
    return TakenIn(entry=entry, outcome=Outcome.UNCHANGED, likeness=1.0)


def _now() -> datetime:
    return datetime.now(UTC)


def _version(arrival: Arrival, moment: datetime) -> Version:
    extract, said = arrival.extract, arrival.said
    count = sum(len(block.text.split()) for block in extract.blocks)
    if count < _FEWEST_WORDS:
        reason = "hier staat (bijna) geen tekst in."
        raise SourceRefused(arrival.name, reason, "Kijk of dit het goede bestand is.")
    digest = hashlib.sha256(arrival.file.read_bytes()).hexdigest()
    found = _EXTENSION.search(urlsplit(arrival.name).path.lower())
    registered = arrival.register.published if arrival.register else None
    for text in (said.published, said.valid_from):
        if text and not _is_date(text):
            raise SourceRefused(arrival.name, f"{text} is geen datum.", _A_DATE)
    text = "\n".join(block.text for block in extract.blocks)
    return Version(
        sha256=digest,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        file=digest[:_NAMED_BY_DIGEST] + (found[0] if found else ".bin"),
        name=arrival.name,
        media_type=extract.media_type,
        taken_in=moment.isoformat(timespec="seconds"),
        published=said.published or extract.published or registered,
        valid_from=said.valid_from or extract.valid_from,
        language=arrival.language,
        pages=extract.pages,
        words=count,
        remarks=extract.remarks,
        mangled=extract.mangled,
        signature=signature(extract),
    )


def _is_date(text: str) -> bool:
    """True for an ISO date, as precise as it is known: 2026, 2026-11 or 2026-11-22."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - len("2026") :])
    except ValueError:
        return False
    return True


def _find(library: Library, arrival: Arrival, version: Version) -> tuple[Entry | None, float]:
    """Return the entry that this is a version of, and how much it is like that entry's text.

    An entry without versions keeps a place for what comes from its origin, unless that turns out
    to be a version of another source.
    """
    if arrival.register:
        entry = library.get(arrival.register.id)
        return entry, _most_alike(entry, version) if entry else 0.0
    entries = library.entries()
    ours = [entry for entry in entries if entry.origin == arrival.origin]
    read = next((entry for entry in ours if entry.versions), None)
    if read:
        return read, _most_alike(read, version)
    reserved = next(iter(ours), None)
    if arrival.said.apart:
        return reserved, 0.0
    scored = [(_most_alike(entry, version), entry) for entry in entries if entry.versions]
    best = max((score for score, _ in scored), default=0.0)
    found = next((entry for score, entry in scored if score == best >= ALIKE), None)
    if found is None:
        return reserved, 0.0
    if reserved and reserved.state == "failed":
        library.remove(reserved.id)  # it was only the memory of a refusal
    return found, best


def _most_alike(entry: Entry, version: Version) -> float:
    return max((likeness(v.signature, version.signature) for v in entry.versions), default=0.0)


def _new_entry(
    library: Library, arrival: Arrival, moment: datetime, reserved: Entry | None
) -> Entry:
    """Return an entry without versions; one that was reserved keeps its id."""
    source = arrival.register or _source(library, arrival, moment)
    if reserved:
        source = replace(source, id=reserved.id)
    return Entry(
        source=source,
        label=arrival.said.label or "public",
        topic=arrival.said.topic or "",
        origin=arrival.origin,
        folder=arrival.folder,
        registered=arrival.register is not None,
        etag=arrival.etag,
        last_modified=arrival.last_modified,
        looked_at=moment.isoformat(timespec="seconds"),
    )


def _source(library: Library, arrival: Arrival, moment: datetime) -> Source:
    said, extract = arrival.said, arrival.extract
    title = said.title or extract.title or Path(urlsplit(arrival.name).path).stem
    url = said.url or (arrival.origin if _is_web(arrival.origin) else extract.url)
    kind = said.kind or guessed_kind(extract)
    return Source(
        id=library.free_id(title),
        title=title,
        publisher=said.publisher or guessed_publisher(extract, url) or UNKNOWN_PUBLISHER,
        kind=kind,
        authority=_AUTHORITY[kind],
        url=url,
        where=None if url else arrival.name,
        published=said.published or extract.published,
        version=extract.version,
        retrieved=moment.date().isoformat(),
        language=arrival.language,
        read="full",
        note=None,
    )


def guessed_kind(extract: Extract) -> Kind:
    """Return what kind of source a document most likely is."""
    if extract.valid_from:
        return "wettekst"
    return "webpagina" if extract.media_type == "text/html" else "rapport"


def guessed_publisher(extract: Extract, url: str | None) -> str | None:
    """Return who publishes a document: as it says itself, else the host of its address."""
    host = urlsplit(url).hostname if url else None
    return extract.publisher or (host.removeprefix("www.") if host else None)


def _is_web(origin: str) -> bool:
    return origin.startswith(("http://", "https://"))


def _looked_at(entry: Entry, arrival: Arrival, moment: datetime) -> Entry:
    """Return the entry after a look at its origin; what is said of it now replaces what was."""
    said, ours = arrival.said, arrival.origin == entry.origin
    source = replace(
        entry.source,
        title=said.title or entry.source.title,
        publisher=said.publisher or entry.source.publisher,
        kind=said.kind or entry.source.kind,
        authority=_AUTHORITY[said.kind] if said.kind else entry.source.authority,
        url=said.url or entry.source.url,
        retrieved=moment.date().isoformat(),
    )
    return replace(
        entry,
        source=entry.source if entry.registered else source,
        label=said.label or entry.label,
        topic=said.topic or entry.topic,
        folder=(arrival.folder if ours else None) or entry.folder,
        etag=arrival.etag if ours else entry.etag,
        last_modified=arrival.last_modified if ours else entry.last_modified,
        looked_at=moment.isoformat(timespec="seconds"),
        state="ready" if entry.versions else entry.state,
        reason=None,
    )


def _put(
    library: Library, entry: Entry, arrival: Arrival, version: Version, taken: TakenIn
) -> TakenIn:
    library.put(entry.id, arrival.file, version.file, arrival.extract)
    full = entry.with_version(version)
    if not full.registered and full.versions[-1] is version:
        address = arrival.extract.url if arrival.extract.valid_from else None  # of this version
        source = replace(
            full.source,
            published=version.published,
            version=arrival.extract.version,
            url=arrival.said.url or address or full.source.url,
        )
        full = replace(full, source=source)
    library.save(full)
    return replace(taken, entry=full)
