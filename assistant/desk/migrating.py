"""Bringing a database's tables to what this version of the program wants, once for all processes.

Alembic is told where the revisions are by the package itself; there is no alembic.ini, and
logging is left alone.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from filelock import FileLock, Timeout
from sqlalchemy import Connection, text

from assistant.desk.engines import BUSY_SECONDS, alone
from assistant.desk.errors import DeskUnavailable

_WAIT_SECONDS = 30
"""How long one process waits for another one that is migrating."""

_ONE_AT_A_TIME = threading.Lock()
"""Alembic keeps what it is working on in a module."""


@contextmanager
def placed(file: Path) -> Iterator[None]:
    """Make SQLite's file when there is none, readable for nobody else, and hold its lock.

    Raises:
        DeskUnavailable: the folder cannot be written, the file is no database, or another process
            has been preparing it for longer than half a minute.
    """
    lock = FileLock(file.with_name(f"{file.name}.lock"), timeout=_WAIT_SECONDS, mode=0o600)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock.acquire()
    except (OSError, Timeout) as error:
        raise DeskUnavailable("De map van het loket is niet te beschrijven.") from error
    try:
        _make(file)
        yield
    finally:
        lock.release()


def to_head(connection: Connection) -> None:
    """Run, within this transaction, every revision that the database does not have yet.

    Raises:
        DeskUnavailable: the database is of a newer version of the program.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = '{_WAIT_SECONDS}s'"))
    alone(connection, "migrations")
    config = Config()
    config.set_main_option("script_location", "assistant.desk:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        with _ONE_AT_A_TIME:
            command.upgrade(config, "head")
    except CommandError as error:
        raise DeskUnavailable(
            "De gegevens van het loket zijn van een nieuwere versie van dit programma."
        ) from error


def _make(file: Path) -> None:
    """Make an empty database with a write-ahead log; leave one that is there as it is.

    The log is switched on under our lock: SQLite does not wait for others when it switches.
    """
    try:
        with suppress(FileExistsError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(file, timeout=BUSY_SECONDS)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    except (OSError, sqlite3.Error) as error:
        raise DeskUnavailable("Het bestand van het loket is niet te openen.") from error
