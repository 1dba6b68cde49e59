"""The tables of words that say the same: no word in two groups, and what differs in law apart."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from assistant.proof.same_words import LIGHT, PHRASES, SAME


@pytest.mark.parametrize("language", sorted(SAME))
def test_a_word_stands_in_one_group_only(language: str) -> None:
    words = Counter(word for group in SAME[language] for word in set(group.split()))
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize(
    "apart",
    [
        ("melden", "aanvragen"),
        ("vergunning", "ontheffing"),
        ("minister", "toezichthouder"),
        ("koper", "verkoper"),
        ("import", "export"),
        ("week", "dag"),
    ],
)
def test_what_differs_in_law_shares_no_group(apart: tuple[str, str]) -> None:
    groups = [set(group.split()) for group in SAME["nl"]]
    assert not [group for group in groups if set(apart) <= group]


@pytest.mark.parametrize("word", ["niet", "geen", "alleen", "opnieuw", "gratis", "binnen", "na"])
def test_a_word_that_tells_something_is_not_light(word: str) -> None:
    assert word not in LIGHT["nl"].split()


def test_every_expression_is_a_pattern() -> None:
    for pattern, _ in PHRASES:
        re.compile(pattern)
