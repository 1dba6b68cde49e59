from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.proof.numerals import number_words, with_digits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("acht weken", "8 weken"),
        ("Eight weeks", "8 weeks"),
        ("vijfentwintig procent", "25 procent"),
        ("tweeëntwintig", "22"),
        ("twenty-five percent", "25 percent"),
        ("zeventig codes", "70 codes"),
        ("honderd duizend", "100 1000"),
        ("één keer, ééne", "1 keer, 1"),
        ("ten hoogste tien dagen", "ten hoogste 10 dagen"),
        ("ten minste ten weeks", "ten minste 10 weeks"),
        ("ten laatste acht weken", "ten laatste 8 weken"),
        ("DBSA acht het onwaarschijnlijk", "DBSA acht het onwaarschijnlijk"),
        ("acht niet-gelijste codes in acht dagen", "acht niet-gelijste codes in 8 dagen"),
        ("een bedrijf is no one's", "een bedrijf is no one's"),
        ("achter viering zesde", "achter viering zesde"),
    ],
)
def test_number_words_become_digits(text: str, expected: str) -> None:
    assert with_digits(text) == expected


@given(st.sampled_from(sorted(number_words())))
def test_every_number_word_is_read(word: str) -> None:
    assert with_digits(f"in {word.capitalize()} dagen") == f"in {number_words()[word]} dagen"


def test_every_number_to_a_hundred_has_a_word_in_both_languages() -> None:
    values = list(number_words().values())
    assert set(range(2, 101)) <= set(values)
    assert all(values.count(number) >= 2 for number in range(11, 100) if number != 12)
