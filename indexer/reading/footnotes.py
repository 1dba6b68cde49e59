"""Notes at the foot of a page: smaller type, below the text, beginning with their marker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.reading.gutters import Item
from indexer.reading.hyphens import join
from indexer.reading.page_order import Column
from indexer.reading.pdf_lines import Line

_SMALLER = 0.93  # of the body's size
_MARKER = re.compile(r"(\d{1,3}|[*†‡§]{1,3})[.)]?\s+(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it is printed, without its marker."""

    page: int
    marker: str
    """Empty when it goes on from the page before."""
    text: str


def without_notes(columns: Sequence[Column], size: float) -> tuple[list[Column], list[Note]]:
    """Take the notes out of the columns of one page.

    Args:
        columns: the columns in reading order.
        size: the font size of the body, in points.

    Returns:
        The columns without notes, and the notes in reading order.
    """
    kept: list[Column] = []
    notes: list[Note] = []
    for column in columns:
        others = [other for other in columns if other is not column]
        first = _first_note(column, others, size)
        notes += _notes(column.page, column.items[first:])
        if first:
            kept.append(replace(column, items=column.items[:first]))
    return kept, notes


def _first_note(column: Column, others: Sequence[Column], size: float) -> int:
    """Return where in the column the notes begin; its length when there are none."""
    items = column.items
    first = len(items)
    while first and _is_small(items[first - 1], size):
        first -= 1
    raised = any(_is_raised(item) for item in items[first:])
    if first == len(items) or (not raised and _text_below(items[first], others, size)):
        return len(items)
    if first == 0 and not _marked(items[0]) and len(others) == 0:
        return len(items)  # a page in small type is no note
    for number in range(first, len(items)):
        if _marked(items[number]):
            alone = number == first or not _goes_on(items, first)
            return number if alone else first
    return len(items)


def _goes_on(items: Sequence[Item], first: int) -> bool:
    """Say whether the small lines before the first marker are the rest of an earlier note."""
    if first == 0:
        return True
    return items[first].top - items[first - 1].bottom > 0.8 * (
        items[first].bottom - items[first].top
    )


def _is_small(item: Item, size: float) -> bool:
    return isinstance(item, Line) and item.size <= _SMALLER * size


def _marked(item: Item) -> bool:
    return _is_raised(item) or (isinstance(item, Line) and bool(_MARKER.match(item.text)))


def _is_raised(item: Item) -> bool:
    """Say whether a line begins with a raised marker."""
    return isinstance(item, Line) and bool(item.calls) and item.calls[0][0] == 0


def _text_below(item: Item, others: Sequence[Column], size: float) -> bool:
    return any(
        other.top > item.bottom
        and not _is_small(other, size)
        and other.x0 < item.x1
        and other.x1 > item.x0
        for column in others
        for other in column.items
    )


def _notes(page: int, items: Sequence[Item]) -> list[Note]:
    notes: list[Note] = []
    for item in items:
        if not isinstance(item, Line):
            continue
        marker, text = _parted(item)
        if marker or not notes:
            notes.append(Note(page=page, marker=marker, text=text))
        else:
            notes[-1] = replace(notes[-1], text=join(notes[-1].text, text))
    return notes


def _parted(line: Line) -> tuple[str, str]:
    if _is_raised(line):
        return line.calls[0][1], line.text
    found = _MARKER.match(line.text)
    return (found[1], line.text[found.end() :]) if found else ("", line.text)
