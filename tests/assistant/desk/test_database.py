"""The desk's database: transactions, and one word for every way in which it can be gone."""

from __future__ import annotations

import logging
import os
import shutil
import socket
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from assistant.desk.audit import record, verify
from assistant.desk.database import Database, open_database
from assistant.desk.errors import DeskKeyWrong, DeskOff, DeskRefused, DeskUnavailable
from assistant.desk.keys import Keys
from assistant.desk.tables import gap_owners
from tests.assistant.desk.databases import DESK_KEY, Postgres, desk_settings

WRITERS, EACH = 8, 40
NOBODY = 65_534


def put(connection: Connection, key: str, owner: str = "els") -> None:
    connection.execute(insert(gap_owners).values(key=key, owner=owner))


def write(database: Database, key: str) -> None:
    with database.writing() as connection:
        put(connection, key)


def stored(database: Database) -> set[str]:
    with database.reading() as connection:
        return set(connection.scalars(select(gap_owners.c.key)))


def file_of(database: Database) -> Path:
    assert database.file is not None
    return database.file


def is_gone(database: Database) -> None:
    """Neither reading nor writing is possible, and both say so in the same word."""
    with pytest.raises(DeskUnavailable, match="kan nu niet bij zijn gegevens"):
        stored(database)
    with pytest.raises(DeskUnavailable, match="kan nu niet bij zijn gegevens"):
        write(database, "lost")


@contextmanager
def away(path: Path) -> Iterator[Path]:
    """Take a file or folder away, and put it back."""
    aside = path.rename(path.with_name(f"{path.name}-aside"))
    yield path
    if path.exists():
        path.unlink()
    aside.rename(path)


def test_what_is_written_stays_and_what_fails_is_undone(database: Database) -> None:
    write(database, "one")
    with pytest.raises(RuntimeError), database.writing() as connection:  # noqa: PT012
        put(connection, "two")
        raise RuntimeError("half way")
    assert stored(database) == {"one"}


def test_a_name_that_is_taken_is_not_the_databases_trouble(database: Database) -> None:
    write(database, "one")
    with pytest.raises(IntegrityError):
        write(database, "one")
    with database.writing() as connection, pytest.raises(IntegrityError):  # noqa: PT012
        put(connection, "two")
        with connection.begin_nested():
            put(connection, "one")
    assert stored(database) == {"one", "two"}


def test_a_reader_changes_nothing_and_sees_one_state(database: Database) -> None:
    write(database, "one")
    with pytest.raises(DeskUnavailable), database.reading() as connection:
        put(connection, "two")
    with database.reading() as connection:
        before = connection.scalar(select(func.count()).select_from(gap_owners))
        write(database, "three")
        after = connection.scalar(select(func.count()).select_from(gap_owners))
    assert (before, after) == (1, 1)
    assert stored(database) == {"one", "three"}


def test_a_reference_to_nothing_is_refused(database: Database) -> None:
    statement = text(
        "INSERT INTO approvals (case_id, by, role, at, digest) "
        "VALUES (9, 'a', 'b', '2026-01-01', 'd')"
    )
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(statement)


def test_many_writers_at_once_lose_nothing(database: Database) -> None:
    def writes(writer: int) -> list[str]:
        told = []
        for number in range(EACH):
            with database.writing() as connection:
                put(connection, f"{writer}-{number}")
                record(connection, database.keys, f"w{writer}", "gap", f"gap {number}")
            told.append(f"{writer}-{number}")
        return told

    with ThreadPoolExecutor(WRITERS) as pool:
        told = {key for keys in pool.map(writes, range(WRITERS)) for key in keys}
    assert stored(database) == told
    report = verify(database)
    assert (report.entries, report.problem) == (WRITERS * EACH, "")


def test_two_processes_that_read_and_then_write_follow_each_other(
    sqlite_database: Database, tmp_path: Path
) -> None:
    """Two databases on one file know nothing of each other, as in two processes."""

    def count_on(database: Database) -> None:
        for _ in range(30):
            with database.writing() as connection:
                count = connection.scalar(select(func.count()).select_from(gap_owners))
                time.sleep(0.001)
                put(connection, f"{count}")

    with (
        closing(open_database(desk_settings(), tmp_path)) as other,
        ThreadPoolExecutor(2) as pool,
    ):
        list(pool.map(count_on, (sqlite_database, other)))
    assert stored(sqlite_database) == {str(number) for number in range(60)}


def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    with database.writing() as connection:
        put(connection, "one")
        assert stored(database) == set()
    assert stored(database) == {"one"}


def test_a_writer_waits_for_another_process_only_so_long(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.desk.engines._ON_CONNECT", ("PRAGMA busy_timeout = 200",))
    sqlite_database.close()
    with closing(sqlite3.connect(file_of(sqlite_database), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DeskUnavailable):
            write(sqlite_database, "one")
        other.execute("ROLLBACK")
    write(sqlite_database, "two")
    assert stored(sqlite_database) == {"two"}


def test_a_deleted_file_is_gone_until_it_is_put_back(sqlite_database: Database) -> None:
    write(sqlite_database, "one")
    with away(file_of(sqlite_database)) as file:
        is_gone(sqlite_database)
        assert not file.exists()
    assert stored(sqlite_database) == {"one"}
    write(sqlite_database, "two")
    assert stored(sqlite_database) == {"one", "two"}


def test_a_deleted_folder_is_gone_until_it_is_put_back(sqlite_database: Database) -> None:
    write(sqlite_database, "one")
    with away(file_of(sqlite_database).parent):
        is_gone(sqlite_database)
    assert stored(sqlite_database) == {"one"}


def test_a_file_deleted_within_a_transaction_is_never_called_written(
    sqlite_database: Database,
) -> None:
    with pytest.raises(DeskUnavailable), sqlite_database.writing() as connection:  # noqa: PT012
        put(connection, "one")
        file_of(sqlite_database).unlink()


@pytest.mark.parametrize("content", [b"", b"no database at all " * 500, b"SQLite format 3\0" * 400])
def test_a_file_with_something_else_in_it_is_gone(
    sqlite_database: Database, content: bytes
) -> None:
    write(sqlite_database, "one")
    sqlite_database.close()
    with away(file_of(sqlite_database)) as file:
        file.write_bytes(content)
        is_gone(sqlite_database)
        assert file.read_bytes() == content
    assert stored(sqlite_database) == {"one"}


def test_a_file_that_is_damaged_under_an_open_database_is_gone_or_still_right(
    sqlite_database: Database,
) -> None:
    write(sqlite_database, "one")
    sqlite_database.scrub()
    file = file_of(sqlite_database)
    with file.open("r+b") as raw:
        raw.write(b"\xff" * file.stat().st_size)
    with suppress(DeskUnavailable):
        assert stored(sqlite_database) == {"one"}
    sqlite_database.close()
    is_gone(sqlite_database)


def test_a_database_without_its_tables_is_gone(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("DROP TABLE gap_owners"))
    is_gone(database)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, for tests that become somebody else."""
    folder = Path(tempfile.mkdtemp(prefix="loket-desk-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def nobody() -> Iterator[None]:
    """Be somebody whom file modes stop; root is not stopped by any."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_folder_that_cannot_be_written_is_told(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with nobody(), pytest.raises(DeskUnavailable, match="niet te beschrijven"):
        open_database(desk_settings(), open_folder)
    assert list(open_folder.iterdir()) == []


def test_a_file_that_became_read_only_is_gone_for_writers_until_it_is_back(
    open_folder: Path,
) -> None:
    def modes(folder: int, file: int) -> None:
        for path in (open_folder / "desk").iterdir():
            path.chmod(file)
        (open_folder / "desk").chmod(folder)

    with closing(open_database(desk_settings(), open_folder)) as database:
        write(database, "one")
        database.close()
        modes(0o555, 0o444)
        with nobody(), pytest.raises(DeskUnavailable, match="kan nu niet"):
            write(database, "two")
        database.close()
        modes(0o777, 0o666)
        with nobody():
            write(database, "three")
            assert stored(database) == {"one", "three"}


def test_postgresql_that_stops_half_way_is_gone_until_it_is_back(
    postgres: Postgres, postgres_database: Database
) -> None:
    write(postgres_database, "one")
    with pytest.raises(DeskUnavailable), postgres_database.writing() as connection:  # noqa: PT012
        put(connection, "two")
        postgres.stop()
        put(connection, "three")
    is_gone(postgres_database)
    postgres.start()
    assert stored(postgres_database) == {"one"}
    write(postgres_database, "four")
    assert stored(postgres_database) == {"one", "four"}


def test_postgresql_that_stops_between_two_transactions_is_not_noticed_after(
    postgres: Postgres, postgres_database: Database
) -> None:
    write(postgres_database, "one")
    postgres.stop()
    postgres.start()
    write(postgres_database, "two")
    assert stored(postgres_database) == {"one", "two"}


def test_a_server_that_says_nothing_is_given_up_soon(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql://u:geheim123@127.0.0.1:{silent.getsockname()[1]}/name"
        before = time.monotonic()
        with pytest.raises(DeskUnavailable) as gone:
            open_database(desk_settings(desk_database=url), tmp_path)
        assert time.monotonic() - before < 10
    assert "geheim123" not in str(gone.value)


def test_going_and_coming_back_are_logged_once_and_without_any_text(
    sqlite_database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="assistant.desk")
    with away(file_of(sqlite_database)):
        for _ in range(3):
            with pytest.raises(DeskUnavailable):
                write(sqlite_database, "a secret")
    write(sqlite_database, "a secret")
    assert [line.levelname for line in caplog.records] == ["WARNING", "WARNING"]
    assert "a secret" not in caplog.text


def test_no_value_stands_in_the_error_behind_the_word(database: Database) -> None:
    with pytest.raises(IntegrityError) as taken, database.writing() as connection:  # noqa: PT012
        put(connection, "k", owner="een geheime tekst")
        put(connection, "k", owner="een geheime tekst")
    assert "een geheime tekst" not in str(taken.value)


def test_without_a_key_there_is_no_desk(tmp_path: Path) -> None:
    with pytest.raises(DeskOff):
        open_database(desk_settings(desk_key=""), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_short_key_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(DeskRefused):
        open_database(desk_settings(desk_key="kort"), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(params=["file", "postgresql"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Database]]:
    """Open the same database with a key."""
    cluster: Postgres | None = None
    url = ""
    if request.param == "postgresql":
        cluster = request.getfixturevalue("postgres")
        url = cluster.fresh_url()
    yield lambda key: open_database(desk_settings(desk_key=key, desk_database=url), tmp_path)
    if cluster:
        cluster.drop(url)


def test_another_key_does_not_open_a_database_and_the_right_one_still_does(
    reopen: Callable[[str], Database],
) -> None:
    with closing(reopen(DESK_KEY)) as database:
        write(database, "one")
    with pytest.raises(DeskKeyWrong, match="LOKET_DESK_KEY"):
        reopen(DESK_KEY + "x")
    with closing(reopen(DESK_KEY)) as database:
        assert stored(database) == {"one"}


def test_threads_that_open_one_file_together_agree(tmp_path: Path) -> None:
    ready = threading.Barrier(4)

    def opens(number: int) -> None:
        ready.wait()
        with closing(open_database(desk_settings(), tmp_path)) as database:
            write(database, str(number))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(opens, range(4)))
    with closing(open_database(desk_settings(), tmp_path)) as database:
        assert stored(database) == set("0123")


def test_a_path_with_odd_letters_is_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "a ?mode=ro#b%20c é"
    with closing(open_database(desk_settings(), folder)) as database:
        write(database, "one")
    assert (folder / "desk" / "desk.sqlite3").is_file()


def test_a_closed_database_opens_again_by_itself(database: Database) -> None:
    write(database, "one")
    database.close()
    assert stored(database) == {"one"}


def test_a_database_that_was_never_made_is_gone(tmp_path: Path) -> None:
    with closing(Database(f"sqlite:///{tmp_path / 'none.sqlite3'}", Keys(DESK_KEY))) as database:
        is_gone(database)
    assert list(tmp_path.iterdir()) == []


def test_what_is_scrubbed_stands_in_no_file(sqlite_database: Database) -> None:
    secret = "zeer geheime tekst " * 20
    write(sqlite_database, secret)
    with sqlite_database.writing() as connection:
        connection.execute(update(gap_owners).values(key="x"))
    sqlite_database.scrub()
    files = list(file_of(sqlite_database).parent.iterdir())
    assert [path.name for path in files if b"zeer geheime tekst" in path.read_bytes()] == []
