"""What the commands share: asking for a password, opening the accounts, showing a moment."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest

from assistant.desk.errors import DeskOff, DeskRefused
from tests.ui.access.parts import NAME, PASSWORD
from ui.access.command_parts import asked_password, shown, staff_opened


@pytest.mark.parametrize(
    "line", [PASSWORD, f"{PASSWORD}\n", f"{PASSWORD}\r\n", f"{PASSWORD}\nmeer"]
)
def test_the_first_line_of_the_input_is_the_password(
    monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line, newline=""))
    assert asked_password(NAME, from_stdin=True) == PASSWORD


@pytest.mark.parametrize("line", ["", "\n", "kort", "x1y2z" * 300_000])
def test_a_bad_password_is_refused_from_the_input_too(
    monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    with pytest.raises(DeskRefused, match="wachtwoord"):
        asked_password(NAME, from_stdin=True)


def test_without_a_key_there_are_no_accounts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOKET_DESK_KEY", "")
    with pytest.raises(DeskOff), staff_opened():
        pass


def test_a_moment_is_shown_to_the_minute() -> None:
    moment = datetime(2026, 11, 22, 12, 30, 59, tzinfo=UTC)
    assert shown(moment) == f"{moment.astimezone():%Y-%m-%d %H:%M}"
    assert shown(None) == "nooit"
