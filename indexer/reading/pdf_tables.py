"""Tables that are drawn with rules: their cells, row by row.

pdfplumber knows how rules become cells; it is asked only about pages that have rules both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.reading.hyphens import clean, join
from indexer.reading.pdf_glyphs import Glyph, Rule
from indexer.reading.pdf_lines import Line, lines_of

_MOST_RULES = 5_000
_MOST_WORDS = 150  # in one cell; beyond it, the rules frame columns of text
_NEAR = 3.0  # points within which rules count as one line, or as touching

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table and its place; points from the top left of the page."""

    x0: float
    x1: float
    top: float
    bottom: float
    rows: tuple[str, ...]
    """`kop: cel | kop: cel` below a plain header row, else `cel | cel`."""


def tables_of(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> tuple[list[Table], list[Glyph]]:
    """Return the tables of a page and the characters that stand outside them."""
    across = sum(rule.y0 == rule.y1 or abs(rule.y0 - rule.y1) < 0.5 for rule in rules)
    if len(rules) > _MOST_RULES or across < 3 or len(rules) - across < 2:
        return [], list(glyphs)
    tables: list[Table] = []
    rest = list(glyphs)
    for cells in _grids(rules):
        table = _table(cells, rest)
        if table is not None:
            tables.append(table)
            rest = [glyph for glyph in rest if not _inside(glyph, _around(cells))]
    return tables, rest


def _grids(rules: Sequence[Rule]) -> Iterator[list[Box]]:
    from pdfplumber.table import (
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )

    edges = [
        {
            "x0": rule.x0,
            "x1": rule.x1,
            "top": rule.y0,
            "bottom": rule.y1,
            "width": rule.x1 - rule.x0,
            "height": rule.y1 - rule.y0,
            "orientation": "h" if rule.y1 - rule.y0 < 0.5 else "v",
        }
        for rule in rules
    ]
    merged = merge_edges(edges, _NEAR, _NEAR, _NEAR, _NEAR)
    yield from cells_to_tables(intersections_to_cells(edges_to_intersections(merged, _NEAR, _NEAR)))


def _around(cells: Sequence[Box]) -> Box:
    x0, top, x1, bottom = zip(*cells, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def _inside(glyph: Glyph, box: Box) -> bool:
    middle = (glyph.x0 + glyph.x1) / 2
    return box[0] <= middle <= box[2] and box[1] <= glyph.y - 0.3 * glyph.size <= box[3]


def _table(cells: Sequence[Box], glyphs: Sequence[Glyph]) -> Table | None:
    x0, top, x1, bottom = box = _around(cells)
    mine = [glyph for glyph in glyphs if _inside(glyph, box)]
    rows: list[list[Line]] = []
    for row_top in sorted({cell[1] for cell in cells}):
        row = sorted(cell for cell in cells if cell[1] == row_top)
        rows.append([_cell(cell, mine) for cell in row])
    rows = [row for row in rows if any(cell.text for cell in row)]
    words = max((len(cell.text.split()) for row in rows for cell in row), default=0)
    if len(rows) < 2 or max(map(len, rows)) < 2 or words > _MOST_WORDS:
        return None
    return Table(x0=x0, x1=x1, top=top, bottom=bottom, rows=tuple(_written(rows)))


def _cell(cell: Box, glyphs: Sequence[Glyph]) -> Line:
    lines = lines_of(glyph for glyph in glyphs if _inside(glyph, cell))
    text = ""
    for line in lines:
        text = join(text, line.text)
    bold = bool(lines) and all(line.bold for line in lines)
    return Line(text=clean(text), x0=cell[0], x1=cell[2], y=cell[1], size=0, bold=bold)


def _written(rows: Sequence[Sequence[Line]]) -> Iterator[str]:
    heads = [cell.text for cell in rows[0]] if _is_header(rows) else []
    for row in rows[1:] if heads else rows:
        texts = [cell.text for cell in row]
        if len(texts) == len(heads):
            pairs = zip(heads, texts, strict=True)
            yield " | ".join(f"{head}: {text}" if head else text for head, text in pairs if text)
        else:
            yield " | ".join(text for text in texts if text)


def _is_header(rows: Sequence[Sequence[Line]]) -> bool:
    """Say whether the first row names the columns: bold above not bold, or words above figures."""
    first, rest = rows[0], rows[1:]
    if any(not cell.text for cell in first[1:]) or any(len(row) != len(first) for row in rest[:1]):
        return False
    if len({cell.text for cell in first}) < len(first):
        return False
    if all(cell.bold for cell in first if cell.text):
        return not all(cell.bold for row in rest for cell in row if cell.text)
    if any(re.search(r"\d", cell.text) or len(cell.text) > 40 for cell in first):
        return False
    return any(
        all(re.match(r"[\d€%-]", row[column].text) for row in rest if len(row) == len(first))
        for column in range(1, len(first))
    )
