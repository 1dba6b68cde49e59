"""Running heads and feet, and page numbers: what a page says about itself, not about its subject.

A line runs when it stands at the same height, at the edge of the text, on several pages. Figures
in it may differ only as page numbers do: by as much as the pages themselves, so that
"Bijlage 1" and "Bijlage 2" at the top of two pages are not taken for one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.reading.pdf_lines import Line

_DEEPEST = 4  # rows of running text at one edge of a page
_ZONE = 0.2  # the part of a page's height, at either edge, in which a row may run
_SAME_HEIGHT = 3.0  # points
_FEW_PAGES = 4
_NUMBER = re.compile(r"\d+|\b[ivxl]+\b")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|•]\s*)?(?:(?:pagina|page|blz\.?|p\.)\s*)?(\d{1,4}|[ivxl]{1,7})"
    r"(?:\s*(?:van|of|/)\s*\d{1,4})?(?:\s*[-–—|•])?",
    re.IGNORECASE,
)

Key = tuple[str, int | None, int]
"""The words with "#" for the page's number, by how much that number differs, the height."""


@dataclass(slots=True, kw_only=True)
class PageLines:
    """The lines of a page, cut at wide gaps; points."""

    page: int
    height: float
    lines: list[Line]


def drop_running_lines(pages: Sequence[PageLines], size: float) -> None:
    """Take running heads, running feet and page numbers out of the pages.

    Args:
        pages: the pages in order; their `lines` are changed.
        size: the font size of the body, in points: what is larger must run on more pages.
    """
    seen: Counter[Key] = Counter()
    for page in pages:
        seen.update({key for row in _edge_rows(page) for line in row for key in _keys(page, line)})
    _drop_small_heads(pages, size)
    for page in pages:
        for rows in (_rows(page), _rows(page)[::-1]):
            gone = _running(page, rows, seen, size, len(pages))
            page.lines = [line for line in page.lines if line not in gone]


def _drop_small_heads(pages: Sequence[PageLines], size: float) -> None:
    """Take out heads that differ from page to page: small type at one height on nearly all pages.

    Feet are not treated so: the last line of a note looks the same.
    """
    tops = {page.page: rows for page in pages if (rows := _rows(page))}
    places = Counter(
        (round(rows[0][0].y), round(rows[0][0].size, 1))
        for rows in tops.values()
        if len(rows) > 1
        and rows[0][0].size < 0.93 * size
        and rows[1][0].y - rows[0][0].y > 2 * rows[0][0].size
    )
    place, count = places.most_common(1)[0] if places else ((0, 0.0), 0)
    if count < max(2, 0.8 * len(tops)):
        return
    for page in pages:
        row = tops.get(page.page, [[]])[0]
        if row and (round(row[0].y), round(row[0].size, 1)) == place:
            page.lines = [line for line in page.lines if line not in row]


def _rows(page: PageLines) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(page.lines, key=lambda line: line.y):
        if rows and line.y - rows[-1][0].y <= 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _edge_rows(page: PageLines) -> Iterator[list[Line]]:
    rows = _rows(page)
    for row in rows[:_DEEPEST]:
        if row[0].y < _ZONE * page.height:
            yield row
    for row in rows[max(_DEEPEST, len(rows) - _DEEPEST) :]:
        if row[0].y > (1 - _ZONE) * page.height:
            yield row


def _keys(page: PageLines, line: Line) -> Iterator[Key]:
    height = round(line.y / _SAME_HEIGHT)
    text = line.text.casefold()
    for near in (height, height + 1):  # two neighbours, so that rounding parts no pair
        yield text, None, near
        for found in _NUMBER.finditer(text):
            words = text[: found.start()] + "#" + text[found.end() :]
            yield words, _value(found[0]) - page.page, near


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [_ROMAN[letter] for letter in number]
    after = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, after, strict=True))


def _running(
    page: PageLines, rows: list[list[Line]], seen: Counter[Key], size: float, pages: int
) -> list[Line]:
    """Return the lines at one edge that run; `rows` go from that edge to the middle."""
    gone: list[list[Line]] = []
    for row, following in pairwise([*rows[: _DEEPEST + 1], []]):
        if min(row[0].y, page.height - row[0].y) > _ZONE * page.height:
            break
        often = max(_count(page, line, seen) for line in row)
        large = row[0].size > 1.1 * size and pages > _FEW_PAGES
        numbered = len(row) == 1 and _is_page_number(page, row[0], following)
        if len(gone) == _DEEPEST or not (numbered or often >= 2 + large):
            break
        gone.append(row)
    inner = rows[len(gone)] if len(gone) < len(rows) else []
    while gone and inner and _is_tight(gone[-1][0], inner[0], size):
        if max(_count(page, line, seen) for line in gone[-1]) >= max(3, 0.4 * pages):
            break
        inner = gone.pop()
    return [line for row in gone for line in row]


def _count(page: PageLines, line: Line, seen: Counter[Key]) -> int:
    return max(seen[key] for key in _keys(page, line))


def _is_tight(line: Line, inner: Line, size: float) -> bool:
    """Say whether a line is set as the text beside it: it may be text that happens to repeat."""
    return line.size > 0.95 * size and abs(inner.y - line.y) < 1.6 * line.size


def _is_page_number(page: PageLines, line: Line, following: list[Line]) -> bool:
    """Say whether a line in the margin is plainly a page's number, whatever other pages hold."""
    found = _PAGE_NUMBER.fullmatch(line.text)
    if not found or min(line.y, page.height - line.y) > 0.12 * page.height:
        return False
    told = found[0] != found[1] or len(found[1]) < 4  # "2024" may be a year
    apart = not following or abs(following[0].y - line.y) > 1.6 * line.size
    return told and apart
