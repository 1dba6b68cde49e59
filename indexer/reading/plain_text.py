"""Plain text: what its blank lines, indents and markers say about its structure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from indexer.reading.characters import decode, one_line, visible
from indexer.reading.extract import Block, Extract
from indexer.reading.hyphens import words_of
from indexer.reading.limits import Limits
from indexer.reading.locators import number_blocks
from indexer.reading.media_types import TEXT
from indexer.reading.wrapped_lines import are_wrapped, join_lines

_MARKED = re.compile(
    r"^(?P<indent>\s*)(?P<marker>\d{1,3}[.)°]|\(?[a-z]\)|[a-z]\.|[ivx]{1,4}[.)]|[-–—•*▪◦‣·●○■□])"
    r"\s+(?P<text>\S.*)$"
)
_NUMBER = re.compile(r"^\d{1,3}[.)]$")
_RULE = re.compile(r"^\s*([-=_*~#])\1{2,}\s*$")
_HEADING_CHARACTERS = 80
_LONG_LINE = 100  # characters; next to such a line a short one is a heading
_LETTER = re.compile(r"[^\W\d_]")
_OPENS = re.compile(r"^[\"'“‘(]?[A-ZÀ-Þ0-9]")


@dataclass(slots=True)
class _Piece:
    """Lines that belong together, before they are known to be a heading or a paragraph."""

    lines: list[str]
    marker: str = ""
    indent: int = 0
    alone: bool = False
    """It is all there is between two blank lines, or it stands among lines much longer."""


def read_plain_text(path: Path, *, name: str, limits: Limits) -> Extract:  # noqa: ARG001
    """Read a plain text; its first heading, when it opens the text, is its title.

    A short line alone between blank lines, with text after it, is a heading. Lines that were
    broken to fit a width are joined; lines that were not (verse, an address) stay apart.
    """
    blocks = blocks_of(decode(path.read_bytes()))
    opens = blocks[0] if blocks and blocks[0].kind == "heading" else None
    return Extract(media_type=TEXT, blocks=blocks, title=opens.text if opens else None)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text, each paragraph and item with its "alinea N"."""
    shown = visible(text).replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    groups = _groups(shown)
    known = set().union(*map(words_of, shown.split("\n")))
    pieces = [piece for group in groups for piece in _pieces(group)]
    blocks: list[Block] = []
    indents: list[int] = []
    for position, piece in enumerate(pieces):
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        if piece.marker and not _is_numbered_heading(piece, following):
            while indents and piece.indent < indents[-1]:
                indents.pop()
            if not indents or piece.indent > indents[-1]:
                indents.append(piece.indent)
            blocks.append(_item(piece, len(indents) - 1, known))
        else:
            indents = []
            blocks.append(_heading_or_paragraph(piece, known, first=not blocks))
    return number_blocks(block for block in blocks if block.text)


def _groups(text: str) -> list[list[str]]:
    """Return the lines between blank lines; a ruled line parts them like a blank one."""
    groups: list[list[str]] = [[]]
    for line in re.split(r"[\n\f\v\u2028\u2029]", text):
        if not line.strip() or _RULE.match(line):
            groups.append([])
        else:
            groups[-1].append(line)
    return [group for group in groups if group]


def _pieces(group: list[str]) -> list[_Piece]:
    pieces: list[_Piece] = [_Piece([])]
    for line in group:
        found = _MARKED.match(line)
        before = pieces[-1]
        # A line of running text may happen to begin with a figure or a dash.
        ended = not before.lines or before.marker or before.lines[-1].rstrip()[-1] in ":;."
        if found and ended:
            pieces.append(_Piece([found["text"]], found["marker"], len(found["indent"])))
        else:
            before.lines.append(line)
    parts = [part for piece in pieces if piece.lines for part in _split(piece)]
    if len(parts) == 1:
        parts[0].alone = True
    return parts


def _split(piece: _Piece) -> list[_Piece]:
    """Take lines apart that were not broken to fit a width; an item always stays whole."""
    if piece.marker or len(piece.lines) == 1 or are_wrapped(piece.lines):
        return [piece]
    lines = [line.strip() for line in piece.lines]
    after = [*map(len, lines[1:]), 0]
    return [
        _Piece([line], alone=len(line) <= _HEADING_CHARACTERS and length > _LONG_LINE)
        for line, length in zip(lines, after, strict=True)
    ]


def _reads_as_heading(text: str) -> bool:
    ends_well = text[-1:].isalnum() or text[-1:] in "?)’'\"”"
    return (
        len(text) <= _HEADING_CHARACTERS
        and ends_well
        and bool(_LETTER.search(text))
        and bool(_OPENS.match(text))
    )


def _is_numbered_heading(piece: _Piece, following: _Piece | None) -> bool:
    """Tell "2. Doel" above a paragraph from the second item of a list."""
    return (
        piece.alone
        and bool(_NUMBER.match(piece.marker))
        and piece.indent == 0
        and len(piece.lines) == 1
        and _reads_as_heading(one_line(piece.lines[0]))
        and following is not None
        and not following.marker
    )


def _item(piece: _Piece, level: int, known: set[str]) -> Block:
    text = join_lines(piece.lines, known)
    return Block(kind="item", text=text, level=level, marker=piece.marker)


def _heading_or_paragraph(piece: _Piece, known: set[str], *, first: bool) -> Block:
    text = join_lines(piece.lines, known)
    if piece.alone and len(piece.lines) == 1 and _reads_as_heading(text):
        marker = f"{piece.marker} " if piece.marker else ""
        return Block(kind="heading", text=marker + text, level=1 if first else 2)
    return Block(kind="paragraph", text=text)
