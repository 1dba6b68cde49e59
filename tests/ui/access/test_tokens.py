"""Cookies and keys: nobody makes or changes one but we, and what is stored is no use to a thief."""

from __future__ import annotations

import string

import pytest
from itsdangerous import URLSafeTimedSerializer

from tests.assistant.desk.databases import DESK_KEY
from ui.access.tokens import SessionCookies, digest, looks_like_a_key, new_key

HOUR = 3_600


def test_a_cookie_gives_its_token_back() -> None:
    token, value = SessionCookies(DESK_KEY).new()
    assert SessionCookies(DESK_KEY).token_of(value, HOUR) == token
    assert len(token) == 43, "256 random bits"


def test_tokens_and_keys_differ() -> None:
    cookies = SessionCookies(DESK_KEY)
    assert len({cookies.new()[0] for _ in range(50)} | {new_key() for _ in range(50)}) == 100


def test_a_changed_cookie_is_none() -> None:
    cookies = SessionCookies(DESK_KEY)
    _, value = cookies.new()
    changed = {value[:place] + "0" + value[place + 1 :] for place in range(len(value))} - {value}
    # The last character of base 64 carries bits that mean nothing.
    found = [other for other in changed if cookies.token_of(other, HOUR) is not None]
    assert len(found) <= 1


@pytest.mark.parametrize(
    "value", ["", ".", "..", "a.b.c", "x" * 100_000, "\ud800", "\x00", "é.é.é"]
)
def test_what_we_did_not_make_is_none(value: str) -> None:
    assert SessionCookies(DESK_KEY).token_of(value, HOUR) is None


def test_another_key_signs_another_cookie() -> None:
    _, value = SessionCookies(DESK_KEY).new()
    assert SessionCookies(DESK_KEY + "x").token_of(value, HOUR) is None
    forged = URLSafeTimedSerializer(DESK_KEY, salt=b"session").dumps("token")
    assert SessionCookies(DESK_KEY).token_of(forged, HOUR) is None


def test_an_old_cookie_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    cookies = SessionCookies(DESK_KEY)
    now = [1_800_000_000.0]
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: now[0])
    token, value = cookies.new()
    now[0] += HOUR
    assert cookies.token_of(value, HOUR) == token
    now[0] += 1
    assert cookies.token_of(value, HOUR) is None


def test_a_key_is_known_by_its_form() -> None:
    key = new_key()
    assert key.startswith("lwk_")
    assert looks_like_a_key(key)
    for other in ("", "lwk_", key[:-1], key + "x", key.upper(), f" {key}", f"{key}\n", "x" * 47):
        assert not looks_like_a_key(other)


def test_a_digest_tells_nothing_of_the_secret() -> None:
    key = new_key()
    assert digest(key) == digest(key) != digest(key + "x")
    assert set(digest(key)) <= set(string.hexdigits)
    assert key[4:20] not in digest(key)
