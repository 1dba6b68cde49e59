"""Days are written as people write them."""

from __future__ import annotations

import pytest

from assistant.desk.letter_words import WORDS, spoken_day


@pytest.mark.parametrize(
    ("iso", "dutch", "english"),
    [
        ("2026-11-01", "1 november 2026", "1 November 2026"),
        ("2026-03", "maart 2026", "March 2026"),
        ("2026", "2026", "2026"),
        ("onbekend", "onbekend", "onbekend"),
        ("2026-13", "2026-13", "2026-13"),
        ("2026-xx-01", "2026-xx-01", "2026-xx-01"),
    ],
)
def test_a_day_is_written_as_precisely_as_it_is_known(iso: str, dutch: str, english: str) -> None:
    assert spoken_day(iso, "nl") == dutch
    assert spoken_day(iso, "en") == english


def test_both_languages_name_the_same_parts() -> None:
    assert WORDS["nl"].parts.keys() == WORDS["en"].parts.keys()
