"""The desk's database: transactions, and one word for every way in which it can be gone.

SQLite in a file by default, PostgreSQL by its URL. Whatever is wrong with it, whoever asks hears
`DeskUnavailable`, and the next transaction simply tries again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Connection, exc, insert, select
from sqlalchemy.engine import URL

from assistant.desk.engines import BUSY_SECONDS, WRITES, engine_for, scrub, still_there
from assistant.desk.errors import DeskOff, DeskUnavailable
from assistant.desk.keys import Keys
from assistant.desk.migrating import placed, to_head
from assistant.desk.settings import DeskSettings
from assistant.desk.tables import audit_head, probe

AUDIT_START = "audit: start"
"""What the seal of an audit trail without a line is a digest of."""

_log = logging.getLogger(__name__)

_GONE = "Het loket kan nu niet bij zijn gegevens. Probeer het later opnieuw."
_ABOUT_THE_QUESTION = (exc.IntegrityError, exc.DataError)
"""What a row does wrong; all else that a database says (no such table, too) is its own trouble."""


class Database:
    """Connections to the desk's tables. Safe to share between threads."""

    keys: Keys

    def __init__(
        self, url: str, keys: Keys, *, prepare: Callable[[Database], None] | None = None
    ) -> None:
        """Remember where the database is; the first transaction opens it.

        Args:
            url: of a SQLite file or a PostgreSQL database.
            keys: that seal what is stored.
            prepare: makes the tables; called before the first transaction, and again before the
                next one when it fails, so that a database may come later than the server.

        Raises:
            DeskRefused: the URL names no database that we know.
        """
        self.keys = keys
        self._engine, self.file = engine_for(url)
        # In line, SQLite's writers need not poll for each other; PostgreSQL has its own lines.
        self._line = threading.Lock() if self.file else None
        self._reachable = True
        self._prepare = prepare
        self._preparing = threading.RLock()

    def open(self) -> None:
        """Prepare the tables, unless that was done before.

        Raises:
            DeskUnavailable: the database cannot be reached or written, or is of a newer version.
            DeskKeyWrong: the database was made with another key.
        """
        with self._preparing:  # others wait until it is there
            prepare, self._prepare = self._prepare, None  # what prepares it opens transactions too
            try:
                if prepare:
                    prepare(self)
            except BaseException:
                self._prepare = prepare
                raise

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a transaction that is kept when the block ends and undone when it raises.

        Do not nest these. `IntegrityError` (a name that is taken) comes through as it is.

        Raises:
            DeskUnavailable: the database is gone, or busy for longer than five seconds.
        """
        self.open()
        with self._told(), self._my_turn(), self._engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                yield connection
            if self.file and not still_there(connection, self.file):
                raise DeskUnavailable(_GONE)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a transaction that sees one state of all tables and cannot change anything.

        Raises:
            DeskUnavailable: the database is gone.
        """
        self.open()
        with self._told(), self._engine.connect() as connection:
            if not self.file:
                connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            with connection.begin():
                yield connection

    def scrub(self) -> None:
        """Overwrite what was erased before this, so that no file of the database shows it.

        Raises:
            DeskUnavailable: the database is gone.
        """
        with self._told(), self._my_turn():
            scrub(self._engine)

    def close(self) -> None:
        """Close all connections that nobody is using; the database may be used again after."""
        self._engine.dispose()

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        """Wait in line with the other writers of this process."""
        if self._line is None:
            yield
            return
        if not self._line.acquire(timeout=BUSY_SECONDS):
            raise DeskUnavailable(_GONE)
        try:
            yield
        finally:
            self._line.release()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell every failure of the database in one word, and log when it goes and comes back."""
        try:
            yield
        except _ABOUT_THE_QUESTION:
            raise
        except (exc.DBAPIError, exc.TimeoutError, exc.DisconnectionError) as error:
            if self._reachable:
                what = type(getattr(error, "orig", None) or error).__name__
                _log.warning("the desk's database is gone (%s)", what)
            self._reachable = False
            raise DeskUnavailable(_GONE) from error
        if not self._reachable:
            _log.warning("the desk's database is back")
            self._reachable = True


def open_database(settings: DeskSettings, data_dir: Path, *, patient: bool = False) -> Database:
    """Return the desk's database with all its tables as this version of the program wants them.

    Args:
        settings: its key and where it is.
        data_dir: the folder in which a SQLite file may stand.
        patient: one that cannot be reached now may come later; until then each transaction says so.

    Raises:
        DeskOff: the settings hold no key.
        DeskRefused: the key is too short, or the URL names no database that we know.
        DeskUnavailable: the database cannot be reached or written, or is of a newer version.
        DeskKeyWrong: the database was made with another key.
    """
    secret = settings.desk_key.get_secret_value()
    if not secret:
        raise DeskOff
    url = settings.desk_database.get_secret_value() or _in(data_dir)
    database = Database(url, Keys(secret), prepare=_prepare)
    try:
        database.open()
    except DeskUnavailable as error:
        if not patient:
            database.close()
            raise
        _log.warning("the desk cannot be used yet: %s", error)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: Database) -> None:
    """Make or change the tables, and see that the key is the one that the database knows."""
    file = database.file
    with placed(file) if file else nullcontext(), database.writing() as connection:
        to_head(connection)
        sealed = connection.scalar(select(probe.c.sealed))
        if sealed is not None:
            database.keys.unwrap(sealed)
        else:
            _stamp(connection, database.keys)


def _stamp(connection: Connection, keys: Keys) -> None:
    """Write into a new database by which key it is known, and that its audit trail is empty."""
    fresh = keys.wrap(keys.new_case_key())
    connection.execute(insert(probe).values(id=1, sealed=fresh))
    start = keys.digest(AUDIT_START)
    connection.execute(insert(audit_head).values(id=1, number=0, chain="", seal=start))


def _in(data_dir: Path) -> str:
    """Return the URL of the SQLite file in the data folder."""
    file = data_dir.absolute() / "desk" / "desk.sqlite3"
    return URL.create("sqlite", database=str(file)).render_as_string(hide_password=False)
