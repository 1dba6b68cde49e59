from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.mutation_figures import (
    FIGURE_RULES,
    change_article,
    change_contact,
    change_date,
    change_number,
    change_reference,
    change_unit,
    exchange_figures,
)
from tests.evals.lies import made

SENTENCE = (
    "Volgens artikel 9 van verordening (EU) 2021/821 meldt u op 15 mei 2025 binnen acht weken of "
    "35 dagen 10 procent bij BTI: 088 151 2122 of info@bti.nl."
)
Rule = Callable[[str, str, random.Random], Iterator[str]]


def words_changed(rule: Rule) -> set[str]:
    """Return the words of the sentence that some version lacks."""
    whole = set(SENTENCE.split())
    return {word for text in made(rule, SENTENCE) for word in whole - set(text.split())}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (change_number, {"acht", "35", "10"}),
        (change_unit, {"weken", "dagen", "procent"}),
        (change_date, {"15", "mei", "2025"}),
        (change_article, {"9"}),
        (change_reference, {"2021/821"}),
        (change_contact, {"088", "151", "2122", "info@bti.nl."}),
    ],
)
def test_each_rule_changes_its_own_figures_and_no_others(rule: Rule, expected: set[str]) -> None:
    found = words_changed(rule)
    assert found
    assert found <= expected
    if rule is not change_contact:  # one digit of the phone number is enough
        assert found == expected


@given(st.integers(2, 9999), st.integers(2, 99))
def test_a_changed_number_stands_nowhere_in_the_sentence(one: int, other: int) -> None:
    sentence = f"Er gingen {one} mensen naar {other} zalen."
    for text in made(change_number, sentence):
        assert text != sentence
        assert set(re.findall(r"\d+", text)) - {str(one), str(other)}


def test_figures_that_stand_in_a_list_are_not_exchanged() -> None:
    assert made(exchange_figures, "Het gaat om 10, 20 en 25 procent.") == []
    assert made(exchange_figures, "Eerst 24 uur voor de melding, dan 72 uur.") == [
        "Eerst 72 uur voor de melding, dan 24 uur."
    ]


@pytest.mark.parametrize("rule", FIGURE_RULES.values())
@pytest.mark.parametrize("sentence", ["Hier staat geen getal.", "", "Ten hoogste of ten minste."])
def test_without_a_figure_nothing_is_made(rule: Rule, sentence: str) -> None:
    assert made(rule, sentence) == []
