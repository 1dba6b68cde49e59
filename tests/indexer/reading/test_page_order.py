"""Columns are read one after the other, and what stands over them parts the page."""

from __future__ import annotations

import pytest

from indexer.reading.gutters import gutters_of
from indexer.reading.page_order import columns_of
from indexer.reading.pdf_lines import Line
from indexer.reading.pdf_tables import Table

SIZE, STEP = 10.0, 12.0


def line(text: str, x0: float, x1: float, y: float, size: float = SIZE) -> Line:
    return Line(text=text, x0=x0, x1=x1, y=y, size=size, first_width=20)


def column(name: str, x0: float, x1: float, top: float, count: int) -> list[Line]:
    return [line(f"{name}{number}", x0, x1, top + STEP * number) for number in range(count)]


def read(lines: list[Line], tables: list[Table] | None = None) -> list[list[str]]:
    found = columns_of(1, lines, tables or [], SIZE)
    return [
        [item.text if isinstance(item, Line) else "TABLE" for item in column.items]
        for column in found
    ]


def names(name: str, count: int) -> list[str]:
    return [f"{name}{number}" for number in range(count)]


@pytest.mark.parametrize("shift", [0, 4, 6])
def test_two_columns_also_on_other_baselines(shift: float) -> None:
    lines = column("a", 50, 280, 100, 8) + column("b", 300, 530, 100 + shift, 5)
    assert read(lines) == [names("a", 8), names("b", 5)]


def test_three_columns() -> None:
    lines = (
        column("a", 50, 180, 100, 8) + column("b", 200, 330, 100, 8) + column("c", 350, 480, 100, 4)
    )
    assert read(lines) == [names("a", 8), names("b", 8), names("c", 4)]


def test_what_stands_over_the_columns_is_read_between_them() -> None:
    lines = [
        line("kop", 50, 400, 60, 18),
        *column("a", 50, 280, 100, 5),
        *column("b", 300, 530, 100, 4),
        line("midden", 50, 500, 180),
        *column("c", 50, 280, 220, 5),
        *column("d", 300, 530, 220, 5),
    ]
    assert [text for part in read(lines) for text in part] == [
        "kop", *names("a", 5), *names("b", 4), "midden", *names("c", 5), *names("d", 5),
    ]  # fmt: skip


def test_a_table_over_both_columns_parts_them() -> None:
    table = Table(x0=50, x1=530, top=170, bottom=230, rows=("a | b",))
    lines = (
        column("a", 50, 280, 100, 5)
        + column("b", 300, 530, 100, 5)
        + column("c", 50, 280, 250, 5)
        + column("d", 300, 530, 250, 5)
    )
    order = [text for part in read(lines, [table]) for text in part]
    assert order == [*names("a", 5), *names("b", 5), "TABLE", *names("c", 5), *names("d", 5)]


def test_a_heading_in_one_column_stays_there() -> None:
    lines = [
        *column("a", 50, 280, 100, 4),
        line("kop", 50, 150, 160, 14),
        *column("c", 50, 280, 180, 5),
        *column("b", 300, 530, 100, 12),
    ]
    assert read(lines) == [[*names("a", 4), "kop", *names("c", 5)], names("b", 12)]


def test_a_short_heading_over_all_columns_parts_them_without_touching_the_gutter() -> None:
    lines = (
        column("a", 50, 280, 100, 5)
        + column("b", 300, 530, 100, 4)
        + [line("kop", 50, 150, 190, 14)]
        + column("c", 50, 280, 215, 5)
        + column("d", 300, 530, 215, 5)
    )
    order = [text for part in read(lines) for text in part]
    assert order == [*names("a", 5), *names("b", 4), "kop", *names("c", 5), *names("d", 5)]


def test_one_line_at_the_top_of_the_second_column_is_a_column() -> None:
    lines = [*column("a", 50, 280, 100, 12), line("rest", 300, 360, 100)]
    assert read(lines) == [names("a", 12), ["rest"]]


def test_a_justified_line_with_wide_gaps_stays_one_line() -> None:
    lines = [
        *column("a", 50, 280, 100, 3),
        line("een", 50, 70, 136),
        line("twee", 100, 125, 136),
        line("drie", 155, 280, 136),
    ]
    assert read(lines) == [["a0", "a1", "a2", "een twee drie"]]


def test_markers_before_a_hanging_text_are_no_column() -> None:
    lines = [
        piece
        for number in range(5)
        for piece in (
            line("•", 50, 54, 100 + 12 * number),
            line("punt", 70, 300, 100 + 12 * number),
        )
    ]
    assert gutters_of(lines, [], SIZE) == []
    assert read(lines) == [["• punt"] * 5]


def test_cells_without_rules_are_read_across() -> None:
    lines = [
        piece
        for number in range(5)
        for piece in (
            line(f"land{number}", 50, 110, 100 + 12 * number),
            line(f"termijn{number}", 250, 320, 100 + 12 * number),
        )
    ]
    assert read(lines) == [[f"land{number} | termijn{number}" for number in range(5)]]


def test_an_empty_page_has_no_columns() -> None:
    assert read([]) == []
