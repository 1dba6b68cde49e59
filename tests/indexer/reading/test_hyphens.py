"""Words broken at a line's end are made whole, and nothing else is glued."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.hyphens import clean, join, words_of


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("van de overhe-", "id vraagt", "van de overheid vraagt"),
        ("alle EU-", "lidstaten", "alle EU-lidstaten"),
        ("kennis-", "en technologie", "kennis- en technologie"),
        ("import-", "of export", "import- of export"),
        ("dual-use-", "goederen", "dual-use-goederen"),
        ("dual-", "use-goederen", "dual-use-goederen"),
        ("een e-", "mail", "een e-mail"),
        ("in Noord-", "Holland", "in Noord-Holland"),
        ("COVID-", "19", "COVID-19"),
        ("2020-", "2025", "2020-2025"),
        ("de zee-", "egel", "de zee-egel"),
        ("een auto-", "ongeluk", "een auto-ongeluk"),
        ("zij hebben ge-", "installeerd", "zij hebben geïnstalleerd"),
        ("te be-", "invloeden", "te beïnvloeden"),
        ("dit be-", "oordelen", "dit beoordelen"),
        ("VERGUN-", "NING", "VERGUNNING"),
        ("(overhe-", "id)", "(overheid)"),
        ("verg\u00ad", "unning", "vergunning"),
        ("zie www.loket.example/", "vragen", "zie www.loket.example/vragen"),
        ("dit –", "maar niet dat", "dit – maar niet dat"),
        ("een regel", "en nog een", "een regel en nog een"),
        ("", "begin", "begin"),
    ],
)
def test_two_lines_become_one(left: str, right: str, whole: str) -> None:
    known = {"goederen"} if left.startswith("dual") else set()
    assert join(left, right, known) == whole


def test_what_stands_elsewhere_in_the_document_decides() -> None:
    assert join("het co-", "ordineren", {"co-ordineren"}) == "het co-ordineren"
    assert join("auto-", "ongeluk", {"autoongeluk"}) == "autoongeluk"


def test_ligatures_and_odd_spaces_become_plain() -> None:
    assert (
        clean("of\ufb01cie\u0308le  e\ufb00ect\u00a0en\u2009a\ufb04\u0133")
        == "officiële effect en afflij"
    )
    assert clean("ver\u00adgun\u200bning x\u00ad") == "vergunning x\u00ad"
    assert clean("non\u2011stop\x02") == "non-stop"


def test_a_broken_word_does_not_count_as_known() -> None:
    assert words_of("De EU-lidstaten en de overhe-") == {"de", "eu-lidstaten", "en"}


@given(st.text(max_size=60))
def test_clean_text_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(
    st.lists(st.text(alphabet="abcdefg", min_size=1, max_size=9), min_size=2, max_size=9),
    st.integers(min_value=1, max_value=8),
)
def test_lines_without_hyphens_are_joined_with_spaces(words: list[str], cut: int) -> None:
    left, right = " ".join(words[:cut]), " ".join(words[cut:])
    assert join(left, right) == " ".join(words)
