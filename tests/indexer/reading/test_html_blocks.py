from __future__ import annotations

from typing import Any

from indexer.reading.html_blocks import blocks_of


def _shown(text: str) -> list[tuple[str, int, str, str]]:
    from lxml import html

    element: Any = html.fragment_fromstring(f"<div>{text}</div>")
    return [(block.kind, block.level, block.marker, block.text) for block in blocks_of(element)]


def test_lists_keep_level_marker_and_start() -> None:
    assert _shown(
        "<ol type=a start=2><li>Eerst<ul><li>Diep</li></ul>verder</li><li value=7><p>Dan</p>"
        "<p>Nog iets.</p></li></ol>"
    ) == [
        ("item", 0, "b.", "Eerst"),
        ("item", 1, "•", "Diep"),
        ("paragraph", 0, "", "verder"),
        ("item", 0, "g.", "Dan"),
        ("paragraph", 0, "", "Nog iets."),
    ]


def test_text_outside_paragraphs_is_not_lost() -> None:
    assert _shown("los <b>vet</b> eind<p>alinea</p>staart") == [
        ("paragraph", 0, "", "los vet eind"),
        ("paragraph", 0, "", "alinea"),
        ("paragraph", 0, "", "staart"),
    ]


def test_a_break_ends_a_paragraph_unless_the_sentence_goes_on() -> None:
    assert [
        text for *_, text in _shown("<p>Straat 1<br>Plaats</p><p>een zin<br>gaat door</p>")
    ] == [
        "Straat 1",
        "Plaats",
        "een zin gaat door",
    ]


def test_a_link_around_blocks_and_a_definition_list() -> None:
    assert _shown(
        "<a href=x><h3>Kop</h3><p>Tekst.</p></a><dl><dt>Koper</dt><dd>Wie koopt.</dd>"
    ) == [
        ("heading", 3, "", "Kop"),
        ("paragraph", 0, "", "Tekst."),
        ("row", 0, "", "Koper: Wie koopt."),
    ]
