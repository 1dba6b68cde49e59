from __future__ import annotations

from typing import Any

from indexer.reading.word_numbering import Numbering
from tests.indexer.reading.word_documents import W


def _numbering() -> Any:
    from lxml import etree

    def level(at: int, style: str, text: str, start: int = 1) -> str:
        return (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )

    levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%1.%2)") + level(2, "bullet", "")
    return etree.fromstring(
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def test_levels_count_and_begin_anew_under_the_next_number() -> None:
    numbering = Numbering.of(_numbering())
    places = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1)]
    found = [numbering.marker(*place) for place in places]
    assert found == ["1.", "1.a)", "1.b)", "•", "2.", "2.a)"]


def test_a_list_counts_on_unless_it_says_that_it_begins_anew() -> None:
    numbering = Numbering.of(_numbering())
    assert [numbering.marker(number, 0) for number in "1123"] == ["1.", "2.", "1.", "3."]


def test_an_unknown_list_has_no_markers() -> None:
    assert Numbering.of(None).marker("1", 0) is None
    assert Numbering.of(_numbering()).marker("1", 8) is None
