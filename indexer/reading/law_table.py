"""Tables in a law's XML (CALS): rows with column heads."""

from __future__ import annotations

from typing import Any

from indexer.reading.characters import one_line
from indexer.reading.row_text import row_texts

_WIDEST = 100  # columns; a file may claim any number
Row = list[str | None]


def table_texts(table: Any) -> list[str]:
    """Return a text for each row of a CALS table (an lxml element), and its title first."""
    titles = [one_line("".join(title.itertext())) for title in table.findall("title")]
    texts = [title for title in titles if title]
    for group in table.iter("tgroup"):
        names = [spec.get("colname") for spec in group.findall("colspec")]
        heads = [_row(row, names) for row in group.findall("thead/row")]
        body = [_row(row, names) for row in group.findall("tbody/row")]
        texts.extend(row_texts([*heads, *body], heads=len(heads)))
    return texts


def _row(row: Any, names: list[str | None]) -> Row:
    cells: Row = []
    for entry in row.findall("entry"):
        at = _place(entry.get("colname") or entry.get("namest"), names)
        # A cell that reaches down from a row above leaves its place here empty.
        cells.extend([""] * ((at or 0) - len(cells)))
        cells.append(one_line(" ".join(entry.itertext())))
        first = _place(entry.get("namest"), names)
        last = _place(entry.get("nameend"), names)
        if first is not None and last is not None:
            cells.extend([None] * min(last - first, _WIDEST))
    return cells


def _place(name: str | None, names: list[str | None]) -> int | None:
    return names.index(name) if name in names and name is not None else None
