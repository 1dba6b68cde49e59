from __future__ import annotations

from indexer.reading.row_text import probable_heads, row_texts


def test_cells_stand_behind_their_heads_and_empty_ones_are_left_out() -> None:
    rows: list[list[str | None]] = [
        ["Fase:", "Termijn", ""],
        ["Toets", "8 weken", "vast"],
        ["", "6 maanden", ""],
        [""],
    ]
    assert row_texts(rows, heads=1) == [
        "Fase: Toets | Termijn: 8 weken | vast",
        "Termijn: 6 maanden",
    ]


def test_heads_over_several_rows_and_columns_add_up() -> None:
    rows: list[list[str | None]] = [
        ["Sector", "Termijn", None],
        ["Sector", "begin", "eind"],
        ["Gas", "1", "2"],
    ]
    assert row_texts(rows, heads=2) == ["Sector: Gas | Termijn begin: 1 | Termijn eind: 2"]


def test_a_cell_over_the_whole_width_has_no_head_and_a_lone_value_has() -> None:
    rows: list[list[str | None]] = [["Fase", "Termijn"], ["Deel A", None], ["Toets", ""]]
    assert row_texts(rows, heads=1) == ["Deel A", "Fase: Toets"]


def test_a_table_without_rows_has_no_texts() -> None:
    assert row_texts([], heads=0) == []


def test_a_first_row_is_a_head_only_when_it_looks_like_one() -> None:
    assert probable_heads([["Land", "Regel"], ["A", "Melden"]]) == 1
    assert probable_heads([["Land", ""], ["A", "Melden"]]) == 0
    assert probable_heads([["2024", "Regel"], ["A", "Melden"]]) == 0
    assert probable_heads([["Dit is een zin.", "Regel"], ["A", "Melden"]]) == 0
    assert probable_heads([["ja", "nee"], ["nee", "ja"]]) == 0
    assert probable_heads([["Land", "Regel"]]) == 0
