"""The keys with which programs use the desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from assistant.desk.audit import entries
from assistant.desk.database import Database
from assistant.desk.errors import DeskRefused, NotAllowed
from assistant.desk.nouns import Actor
from assistant.desk.staff import Staff

ADMIN = Actor(name="Els", role="admin")
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
    """A desk that one program may use."""
    staff = Staff(database, clock)
    staff.add_key(ADMIN, "CRM", "editor", "digest of crm")
    return staff


def test_a_key_acts_in_its_role_and_is_never_taken_for_a_person(staff: Staff) -> None:
    assert staff.of_key("digest of crm") == Actor(name="sleutel CRM", role="editor")
    assert staff.of_key("another digest") is None
    assert staff.of_key("") is None


def test_a_revoked_key_is_nobody_and_its_name_stays_used(staff: Staff) -> None:
    staff.revoke_key(ADMIN, "crm")
    assert staff.of_key("digest of crm") is None
    assert staff.keys()[0].revoked == NOW
    with pytest.raises(DeskRefused, match="al een sleutel"):
        staff.add_key(ADMIN, "crm", "admin", "new digest")
    with pytest.raises(DeskRefused, match="geen geldige sleutel"):
        staff.revoke_key(ADMIN, "crm")
    with pytest.raises(DeskRefused, match="geen geldige sleutel"):
        staff.revoke_key(ADMIN, "<unknown>")


def test_the_last_use_is_kept_at_most_once_a_minute(staff: Staff, clock: Clock) -> None:
    def used_at(moment: datetime) -> datetime | None:
        clock.now = moment
        staff.of_key("digest of crm")
        return staff.keys()[0].last_used

    assert staff.keys()[0].last_used is None
    assert used_at(NOW) == NOW
    assert used_at(NOW + timedelta(seconds=59)) == NOW
    assert used_at(NOW + timedelta(seconds=61)) == NOW + timedelta(seconds=61)


@pytest.mark.parametrize("role", ["reader", "editor", "approver"])
def test_only_an_admin_gives_and_takes_keys(staff: Staff, role: str) -> None:
    actor = Actor(name="Jan", role=role)  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        staff.add_key(actor, "mine", "admin", "d")
    with pytest.raises(NotAllowed):
        staff.revoke_key(actor, "CRM")
    names = [key.name for key in staff.keys()]  # noqa: SIM118  # no dictionary
    assert names == ["CRM"]


def test_a_key_that_is_there_under_another_name_is_refused(staff: Staff) -> None:
    with pytest.raises(DeskRefused):
        staff.add_key(ADMIN, "other", "reader", "digest of crm")


def test_giving_and_taking_are_in_the_trail(staff: Staff, database: Database) -> None:
    staff.revoke_key(ADMIN, "crm")
    told = [(line.actor, line.action, line.subject) for line in entries(database)]
    assert told == [("Els", "key added", "key CRM"), ("Els", "key revoked", "key CRM")]
    assert "digest of crm" not in repr(entries(database))
