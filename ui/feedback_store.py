"""Where feedback is kept: one small SQLite file in the data folder, for as long as was promised.

Nothing gets in but by `FeedbackStore.add`, which masks personal data and drops the question of
somebody who may be in danger. Each call has a connection of its own, so threads and processes may
write at the same time; SQLite lets them wait for each other.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock, Timeout

from assistant.abuse import visible_text
from assistant.answers import Language, Status
from assistant.happening import is_happening
from assistant.personal_data import mask_personal_data
from indexer.errors import AppError, FolderNotWritable

FOLDER = "feedback"
FILE = "feedback.sqlite3"
Verdict = Literal["helped", "not_helped", "wrong_source"]

_SCHEMA = 1
_MOST = 20_000  # rows; somebody who fills the disk must be stopped somewhere
_PATIENCE = 10.0  # seconds that one writer waits for another
_COLUMNS = (
    "id TEXT PRIMARY KEY",
    "at TEXT NOT NULL",
    "verdict TEXT NOT NULL",
    "answer_id TEXT NOT NULL",
    "question TEXT",
    "remark TEXT NOT NULL",
    "status TEXT",
    "language TEXT NOT NULL",
    "passage_id TEXT",
    "source_ids TEXT NOT NULL",
    "index_version TEXT",
)


class FeedbackUnusable(AppError):
    """The file with feedback cannot be read or written; the operator must move it away."""

    def __init__(self, path: Path, problem: str) -> None:
        """Name the file and what SQLite says about it."""
        self.path, self.problem = path, problem
        super().__init__(f"het bestand met reacties is niet bruikbaar: {problem}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What somebody said of an answer, or of a source beside it. It names nobody."""

    id: str
    at: datetime
    """In UTC."""
    verdict: Verdict
    answer_id: str
    question: str | None = None
    """None when it was not sent, and when whoever asked may be in danger."""
    remark: str = ""
    status: Status | None = None
    """How the question ended."""
    language: Language = "nl"
    """The language of the answer."""
    passage_id: str | None = None
    """Of `wrong_source`: the passage that was reported, and the sources it rests on."""
    source_ids: tuple[str, ...] = ()
    index_version: str | None = None


_NAMES = tuple(field.name for field in fields(Feedback))


class FeedbackStore:
    """Keeps feedback for so many days, and not a day longer."""

    def __init__(
        self, folder: Path, days: int, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """Make nothing yet: the file comes with the first feedback.

        Args:
            folder: where the file is; only its owner may look inside.
            days: how long feedback is kept; 0 keeps none.
            clock: says what time it is, in UTC.
        """
        self._path = folder / FILE
        self._days = days
        self._clock = clock

    @property
    def days(self) -> int:
        """How long feedback is kept; 0 when none is taken."""
        return self._days

    @property
    def takes(self) -> bool:
        """True when feedback is taken."""
        return self._days > 0

    def now(self) -> datetime:
        """Return what time it is for the store, in UTC."""
        return self._clock().astimezone(UTC)

    def add(self, given: Feedback) -> Feedback:
        """Keep feedback, and let go of what is too old; return what was kept of it.

        Raises:
            FolderNotWritable: the data folder cannot be written.
            FeedbackUnusable: the file is no file of ours.
            ValueError: feedback is not taken; ask `takes` first.
        """
        if not self.takes:
            raise ValueError("feedback is switched off")
        kept = _fit_to_keep(given)
        self._create()
        with self._connected() as database, database:
            database.execute("BEGIN IMMEDIATE")
            _delete(database, self._too_old())
            if database.execute("SELECT count(*) FROM feedback").fetchone()[0] >= _MOST:
                raise FeedbackUnusable(self._path, "het is vol")
            places = ", ".join("?" * len(_NAMES))
            database.execute(
                f"INSERT INTO feedback ({', '.join(_NAMES)}) VALUES ({places})",  # noqa: S608
                _to_row(kept),
            )
        return kept

    def read(self, since: datetime | None = None) -> tuple[Feedback, ...]:
        """Return the feedback of a moment and later, oldest first; never what is too old.

        Raises:
            FeedbackUnusable: the file is no file of ours.
        """
        if not self._path.exists():
            return ()
        first = max(_spoken(since), self._too_old()) if since else self._too_old()
        with self._connected() as database:
            rows = database.execute(
                f"SELECT {', '.join(_NAMES)} FROM feedback WHERE at >= ? ORDER BY at, id",  # noqa: S608
                (first,),
            ).fetchall()
        return tuple(map(_from_row, rows))

    def purge(self, older_than: datetime) -> int:
        """Delete the feedback from before a moment, its bytes too; return how many there were.

        Raises:
            FeedbackUnusable: the file is no file of ours.
        """
        return self._purge(_spoken(older_than))

    def expire(self) -> int:
        """Delete what has been kept as long as was promised; return how many there were.

        Raises:
            FeedbackUnusable: the file is no file of ours.
        """
        return self._purge(self._too_old())

    def _purge(self, moment: str) -> int:
        if not self._path.exists():
            return 0
        with self._connected() as database:
            with database:
                gone = _delete(database, moment)
            # What was deleted may still stand in the log of the last changes.
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    def _too_old(self) -> str:
        """Return the moment of which older feedback goes; when none is kept: everything."""
        return _spoken(self.now() - timedelta(days=self._days)) if self.takes else "9999"

    def _create(self) -> None:
        """Make the file, whole at once: nobody ever sees half of it."""
        if self._path.exists():
            return
        folder = self._path.parent
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(folder / "new.lock", timeout=_PATIENCE):
                if not self._path.exists():
                    _write_empty(self._path)
        except (OSError, Timeout) as error:
            raise FolderNotWritable(folder) from error

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        try:
            address = f"{self._path.resolve().as_uri()}?mode=rw"
            with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as database:
                database.execute("PRAGMA secure_delete = ON")
                found = database.execute("PRAGMA user_version").fetchone()[0]
                if found != _SCHEMA:
                    raise FeedbackUnusable(self._path, f"het heeft versie {found}, niet {_SCHEMA}")
                yield database
        except sqlite3.Error as error:
            raise FeedbackUnusable(self._path, str(error)) from error


def _write_empty(path: Path) -> None:
    # Only the owner may read what `mkstemp` makes, and SQLite keeps it so for the files beside it.
    handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        with closing(sqlite3.connect(fresh)) as database:
            database.execute(f"CREATE TABLE feedback ({', '.join(_COLUMNS)}) STRICT")
            database.execute("CREATE INDEX by_time ON feedback (at)")
            database.execute(f"PRAGMA user_version = {_SCHEMA}")
            database.execute("PRAGMA journal_mode = WAL")
        fresh.rename(path)
    finally:
        fresh.unlink(missing_ok=True)


def _fit_to_keep(given: Feedback) -> Feedback:
    """Return feedback without personal data and without a question that may harm who asked it."""
    question = visible_text(given.question or "")
    if is_happening(question):
        question = ""
    lines = (visible_text(line) for line in given.remark.splitlines())
    return replace(
        given,
        question=mask_personal_data(question) or None,
        remark=mask_personal_data("\n".join(lines).strip()),
    )


def _delete(database: sqlite3.Connection, moment: str) -> int:
    return database.execute("DELETE FROM feedback WHERE at < ?", (moment,)).rowcount


def _spoken(moment: datetime) -> str:
    """Return a moment as text that sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _to_row(kept: Feedback) -> tuple[Any, ...]:
    row = dict(zip(_NAMES, astuple(kept), strict=True))
    row["at"] = _spoken(kept.at)
    row["source_ids"] = json.dumps(kept.source_ids)
    return tuple(row.values())


def _from_row(row: tuple[Any, ...]) -> Feedback:
    values = dict(zip(_NAMES, row, strict=True))
    values["at"] = datetime.fromisoformat(values["at"])
    values["source_ids"] = tuple(json.loads(values["source_ids"]))
    if values["status"] is not None:
        values["status"] = Status(values["status"])
    return Feedback(**values)
