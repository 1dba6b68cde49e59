from __future__ import annotations

from typing import Any

from indexer.reading.html_table import is_layout, table_texts


def _table(text: str) -> Any:
    from lxml import html

    return html.fragment_fromstring(f"<table>{text}</table>")


def test_cells_that_reach_over_rows_count_for_each_of_them() -> None:
    table = _table(
        "<tr><th>Sector</th><th>Wet</th><th>Termijn</th></tr>"
        "<tr><td rowspan=2>Energie</td><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>"
        "<tr><td colspan=3>Overige sectoren</td></tr>"
    )
    assert table_texts(table) == [
        "Sector: Energie | Wet: A | Termijn: 1",
        "Sector: Energie | Wet: B | Termijn: 2",
        "Overige sectoren",
    ]


def test_row_heads_and_tables_without_heads() -> None:
    assert table_texts(_table("<tr><th>Duur</th><td>8 weken</td></tr>")) == ["Duur | 8 weken"]
    assert table_texts(_table("<tr><th>Alleen</th><th>koppen</th></tr>")) == ["Alleen | koppen"]


def test_absurd_spans_do_no_harm() -> None:
    assert table_texts(_table("<tr><td colspan=99999999 rowspan=x>a</td><td>b</td></tr>"))


def test_tables_that_only_place_text_are_known() -> None:
    assert is_layout(_table("<tr><td>Een kolom</td></tr>"))
    assert is_layout(_table("<tr><td>a</td><td><table><tr><td>b</td></tr></table></td></tr>"))
    assert not is_layout(_table("<tr><td>a</td><td>b</td></tr>"))
