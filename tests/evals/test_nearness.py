"""How much a question looks like a hint."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.nearness import HintLetters, grams, terciles
from tests.evals.outcomes import passage

HINT = "Moet ik een belang melden?"


def test_the_same_words_are_wholly_alike_and_others_are_not() -> None:
    letters = HintLetters([passage()])
    assert letters.nearest("moet ik een belang melden", "nl") == 1
    assert letters.nearest("Zzzz qqqq", "nl") == 0
    assert 0 < letters.nearest("Moet ik een bezoek melden?", "nl") < 1


def test_likeness_is_the_jaccard_index_of_the_nearest_hint() -> None:
    question = "Moet ik een bezoek melden?"
    letters = HintLetters([replace(passage(), hints=("Iets anders", HINT))])
    own, hint = grams(question), grams(HINT)
    assert letters.nearest(question, "nl") == pytest.approx(len(own & hint) / len(own | hint))


def test_hints_in_another_language_do_not_count_and_headings_do() -> None:
    letters = HintLetters([passage(language="en")])
    assert letters.nearest(HINT, "nl") == 0
    assert letters.nearest(HINT, "en") == 1
    assert letters.nearest("Kop", "en") == 1


def test_thirds_are_about_equal() -> None:
    assert terciles([3, 1, 2]) == (2, 3)
    assert terciles(list(range(9))) == (3, 6)
    with pytest.raises(ValueError, match="three"):
        terciles([1, 2])


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_a_share(one: str, other: str) -> None:
    letters = HintLetters([replace(passage(), hints=(other,), heading="")])
    assert 0 <= letters.nearest(one, "nl") <= 1
