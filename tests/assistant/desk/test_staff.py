"""The accounts of the desk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from assistant.desk.audit import entries, verify
from assistant.desk.database import Database
from assistant.desk.errors import DeskRefused
from assistant.desk.staff import Staff

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=8)


@pytest.fixture
def staff(database: Database) -> Staff:
    """An admin and an editor."""
    staff = Staff(database, lambda: NOW)
    staff.add("console", "Els", "reader", "hash of els")
    staff.add("Els", "Jan", "editor", "hash of jan")
    return staff


def test_nobody_is_there_before_the_first(database: Database) -> None:
    staff = Staff(database)
    assert staff.is_empty()
    assert staff.all() == ()
    staff.add("console", "els", "admin", "h")
    assert not staff.is_empty()


def test_the_first_becomes_admin_and_later_ones_what_was_asked(staff: Staff) -> None:
    told = [(one.name, one.role, one.active, one.created) for one in staff.all()]
    assert told == [("Els", "admin", True, NOW), ("Jan", "editor", True, NOW)]


def test_only_one_of_many_first_ones_becomes_admin(database: Database) -> None:
    staff = Staff(database)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda n: staff.add("console", f"lid {n}", "reader", "h"), range(6)))
    roles = [one.role for one in staff.all()]
    assert sorted(roles) == ["admin", *["reader"] * 5]


@pytest.mark.parametrize("name", ["Jan", "JAN", " jan "])
def test_a_name_that_is_taken_is_refused_also_in_capitals(staff: Staff, name: str) -> None:
    with pytest.raises(DeskRefused, match="al een account"):
        staff.add("Els", name, "reader", "another hash")
    assert staff.password_hash("jan") == "hash of jan"


def test_a_password_hash_is_found_by_name_whatever_its_capitals(staff: Staff) -> None:
    assert staff.password_hash("ELS") == "hash of els"
    assert staff.password_hash("piet") is None
    assert staff.password_hash("") is None
    assert staff.password_hash("x\x00' OR 1=1 \ud800") is None


def test_a_disabled_account_has_no_password_and_its_name_stays_taken(staff: Staff) -> None:
    staff.deactivate("Els", "Jan")
    assert staff.password_hash("Jan") is None
    assert [one.active for one in staff.all()] == [True, False]
    with pytest.raises(DeskRefused, match="al een account"):
        staff.add("Els", "Jan", "reader", "h")
    changes: list[Callable[[], None]] = [
        lambda: staff.deactivate("Els", "Jan"),
        lambda: staff.set_password("Els", "Jan", "h"),
        lambda: staff.set_role("Els", "Jan", "admin"),
        lambda: staff.open_session("Jan", "token", LATER),
    ]
    for change in changes:
        with pytest.raises(DeskRefused):
            change()


def test_the_last_admin_stays(staff: Staff) -> None:
    with pytest.raises(DeskRefused, match="beheerder"):
        staff.deactivate("Els", "Els")
    with pytest.raises(DeskRefused, match="beheerder"):
        staff.set_role("Els", "Els", "reader")
    staff.set_role("Els", "Jan", "admin")
    staff.deactivate("Jan", "Els")
    assert [(one.role, one.active) for one in staff.all()] == [("admin", False), ("admin", True)]


def test_an_unknown_account_cannot_be_changed(staff: Staff) -> None:
    with pytest.raises(DeskRefused, match="geen account"):
        staff.set_password("Els", "piet", "h")


def test_every_change_ends_the_sessions_of_that_account_only(staff: Staff) -> None:
    staff.open_session("Els", "of els", LATER)
    changes: list[Callable[[], None]] = [
        lambda: staff.set_password("Els", "Jan", "new hash"),
        lambda: staff.set_role("Els", "Jan", "approver"),
        lambda: staff.deactivate("Els", "Jan"),
    ]
    for change in changes:
        staff.open_session("Jan", "of jan", LATER)
        assert staff.of_session("of jan") is not None
        change()
        assert staff.of_session("of jan") is None
    assert staff.of_session("of els") is not None


def test_every_change_is_in_the_trail_and_no_hash_is(staff: Staff, database: Database) -> None:
    staff.set_password("Els", "jan", "new hash")
    staff.set_role("Els", "jan", "approver")
    staff.deactivate("Els", "jan")
    told = [(line.actor, line.action) for line in entries(database, subject="staff Jan")]
    assert told == [
        ("Els", "staff added"),
        ("Els", "staff password set"),
        ("Els", "staff role set"),
        ("Els", "staff disabled"),
    ]
    assert "hash" not in repr(entries(database))
    assert verify(database).problem == ""
