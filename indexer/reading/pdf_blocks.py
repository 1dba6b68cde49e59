"""From groups of lines to blocks: what is a heading, an item, a row, a paragraph, a note."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from indexer.reading.extract import Block, BlockKind
from indexer.reading.footnotes import Note
from indexer.reading.hyphens import join, words_of
from indexer.reading.pdf_lines import Line
from indexer.reading.pdf_markers import marker_of
from indexer.reading.pdf_paragraphs import Body, Group

_LARGER = 1.1  # times the body's size
_LONGEST_HEADING = 200  # letters
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+\S")
_NAMED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})+\.?\s+[A-Z]|(?:Artikel|Hoofdstuk|Bijlage|Paragraaf|Deel|Afdeling"
    r"|Article|Chapter|Annex|Section) [\dIVXA-Z]+\w?\b)"
)
_LEADERS = re.compile(r"\s*\|?\s*(?:\.\s?){4,}\|?\s*")
_UNIT = re.compile(r"(?:\d|\b[kcdm]?m)$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Style(NamedTuple):
    """How a heading is set; the first of sorted styles is the outermost."""

    minus_size: float
    plain: bool
    depth: int


@dataclass(slots=True, kw_only=True)
class _Draft:
    kind: BlockKind
    text: str
    page: int
    marker: str = ""
    level: int = 0
    indent: float = 0.0
    style: Style | None = None
    turns: list[tuple[int, int]] = field(default_factory=list)
    calls: set[tuple[int, str]] = field(default_factory=set)
    """The page and the marker of each note that it calls."""


def blocks_of(groups: Sequence[Group], notes: Sequence[Note], body: Body) -> tuple[Block, ...]:
    """Turn groups of lines and the notes of all pages into blocks in reading order.

    A note stands behind the block that calls it, or behind the last one of its page.
    """
    known = frozenset(
        word for group in groups for placed in group.lines for word in words_of(placed.line.text)
    )
    markers = {(note.page, note.marker) for note in notes}
    drafts = [
        draft
        for group in groups
        for draft in (_rows(group) if group.table else [_draft(group, body, known, markers)])
    ]
    _give_levels(drafts)
    behind = _places(drafts, notes, known)
    blocks: list[Block] = []
    for number, draft in enumerate(drafts):
        blocks.append(_block(draft))
        blocks += [
            Block(kind="note", text=note.text, marker=note.marker, page=note.page)
            for note in behind.get(number, [])
        ]
    return tuple(block for block in blocks if block.text)


def _block(draft: _Draft) -> Block:
    return Block(
        kind=draft.kind,
        text=draft.text,
        level=draft.level,
        marker=draft.marker,
        page=draft.page,
        turns=tuple(draft.turns),
    )


def _rows(group: Group) -> list[_Draft]:
    rows = group.table.rows if group.table else ()
    return [_Draft(kind="row", text=row, page=group.page) for row in rows]


def _draft(
    group: Group, body: Body, known: frozenset[str], markers: set[tuple[int, str]]
) -> _Draft:
    draft = _Draft(kind="paragraph", text="", page=group.page)
    page = group.page
    for number, placed in enumerate(group.lines):
        text = _with_raised(placed.line, placed.page, markers)
        if number == 0 and group.listed:
            draft.marker, text = marker_of(text)
        draft.text = join(draft.text, text, known)
        if placed.page != page:
            page = placed.page
            draft.turns.append((len(draft.text) - len(text), page))
        draft.calls |= {(placed.page, mark) for _, mark in placed.line.calls}
    first = group.lines[0]
    draft.text = draft.text.rstrip("\u00ad")
    if first.line.cells or _LEADERS.search(draft.text):
        draft.kind, draft.text = "row", _LEADERS.sub(" | ", _with_marker(draft))
        draft.marker = ""
    elif _is_heading(group, draft, body):
        draft.kind, draft.text, draft.marker = "heading", _with_marker(draft), ""
        draft.style = _style(first.line, draft.text)
    elif draft.marker:
        draft.kind, draft.indent = "item", first.line.x0 - first.left
    return draft


def _with_marker(draft: _Draft) -> str:
    return f"{draft.marker} {draft.text}" if draft.marker else draft.text


def _with_raised(line: Line, page: int, markers: set[tuple[int, str]]) -> str:
    """Return the text of a line with raised figures that are no note's marker: m², 10⁶."""
    text, shift = line.text, 0
    for offset, mark in line.calls:
        before = line.text[:offset]
        called = any((page, part) in markers for part in re.split(r"[,;]\s?", mark))
        if not called and mark.isdigit() and _UNIT.search(before):
            raised = mark.translate(_RAISED)
            text = text[: offset + shift] + raised + text[offset + shift :]
            shift += len(raised)
    return text


def _is_heading(group: Group, draft: _Draft, body: Body) -> bool:
    lines = [placed.line for placed in group.lines]
    text = draft.text
    if len(text) > _LONGEST_HEADING or any(line.cells for line in lines):
        return False
    if not any(letter.isalpha() for letter in text):
        return False
    closed = text.endswith((".", ";", ",", ":"))
    if lines[0].size >= _LARGER * body.size:
        return not (closed and len(text) > 100)
    if closed or len(lines) > 3 or (draft.marker and not draft.marker[0].isdigit()):
        return False
    if all(line.bold for line in lines):
        return True
    named = _NAMED.match(_with_marker(draft))
    return bool(named) and len(lines) == 1 and group.apart and len(text) < 80


def _style(line: Line, text: str) -> Style:
    number = _NUMBER.match(text)
    depth = number[1].count(".") if number else 0
    return Style(-round(line.size * 2) / 2, not line.bold, depth)


def _give_levels(drafts: Sequence[_Draft]) -> None:
    styles = sorted({draft.style for draft in drafts if draft.style})
    indents: list[float] = []
    for draft in drafts:
        if draft.style:
            draft.level = min(6, styles.index(draft.style) + 1)
        if draft.kind != "item":
            indents = [] if draft.kind == "heading" else indents
            continue
        while indents and draft.indent < indents[-1] - 4:
            indents.pop()
        if not indents or draft.indent > indents[-1] + 4:
            indents.append(draft.indent)
        draft.level = len(indents) - 1


def _places(
    drafts: Sequence[_Draft], notes: Sequence[Note], known: frozenset[str]
) -> Mapping[int, list[Note]]:
    """Return which notes stand behind which draft."""
    whole: list[Note] = []
    for note in notes:
        if note.marker or not whole:
            whole.append(note)
        else:  # it goes on from the page before
            whole[-1] = replace(whole[-1], text=join(whole[-1].text, note.text, known))
    callers = {
        (page, part): number
        for number, draft in reversed(list(enumerate(drafts)))
        for page, mark in draft.calls
        for part in re.split(r"[,;]\s?", mark)
    }
    last: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        last[draft.page] = number
    places: dict[int, list[Note]] = {}
    for note in whole:
        page = max((page for page in last if page <= note.page), default=min(last, default=0))
        number = callers.get((note.page, note.marker), last.get(page, 0))
        places.setdefault(number, []).append(note)
    return places
