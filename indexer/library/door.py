"""What comes to the door of the library: a file or a web address becomes an arrival.

Documents are read in a confined process and fetched with a guard; nothing here trusts them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from indexer.errors import SourceRefused
from indexer.fetch.client import Fetcher
from indexer.fetch.rules import FetchRules, Unchanged
from indexer.library.entry import Entry
from indexer.library.intake import Arrival, Said
from indexer.library.shelf import Library
from indexer.reading.confined import read_confined
from indexer.reading.extract import Block
from indexer.reading.limits import MEGABYTE, Limits
from indexer.settings import IndexSettings
from indexer.sources import Source

Detect = Callable[[str], str]
"""Tells the language of a text: "nl", "en", or "other"."""

_LANGUAGES = ("nl", "en")
_ENOUGH_TO_TELL = 4_000  # characters


def limits_of(settings: IndexSettings) -> Limits:
    """Return what reading one document may cost."""
    return Limits(
        file_bytes=settings.file_megabytes * MEGABYTE,
        pages=settings.file_pages,
        seconds=settings.read_seconds,
        memory_bytes=settings.read_megabytes * MEGABYTE,
    )


def rules_of(settings: IndexSettings) -> FetchRules:
    """Return how documents are fetched."""
    return FetchRules(
        user_agent=f"Loketwijzer/{version('loketwijzer')}",
        most_bytes=settings.file_megabytes * MEGABYTE,
        seconds_total=float(settings.fetch_seconds),
        allow_private=settings.fetch_private,
    )


class Door:
    """Turns files and addresses into arrivals."""

    def __init__(
        self,
        settings: IndexSettings,
        detect: Detect,
        *,
        rules: FetchRules | None = None,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> None:
        """Take the settings, what tells a language, and who hears how far the reading is."""
        self._limits = limits_of(settings)
        self._rules = rules or rules_of(settings)
        self._detect = detect
        self._progress = progress

    def file(self, path: Path, *, said: Said | None = None, folder: str | None = None) -> Arrival:
        """Read a file.

        Raises:
            SourceRefused: it is not there, or cannot be taken in; nothing was written.
        """
        if not path.is_file():
            advice = "Controleer de naam, of geef een webadres dat met https:// begint."
            raise SourceRefused(str(path), "dit bestand is er niet.", advice)
        arrival = self.read(path, name=path.name)
        return replace(arrival, origin=str(path.resolve()), said=said or Said(), folder=folder)

    def fetcher(self) -> Fetcher:
        """Return what fetches; use it in a `with`, and for all addresses that belong together."""
        return Fetcher(self._rules)

    @contextmanager
    def address(
        self,
        url: str,
        fetcher: Fetcher,
        *,
        known: Entry | None = None,
        register: Source | None = None,
    ) -> Iterator[Arrival | None]:
        """Fetch and read what stands at an address; None when it has not changed since.

        The file of the arrival is gone after the `with`.

        Raises:
            SourceRefused: it cannot be fetched or taken in; nothing was written.
        """
        with tempfile.TemporaryDirectory(prefix="loket-") as folder:
            to = Path(folder) / "document"
            got = fetcher.fetch(
                url,
                to,
                etag=known.etag if known and known.versions else None,
                last_modified=known.last_modified if known and known.versions else None,
            )
            if isinstance(got, Unchanged):
                yield None
                return
            arrival = self.read(to, name=url, declared=got.media_type)
            yield replace(
                arrival,
                origin=url,
                register=register,
                etag=got.etag,
                last_modified=got.last_modified,
            )

    def read(self, path: Path, *, name: str, declared: str | None = None) -> Arrival:
        """Read a document in a process of its own.

        Raises:
            SourceRefused: it cannot be taken in, or is in a language that we do not speak.
        """
        extract = read_confined(
            path, name=name, limits=self._limits, declared=declared, progress=self._progress
        )
        language = extract.language or self._detect(_beginning(extract.blocks))
        if language not in _LANGUAGES:
            reason = "deze tekst is niet in het Nederlands of Engels."
            raise SourceRefused(name, reason, "Andere talen kan Loketwijzer niet beantwoorden.")
        return Arrival(file=path, name=name, origin=name, extract=extract, language=language)


def _beginning(blocks: tuple[Block, ...]) -> str:
    """Return enough running text to tell its language, of long blocks first."""
    longest = sorted(blocks, key=lambda block: -len(block.text))
    return " ".join(block.text for block in longest)[:_ENOUGH_TO_TELL]


def note_failure(
    library: Library,
    origin: str,
    error: SourceRefused,
    *,
    folder: str | None = None,
    register: Source | None = None,
) -> None:
    """Remember that an origin could not be taken in, and why; its older versions stay."""
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    reason = " ".join(part for part in (error.reason, error.advice) if part)
    with library.writing():
        known = next(
            (
                entry
                for entry in library.entries()
                if entry.origin == origin or (register and entry.id == register.id)
            ),
            None,
        )
        if known is None:
            source = register or _unread(library, origin, moment)
            known = Entry(
                source=source,
                label="internal",
                topic="",
                origin=origin,
                folder=folder,
                registered=register is not None,
            )
        library.save(replace(known, state="failed", reason=reason, looked_at=moment))


def _unread(library: Library, origin: str, moment: str) -> Source:
    web = origin.startswith(("http://", "https://"))
    name = Path(origin).name or origin
    return Source(
        id=library.free_id(name),
        title=name,
        publisher="",
        kind="webpagina" if web else "rapport",
        authority="handreiking",
        url=origin if web else None,
        where=None if web else name,
        published=None,
        version=None,
        retrieved=moment[:10],
        language="nl",
        read="part",
        note=None,
    )
