"""Databases for the tests of the desk: a file of SQLite and a real PostgreSQL, each empty.

`database` gives a test both in turn. The cluster is started once, at the first test that wants
it, in a folder of its own and as another user where we are root (PostgreSQL refuses to be root).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from assistant.desk.database import Database, open_database
from assistant.desk.settings import DeskSettings

DESK_KEY = "sleutel-van-de-proef-" * 2
"""The key of every desk in the tests."""

_PROGRAMS = (*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path("/usr/bin"))
_NUMBERS = count(1)


def desk_settings(**changes: Any) -> DeskSettings:
    """Return settings of a desk that is on; no environment file is read."""
    return DeskSettings(**{"desk_key": DESK_KEY, **changes}, _env_file=None)


@dataclass(frozen=True)
class Postgres:
    """A cluster of our own, reached over a socket in its folder."""

    folder: Path
    programs: Path

    def begin(self) -> None:
        """Make the cluster and start it."""
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        self._run("initdb", "-U", "loket", "-A", "trust", "-E", "UTF8", "--no-sync", "-D", "data")
        with (self.folder / "data" / "postgresql.conf").open("a") as conf:
            conf.write("fsync = off\nfull_page_writes = off\n")
            conf.write("listen_addresses = ''\nlogging_collector = off\n")
            conf.write(f"unix_socket_directories = '{self.folder}'\n")
        self.start()

    def start(self) -> None:
        self._run("pg_ctl", "-D", "data", "-l", "log", "-w", "-t", "60", "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", "data", "-w", "-t", "60", "-m", "immediate", "stop")

    def end(self) -> None:
        """Stop it, if it runs, and forget it."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder)

    def fresh_url(self) -> str:
        """Make an empty place and return its URL: a schema, ten times as fast as a database."""
        name = f"desk{next(_NUMBERS)}"
        self._tell(f"CREATE SCHEMA {name}")
        # The timeout is for machines that do much at once; a test of it says its own.
        return f"{self._url()}&connect_timeout=60&options=-csearch_path%3D{name}"

    def drop(self, url: str) -> None:
        self._tell(f"DROP SCHEMA {url.rpartition('%3D')[2]} CASCADE")

    def _url(self) -> str:
        return f"postgresql://loket@/postgres?host={self.folder}"

    def _tell(self, statement: str) -> None:
        with psycopg.connect(self._url(), autocommit=True) as connection:
            connection.execute(statement.encode())

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(
            command,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            # Not a pipe: the server that pg_ctl leaves behind would hold it open for ever.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{' '.join(command)}: {done.returncode}"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL; the test is skipped where none is installed, never in CI."""
    programs = next((folder for folder in _PROGRAMS if (folder / "initdb").is_file()), None)
    if programs is None:
        word = "PostgreSQL is not installed: `apt-get install postgresql` (or run in CI)"
        if os.environ.get("CI") == "true":
            pytest.fail(word)
        pytest.skip(word)
    # Not in tmp_path: that may be read by nobody else, and is too long for a socket's name.
    cluster = Postgres(Path(tempfile.mkdtemp(prefix="loket-pg-")), programs)
    try:
        cluster.begin()
        yield cluster
    finally:
        cluster.end()


@pytest.fixture
def sqlite_database(tmp_path: Path) -> Iterator[Database]:
    """An open desk database in a file."""
    database = open_database(desk_settings(), tmp_path)
    yield database
    database.close()


@pytest.fixture
def postgres_database(postgres: Postgres, tmp_path: Path) -> Iterator[Database]:
    """An open desk database in PostgreSQL."""
    url = postgres.fresh_url()
    database = open_database(desk_settings(desk_database=url), tmp_path)
    yield database
    database.close()
    postgres.drop(url)


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    """An open desk database, made anew for each test: first a file, then PostgreSQL."""
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found
