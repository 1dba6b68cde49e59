"""Characters become lines: spaces by their gaps, raised figures apart, drop caps at home."""

from __future__ import annotations

import pytest

from indexer.reading.pdf_glyphs import Glyph
from indexer.reading.pdf_lines import Line, lines_of


def glyphs(
    text: str,
    x: float = 50,
    y: float = 100,
    *,
    size: float = 10,
    bold: bool = False,
    gap: float = 3,
) -> list[Glyph]:
    """Set a text in letters of half the size wide; spaces are gaps."""
    found = []
    for letter in text:
        if letter == " ":
            x += gap
            continue
        found.append(Glyph(letter, x, x + size / 2, y, size, bold))
        x += size / 2
    return found


def only(found: list[Line]) -> Line:
    assert len(found) == 1
    return found[0]


def test_gaps_are_spaces_and_order_on_the_page_does_not_matter() -> None:
    line = only(lines_of(reversed(glyphs("de o\ufb03ci\u00eble weg"))))
    assert line.text == "de officiële weg"
    assert (line.x0, line.first_width) == (50, 10)


def test_explicit_spaces_count_even_without_a_gap() -> None:
    letters = [Glyph("a", 50, 55, 100, 10, False), Glyph(" ", 55, 55, 100, 10, False)]
    assert only(lines_of([*letters, Glyph("b", 55, 60, 100, 10, False)])).text == "a b"


def test_a_wide_gap_parts_two_lines() -> None:
    found = lines_of(glyphs("links") + glyphs("rechts", x=90))
    assert [line.text for line in found] == ["links", "rechts"]


def test_a_letter_printed_twice_is_one_letter() -> None:
    twice = [
        copy for glyph in glyphs("allemaal") for copy in (glyph, glyph._replace(x0=glyph.x0 + 0.3))
    ]
    assert only(lines_of(twice)).text == "allemaal"


def test_a_raised_figure_is_taken_out_and_remembered() -> None:
    call = glyphs("12", x=70, y=96.5, size=6)
    line = only(lines_of(glyphs("nodig")[:4] + call + glyphs("dan", x=80)))
    assert line.text == "nodi dan"
    assert line.calls == ((4, "12"),)


def test_lowered_and_raised_letters_stay() -> None:
    found = lines_of(glyphs("CO") + glyphs("2", x=60, y=102, size=6) + glyphs("eis", x=68))
    assert only(found).text == "CO2 eis"
    found = lines_of(glyphs("21") + glyphs("e", x=60, y=96.5, size=6))
    assert only(found).text == "21e"


@pytest.mark.parametrize(("bold", "whole"), [(True, True), (False, False)])
def test_a_line_is_bold_when_every_word_is(bold: bool, whole: bool) -> None:
    found = lines_of(glyphs("kop", bold=True) + glyphs("tekst", x=68, bold=bold))
    assert only(found).bold is whole


def test_letters_set_apart_are_one_word() -> None:
    letters = [
        Glyph(letter, x, x + 5, 100, 10, False)
        for letter, x in zip("INHOUD", (50, 58, 66, 74, 82, 90), strict=True)
    ]
    assert only(lines_of(letters)).text == "INHOUD"


def test_a_drop_cap_returns_to_its_word() -> None:
    cap = Glyph("D", 50, 68, 124, 40, False)
    found = lines_of(
        [
            cap,
            *glyphs("eze tekst", x=70, y=103),
            *glyphs("gaat verder", x=70, y=115),
            *glyphs("en door", x=50, y=136),
        ]
    )
    assert [(line.text, line.x0) for line in found] == [
        ("Deze tekst", 50),
        ("gaat verder", 50),
        ("en door", 50),
    ]


def test_a_bullet_of_a_symbol_font_is_a_bullet() -> None:
    assert only(lines_of(glyphs("\uf0b7 een"))).text == "• een"


def test_nothing_gives_nothing() -> None:
    assert lines_of([]) == []
