"""From the characters of a page to its lines: text on one baseline without a wide gap in it.

A line that reaches over two columns is not made here: wide gaps cut it, and page_order puts
together what no gutter parts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from indexer.reading.hyphens import SOFT_HYPHEN, clean
from indexer.reading.pdf_glyphs import UNKNOWN, Glyph

WIDE_GAP = 0.8
"""A gap as wide as this, in font sizes, may part two columns."""

_WORD_GAP = 0.16  # in font sizes; TeX shrinks its spaces to 0.22, kerning stays below 0.1
_CALL = re.compile(r"[(\[]?(?:\d{1,3}|[*†‡§]{1,3})(?:[,;]\s?\d{1,3})*[)\]]?$")
_BULLETS = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "–"}
)


class Word(NamedTuple):
    """Characters without a gap between them."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    spaced: bool
    """A space is printed before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Text on one baseline; points, y from the top of the page down to the baseline."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    """Every word is bold."""
    first_width: float = 0.0
    """How wide the first word is: would it have fitted on the line before?"""
    calls: tuple[tuple[int, str], ...] = ()
    """Raised figures that were taken out: offset in `text`, and what they were."""
    cells: bool = False
    """Its parts stand far apart, as the cells of a table without rules do."""

    @property
    def top(self) -> float:
        """Where its capitals begin."""
        return self.y - 0.7 * self.size

    @property
    def bottom(self) -> float:
        """Just under its baseline."""
        return self.y + 0.05 * self.size


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines from top to bottom, each cut at its wide gaps."""
    pieces = [piece for row in _rows(glyphs) for piece in _pieces(_words(row))]
    lines = [line for piece in _with_scripts(pieces) if (line := _line(piece)).text]
    return _with_drop_caps(sorted(lines, key=lambda line: (line.y, line.x0)))


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    start = size = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if rows and glyph.y - start <= 0.2 * min(size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            start, size = glyph.y, glyph.size
    for row in rows:
        row.sort(key=lambda glyph: glyph.x0)
    return rows


def _words(row: Sequence[Glyph]) -> list[Word]:
    words: list[list[Glyph]] = []
    spaced: list[bool] = []
    last: Glyph | None = None
    space = False
    for glyph in row:
        if glyph.text.isspace():
            last, space = None, True
            continue
        if last is not None and _same(last, glyph):
            continue
        if last is not None and _together(last, glyph):
            words[-1].append(glyph)
        else:
            words.append([glyph])
            spaced.append(space)
        last, space = glyph, False
    return [_word(word, space) for word, space in zip(words, spaced, strict=True)]


def _same(last: Glyph, glyph: Glyph) -> bool:
    """Some programs make bold by printing a letter twice."""
    return (
        last.text == glyph.text
        and abs(last.x0 - glyph.x0) < 0.1 * glyph.size
        and glyph.x1 > glyph.x0
    )


def _together(last: Glyph, glyph: Glyph) -> bool:
    large = max(last.size, glyph.size)
    if min(last.size, glyph.size) < 0.82 * large:
        return False
    return -large < glyph.x0 - last.x1 <= _WORD_GAP * large


def _word(glyphs: Sequence[Glyph], spaced: bool) -> Word:
    first, last = glyphs[0], glyphs[-1]
    text = "".join(glyph.text for glyph in glyphs)
    bold = sum(glyph.bold for glyph in glyphs) * 2 > len(glyphs)
    return Word(text, first.x0, last.x1, first.y, first.size, bold, spaced)


def _pieces(words: Sequence[Word]) -> list[list[Word]]:
    pieces: list[list[Word]] = []
    for word in words:
        if pieces and _gap(pieces[-1][-1], word) < WIDE_GAP and not _initial(pieces[-1], word):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return pieces


def _gap(left: Word, right: Word) -> float:
    return (right.x0 - left.x1) / min(left.size, right.size)


def _initial(piece: Sequence[Word], word: Word) -> bool:
    """Say whether the piece is a drop cap, which belongs to a line higher up."""
    first = piece[-1]
    return len(piece) == 1 and len(first.text) == 1 and first.size > 1.8 * word.size


def _with_scripts(pieces: list[list[Word]]) -> list[list[Word]]:
    """Put raised and lowered words back among those that they stand by."""
    hosts: list[list[Word]] = []
    scripts: list[list[Word]] = []
    sizes = [max(word.size for word in piece) for piece in pieces]
    usual = sorted(sizes)[len(sizes) // 2] if sizes else 0.0
    for piece, size in zip(pieces, sizes, strict=True):
        short = sum(len(word.text) for word in piece) <= 6 and size < usual
        (scripts if short else hosts).append(piece)
    for script in scripts:
        host = next((host for host in hosts if _stands_by(script, host)), None)
        if host is None:
            hosts.append(script)
            continue
        host.extend(script)
        host.sort(key=lambda word: word.x0)
        for rest in [rest for rest in hosts if rest is not host and _follows(host, rest)]:
            host.extend(rest)
            hosts.remove(rest)
    return hosts


def _follows(host: Sequence[Word], rest: Sequence[Word]) -> bool:
    """Say whether only the raised word made the gap between two pieces wide."""
    gap = rest[0].x0 - host[-1].x1
    return host[0].y == rest[0].y and 0 <= gap < WIDE_GAP * min(host[0].size, rest[0].size)


def _stands_by(script: Sequence[Word], host: Sequence[Word]) -> bool:
    size, small = max(word.size for word in host), max(word.size for word in script)
    raised = (host[0].y - script[0].y) / size
    if small > 0.82 * size or not -0.35 <= raised <= 0.65 or abs(raised) < 0.02:
        return False
    left, right = min(word.x0 for word in host), max(word.x1 for word in host)
    return left - size - small * 2 <= script[0].x0 <= right + 0.4 * size


def _line(words: Sequence[Word]) -> Line:
    size = _usual_size(words)
    base = next(word.y for word in words if word.size == size)
    text, calls = "", []
    apart = False
    for before, word in zip([None, *words], words, strict=False):
        wide = 0.08 * size if before and before.size != word.size else 0.0
        apart |= word.spaced or (before is not None and word.x0 - before.x1 > wide)
        raised = base - word.y > 0.1 * size and word.size <= 0.82 * size
        if raised and _CALL.match(word.text):
            calls.append((len(text), word.text.strip("()[]")))
            continue
        text = text.rstrip(SOFT_HYPHEN) + (" " if apart and text else "")
        text += clean(word.text.translate(_BULLETS))
        apart = False
    spread = _spread(words)
    return Line(
        text=spread or text,
        x0=words[0].x0,
        x1=max(word.x1 for word in words),
        y=base,
        size=size,
        bold=all(word.bold for word in words),
        first_width=words[0].x1 - words[0].x0,
        calls=() if spread else tuple(calls),
    )


def _usual_size(words: Sequence[Word]) -> float:
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _spread(words: Sequence[Word]) -> str:
    """Return the text of a line whose letters are set apart ("I N H O U D"), else nothing."""
    letters = [word for word in words if len(word.text) == 1 and word.text.isalpha()]
    if len(words) < 5 or len(letters) < 0.8 * len(words):
        return ""
    gaps = sorted(right.x0 - left.x1 for left, right in pairwise(words))
    usual = gaps[len(gaps) // 2]
    text = words[0].text
    for left, right in pairwise(words):
        text += (" " if right.x0 - left.x1 > 1.7 * usual else "") + right.text
    return text


def _with_drop_caps(lines: list[Line]) -> list[Line]:
    """Give a line its drop cap back, and start the lines beside the cap at the margin."""
    for cap in [line for line in lines if len(line.text) == 1 and line.text.isupper()]:
        beside = [
            line
            for line in lines
            if line.size * 1.8 < cap.size
            and cap.top - 0.6 * line.size <= line.top
            and line.y <= cap.y + 0.3 * line.size
            and 0 <= line.x0 - cap.x1 + 0.3 * line.size <= 1.5 * line.size
        ]
        if beside and abs(beside[0].top - cap.top) < beside[0].size:
            lines = [
                replace(
                    line, x0=cap.x0, text=cap.text + line.text if line is beside[0] else line.text
                )
                if line in beside
                else line
                for line in lines
                if line is not cap
            ]
    return lines


def unknown_share(text: str) -> float:
    """Return which part of a text is characters that nobody knows."""
    return text.count(UNKNOWN) / max(1, len(text))
