"""What REST remembers of a source that it was told to add or remove, through any restart.

A note lies beside the entry of its source (`<library>/<id>/intake.json`), and as long as the
document waits, its bytes do too. A note without an entry is what is left of a source that was
removed, or that proved to be a version of another: its id stays taken for a day, so that whoever
asks what became of it hears that and not of somebody else's document.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from indexer.errors import FolderNotWritable
from indexer.library.intake import Said

Step = Literal["waiting", "taken", "done", "failed", "removing", "removed"]
"""`taken` and `removing`: the library knows, the index not yet."""

_NOTE = "intake.json"
_BYTES = "waiting.file"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,79}")
_PART = ".arriving-"
_KEPT = timedelta(days=1)
_STALE = 3_600  # seconds after which half a file is nobody's any more


def now() -> str:
    """Return the moment, so precise that notes stand in the order in which they were made."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What was asked of us for one source, and how far it is."""

    id: str
    step: Step
    name: str
    """What the document was called where it came from; only shown, never a path."""
    title: str
    at: str
    """ISO date and time of the last step."""
    address: str | None = None
    """Where to fetch it; None: its bytes lie here."""
    said: Said = field(default_factory=Said)
    merged_into: str | None = None
    """The source that it is a version of."""
    likeness: float | None = None
    """With the text of the source that it was compared with, 0..1."""
    reason: str | None = None
    advice: str | None = None

    @property
    def origin(self) -> str:
        """Where the library is told that it came from."""
        return self.address or f"rest:{self.id}"


class Notes:
    """The notes of a library."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the library; it need not be there."""
        self.folder = folder

    def read(self, source_id: str) -> Note | None:
        """Return the note of a source; None when there is none that can be read."""
        if not _NAME.fullmatch(source_id):
            return None
        try:
            values = json.loads((self.folder / source_id / _NOTE).read_text(encoding="utf-8"))
            return Note(**{**values, "said": Said(**values["said"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None  # whoever removed the source, removed its note

    def at(self, *steps: Step) -> list[Note]:
        """Return the notes that are at one of these steps, oldest first."""
        names = (path.parent.name for path in self.folder.glob(f"*/{_NOTE}"))
        found = (note for name in names if (note := self.read(name)) and note.step in steps)
        return sorted(found, key=lambda note: note.at)

    def write(self, note: Note) -> None:
        """Write a note, whole.

        Raises:
            FolderNotWritable: it cannot be written.
        """
        folder = self.folder / note.id
        text = json.dumps(asdict(note), ensure_ascii=False, indent=1)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            fresh = folder / f"{_NOTE}.new"
            fresh.write_text(text + "\n", encoding="utf-8")
            fresh.replace(folder / _NOTE)
        except OSError as error:
            raise FolderNotWritable(self.folder) from error

    def bytes_of(self, note: Note) -> Path:
        """Return where the bytes of a waiting document lie."""
        return self.folder / note.id / _BYTES

    def part(self, mark: str) -> Path:
        """Return where a document lies while it comes in."""
        return self.folder / f"{_PART}{mark}"

    def forget(self, note: Note) -> None:
        """Free the id of a note without an entry."""
        shutil.rmtree(self.folder / note.id, ignore_errors=True)

    def old(self) -> Iterator[Note]:
        """Yield what is left of sources that went more than a day ago."""
        before = (datetime.now(UTC) - _KEPT).isoformat(timespec="microseconds")
        for note in self.at("removed", "done"):
            if note.at < before and (note.step == "removed" or note.merged_into):
                yield note

    def sweep(self) -> None:
        """Delete the halves of documents that never came in whole."""
        before = datetime.now(UTC).timestamp() - _STALE
        for path in self.folder.glob(f"{_PART}*"):
            with suppress(OSError):  # just finished after all
                if path.stat().st_mtime < before:
                    path.unlink()
