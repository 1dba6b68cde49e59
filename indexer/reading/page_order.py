"""Reading order on a page: where the columns are, and which is read first.

A gutter is a white strip with lines beginning at its right edge and text at its left, over at
least three lines. With the gutters known, the page is cut the way of Nagy & Seth ("Hierarchical
representation of optically scanned documents", 1984): a part is cut at a gutter that nothing in
it crosses, else into bands above each other, until no cut is left. What crosses a gutter (a
heading, a table) so parts what stands above it from what stands below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.reading.gutters import Gutter, Item, gutters_of
from indexer.reading.pdf_lines import WIDE_GAP, Line
from indexer.reading.pdf_tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Lines and tables that stand below each other, from top to bottom."""

    page: int
    items: tuple[Item, ...]


def columns_of(
    page: int, lines: Sequence[Line], tables: Sequence[Table], size: float
) -> list[Column]:
    """Return the columns of a page in the order in which they are read.

    Args:
        page: the page's number, from 1.
        lines: the lines outside tables, cut at wide gaps.
        tables: the tables on the page.
        size: the font size of the body, in points.
    """
    gutters = gutters_of(lines, tables, size)
    items: list[Item] = [*rejoined(lines, gutters, size), *tables]
    edges = sorted({gutter.right for gutter in gutters})
    return [
        Column(page=page, items=tuple(part)) for part in _ordered(items, edges, WIDE_GAP * size)
    ]


def rejoined(lines: Sequence[Line], gutters: Sequence[Gutter], size: float) -> list[Line]:
    """Put pieces on one baseline together where no gutter parts them.

    Pieces far apart become cells when they stand in line with other pieces near by. A justified
    line of few words has gaps as wide, but nothing stands in line with its words.
    """
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (round(line.y), line.x0)):
        row = next((row for row in reversed(rows[-4:]) if _level(row[-1], line)), None)
        if row is None or _parted(row[-1], line, gutters, size):
            rows.append([line])
        else:
            row.append(line)
    inner = [right for row in rows for left, right in pairwise(row) if _far_apart(left, right)]
    joined: list[Line] = []
    for row in rows:
        whole = row[0]
        justified = _is_justified(row)
        for line in row[1:]:
            aligned = not justified and any(_in_line(line, other) for other in inner)
            whole = _merged(whole, line, aligned=aligned)
        joined.append(whole)
    return joined


def _is_justified(row: Sequence[Line]) -> bool:
    gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
    return len(gaps) > 1 and max(gaps) - min(gaps) < 0.1 * max(gaps)


def _far_apart(left: Line, right: Line) -> bool:
    return right.x0 - left.x1 > 2 * right.size


def _in_line(line: Line, other: Line) -> bool:
    if not 0.5 * line.size < abs(line.y - other.y) < 3 * line.size:
        return False
    figures = any(letter.isdigit() for letter in line.text)
    return abs(line.x0 - other.x0) < 1 or (figures and abs(line.x1 - other.x1) < 1)


def _level(left: Line, right: Line) -> bool:
    return abs(left.y - right.y) <= 0.2 * right.size and left.x1 <= right.x0 + 0.5 * right.size


def _parted(left: Line, right: Line, gutters: Sequence[Gutter], size: float) -> bool:
    least = 0.9 * WIDE_GAP * size
    for gutter in gutters:
        between = left.x1 <= gutter.right - least and right.x0 >= gutter.right - 1
        inside = gutter.top <= right.y <= gutter.bottom + 0.5 * size
        as_wide = right.x0 - left.x1 >= 0.9 * (gutter.right - gutter.left)
        if between and (inside or (as_wide and abs(right.x0 - gutter.right) <= 1.5)):
            return True
    return False


def _merged(left: Line, right: Line, *, aligned: bool) -> Line:
    wide = aligned and _far_apart(left, right) and len(left.text) > 3
    between = " | " if wide else " "
    shift = len(left.text) + len(between)
    larger = left if len(left.text) >= len(right.text) else right
    return replace(
        left,
        text=left.text + between + right.text,
        x1=right.x1,
        size=larger.size,
        bold=left.bold and right.bold,
        calls=left.calls + tuple((offset + shift, mark) for offset, mark in right.calls),
        cells=left.cells or right.cells or wide,
    )


def _ordered(items: Sequence[Item], edges: Sequence[float], least: float) -> list[list[Item]]:
    if not items:
        return []
    edge = _cut(items, edges, least)
    if edge is not None:
        parts = _around_heading(items, edge)
        if len(parts) == 1:
            parts = [
                [item for item in items if item.x0 < edge - 1],
                [item for item in items if item.x0 >= edge - 1],
            ]
    else:
        parts = _bands(items, edges, least)
        if len(parts) == 1:
            return [sorted(items, key=lambda item: (item.top, item.x0))]
    return [column for part in parts for column in _ordered(part, edges, least)]


def _cut(items: Sequence[Item], edges: Sequence[float], least: float) -> float | None:
    """Return the leftmost gutter that parts the items and that none crosses."""
    for edge in edges:
        crossed = any(item.x0 < edge - 1 and item.x1 > edge - 0.9 * least for item in items)
        sides = {item.x0 >= edge - 1 for item in items}
        if not crossed and len(sides) == 2:
            return edge
    return None


def _bands(items: Sequence[Item], edges: Sequence[float], least: float) -> list[list[Item]]:
    """Part items into bands above each other, as few as leave each with one set of columns."""
    groups: list[list[Item]] = []
    bottom = float("-inf")
    for item in sorted(items, key=lambda item: item.top):
        if item.top >= bottom:
            groups.append([])
        groups[-1].append(item)
        bottom = max(bottom, item.bottom)
    bands: list[list[Item]] = []
    for group in groups:
        both = [*bands[-1], *group] if bands else []
        alike = bool(bands) and (
            _cut(both, edges, least) is not None
            or (_cut(bands[-1], edges, least) is None and _cut(group, edges, least) is None)
        )
        if alike:
            bands[-1] = both
        else:
            bands.append(group)
    return bands


def _around_heading(items: Sequence[Item], edge: float) -> list[list[Item]]:
    """Part columns at a short heading that stands over all of them without crossing a gutter.

    It is larger than the text, and the other columns leave it the white that it has itself.
    """
    lines = sorted((item for item in items if isinstance(item, Line)), key=lambda line: line.y)
    usual = Counter(round(line.size, 1) for line in lines).most_common(1)
    for line in lines:
        if not usual or line.size < 1.15 * usual[0][0]:
            continue
        side = line.x0 >= edge - 1
        own = [item for item in items if (item.x0 >= edge - 1) == side and item is not line]
        above = max((item.bottom for item in own if item.bottom <= line.top), default=None)
        below = min((item.top for item in own if item.top >= line.bottom), default=None)
        if above is None or below is None:
            continue
        top = line.top - 0.6 * (line.top - above)
        bottom = line.bottom + 0.6 * (below - line.bottom)
        other = [item for item in items if (item.x0 >= edge - 1) != side]
        clear = all(item.bottom <= top or item.top >= bottom for item in other)
        first = min((item.top for item in other if item.top >= bottom), default=below)
        clear = clear and abs(first - below) < 0.6 * usual[0][0]  # all columns begin anew
        if clear and {item.bottom <= top for item in other} == {True, False}:
            upper = [item for item in items if item.bottom <= line.top and item is not line]
            lower = [item for item in items if item.bottom > line.top and item is not line]
            return [upper, [line], lower]
    return [list(items)]
