"""`loket desk user`: accounts are made by whoever runs the server, and by nobody else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ui.access.commanding import Desk
from tests.ui.access.parts import NAME, PASSWORD
from ui.access.access import Access
from ui.access.command_parts import staff_opened
from ui.access.errors import LoginRefused

TWICE = f"{PASSWORD}\n{PASSWORD}\n"
OTHER = "zes lampen boven het water"


def logs_in(name: str, password: str) -> bool:
    """Try it on the desk that the settings name."""
    from assistant.desk.settings import DeskSettings

    with staff_opened() as staff:
        try:
            return bool(Access(staff, DeskSettings(_env_file=None)).login(name, password, "::1"))
        except LoginRefused:
            return False


def test_a_new_desk_has_nobody(desk: Desk) -> None:
    assert desk.did("user", "list") == "0 accounts.\n"


def test_the_first_account_is_of_the_administrator(desk: Desk) -> None:
    made = desk.did("user", "add", NAME, "--role", "reader", typed=TWICE)
    assert "rol admin (het eerste account is van de beheerder)" in made
    assert PASSWORD not in made
    assert logs_in(NAME, PASSWORD)
    assert "rol editor." in desk.did("user", "add", "Bo", typed=TWICE)
    rows = json.loads(desk.did("user", "list", "--json"))
    assert [(row["name"], row["role"], row["active"]) for row in rows] == [
        ("Bo", "editor", True),
        (NAME, "admin", True),
    ]
    assert desk.did("user", "list").endswith("2 accounts.\n")


def test_the_password_can_come_from_another_program(desk: Desk) -> None:
    desk.did("user", "add", NAME, "--password-stdin", typed=f"{PASSWORD}\n")
    assert logs_in(NAME, PASSWORD)


@pytest.mark.parametrize(
    ("typed", "why"),
    [(f"{PASSWORD}\n{OTHER}\n", "niet gelijk"), ("kort\nkort\n", "te kort")],
)
def test_a_password_that_will_not_do_makes_no_account(desk: Desk, typed: str, why: str) -> None:
    told = desk.refused("user", "add", NAME, typed=typed)
    assert why in told
    assert PASSWORD not in told
    assert desk.did("user", "list") == "0 accounts.\n"


def test_a_password_is_never_an_argument(desk: Desk) -> None:
    assert desk.run("user", "add", NAME, PASSWORD).exit_code == 2
    assert desk.run("user", "add", NAME, "--password", PASSWORD).exit_code == 2


@pytest.mark.parametrize(
    "name", ["", " ", "<b>x</b>", "a\x00b", "x" * 61, "(opdrachtregel)", "\x1b[31m"]
)
def test_a_name_that_cannot_be_is_refused(desk: Desk, name: str) -> None:
    told = desk.refused("user", "add", name, typed=TWICE)
    assert "Een naam heeft" in told
    assert "Wachtwoord voor" not in told, "it is said before a password is asked for"


def test_a_name_is_taken_once(desk: Desk) -> None:
    desk.did("user", "add", NAME, typed=TWICE)
    assert "al een account" in desk.refused("user", "add", NAME.upper(), typed=TWICE)


def test_a_new_password_replaces_the_old_one(desk: Desk) -> None:
    desk.did("user", "add", NAME, typed=TWICE)
    desk.did("user", "password", NAME, typed=f"{OTHER}\n{OTHER}\n")
    assert not logs_in(NAME, PASSWORD)
    assert logs_in(NAME, OTHER)
    assert "geen account" in desk.refused("user", "password", "Bo", typed=TWICE)


def test_who_is_disabled_cannot_log_in(desk: Desk) -> None:
    desk.did("user", "add", NAME, typed=TWICE)
    desk.did("user", "add", "Bo", typed=TWICE)
    assert "kan niet meer inloggen" in desk.did("user", "disable", "bo")
    assert not logs_in("Bo", PASSWORD)
    assert "uitgezet" in desk.did("user", "list")
    assert "beheerder" in desk.refused("user", "disable", NAME)
    assert logs_in(NAME, PASSWORD)


def test_a_role_can_change(desk: Desk) -> None:
    desk.did("user", "add", NAME, typed=TWICE)
    desk.did("user", "add", "Bo", typed=TWICE)
    desk.did("user", "role", "Bo", "approver")
    assert "Bo  approver  sinds" in desk.did("user", "list")
    assert desk.run("user", "role", "Bo", "baas").exit_code == 2


def test_a_new_key_is_printed_and_opens_a_desk(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = desk.run("new-key"), desk.run("new-key")
    name, _, key = first.stdout.strip().partition("=")
    assert name == "LOKET_DESK_KEY"
    assert len(key) >= 43
    assert first.stdout != second.stdout
    assert "`.env`" in first.stderr
    assert "kopie" in first.stderr
    monkeypatch.setenv("LOKET_DESK_KEY", key)
    monkeypatch.setenv("LOKET_DATA_DIR", str(tmp_path / "nieuw"))
    assert desk.did("user", "list") == "0 accounts.\n"


def test_without_a_key_every_command_says_how_to_get_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOKET_DESK_KEY", "")
    for command in (("user", "list"), ("key", "list"), ("user", "add", NAME)):
        assert "LOKET_DESK_KEY" in desk.refused(*command, typed=TWICE)


def test_every_command_says_what_it_does(desk: Desk) -> None:
    for group, commands in {
        "user": ("add", "list", "password", "role", "disable"),
        "key": ("add", "list", "revoke"),
    }.items():
        told = desk.did(group, "--help")
        assert all(command in told for command in commands)
