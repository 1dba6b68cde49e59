"""Dates and shares as people write them here."""

from __future__ import annotations

from datetime import date

from ui.accountability_words import in_words, percent


def test_a_date() -> None:
    assert in_words(date(2026, 2, 3)) == "3 februari 2026"


def test_a_share() -> None:
    assert [percent(share) for share in (0, 0.0268, 0.97, 1)] == ["0,0%", "2,7%", "97,0%", "100,0%"]
