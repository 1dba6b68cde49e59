"""How the text of a case is encrypted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.desk.errors import DeskKeyWrong, DeskRefused
from assistant.desk.keys import Keys, seal, unseal
from tests.assistant.desk.databases import DESK_KEY

KEYS = Keys(DESK_KEY)
CONTENT = {"question": "Mag ik deze chip uitvoeren?", "scores": [0.25, 1], "name": None}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def flipped(sealed: bytes, at: int) -> bytes:
    return sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]


@pytest.mark.parametrize("secret", ["", "x" * 31])
def test_a_short_secret_is_refused(secret: str) -> None:
    with pytest.raises(DeskRefused, match="LOKET_DESK_KEY"):
        Keys(secret)


def test_a_wrapped_key_comes_back_and_never_looks_the_same() -> None:
    key = KEYS.new_case_key()
    assert key != KEYS.new_case_key()
    assert KEYS.unwrap(KEYS.wrap(key)) == key
    assert KEYS.wrap(key) != KEYS.wrap(key)
    assert key not in KEYS.wrap(key)


def test_another_operators_key_unwraps_nothing() -> None:
    with pytest.raises(DeskKeyWrong, match="LOKET_DESK_KEY"):
        Keys(DESK_KEY + "2").unwrap(KEYS.wrap(KEYS.new_case_key()))


@given(st.dictionaries(st.text(), json_values, max_size=4))
def test_whatever_json_can_say_comes_back(content: dict[str, object]) -> None:
    key = KEYS.new_case_key()
    assert unseal(key, seal(key, content, "case 5"), "case 5") == content


def test_what_is_sealed_shows_nothing_and_belongs_to_one_case() -> None:
    key = KEYS.new_case_key()
    sealed = seal(key, CONTENT, "case 5")
    assert b"chip" not in sealed
    with pytest.raises(DeskKeyWrong):
        unseal(key, sealed, "case 6")
    with pytest.raises(DeskKeyWrong):
        unseal(KEYS.new_case_key(), sealed, "case 5")


@given(st.integers(min_value=0))
def test_a_changed_bit_anywhere_is_seen(at: int) -> None:
    key = KEYS.new_case_key()
    sealed = seal(key, CONTENT, "case 5")
    with pytest.raises(DeskKeyWrong):
        unseal(key, flipped(sealed, at % len(sealed)), "case 5")


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01short", b"\x02" + b"x" * 40, b"\x00"])
def test_what_was_never_sealed_is_told_in_the_same_word(sealed: bytes) -> None:
    with pytest.raises(DeskKeyWrong):
        unseal(KEYS.new_case_key(), sealed, "case 5")
    with pytest.raises(DeskKeyWrong):
        KEYS.unwrap(sealed)


def test_a_digest_stays_the_same_and_keeps_its_parts_apart() -> None:
    assert KEYS.digest("ab", "c") == Keys(DESK_KEY).digest("ab", b"c")
    assert KEYS.digest("ab", "c") != KEYS.digest("a", "bc")
    assert KEYS.digest("ab") != KEYS.digest("ab", "")
    assert KEYS.digest("ab") != Keys(DESK_KEY + "2").digest("ab")
    assert len(KEYS.digest()) == 64
