from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.proof.opposites import turned


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("buiten de EU", "binnen de EU"),
        ("nadat u tekent", "voordat u tekent"),
        ("de verkoper meldt", "de koper meldt"),
        ("risico is onwaarschijnlijk", "risico is waarschijnlijk"),
        ("het is nietig", "het is geldig"),
        ("above the line", "below the line"),
        ("acts unlawfully", "acts lawfully"),
    ],
)
def test_an_opposite_is_noticed_both_ways(one: str, other: str) -> None:
    assert turned(one, other)
    assert turned(other, one)


def test_who_names_both_sides_turns_nothing() -> None:
    assert turned("binnen en buiten de EU", "buiten de EU") == ""
    assert turned("vooraf", "vooraf, niet achteraf") == ""


@given(st.text(max_size=60))
def test_no_text_is_its_own_opposite(text: str) -> None:
    assert turned(text, text) == ""
