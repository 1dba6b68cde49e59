"""Where operators hand in and take away sources; what is handed in waits here for the worker.

Everything here is quick: it only writes down what is to be done. `ui.intake_jobs` does it.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit
from uuid import uuid4

from indexer.errors import FolderNotWritable, SourceRefused
from indexer.library.entry import Entry
from indexer.library.intake import Said
from indexer.library.shelf import Library
from indexer.settings import IndexSettings
from indexer.sources import Source, load_sources
from ui.errors import NotRemovable, UnknownName
from ui.intake_notes import Note, Notes, now

_LONGEST_NAME = 120


class IntakeDesk:
    """Takes in what operators send, and remembers it until it is done."""

    def __init__(self, settings: IndexSettings) -> None:
        """Take the settings; nothing is read yet."""
        self.settings = settings
        self.library = Library(settings.library_dir)
        self.notes = Notes(settings.library_dir)
        self.lock = threading.Lock()
        """Held by whoever decides about a source of the library, in this process."""
        self.knock = threading.Event()
        """Set when there is something to do."""

    def receive_file(self, file: BinaryIO, sent_name: str | None, said: Said) -> Note:
        """Keep the bytes of a document and reserve its place in the library.

        Raises:
            FolderNotWritable: the library cannot be written.
            IndexBusy: another process keeps writing.
        """
        name = shown_name(sent_name)
        title = said.title or Path(name).stem
        with self._incoming(file) as part, self._writing():
            source_id = self.library.free_id(title)
            note = Note(id=source_id, step="waiting", name=name, title=title, at=now(), said=said)
            home = self.notes.bytes_of(note)
            home.parent.mkdir(parents=True)
            part.replace(home)
            self._reserve(note)
        self.knock.set()
        return note

    def receive_address(self, address: str, said: Said) -> Note:
        """Reserve a place for what stands at an address; a known address is looked at again.

        Raises:
            CorpusError: the register of the corpus cannot be read.
            FolderNotWritable: the library cannot be written.
            IndexBusy: another process keeps writing.
        """
        register = registered_at(self.settings, address)
        with self._writing():
            known = next((e for e in self.library.entries() if e.origin == address), None)
            title = said.title or (register.title if register else address)
            source_id = known.id if known else register.id if register else None
            note = Note(
                id=source_id or self.library.free_id(said.title or _place(address)),
                step="waiting",
                name=address,
                title=known.source.title if known and not said.title else title,
                at=now(),
                address=address,
                said=said,
            )
            self._reserve(note, register)
        self.knock.set()
        return note

    def remove(self, source_id: str) -> Note:
        """Take a source out of the library; the index follows.

        Raises:
            NotRemovable: it stands only in the register of the corpus, or belongs to another.
            UnknownName: there is no such source.
            LibraryDamaged: its entry cannot be read.
        """
        with self._writing():
            entry, note = self.library.get(source_id), self.notes.read(source_id)
            if entry is None:
                return self._gone(source_id, note)
            self.library.remove(source_id)
            gone = Note(
                id=source_id,
                step="removing" if entry.versions else "removed",
                name=note.name if note else entry.origin,
                title=entry.source.title,
                at=now(),
            )
            self.notes.write(gone)
        self.knock.set()
        return gone

    def refuse(self, note: Note, error: SourceRefused) -> None:
        """Write down why a document cannot be taken in; its bytes go, older versions stay."""
        with self._writing():
            entry = self.library.get(note.id)
            if self.notes.read(note.id) != note or entry is None:
                return  # removed in the meantime
            reason = " ".join(part for part in (error.reason, error.advice) if part)
            self.library.save(replace(entry, state="failed", reason=reason, looked_at=now()))
            self.notes.write(
                replace(note, step="failed", at=now(), reason=error.reason, advice=error.advice)
            )
            self.notes.bytes_of(note).unlink(missing_ok=True)

    def _gone(self, source_id: str, note: Note | None) -> Note:
        if note and note.step in ("removing", "removed"):
            return note
        if note and note.merged_into:
            raise NotRemovable(
                f"Dit document is opgenomen als versie van {note.merged_into}; verwijder die bron."
            )
        if source_id in load_sources(self.settings.corpus_dir / "sources.toml"):
            raise NotRemovable(
                f"{source_id} staat in het register van het corpus en heeft geen eigen document in "
                "de bibliotheek. U verwijdert de bron door het corpus aan te passen."
            )
        raise UnknownName("bron", source_id)

    def _reserve(self, note: Note, register: Source | None = None) -> None:
        known = self.library.get(note.id)
        entry = known or reserved(note, register)
        self.notes.write(note)
        self.library.save(replace(entry, state="waiting", reason=None))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self.lock, self.library.writing():
            yield

    @contextmanager
    def _incoming(self, file: BinaryIO) -> Iterator[Path]:
        """Copy a document into the library's folder, under a name that nobody looks at."""
        part = self.notes.part(uuid4().hex)
        try:
            self.library.folder.mkdir(parents=True, exist_ok=True)
            with part.open("xb") as copy:
                shutil.copyfileobj(file, copy)
            yield part
        except OSError as error:
            raise FolderNotWritable(self.library.folder) from error
        finally:
            part.unlink(missing_ok=True)


def registered_at(settings: IndexSettings, address: str) -> Source | None:
    """Return the source of the corpus's register that lives at an address.

    Raises:
        CorpusError: the register cannot be read.
    """
    register = load_sources(settings.corpus_dir / "sources.toml")
    return next((source for source in register.values() if source.url == address), None)


def reserved(note: Note, register: Source | None = None) -> Entry:
    """Return the entry that keeps the place of a document until it has been read."""
    source = register or Source(
        id=note.id,
        title=note.title,
        publisher=note.said.publisher or "",
        kind=note.said.kind or ("webpagina" if note.address else "rapport"),
        authority="handreiking",
        url=note.address,
        where=None if note.address else note.name,
        published=note.said.published,
        version=None,
        retrieved=note.at[: len("2026-11-22")],
        language="nl",
        read="part",
        note=None,
    )
    return Entry(
        source=source,
        label=note.said.label or "internal",
        topic=note.said.topic or "",
        origin=note.origin,
        registered=register is not None,
        state="waiting",
    )


def shown_name(sent: str | None) -> str:
    """Return the name of a file as it may be shown: no folders, nothing invisible, not long."""
    last = (sent or "").replace("\\", "/").rpartition("/")[2]
    plain = " ".join("".join(c if c.isprintable() else " " for c in last).split()).lstrip(".")
    stem, dot, suffix = plain.rpartition(".")
    if dot and len(suffix) <= len("markdown"):
        return f"{(stem or 'document')[:_LONGEST_NAME]}.{suffix}"
    return plain[:_LONGEST_NAME] or "document"


def _place(address: str) -> str:
    parts = urlsplit(address)
    return f"{(parts.hostname or '').removeprefix('www.')} {parts.path}"
