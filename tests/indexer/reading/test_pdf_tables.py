"""Ruled tables are read row by row, and their text stands nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.reading.pdf_glyphs import Glyph, Rule
from indexer.reading.pdf_tables import tables_of


def glyphs(text: str, x: float, y: float, *, bold: bool = False) -> list[Glyph]:
    found = []
    for letter in text:
        found.append(Glyph(letter, x, x + 5, y, 9, bold))
        x += 5
    return found


def grid(rows: int, columns: int) -> list[Rule]:
    across = [
        Rule(50, 100 + 20 * row, 50 + 100 * columns, 100 + 20 * row) for row in range(rows + 1)
    ]
    down = [
        Rule(50 + 100 * column, 100, 50 + 100 * column, 100 + 20 * rows)
        for column in range(columns + 1)
    ]
    return across + down


def filled(rows: Sequence[Sequence[str]], *, bold_head: bool = True) -> list[Glyph]:
    return [
        glyph
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
        for glyph in glyphs(
            text, 55 + 100 * column, 114 + 20 * number, bold=bold_head and number == 0
        )
    ]


def test_cells_stand_behind_their_heads() -> None:
    text = filled([["Land", "Termijn"], ["België", "8 weken"], ["Peru", ""]])
    outside = glyphs("Buiten", 50, 300)
    tables, rest = tables_of(text + outside, grid(3, 2))
    assert tables[0].rows == ("Land: België | Termijn: 8 weken", "Land: Peru")
    assert rest == outside


def test_words_above_figures_are_heads_too() -> None:
    text = filled([["Land", "Aantal"], ["België", "12"], ["Peru", "7"]], bold_head=False)
    tables, _ = tables_of(text, grid(3, 2))
    assert tables[0].rows == ("Land: België | Aantal: 12", "Land: Peru | Aantal: 7")


def test_without_heads_cells_stand_beside_each_other() -> None:
    text = filled([["Wie", "Het loket"], ["Waar", "Den Haag"]], bold_head=False)
    tables, _ = tables_of(text, grid(2, 2))
    assert tables[0].rows == ("Wie | Het loket", "Waar | Den Haag")


def test_a_box_around_text_is_no_table() -> None:
    text = filled([["Let op"]])
    assert tables_of(text, grid(1, 1)) == ([], text)
    assert tables_of(text, []) == ([], text)


def test_rules_around_columns_of_text_are_no_table() -> None:
    rows = [("ab " * 20).strip()] * 8
    text = [
        Glyph(letter, 55 + 1.2 * place, 55 + 1.2 * place + 1, 102 + 2 * number, 2, False)
        for number, row in enumerate(rows)
        for place, letter in enumerate(row)
    ]
    assert len(rows) * 20 > 150
    assert tables_of(text + filled([["", "x"], ["y", "z"]]), grid(2, 2))[0] == []


def test_a_drawing_is_not_searched() -> None:
    text = filled([["Land", "Termijn"], ["België", "8 weken"]])
    assert tables_of(text, grid(2, 2) * 2_000)[0] == []
