"""Logging in and out, and whose a cookie or a key is."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
from limits import RateLimitItemPerMinute
from sqlalchemy import text

from assistant.desk.audit import verify
from assistant.desk.database import Database
from assistant.desk.errors import DeskOff, DeskUnavailable
from assistant.desk.nouns import Actor
from assistant.desk.staff import Staff
from tests.assistant.desk.databases import desk_settings
from tests.ui.access.parts import CHEAP, NAME, PASSWORD, access_to, hired, keyed
from ui.access.access import Access
from ui.access.attempts import Attempts
from ui.access.errors import LoginRefused, TooManyLogins
from ui.access.passwords import Passwords

HOME = "192.0.2.1"


def strict() -> Attempts:
    return Attempts(RateLimitItemPerMinute(3), RateLimitItemPerMinute(5))


def test_without_a_key_there_is_no_access(staff: Staff) -> None:
    with pytest.raises(DeskOff):
        Access(staff, desk_settings(desk_key=""))


def test_who_logs_in_is_known_until_he_logs_out(staff: Staff) -> None:
    access = access_to(hired(staff))
    value = access.login(NAME, PASSWORD, HOME)
    assert access.actor_of_cookie(value) == Actor(name=NAME, role="admin")
    access.logout(value)
    assert access.actor_of_cookie(value) is None
    access.logout(value)
    access.logout("niets van ons")


def test_both_databases_keep_a_session_and_a_key(database: Database) -> None:
    staff = Staff(database)
    access = access_to(hired(staff))
    assert access.actor_of_cookie(access.login(NAME, PASSWORD, HOME))
    key = keyed(staff, "editor")
    assert access.actor_of_bearer(key)
    for name in ("\x00", "\ud800", "'; drop table staff; --", "x" * 1_000_000, "%"):
        with pytest.raises(LoginRefused):
            access_to(staff).login(name, PASSWORD, HOME)
    assert verify(database).broken_at is None


@pytest.mark.parametrize("name", ["noor de wit", "NOOR DE WIT", "  Noor  de Wit "])
def test_capitals_and_spaces_of_a_name_do_not_count(staff: Staff, name: str) -> None:
    access = access_to(hired(staff))
    actor = access.actor_of_cookie(access.login(name, PASSWORD, HOME))
    assert actor
    assert actor.name == NAME


def test_each_login_is_a_new_session(staff: Staff) -> None:
    access = access_to(hired(staff))
    first, second = (access.login(NAME, PASSWORD, HOME) for _ in range(2))
    assert first != second
    access.logout(first)
    assert access.actor_of_cookie(second)


@pytest.mark.parametrize("name", [NAME, "niemand", "", "\x00", "x" * 1_000_000, "<b>", "a\nb"])
def test_a_refusal_does_not_tell_whether_a_name_exists(staff: Staff, name: str) -> None:
    access = access_to(hired(staff))
    with pytest.raises(LoginRefused) as refused:
        access.login(name, "verkeerd wachtwoord", HOME)
    assert str(refused.value) == str(LoginRefused())


def test_an_unknown_name_is_compared_with_a_hash_too(staff: Staff) -> None:
    compared: list[str | None] = []

    class Watched(Passwords):
        def matches(self, password: str, hashed: str | None) -> bool:
            compared.append(hashed)
            return super().matches(password, hashed)

    access = Access(hired(staff), desk_settings(), passwords=Watched(CHEAP))
    for name in (NAME, "niemand", "\x00"):
        with pytest.raises(LoginRefused):
            access.login(name, "verkeerd", HOME)
    assert [hashed is None for hashed in compared] == [False, True, True]


def test_too_many_wrong_passwords_shut_the_right_one_out_too(
    staff: Staff, caplog: pytest.LogCaptureFixture
) -> None:
    access = access_to(hired(staff), attempts=strict())
    with caplog.at_level(logging.DEBUG):
        for _ in range(3):
            with pytest.raises(LoginRefused):
                access.login(NAME, "verkeerd wachtwoord", HOME)
        with pytest.raises(TooManyLogins) as refused:
            access.login(NAME, PASSWORD, HOME)
    assert 0 < refused.value.seconds <= 60
    assert HOME in caplog.text
    for secret in (NAME, PASSWORD, "verkeerd wachtwoord"):
        assert secret not in caplog.text
    assert access.login(NAME, PASSWORD, "192.0.2.2"), "another address does not suffer"


def test_a_name_cannot_be_tried_from_everywhere(staff: Staff) -> None:
    hired(hired(staff), "Bo")
    access = access_to(staff, attempts=strict())
    for number in range(5):
        with pytest.raises(LoginRefused):
            access.login(NAME, "verkeerd", f"192.0.2.{number}")
    with pytest.raises(TooManyLogins):
        access.login(NAME, PASSWORD, "192.0.2.99")
    assert access.login("Bo", PASSWORD, "192.0.2.99")


def test_the_right_password_does_not_count(staff: Staff) -> None:
    access = access_to(hired(staff), attempts=strict())
    for _ in range(10):
        access.login(NAME, PASSWORD, HOME)


def test_a_hash_of_other_parameters_is_renewed(staff: Staff) -> None:
    hired(staff)
    old = staff.password_hash(NAME)
    access = Access(staff, desk_settings())
    value = access.login(NAME, PASSWORD, HOME)
    new = staff.password_hash(NAME)
    assert new != old
    assert new
    assert "m=65536" in new
    assert access.actor_of_cookie(value), "and the session stays"
    access.login(NAME, PASSWORD, HOME)
    assert staff.password_hash(NAME) == new


def test_a_session_ends_by_itself(sqlite_database: Database) -> None:
    now = [datetime.now(UTC)]
    staff = hired(Staff(sqlite_database, lambda: now[0]))
    access = Access(
        staff,
        desk_settings(session_hours=2),
        clock=lambda: now[0],
        passwords=Passwords(CHEAP),
    )
    value = access.login(NAME, PASSWORD, HOME)
    now[0] += timedelta(hours=1, minutes=59)
    assert access.actor_of_cookie(value)
    now[0] += timedelta(minutes=2)
    assert access.actor_of_cookie(value) is None
    assert access.had_session(value)


def test_the_signature_ends_too(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = [datetime.now(UTC).timestamp()]
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: moment[0])
    access = access_to(hired(staff), session_hours=2)
    value = access.login(NAME, PASSWORD, HOME)
    moment[0] += 2 * 3_600 + 1
    assert access.actor_of_cookie(value) is None
    assert access.had_session(value)
    moment[0] += 24 * 3_600
    assert not access.had_session(value)


def test_who_is_disabled_or_gets_another_role_feels_it_at_once(staff: Staff) -> None:
    hired(hired(staff), "Bo", "approver")
    access = access_to(staff)
    value = access.login("Bo", PASSWORD, HOME)
    staff.set_role(NAME, "Bo", "reader")
    actor = access.actor_of_cookie(value)
    assert actor is None or actor.role == "reader"
    value = access.login("Bo", PASSWORD, HOME)
    staff.deactivate(NAME, "Bo")
    assert access.actor_of_cookie(value) is None
    with pytest.raises(LoginRefused):
        access.login("Bo", PASSWORD, HOME)


def test_an_account_that_is_disabled_during_the_login_is_refused(staff: Staff) -> None:
    hired(hired(staff), "Bo")

    class Slow(Passwords):
        def matches(self, password: str, hashed: str | None) -> bool:
            staff.deactivate(NAME, "Bo")
            return super().matches(password, hashed)

    with pytest.raises(LoginRefused):
        Access(staff, desk_settings(), passwords=Slow(CHEAP)).login("Bo", PASSWORD, HOME)


def test_the_database_holds_neither_the_password_nor_the_cookie_nor_the_key(
    staff: Staff, sqlite_database: Database
) -> None:
    value = access_to(hired(staff)).login(NAME, PASSWORD, HOME)
    key = keyed(staff, "reader")
    with sqlite_database.reading() as connection:
        rows = [
            str(row)
            for table in ("staff", "staff_sessions", "api_keys", "audit")
            for row in connection.execute(text(f"select * from {table}"))  # noqa: S608
        ]
    assert len(rows) > 4
    for secret in (PASSWORD, value, value.partition(".")[0], key, key[4:]):
        assert not [row for row in rows if secret in row]


def test_a_key_has_its_role_until_it_is_revoked(staff: Staff) -> None:
    access = access_to(hired(staff))
    key = keyed(staff, "approver")
    actor = access.actor_of_bearer(key)
    assert actor
    assert (actor.role, actor.name) == ("approver", "sleutel zaaksysteem")
    assert not access.is_admin_key(key)
    assert access.is_admin_key(keyed(staff, "admin", "beheer"))
    staff.revoke_key(Actor(name=NAME, role="admin"), "zaaksysteem")
    assert access.actor_of_bearer(key) is None


@pytest.mark.parametrize("key", ["", "lwk_", "x" * 1_000_000, "lwk_" + "é" * 43, "\x00"])
def test_what_is_no_key_does_not_reach_the_database(key: str) -> None:
    access = access_to(cast(Staff, None))
    assert access.actor_of_bearer(key) is None
    assert not access.is_admin_key(key)


def test_a_cookie_is_no_key_and_a_key_no_cookie(staff: Staff) -> None:
    access = access_to(hired(staff))
    value = access.login(NAME, PASSWORD, HOME)
    assert access.actor_of_bearer(value) is None
    assert access.actor_of_cookie(keyed(staff, "admin")) is None


def test_a_database_that_is_gone_is_said(staff: Staff, sqlite_database: Database) -> None:
    access = access_to(hired(staff))
    value = access.login(NAME, PASSWORD, HOME)
    assert sqlite_database.file
    sqlite_database.close()
    sqlite_database.file.unlink()
    with pytest.raises(DeskUnavailable):
        access.login(NAME, PASSWORD, HOME)
    with pytest.raises(DeskUnavailable):
        access.actor_of_cookie(value)
