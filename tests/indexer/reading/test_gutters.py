"""A gutter is found where columns are parted, not where words happen to stand apart."""

from __future__ import annotations

import pytest

from indexer.reading.gutters import gutters_of
from indexer.reading.pdf_lines import Line
from indexer.reading.pdf_tables import Table

SIZE = 10.0


def column(x0: float, x1: float, top: float, count: int, step: float = 12) -> list[Line]:
    return [
        Line(text="tekst", x0=x0, x1=x1, y=top + step * number, size=SIZE, first_width=20)
        for number in range(count)
    ]


def edges(lines: list[Line], tables: list[Table] | None = None) -> list[tuple[float, float]]:
    return [(gutter.left, gutter.right) for gutter in gutters_of(lines, tables or [], SIZE)]


def test_each_column_but_the_first_has_a_gutter_before_it() -> None:
    assert edges(column(50, 180, 100, 9)) == []
    two = [*column(50, 180, 100, 9), *column(200, 330, 103, 4)]
    assert edges(two) == [(180, 200)]
    assert edges([*two, *column(350, 480, 100, 9)]) == [(180, 200), (330, 350)]


@pytest.mark.parametrize(("gap", "count", "found"), [(20, 3, 1), (20, 2, 0), (9, 3, 0), (9, 8, 1)])
def test_a_narrow_strip_must_be_longer(gap: float, count: int, found: int) -> None:
    above = column(50, 400, 76, 2)
    lines = [*column(50, 200, 100, count), *column(200 + gap, 400, 100, count)]
    below = column(50, 400, 100 + 12 * count, 2)
    assert len(edges([*above, *lines, *below])) == found


def test_a_table_or_a_line_across_ends_the_gutter() -> None:
    table = Table(x0=50, x1=330, top=200, bottom=250, rows=("a | b",))
    lines = [*column(50, 180, 100, 8), *column(200, 330, 100, 8)]
    below = [*column(50, 180, 270, 8), *column(200, 330, 270, 8)]
    found = gutters_of([*lines, *below], [table], SIZE)
    assert [gutter.bottom < 200 for gutter in found] == [True, False]


def test_narrow_marks_and_cells_part_no_columns() -> None:
    assert edges([*column(50, 60, 100, 9), *column(80, 330, 100, 9)]) == []
    assert edges([*column(50, 110, 100, 9), *column(250, 330, 100, 9)]) == []


def test_the_last_lines_of_a_text_are_a_column_of_their_own() -> None:
    assert edges([*column(50, 180, 100, 12), *column(200, 260, 100, 1)]) == [(180, 200)]
    assert edges([*column(50, 180, 100, 12), *column(200, 260, 196, 1)]) == []
