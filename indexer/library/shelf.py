"""The library on disk: a folder per source, with its versions as they came and as they were read.

Layout of `<data>/library/`: `<source id>/entry.json`, and of each version `<digest>.<ext>` (the
file itself) and `<digest>.json` (what it says). Each file is written whole and then put in place,
`entry.json` last, so a reader never sees half of a source. One writer at a time, by file lock.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from indexer.errors import FolderNotWritable, IndexBusy, LibraryDamaged
from indexer.library.entry import Entry, Version, from_json, to_json
from indexer.reading import extract as reading
from indexer.reading.extract import Extract

_ENTRY = "entry.json"
INTAKE = "intake.json"
"""What the server notes of a document on its way in, or just gone."""
_TAKEN = (_ENTRY, INTAKE)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,79}")
_LONGEST_ID = 60
_PATIENCE = 60.0  # seconds to wait for another writer, who only writes small files


class Library:
    """The operator's own sources."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not be there."""
        self.folder = folder

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only writer.

        Raises:
            FolderNotWritable: the folder cannot be written.
            IndexBusy: another process keeps writing.
        """
        lock = FileLock(self.folder / "writer.lock", timeout=_PATIENCE)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise IndexBusy(self.folder) from error
        except OSError as error:
            raise FolderNotWritable(self.folder) from error
        try:
            yield
        finally:
            lock.release()

    def entries(self) -> tuple[Entry, ...]:
        """Return every entry, in the order of their ids.

        Raises:
            LibraryDamaged: an entry cannot be read.
        """
        paths = sorted(self.folder.glob(f"*/{_ENTRY}"))
        return tuple(_read_entry(path) for path in paths)

    def get(self, source_id: str) -> Entry | None:
        """Return an entry, or None when there is none.

        Raises:
            LibraryDamaged: it cannot be read.
        """
        if not _NAME.fullmatch(source_id):
            return None
        path = self.folder / source_id / _ENTRY
        return _read_entry(path) if path.is_file() else None

    def save(self, entry: Entry) -> None:
        """Write an entry; its versions must have been put on the shelf before."""
        folder = self.folder / entry.id
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(to_json(entry), ensure_ascii=False, indent=1)
        _write_whole(folder / _ENTRY, text + "\n")

    def put(self, source_id: str, file: Path, name: str, extract: Extract) -> None:
        """Put a version's file (copied from `file`) and what it says under `name`."""
        folder = self.folder / source_id
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"{name}.new"
        shutil.copyfile(file, fresh)
        fresh.replace(folder / name)
        text = json.dumps(reading.to_json(extract), ensure_ascii=False)
        _write_whole(_extract_path(folder, name), text)

    def file_of(self, entry: Entry, version: Version) -> Path:
        """Return where the file of a version lies."""
        return self.folder / entry.id / version.file

    def extract_of(self, entry: Entry, version: Version) -> Extract:
        """Return what a version says.

        Raises:
            LibraryDamaged: it cannot be read.
        """
        path = _extract_path(self.folder / entry.id, version.file)
        try:
            return reading.from_json(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise LibraryDamaged(path) from error

    def remove(self, source_id: str) -> None:
        """Take a source and all its versions away."""
        folder = self.folder / source_id
        (folder / _ENTRY).unlink(missing_ok=True)  # first: without it nobody sees the rest
        shutil.rmtree(folder, ignore_errors=True)

    def free_id(self, title: str) -> str:
        """Return an id for a new source, made of its title."""
        name = slug(title) or "bron"
        number = 1
        while self._is_taken(_numbered(name, number)):
            number += 1
        return _numbered(name, number)

    def _is_taken(self, source_id: str) -> bool:
        """True when something was put down under an id; a killed `put` leaves only files."""
        return any((self.folder / source_id / name).exists() for name in _TAKEN)


def slug(title: str) -> str:
    """Return the words of a title in small letters with hyphens: "wet-vifo"."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(name) <= _LONGEST_ID:
        return name
    return name[:_LONGEST_ID].rsplit("-", 1)[0]


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


def _extract_path(folder: Path, name: str) -> Path:
    return folder / f"{name.split('.')[0]}.json"


def _read_entry(path: Path) -> Entry:
    try:
        return from_json(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise LibraryDamaged(path) from error


def _write_whole(path: Path, text: str) -> None:
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
