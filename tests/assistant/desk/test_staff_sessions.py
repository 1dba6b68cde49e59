"""Who is logged in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from assistant.desk.audit import entries
from assistant.desk.database import Database
from assistant.desk.errors import DeskRefused
from assistant.desk.nouns import Actor
from assistant.desk.staff import Staff

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def staff(database: Database, clock: Clock) -> Staff:
    """An admin and an editor, whose session ends in an hour."""
    staff = Staff(database, clock)
    staff.add("console", "Els", "admin", "h")
    staff.add("Els", "Jan", "editor", "h")
    staff.open_session("jan", "token", NOW + timedelta(hours=1))
    return staff


def test_a_session_is_of_a_member_until_it_expires(staff: Staff, clock: Clock) -> None:
    assert staff.of_session("token") == Actor(name="Jan", role="editor")
    clock.now = NOW + timedelta(minutes=59, seconds=59)
    assert staff.of_session("token") is not None
    clock.now = NOW + timedelta(hours=1)
    assert staff.of_session("token") is None


def test_a_session_that_is_closed_is_over_and_closing_it_again_is_nothing(
    staff: Staff, database: Database
) -> None:
    staff.close_session("token")
    staff.close_session("token")
    staff.close_session("never there")
    assert staff.of_session("token") is None
    told = [line.action for line in entries(database, subject="staff Jan")]
    assert told == ["staff added", "session opened", "session ended"]


def test_a_member_may_be_logged_in_twice(staff: Staff) -> None:
    staff.open_session("Jan", "other", NOW + timedelta(hours=1))
    staff.close_session("token")
    assert staff.of_session("other") == Actor(name="Jan", role="editor")


@pytest.mark.parametrize("token", ["", "other", "TOKEN", "token "])
def test_another_token_is_nobody(staff: Staff, token: str) -> None:
    assert staff.of_session(token) is None


def test_nobody_else_gets_a_session(staff: Staff) -> None:
    with pytest.raises(DeskRefused):
        staff.open_session("piet", "x", NOW + timedelta(hours=1))
    assert staff.of_session("x") is None
