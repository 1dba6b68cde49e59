"""The rows of an HTML table, with cells that reach over columns and rows put in their places."""

from __future__ import annotations

from typing import Any

from indexer.reading.characters import one_line
from indexer.reading.row_text import row_texts

_WIDEST, _LONGEST = 100, 1_000  # columns and rows that one cell may reach over
Row = list[str | None]


def table_texts(table: Any) -> list[str]:
    """Return a text for each row of an HTML table (an lxml element).

    Rows in `thead`, or at the top and of nothing but `th`, are column heads. A cell that reaches
    over rows counts for each of them; one that reaches over columns only for the first.
    """
    rows: list[Row] = []
    heads = 0
    reaching: dict[int, tuple[int, str | None]] = {}
    for line in table.iter("tr"):
        if next(line.iterancestors("table"), None) is not table:
            continue
        cells = [cell for cell in line if cell.tag in {"td", "th"}]
        row = _row(cells, reaching)
        in_head = next(line.iterancestors("thead"), None) is not None
        only_heads = bool(cells) and all(cell.tag == "th" for cell in cells)
        if len(rows) == heads and (in_head or only_heads):
            heads += 1
        rows.append(row)
    return row_texts(rows, heads=heads if heads < len(rows) else 0)


def is_layout(table: Any) -> bool:
    """Say whether a table only puts text in its place: one column, or other tables inside it."""
    if table.get("role") in {"presentation", "none"}:
        return True
    inner = sum(1 for _ in table.iter("table")) > 1
    widest = max((len(row.xpath("./td | ./th")) for row in table.iter("tr")), default=0)
    return inner or widest < 2


def _row(cells: list[Any], reaching: dict[int, tuple[int, str | None]]) -> Row:
    """Place a row's cells; `reaching` holds by column which text goes on for how many rows."""
    row: Row = []
    waiting = list(cells)
    while waiting or len(row) in reaching:
        at = len(row)
        if at in reaching:
            left, text = reaching.pop(at)
            row.append(text)
            if left > 1:
                reaching[at] = (left - 1, text)
            continue
        cell = waiting.pop(0)
        wide, long = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", _LONGEST)
        texts: Row = [one_line(" ".join(cell.itertext())), *[None] * (wide - 1)]
        for offset, text in enumerate(texts):
            row.append(text)
            if long > 1:
                reaching[at + offset] = (long - 1, text)
    return row


def _span(cell: Any, name: str, most: int) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), most) if value.isdigit() and len(value) < 6 else 1
