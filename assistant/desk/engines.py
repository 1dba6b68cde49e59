"""How SQLite and PostgreSQL are reached; the differences between the two stay in this file.

SQLite: a write-ahead log, every commit on the disk before it counts, erased bytes overwritten.
A file that was deleted or put back under an open connection is noticed: such a connection would
go on writing into a file that nobody can find any more.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import QueuePool

from assistant.desk.errors import DeskRefused

BUSY_SECONDS = 5.0
"""How long a transaction waits for another one."""

WRITES = "desk_writes"
"""Execution option of a connection: its next transaction is there to write."""

_BARE = "desk_bare"
"""Execution option of a connection: what it does next stands outside any transaction."""

_CONNECT_SECONDS = 2
"""How long a server may take to let us in, unless the URL says `connect_timeout`."""
_STATEMENT_SECONDS = 30
_FILE = "desk_file"
_ON_CONNECT = (
    f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1000)}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA recursive_triggers = ON",  # or INSERT OR REPLACE deletes behind a trigger's back
)
_POOL: dict[str, Any] = {"pool_size": 5, "max_overflow": 15, "pool_timeout": BUSY_SECONDS}


def engine_for(url: str) -> tuple[Engine, Path | None]:
    """Return the engine for a URL, and the file in which SQLite keeps it; opens nothing yet.

    Raises:
        DeskRefused: the URL is none, is for another kind of database, or the package that speaks
            with PostgreSQL is not installed. The message does not repeat it: it holds a password.
    """
    try:
        return _engine_for(make_url(url))
    except (exc.ArgumentError, ValueError) as error:
        raise DeskRefused(
            "LOKET_DESK_DATABASE is geen adres van een database "
            "(postgresql://gebruiker:wachtwoord@server/naam)."
        ) from error
    except ModuleNotFoundError as error:
        raise DeskRefused(
            "Het loket kan niet met PostgreSQL praten: installeer de groep `postgres` "
            "(pip install 'loketwijzer[postgres]')."
        ) from error


def alone(connection: Connection, what: str) -> None:
    """Wait until no other transaction is at `what`, and keep others from it until this one ends.

    SQLite has one writer at a time as it is.
    """
    if connection.dialect.name == "postgresql":
        lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))")
        connection.execute(lock, {"what": f"loket desk: {what}"})


def scrub(engine: Engine) -> None:
    """Overwrite what was erased: empty SQLite's log, let PostgreSQL clear dead rows away."""
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if sqlite:
            connection.execution_options(**{_BARE: True})
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()
        else:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("VACUUM cases, sentences, staff_sessions")


def still_there(connection: Connection, file: Path) -> bool:
    """Tell whether a SQLite connection still has the file that stands at the path."""
    return bool(connection.info.get(_FILE) == _which(file))


def _engine_for(url: URL) -> tuple[Engine, Path | None]:
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database and url.database != ":memory:":
        file = Path(url.database)
        return _sqlite(file), file
    if kind == "postgresql":
        return _postgresql(url), None
    raise DeskRefused("LOKET_DESK_DATABASE moet een PostgreSQL-database noemen (postgresql://…).")


def _sqlite(file: Path) -> Engine:
    address = f"{file.absolute().as_uri()}?mode=rw"  # a file that is gone is not made anew

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)

    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True, **_POOL
    )

    @event.listens_for(engine, "connect")
    def _set_up(raw: Any, record: Any) -> None:
        record.info[_FILE] = _which(file)
        for pragma in _ON_CONNECT:
            raw.execute(pragma).close()

    @event.listens_for(engine, "checkout")
    def _look(_raw: Any, record: Any, _proxy: Any) -> None:
        if record.info.get(_FILE) != _which(file):
            raise exc.DisconnectionError("another file, or none, stands at the path")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get(_BARE):
            return
        writes = bool(options.get(WRITES))
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _which(file: Path) -> tuple[int, int] | None:
    """Return which file stands at a path; None when there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _postgresql(url: URL) -> Engine:
    limits = (
        f"-c lock_timeout={round(BUSY_SECONDS)}s -c statement_timeout={_STATEMENT_SECONDS}s "
        f"-c timezone=UTC"
    )
    options = " ".join(part for part in (_option(url, "options"), limits) if part)
    return create_engine(
        url.set(drivername="postgresql+psycopg").difference_update_query(["options"]),
        connect_args={
            "connect_timeout": int(_option(url, "connect_timeout") or _CONNECT_SECONDS),
            "tcp_user_timeout": round(BUSY_SECONDS * 1000),
            "options": options,
        },
        pool_pre_ping=True,
        hide_parameters=True,
        **_POOL,
    )


def _option(url: URL, name: str) -> str:
    """Return what the URL's query says of something; empty when nothing."""
    value = url.query.get(name, "")
    return value if isinstance(value, str) else " ".join(value)
