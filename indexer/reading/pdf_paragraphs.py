"""Which lines make one paragraph, also over the end of a column or a page.

Inside a column a paragraph ends at white space, at an indent, at another type, at the marker of
an item, or where the next word would still have fitted on the line. Over the end of a column it
goes on when the sentence does, or when the last line is full and the next is not indented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from indexer.reading.page_order import Column
from indexer.reading.pdf_lines import Line
from indexer.reading.pdf_markers import ends_sentence, is_sure, marker_of, opens_item
from indexer.reading.pdf_tables import Table

_INDENT = 0.7  # font sizes
_NEAR = 8.0  # font sizes above and below
_WHITE = 1.3  # line distances: more is white space between paragraphs
_STRAY_LINES = 5  # how many groups may stand between two halves of a sentence, and one
_OTHER_SIZE = 0.08  # part of the size by which another type differs


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The usual type of a document; points."""

    size: float
    pitch: float
    """From one baseline to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A line, with the page it stands on and the edges of its column."""

    line: Line
    page: int
    left: float
    right: float

    def leaves_room(self, following: Line) -> bool:
        """Say whether the next word would still have fitted behind this line."""
        needed = 0.25 * self.line.size + following.first_width
        return self.line.x1 + needed < self.right - 0.02 * (self.right - self.left)


@dataclass(slots=True, kw_only=True)
class Group:
    """Lines that belong together; or the rows of a table."""

    page: int
    lines: list[Placed] = field(default_factory=list)
    table: Table | None = None
    apart: bool = True
    """White space or the top of a column stands before it."""
    listed: bool = False
    """It begins with the marker of an item."""


def body_of(lines: Sequence[Sequence[Line]]) -> Body:
    """Find the usual font size and line distance of pages, weighed by their letters."""
    sizes: Counter[float] = Counter()
    for page in lines:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    steps: Counter[float] = Counter()
    for page in lines:
        last: dict[int, float] = {}  # the baseline above, for each left edge
        for line in sorted(page, key=lambda line: line.y):
            if abs(line.size - size) > 0.1:
                continue
            above = last.get(round(line.x0), float("-inf"))
            if 0.5 * size < line.y - above < 3 * size:
                steps[round(line.y - above, 1)] += 1
            last[round(line.x0)] = line.y
    return Body(size=size, pitch=steps.most_common(1)[0][0] if steps else 1.2 * size)


def groups_of(columns: Sequence[Column], body: Body) -> list[Group]:
    """Return the paragraphs, headings, items and tables of a document in reading order."""
    groups: list[Group] = []
    for number, column in enumerate(columns):
        left, right = _edges(number, columns)
        before: Placed | None = None
        lines = [item for item in column.items if isinstance(item, Line)]
        following = dict(pairwise(map(id, lines)))
        by_id = {id(line): line for line in lines}
        for item in column.items:
            if isinstance(item, Table):
                groups.append(Group(page=column.page, table=item))
                before = None
                continue
            reach = right if len(lines) < 5 else _reach(item, lines)
            placed = Placed(line=item, page=column.page, left=left, right=reach)
            after = by_id.get(following.get(id(item), 0))
            _add(groups, placed, before, after, body)
            before = placed
    return groups


def _reach(line: Line, lines: Sequence[Line]) -> float:
    """Return how far the lines near by reach: one column may hold narrow and wide text."""
    near = [one.x1 for one in lines if abs(one.y - line.y) < _NEAR * line.size]
    return max(near)


def _edges(number: int, columns: Sequence[Column]) -> tuple[float, float]:
    """Return the left and right edge of a column; a short one takes them from its like."""
    own = _own_edges(columns[number])
    if len(columns[number].items) >= 5:
        return own
    like = [
        edges
        for other in columns[max(0, number - 6) : number + 7]
        if len(other.items) >= 5 and abs((edges := _own_edges(other))[0] - own[0]) <= 30
        if own[1] <= edges[1] + 2
    ]
    return min(like, key=lambda edges: edges[1]) if like else own


def _own_edges(column: Column) -> tuple[float, float]:
    lines = [item for item in column.items if isinstance(item, Line)]
    if not lines:
        return column.items[0].x0, column.items[0].x1
    starts: Counter[int] = Counter(round(line.x0) for line in lines)
    most = max(starts.values())
    left = min(start for start, count in starts.items() if count >= max(2, 0.2 * most) or most < 3)
    return float(left), max(line.x1 for line in lines)


def _add(
    groups: list[Group], placed: Placed, before: Placed | None, after: Line | None, body: Body
) -> None:
    group = _open_group(groups, placed, before)
    previous = group.lines[-1] if group else None
    listed = _is_listed(placed, before or previous, after, body)
    if group and previous and not listed:
        goes_on = not _breaks(group, placed, body) if before else _continues(group, placed)
        broken = None if goes_on else _interrupted(groups, placed)
        if goes_on or broken:
            (broken or group).lines.append(placed)
            return
    apart = before is None or placed.line.y - before.line.y > _WHITE * body.pitch
    groups.append(Group(page=placed.page, lines=[placed], apart=apart, listed=listed))


def _open_group(groups: list[Group], placed: Placed, before: Placed | None) -> Group | None:
    """Return the paragraph that the line may go on with: behind a table only mid-sentence."""
    if not groups:
        return None
    if groups[-1].table is None:
        return groups[-1]
    if before is not None or not placed.line.text[0].islower():
        return None
    text = next((group for group in reversed(groups) if group.table is None), None)
    return None if text is None or ends_sentence(text.lines[-1].line.text) else text


def _interrupted(groups: list[Group], placed: Placed) -> Group | None:
    """Return the paragraph whose sentence goes on here, behind a caption or another stray line."""
    if not placed.line.text[0].islower():
        return None
    for group in groups[-2:-_STRAY_LINES:-1]:
        if group.table is None and _continues(group, placed):
            last = group.lines[-1]
            mid = not ends_sentence(last.line.text) and not last.leaves_room(placed.line)
            return group if mid else None
    return None


def _is_listed(placed: Placed, before: Placed | None, after: Line | None, body: Body) -> bool:
    line = placed.line
    marker, _ = marker_of(line.text)
    if not marker or is_sure(line.text) or before is None:
        return bool(marker)
    old = before.line
    hangs = after is not None and after.x0 > line.x0 + 0.5 * line.size
    hangs = hangs and after is not None and after.y - line.y < _WHITE * body.pitch
    below = line.y > old.y and before.page == placed.page
    white = below and line.y - old.y > _WHITE * body.pitch
    indented = below and line.x0 > old.x0 + 0.5 * line.size and before.left == placed.left
    return hangs or white or indented or opens_item(old.text) or before.leaves_room(line)


def is_other_type(one: Line, two: Line) -> bool:
    """Say whether two lines are set in different sizes."""
    return abs(one.size - two.size) > _OTHER_SIZE * max(one.size, two.size)


def _mid_sentence(before: Placed, line: Line) -> bool:
    return (
        not ends_sentence(before.line.text)
        and line.text[0].islower()
        and not before.leaves_room(line)
    )


def _breaks(group: Group, placed: Placed, body: Body) -> bool:
    """Say whether a line begins something new below the line before it."""
    before, line = group.lines[-1], placed.line
    old = before.line
    if line.cells or old.cells or is_other_type(old, line):
        return True
    step = line.y - old.y
    expected = body.pitch * max(line.size, old.size) / body.size
    if step > _WHITE * expected or step < 0.3 * line.size:
        return True
    if old.bold != line.bold:
        return not _mid_sentence(before, line)
    if is_display(line, body):
        return False
    return _breaks_by_edges(group, placed)


def is_display(line: Line, body: Body) -> bool:
    """Say whether a line is set as headings are."""
    return line.size > (1 + _OTHER_SIZE) * body.size or line.bold


def _breaks_by_edges(group: Group, placed: Placed) -> bool:
    before, line = group.lines[-1], placed.line
    old = before.line
    indent = _INDENT * line.size
    ended = ends_sentence(old.text)
    room = before.leaves_room(line)
    if line.x0 > old.x0 + indent:
        hangs = group.listed and len(group.lines) == 1
        return (ended and room) or (not hangs and (ended or room))
    if line.x0 < old.x0 - (0.3 * line.size if group.listed else indent):
        first = len(group.lines) == 1
        return (room and (ended or not line.text[0].islower())) if first else (ended or room)
    if not room or line.text[0].islower():
        return False
    width = before.right - before.left
    return ended or before.right - old.x1 > 0.3 * width


def _continues(group: Group, placed: Placed) -> bool:
    """Say whether the first line of a column goes on with the paragraph before."""
    before, line = group.lines[-1], placed.line
    old = before.line
    if line.cells or old.cells or is_other_type(old, line) or old.bold != line.bold:
        return False
    room = before.leaves_room(line)
    if not ends_sentence(old.text):
        return not room or line.text[0].islower()
    hanging = old.x0 - before.left if len(group.lines) > 1 else 0.0
    indented = line.x0 - placed.left > hanging + 0.5 * _INDENT * line.size
    outdented = line.x0 - placed.left < hanging - 0.3 * line.size
    return not room and not indented and not outdented and not old.text.endswith(":")
