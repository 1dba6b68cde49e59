"""How often a password may be tried."""

from __future__ import annotations

import pytest
from limits import RateLimitItemPerMinute

from ui.access.attempts import Attempts, network_of


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the limits take for the time."""
    now = [1_000.0]
    monkeypatch.setattr("limits.storage.memory.time.time", lambda: now[0])
    return now


def test_an_address_waits_after_too_many_names(clock: list[float]) -> None:
    attempts = Attempts(RateLimitItemPerMinute(3), RateLimitItemPerMinute(100))
    for number in range(3):
        assert attempts.seconds_to_wait("10.0.0.1", "iemand") == 0
        attempts.note("10.0.0.1", f"naam {number}")
    assert 0 < attempts.seconds_to_wait("10.0.0.1", "iemand") <= 60
    assert attempts.seconds_to_wait("10.0.0.2", "iemand") == 0
    clock[0] += 61
    assert attempts.seconds_to_wait("10.0.0.1", "iemand") == 0


def test_a_name_waits_after_too_many_addresses(clock: list[float]) -> None:
    attempts = Attempts()
    for number in range(20):
        assert attempts.seconds_to_wait("10.0.1.1", "Noor") == 0
        attempts.note(f"10.0.0.{number}", ("Noor", "NOOR ", "ｎoor")[number % 3])
    assert 60 < attempts.seconds_to_wait("10.0.1.1", "noor") <= 300
    assert attempts.seconds_to_wait("10.0.1.1", "noortje") == 0
    clock[0] += 301
    assert attempts.seconds_to_wait("10.0.1.1", "noor") == 0


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("fe80::1%eth0", "fe80::"),
        ("testclient", "testclient"),
    ],
)
def test_whoever_has_a_network_is_one_visitor(address: str, counted: str) -> None:
    assert network_of(address) == counted


@pytest.mark.parametrize("name", ["", "\x00", "\ud800", "x" * 1_000_000, "<b>"])
def test_any_name_can_be_counted(name: str) -> None:
    Attempts().note("::1", name)
