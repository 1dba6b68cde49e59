"""Passwords: which ones may be used, and what is stored of them."""

from __future__ import annotations

import time

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.profiles import RFC_9106_LOW_MEMORY

from assistant.desk.errors import DeskRefused
from tests.ui.access.parts import CHEAP, PASSWORD
from ui.access.passwords import LONGEST, Passwords, check_password


def test_a_hash_has_the_low_memory_profile_of_the_standard() -> None:
    hashed = Passwords().hash(PASSWORD)
    assert hashed.startswith("$argon2id$")
    assert extract_parameters(hashed) == RFC_9106_LOW_MEMORY
    assert Passwords().matches(PASSWORD, hashed)


def test_only_the_password_itself_matches() -> None:
    passwords = Passwords(CHEAP)
    hashed = passwords.hash(PASSWORD)
    assert hashed != passwords.hash(PASSWORD), "each hash has a salt of its own"
    for other in ("", PASSWORD.upper(), PASSWORD + " ", PASSWORD[:-1]):
        assert not passwords.matches(other, hashed)
    assert not passwords.matches(PASSWORD, "geen hash")
    assert not passwords.matches(PASSWORD, "")


@pytest.mark.parametrize("typed", ["café-ole-twaalf", "cafe\u0301-ole-twaalf"])
def test_an_accent_is_the_same_however_it_is_typed(typed: str) -> None:
    passwords = Passwords(CHEAP)
    assert passwords.matches(typed, passwords.hash("café-ole-twaalf"))


@pytest.mark.parametrize("typed", ["\x00" * 20, "\ud800 los", "🚲" * 20])
def test_strange_characters_are_characters(typed: str) -> None:
    passwords = Passwords(CHEAP)
    assert passwords.matches(typed, passwords.hash(typed))
    assert not passwords.matches(typed + "x", passwords.hash(typed))


def test_nobody_has_no_password() -> None:
    assert not Passwords(CHEAP).matches("", None)
    assert not Passwords(CHEAP).matches(PASSWORD, None)


def test_an_unknown_name_costs_as_much_as_a_wrong_password() -> None:
    passwords = Passwords(PasswordHasher(time_cost=4, memory_cost=32_768, parallelism=1))
    hashed = passwords.hash(PASSWORD)
    passwords.matches("eerst", None)

    def cost(against: str | None) -> float:
        times = []
        for _ in range(5):
            start = time.thread_time()
            passwords.matches("verkeerd wachtwoord", against)
            times.append(time.thread_time() - start)
        return min(times)

    assert 0.5 < cost(None) / cost(hashed) < 2


@pytest.mark.parametrize("length", [LONGEST + 1, 1_048_576])
def test_what_is_too_long_is_refused_without_hashing_it(length: int) -> None:
    passwords = Passwords(CHEAP)
    assert not passwords.matches("x" * length, passwords.hash("x" * length))
    assert passwords.matches("x" * LONGEST, passwords.hash("x" * LONGEST))


def test_a_hash_with_other_parameters_is_outdated() -> None:
    hashed = Passwords(CHEAP).hash(PASSWORD)
    assert Passwords().is_outdated(hashed)
    assert not Passwords(CHEAP).is_outdated(hashed)


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("", "te kort"),
        ("x1y2z3w4v5u", "te kort"),
        ("x" * (LONGEST + 1), "te lang"),
        ("aaaabbbbcccc", "te eenvoudig"),
        ("ik ben NOOR DE WIT zelf", "naam"),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused(password: str, why: str) -> None:
    with pytest.raises(DeskRefused, match=why) as refused:
        check_password(password, "Noor de Wit")
    assert not password or password not in str(refused.value)


@pytest.mark.parametrize("password", ["twaalftekens", PASSWORD, "abcde" * 199])
def test_any_other_password_is_fine(password: str) -> None:
    check_password(password, "Noor de Wit")
    check_password(f"{password} jo", "Jo")
