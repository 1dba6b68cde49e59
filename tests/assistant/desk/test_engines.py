"""How SQLite and PostgreSQL are reached."""

from __future__ import annotations

import sys

import pytest
from sqlalchemy import text

from assistant.desk.database import Database
from assistant.desk.engines import alone, engine_for
from assistant.desk.errors import DeskRefused


@pytest.mark.parametrize(
    "url",
    [
        "geheim123",
        "",
        "mysql://u:geheim123@host/name",
        "postgresql://u:geheim123@host:poort/name",
        "postgresql://u:geheim123@host/name?connect_timeout=lang",
        "sqlite://",
        "sqlite:///:memory:",
        "nonsense+geheim123://x",
    ],
)
def test_another_kind_of_database_is_refused_without_repeating_its_password(url: str) -> None:
    with pytest.raises(DeskRefused, match="LOKET_DESK_DATABASE") as refused:
        engine_for(url)
    assert "geheim123" not in str(refused.value)


def test_without_its_package_postgresql_is_refused_with_the_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DeskRefused, match=r"loketwijzer\[postgres\]"):
        engine_for("postgresql://u:p@host/name")


def test_sqlite_is_set_up_to_lose_nothing(sqlite_database: Database) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with sqlite_database.writing() as connection:
        found = {name: connection.scalar(text(f"PRAGMA {name}")) for name in wanted}
    assert found == wanted


def test_postgresql_is_never_waited_for_without_end(postgres_database: Database) -> None:
    with postgres_database.writing() as connection:
        limits = [connection.scalar(text(f"SHOW {name}")) for name in ("lock_timeout", "timezone")]
    assert limits == ["5s", "UTC"]


def test_two_that_want_to_be_alone_follow_each_other(postgres_database: Database) -> None:
    with postgres_database.writing() as first:
        alone(first, "job")
        free = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:what, 0))")
        with postgres_database.reading() as second:
            assert second.scalar(free, {"what": "loket desk: job"}) is False
            assert second.scalar(free, {"what": "loket desk: other"}) is True
