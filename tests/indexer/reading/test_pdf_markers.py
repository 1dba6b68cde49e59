"""Markers of items are seen; the first word of a sentence is none."""

from __future__ import annotations

import pytest

from indexer.reading.pdf_markers import ends_sentence, is_sure, marker_of, opens_item


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("• een", "•", "een"),
        ("•een", "•", "een"),
        ("\ufffd een", "•", "een"),
        ("– een", "–", "een"),
        ("1. een", "1.", "een"),
        ("(12) een", "(12)", "een"),
        ("a) een", "a)", "een"),
        ("iv. een", "iv.", "een"),
        ("2.1.3 een", "2.1.3", "een"),
        ("1° een", "1°", "een"),
        ("12 weken", "", "12 weken"),
        ("De b. ", "", "De b. "),
        ("2024. Dan", "", "2024. Dan"),
        ("•", "", "•"),
    ],
)
def test_the_marker_is_parted_from_the_text(text: str, marker: str, rest: str) -> None:
    assert marker_of(text) == (marker, rest)


def test_only_bullets_are_sure() -> None:
    assert is_sure("• een")
    assert not is_sure("1. een")


def test_an_item_follows_a_sentence_or_an_item() -> None:
    assert opens_item("Let op:")
    assert opens_item("de melding; en")
    assert not opens_item("zoals in artikel")


def test_quotes_and_brackets_may_stand_behind_the_end() -> None:
    assert ends_sentence("(zie hierboven.)")
    assert ends_sentence("“Nee.”")
    assert not ends_sentence("zie hierboven")
