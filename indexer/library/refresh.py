"""Bringing the library up to date: a folder of files, or the web addresses of its sources.

Both work through one document at a time and tell what became of each, so they can be stopped
anywhere and go on where they were: what was taken in stays, and unchanged documents cost a look.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from indexer.errors import SourceRefused
from indexer.fetch.client import Fetcher
from indexer.library.door import Door, note_failure
from indexer.library.entry import Entry
from indexer.library.intake import Outcome, Said, TakenIn, looked, take_in
from indexer.library.shelf import Library
from indexer.sources import Source

_HIDDEN = (".", "~", "_")
"""Names that begin so are of programs or half written: no documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What became of one document of many."""

    origin: str
    taken: TakenIn | None = None
    removed: bool = False
    refused: SourceRefused | None = None

    @property
    def changes_index(self) -> bool:
        """True when the index must be built anew for it."""
        outcomes = (Outcome.NEW, Outcome.NEWER, Outcome.OLDER)
        return self.removed or (self.taken is not None and self.taken.outcome in outcomes)


def documents_in(folder: Path) -> list[Path]:
    """Return the files below a folder, in the order of their names.

    Raises:
        SourceRefused: there is no such folder.
    """
    if not folder.is_dir():
        raise SourceRefused(str(folder), "deze map is er niet.", "Controleer de naam.")
    inside = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [
        path
        for path in inside
        if not any(part.startswith(_HIDDEN) for part in path.relative_to(folder).parts)
    ]


def sync_folder(library: Library, door: Door, folder: Path, said: Said) -> Iterator[Step]:
    """Make the library hold what a folder holds: add, renew, and remove what is gone.

    A file that cannot be taken in is remembered with the reason, and the others go on.

    Raises:
        SourceRefused: there is no such folder.
    """
    root = str(folder.resolve())
    present = documents_in(folder)
    origins = {str(path.resolve()) for path in present}
    for entry in library.entries():
        if entry.folder == root and entry.origin not in origins:
            with library.writing():
                library.remove(entry.id)
            yield Step(origin=entry.origin, removed=True)
    known = {entry.origin: entry for entry in library.entries()}
    for path in present:
        origin = str(path.resolve())
        if said == Said() and _is_unchanged(known.get(origin), path):
            yield Step(origin=origin, taken=looked(library, known[origin]))
            continue
        try:
            taken = take_in(library, door.file(path, said=said, folder=root))
            yield Step(origin=origin, taken=taken)
        except SourceRefused as error:
            note_failure(library, origin, error, folder=root)
            yield Step(origin=origin, refused=error)


def _is_unchanged(entry: Entry | None, path: Path) -> bool:
    """True when a file is, byte for byte, one of the versions that were read from it."""
    if entry is None or not entry.versions:
        return False
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return any(version.sha256 == digest for version in entry.versions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An address to fetch, and what is known of what stands there."""

    url: str
    register: Source | None = None
    known: Entry | None = None


def addresses(
    library: Library, register: Iterable[Source], only: Iterable[str] = ()
) -> list[Wanted]:
    """Return the addresses of the register's sources and of the library's own.

    `only` names the source ids that are wanted; nothing means all.

    Raises:
        SourceRefused: an id that is asked for is not known or has no address.
    """
    entries = {entry.id: entry for entry in library.entries()}
    found = {
        source.id: Wanted(url=source.url, register=source, known=entries.get(source.id))
        for source in register
        if source.url
    }
    for entry in entries.values():
        if entry.origin.startswith(("http://", "https://")):
            known = found.get(entry.id)
            found[entry.id] = Wanted(
                url=entry.origin, register=known.register if known else None, known=entry
            )
    asked = list(only)
    for source_id in asked:
        if source_id not in found:
            raise SourceRefused(source_id, "deze bron is er niet, of heeft geen webadres.")
    return [found[name] for name in asked or found]


def fetch_all(library: Library, door: Door, wanted: Iterable[Wanted]) -> Iterator[Step]:
    """Fetch each address and take in what changed.

    What cannot be fetched is remembered with the reason, and the others go on.
    """
    with door.fetcher() as fetcher:
        for one in wanted:
            try:
                yield Step(origin=one.url, taken=_fetched(library, door, fetcher, one))
            except SourceRefused as error:
                note_failure(library, one.url, error, register=one.register)
                yield Step(origin=one.url, refused=error)


def _fetched(library: Library, door: Door, fetcher: Fetcher, one: Wanted) -> TakenIn:
    with door.address(one.url, fetcher, known=one.known, register=one.register) as arrival:
        if arrival is not None:
            return take_in(library, arrival)
        assert one.known is not None  # noqa: S101  # only what is known can be unchanged
        return looked(library, one.known)
