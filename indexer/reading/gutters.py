"""Gutters: the white strips on a page that part columns of text.

A gutter is a white strip with lines beginning at its right edge and text at its left, over at
least three lines. Maximal white rectangles as such (Breuel, "Two geometric algorithms for layout
analysis", 2002) would also find the rivers of justified text; lines that begin in line do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from indexer.reading.pdf_lines import WIDE_GAP, Line
from indexer.reading.pdf_tables import Table

Item = Line | Table

_FEW_LINES = 5
_SURE_GAP = 1.3  # font sizes; the gaps of justified text are seldom as wide over several lines
_DEEPEST_INDENT = 4.0  # font sizes; what begins further to the right begins another column


class Gutter(NamedTuple):
    """A white strip between two columns; points, from the top left of the page."""

    left: float
    right: float
    top: float
    bottom: float


def gutters_of(lines: Sequence[Line], tables: Sequence[Table], size: float) -> list[Gutter]:
    """Return the white strips on a page that part columns."""
    starts = Counter(round(line.x0) for line in lines)
    found: list[Gutter] = []
    for x in sorted(starts):
        if sum(starts[x + step] for step in (-1, 0, 1)) < 3:
            continue
        edge = min(line.x0 for line in lines if abs(line.x0 - x) <= 1.5)
        if not any(abs(edge - gutter.right) <= 2 for gutter in found):
            found += _strips(edge, found, lines, tables, size)
    for left, right in _neighbours(lines):  # it may be the only line of its column
        known = any(abs(right.x0 - gutter.right) <= _DEEPEST_INDENT * size for gutter in found)
        if right.x0 - left.x1 > WIDE_GAP * size and not known:
            near = right.x0 - _DEEPEST_INDENT * size  # its first line may be indented
            edges = {min(line.x0 for line in lines if near <= line.x0 <= right.x0), right.x0}
            for edge in sorted(edges):
                strips = _strips(edge, found, lines, tables, size, rest=True)
                found += [strip for strip in strips if strip.top <= right.top <= strip.bottom]
    return found


def _neighbours(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Yield lines beside each other, left and right."""
    ordered = sorted(lines, key=lambda line: line.y)
    for one, two in pairwise(ordered):
        if two.top < one.bottom:
            yield (one, two) if one.x0 < two.x0 else (two, one)


def _strips(
    edge: float,
    found: Sequence[Gutter],
    lines: Sequence[Line],
    tables: Sequence[Table],
    size: float,
    *,
    rest: bool = False,
) -> list[Gutter]:
    least = WIDE_GAP * size
    items: list[Item] = sorted([*lines, *tables], key=lambda item: item.top)
    run: list[Item] = []
    runs = [run]
    for item in items:
        if item.x0 < edge - 1 and item.x1 > edge - least:
            run = []
            runs.append(run)
        else:
            run.append(item)
    strips: list[Gutter] = []
    for run in runs:
        left, right = _sides(edge, found, run)
        parts = _is_rest if rest else _is_gutter
        if left and right and parts(left, right, edge, size):
            bottom = max(item.bottom for item in run)
            strips.append(Gutter(max(line.x1 for line in left), edge, run[0].top, bottom))
    return strips


def _sides(
    edge: float, found: Sequence[Gutter], run: Sequence[Item]
) -> tuple[list[Line], list[Line]]:
    """Return the lines of the column before the edge, and the lines behind it."""
    lines = [item for item in run if isinstance(item, Line)]
    before = [
        gutter.right - 1
        for gutter in found
        if run and gutter.top <= run[-1].top and gutter.bottom >= run[0].top
        if gutter.right < edge
    ]
    start = max(before, default=float("-inf"))
    left = [line for line in lines if start <= line.x0 and line.x1 < edge]
    return left, [line for line in lines if line.x0 >= edge - 1]


def _is_gutter(left: Sequence[Line], right: Sequence[Line], edge: float, size: float) -> bool:
    top = max(left[0].top, right[0].top)
    bottom = min(left[-1].bottom, right[-1].bottom)
    left = [line for line in left if line.bottom > top and line.top < bottom]
    right = [
        line
        for line in right
        if line.bottom > top and line.top < bottom and line.x0 <= edge + _DEEPEST_INDENT * size
    ]
    if bottom - top < 3 * size or not left or not right:
        return False
    # In justified text a narrow strip may run by chance through a few lines.
    wide = edge - max(line.x1 for line in left) >= _SURE_GAP * size
    if min(_depth(left), _depth(right)) < (3 if wide else 6):
        return False
    widest_left = max(line.x1 for line in left) - min(line.x0 for line in left)
    widest_right = max(line.x1 - line.x0 for line in right)
    narrow = min(widest_left, widest_right) < 5 * size
    return not narrow and not _is_tabular(left, right, edge)


def _is_rest(left: Sequence[Line], right: Sequence[Line], edge: float, size: float) -> bool:
    """Say whether a few lines are the last of a text that fills the column before them."""
    # A short last line of what stands above both columns may come first on the left.
    level = any(abs(line.top - right[0].top) < 0.5 * size for line in left[:3])
    begins = all(line.x0 - edge <= _DEEPEST_INDENT * size for line in right)
    few = _depth(right) <= _FEW_LINES < _depth(left)
    together = right[-1].top - right[0].top <= 2 * size * (_depth(right) - 1) + 1
    wide = edge - max(line.x1 for line in left) >= _SURE_GAP * size
    return few and wide and together and level and begins and _fill(left, edge) > 0.75


def _is_tabular(left: Sequence[Line], right: Sequence[Line], edge: float) -> bool:
    """Say whether these are cells or terms with their meaning, to be read across.

    Columns of running text fill their width; cells do not, and share their baselines.
    """
    baselines = [line.y for line in right]
    level = sum(any(abs(line.y - y) < 1 for y in baselines) for line in left)
    return level >= 0.9 * len(left) and _fill(left, edge) < 0.65


def _depth(lines: Sequence[Line]) -> int:
    """Return how many baselines there are: a justified line may be many pieces."""
    return len({round(line.y) for line in lines})


def _fill(lines: Sequence[Line], edge: float) -> float:
    """Return which part of the width before an edge a line in the middle of the order fills."""
    ends: dict[int, float] = {}
    for line in lines:
        ends[round(line.y)] = max(line.x1, ends.get(round(line.y), 0.0))
    start = min(line.x0 for line in lines)
    fill = sorted((end - start) / (edge - start) for end in ends.values())
    return fill[len(fill) // 2]
