"""The text of a paragraph or cell in a Word document, as its reader sees it."""

from __future__ import annotations

from typing import Any

from indexer.reading.characters import one_line
from indexer.reading.row_text import probable_heads, row_texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Struck out or moved away, codes of fields, boxes that stand elsewhere, older forms of drawings.
_UNSEEN = {
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "txbxContent", "pPr")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SPACES = {f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab"}
_WIDEST = 100  # columns that one cell may reach over
Row = list[str | None]


def paragraph_text(node: Any) -> str:
    """Return a paragraph's text: with what was inserted, without what was deleted or hidden."""
    pieces: list[str] = []

    def gather(element: Any) -> None:
        for child in element:
            if child.tag == f"{W}t":
                pieces.append(child.text or "")
            elif child.tag in _SPACES:
                pieces.append(" ")
            elif child.tag == f"{W}noBreakHyphen":
                pieces.append("-")
            elif child.tag not in _UNSEEN and not _hidden(child):
                gather(child)

    gather(node)
    return one_line("".join(pieces))


def _hidden(run: Any) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "1") not in {"0", "false"}


def note_ids(node: Any) -> list[str]:
    """Return which footnotes and endnotes a paragraph refers to: "footnote 2"."""
    return [
        f"{kind} {reference.get(f'{W}id')}"
        for kind in ("footnote", "endnote")
        for reference in node.iter(f"{W}{kind}Reference")
    ]


def table_texts(table: Any) -> list[str]:
    """Return a text for each row of a table; a table of one column has none of its own rows.

    A cell that reaches over columns counts once, one that reaches over rows for each of them.
    """
    rows: list[Row] = []
    marked = 0
    for line in table.findall(f"{W}tr"):
        above = rows[-1] if rows else []
        rows.append(_row(line, above))
        if line.find(f"{W}trPr/{W}tblHeader") is not None and marked == len(rows) - 1:
            marked += 1
    heads = marked if 0 < marked < len(rows) else probable_heads(rows)
    return row_texts(rows, heads=heads)


def _row(line: Any, above: Row) -> Row:
    row: Row = []
    for cell in line.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is not line:
            continue  # of a table inside a cell, whose text the cell already has
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        if goes_on and len(row) < len(above):
            row.append(above[len(row)])
        else:
            row.append(one_line(" ".join(map(paragraph_text, cell.iter(f"{W}p")))))
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        width = "1" if span is None else span.get(f"{W}val", "1")
        wide = int(width) if width.isdigit() and len(width) < 4 else 1
        row.extend([None] * (min(wide, _WIDEST) - 1))
    return row
