"""`loket desk key`: a key is shown once and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path

from tests.ui.access.commanding import Desk
from ui.access.access import Access
from ui.access.command_parts import staff_opened


def opens(key: str) -> str | None:
    """Return the role of a key on the desk that the settings name."""
    from assistant.desk.settings import DeskSettings

    with staff_opened() as staff:
        actor = Access(staff, DeskSettings(_env_file=None)).actor_of_bearer(key)
    return actor.role if actor else None


def test_a_key_is_shown_once(desk: Desk, tmp_path: Path) -> None:
    made = desk.run("key", "add", "zaaksysteem", "--role", "editor")
    key = made.stdout.strip()
    assert key.startswith("lwk_")
    assert "Authorization: Bearer" in made.stderr
    assert opens(key) == "editor"
    assert key not in desk.did("key", "list") + desk.did("key", "list", "--json")
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or key.encode() not in path.read_bytes()


def test_a_key_may_only_read_unless_said_otherwise(desk: Desk) -> None:
    assert opens(desk.did("key", "add", "teller").strip()) == "reader"


def test_the_list_says_when_a_key_was_used(desk: Desk) -> None:
    key = desk.did("key", "add", "zaaksysteem", "--role", "admin").strip()
    assert "zaaksysteem  admin  laatst gebruikt: nooit\n1 sleutel.\n" in desk.did("key", "list")
    opens(key)
    (row,) = json.loads(desk.did("key", "list", "--json"))
    assert row["last_used"]
    assert row["revoked"] is False


def test_a_key_that_is_revoked_opens_nothing(desk: Desk) -> None:
    key = desk.did("key", "add", "zaaksysteem").strip()
    desk.did("key", "revoke", "Zaaksysteem")
    assert opens(key) is None
    assert "ingetrokken" in desk.did("key", "list")
    assert "geen geldige sleutel" in desk.refused("key", "revoke", "zaaksysteem")
    assert "al een sleutel" in desk.refused("key", "add", "zaaksysteem")
