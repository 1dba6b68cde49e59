"""Bringing a database's tables up to date, once for all processes."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from filelock import FileLock
from sqlalchemy import text

from assistant.desk.audit import verify
from assistant.desk.database import Database, open_database
from assistant.desk.engines import alone
from assistant.desk.errors import DeskUnavailable
from assistant.desk.migrating import placed
from assistant.desk.settings import DeskSettings
from indexer.settings import PROJECT
from tests.assistant.desk.databases import DESK_KEY, Postgres, desk_settings

STARTS_AND_WRITES = """
import sys
from pathlib import Path
from assistant.desk.audit import record
from assistant.desk.database import open_database
from assistant.desk.settings import DeskSettings
key, url, folder = sys.argv[1:]
database = open_database(
    DeskSettings(desk_key=key, desk_database=url, _env_file=None), Path(folder)
)
for number in range(10):
    with database.writing() as connection:
        record(connection, database.keys, "proces", "case claimed", f"case {number}")
database.close()
"""


def all_at_once(url: str, folder: Path) -> None:
    """Start three processes at the same moment on a database without tables."""
    command = [sys.executable, "-W", "error", "-c", STARTS_AND_WRITES, DESK_KEY, url, str(folder)]
    running = [
        subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    told = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], told


def test_processes_that_start_together_make_one_file(tmp_path: Path) -> None:
    all_at_once("", tmp_path)
    with closing(open_database(desk_settings(), tmp_path)) as database:
        report = verify(database)
    assert (report.entries, report.problem) == (30, "")


def test_processes_that_start_together_make_one_postgresql(
    postgres: Postgres, tmp_path: Path
) -> None:
    url = postgres.fresh_url()
    all_at_once(url, tmp_path)
    with closing(open_database(desk_settings(desk_database=url), tmp_path)) as database:
        report = verify(database)
    postgres.drop(url)
    assert (report.entries, report.problem) == (30, "")


def waits_for(holding: AbstractContextManager[object], settings: DeskSettings, data: Path) -> None:
    """Somebody else is migrating; we wait until that is done."""
    with ThreadPoolExecutor(1) as pool:
        with holding:
            opening = pool.submit(open_database, settings, data)
            wait([opening], timeout=0.5)
            assert not opening.done()
        opening.result(timeout=60).close()


def test_a_file_that_another_process_prepares_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    lock = FileLock(tmp_path / "desk" / "desk.sqlite3.lock")
    waits_for(lock, desk_settings(), tmp_path)


def test_a_postgresql_that_another_process_migrates_is_waited_for(
    postgres: Postgres, tmp_path: Path
) -> None:
    @contextmanager
    def migrating(database: Database) -> Iterator[None]:
        with database.writing() as connection:
            alone(connection, "migrations")
            yield

    settings = desk_settings(desk_database=postgres.fresh_url())
    with closing(open_database(settings, tmp_path)) as database:
        waits_for(migrating(database), settings, tmp_path)
    postgres.drop(settings.desk_database.get_secret_value())


def test_nobody_else_may_read_the_folder_and_its_files(sqlite_database: Database) -> None:
    assert sqlite_database.file is not None
    folder = sqlite_database.file.parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert {"desk.sqlite3", "desk.sqlite3-wal"} <= {path.name for path in folder.iterdir()}


def test_postgresql_leaves_the_data_folder_alone(
    postgres_database: Database, tmp_path: Path
) -> None:
    assert postgres_database.file is None
    assert list(tmp_path.iterdir()) == []


def test_a_database_of_a_newer_version_is_refused(postgres: Postgres, tmp_path: Path) -> None:
    url = postgres.fresh_url()
    for settings in (desk_settings(), desk_settings(desk_database=url)):
        with closing(open_database(settings, tmp_path)) as database, database.writing() as change:
            change.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(DeskUnavailable, match="nieuwere versie"):
            open_database(settings, tmp_path)
    postgres.drop(url)


def test_a_failed_revision_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise DeskUnavailable("de sleutel was weg")

    with monkeypatch.context() as patch:
        patch.setattr("assistant.desk.database._stamp", fails)
        with pytest.raises(DeskUnavailable, match="sleutel was weg"):
            open_database(desk_settings(), tmp_path)
    with closing(open_database(desk_settings(), tmp_path)) as database:
        assert verify(database).problem == ""


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("in the way")
    with pytest.raises(DeskUnavailable, match="niet te beschrijven"):
        open_database(desk_settings(), tmp_path)


def test_a_file_that_is_no_database_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "desk" / "desk.sqlite3"
    file.parent.mkdir()
    file.write_bytes(b"no database at all " * 500)
    with pytest.raises(DeskUnavailable, match="niet te openen"):
        open_database(desk_settings(), tmp_path)
    assert file.read_bytes() == b"no database at all " * 500


def test_the_lock_is_free_again_after_a_failure(tmp_path: Path) -> None:
    file = tmp_path / "desk" / "desk.sqlite3"
    with pytest.raises(KeyError), placed(file):
        raise KeyError("x")
    with placed(file):
        assert file.stat().st_size >= 0
