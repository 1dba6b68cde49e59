"""The schema's own type: moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import StatementError

from assistant.desk.database import Database
from assistant.desk.tables import staff

MOMENT = datetime(2026, 3, 29, 2, 30, 0, 123_456, tzinfo=timezone(timedelta(hours=2)))


def member(created: datetime) -> dict[str, object]:
    names = {"folded": "els", "name": "Els", "role": "admin", "password_hash": "h"}
    return {**names, "active": True, "created_at": created}


def test_a_moment_comes_back_in_utc_to_the_microsecond(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(insert(staff).values(member(MOMENT)))
        found = connection.scalar(select(staff.c.created_at))
        earlier = connection.scalar(
            select(staff.c.name).where(staff.c.created_at <= MOMENT - timedelta(microseconds=1))
        )
    assert found == MOMENT
    assert found.tzinfo is UTC or found.utcoffset() == timedelta(0)
    assert earlier is None


def test_a_moment_without_a_time_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="time zone"), database.writing() as connection:
        connection.execute(insert(staff).values(member(MOMENT.replace(tzinfo=None))))
