"""The approved answers in memory: read again when they changed, and used when nobody can read them.

A question must never wait for the desk's database longer than it takes to find that it is gone;
then the chat goes on with what was read before.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from assistant.desk.database import Database
from assistant.desk.errors import DeskUnavailable
from assistant.desk.nouns import VerifiedEntry
from assistant.desk.tables import verified
from assistant.desk.verified_rows import readable
from indexer.embedder import Vectors

_log = logging.getLogger(__name__)

_FRESH_SECONDS = 2.0
_RESTS_SECONDS = 30.0


@dataclass(frozen=True, slots=True, eq=False)
class Remembered:
    """An approved answer with the place of its question in the embedding space."""

    entry: VerifiedEntry
    vector: Vectors


class Recollection:
    """The active entries of the library as they were read last; fit for many threads."""

    def __init__(self, database: Database, ticking: Callable[[], float] = time.monotonic) -> None:
        """Take the database, and what counts the seconds."""
        self._database = database
        self._ticking = ticking
        self._lock = threading.Lock()
        self._next = float("-inf")
        self._stamp: object = None
        self._entries: tuple[Remembered, ...] = ()
        self._gone = False

    def entries(self) -> tuple[Remembered, ...]:
        """Return the active entries, newest first, at most two seconds old while that is possible.

        One caller at a time reads them again; the others go on with what there is.
        """
        if self._ticking() >= self._next and self._lock.acquire(blocking=False):
            try:
                self._read()
            finally:
                self._lock.release()
        return self._entries

    def forget(self, entry_id: int) -> None:
        """Drop an entry that was taken out just now, whether or not the database can be read.

        Waits for who is reading: that one may have read it before it was taken out.
        """
        with self._lock:
            self._entries = tuple(one for one in self._entries if one.entry.id != entry_id)

    def _read(self) -> None:
        try:
            with self._database.reading() as connection:
                stamp = _stamp(connection)
                if stamp != self._stamp:
                    self._entries, self._stamp = tuple(_active(connection)), stamp
        except (DeskUnavailable, SQLAlchemyError) as error:
            if not self._gone:
                _log.warning(
                    "the library of verified answers cannot be read (%s); %d are remembered",
                    type(error).__name__,
                    len(self._entries),
                )
            self._gone = True
            self._next = self._ticking() + _RESTS_SECONDS
            return
        self._gone = False
        self._next = self._ticking() + _FRESH_SECONDS


def _stamp(connection: Connection) -> object:
    """Return what differs as soon as an entry was added, changed or taken away."""
    active = func.count().filter(verified.c.state == "active")  # two changes in one moment
    row = connection.execute(
        select(func.count(), active, func.max(verified.c.id), func.max(verified.c.changed_at))
    ).one()
    return tuple(row)


def _active(connection: Connection) -> Iterator[Remembered]:
    active = select(verified).where(verified.c.state == "active").order_by(verified.c.id.desc())
    for entry, vector in readable(connection.execute(active)):
        yield Remembered(entry, vector)
