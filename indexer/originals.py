"""An original becomes passages: along its headings, articles and lists, never through a row.

A passage is answered with as a whole, so it is short, and what belongs together stays together: a
list with the line that announces it, a table row, a footnote. Only what is longer than a passage
may be is cut: a list between items, a paragraph between sentences.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexer.documents import Label, Role
from indexer.instructions import gives_orders
from indexer.passages import Passage, Span
from indexer.reading.extract import Block, Extract
from indexer.sentences import sentence_spans

_LONGEST_SENTENCE = 90  # words: a list with its first line is one sentence up to here
_ID_DIGITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalFacts:
    """What the library knows of one version of a source."""

    source_id: str
    title: str
    topic: str
    language: str
    label: Label
    checked: date
    review_by: date
    secondary: bool = False
    quotable: bool = True
    valid_from: date | None = None
    valid_until: date | None = None
    current: bool = True
    file: str | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that are cited together, and where they stand."""

    text: str
    page: int | None
    locator: str | None


_Unit = tuple[_Piece, ...]
"""Pieces that stand on lines of their own or after one another, and are not parted."""


def passages_of_original(
    extract: Extract, facts: OriginalFacts, most_words: int
) -> Iterator[Passage]:
    """Cut an original into passages of about `most_words` words.

    The id of a passage is `<source id>.<digest of headings and text>`, so it stays the same in a
    newer version for as long as its words do.
    """
    used: dict[str, int] = {}
    told = (block for block in extract.blocks if block.text.strip())
    for path, blocks in _sections(told):
        for units in _packed(_units(blocks, facts.language), most_words):
            passage = _passage(facts, path, units)
            count = used[passage.id] = used.get(passage.id, 0) + 1
            yield passage if count == 1 else _numbered(passage, count)


def _sections(blocks: Iterable[Block]) -> Iterator[tuple[tuple[str, ...], list[Block]]]:
    """Yield each run of blocks below one heading, with the headings above it.

    Notes come last in their section, so that they do not stand between a list and its first line.
    """
    stack: list[tuple[int, str]] = []
    body: list[Block] = []
    notes: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            if body or notes:
                yield tuple(text for _, text in stack), [*body, *notes]
            body, notes = [], []
            stack = [(level, text) for level, text in stack if level < block.level]
            stack.append((block.level, block.text))
        else:
            (notes if block.kind == "note" else body).append(block)
    if body or notes:
        yield tuple(text for _, text in stack), [*body, *notes]


def _units(blocks: Sequence[Block], language: str) -> Iterator[_Unit]:
    position = 0
    while position < len(blocks):
        block = blocks[position]
        position += 1
        items: list[Block] = []
        if block.kind == "paragraph" and block.text.rstrip().endswith(":"):
            while position < len(blocks) and blocks[position].kind == "item":
                items.append(blocks[position])
                position += 1
        if items:
            yield from _list_units(block, items, language)
        else:
            yield _pieces(block, language)


def _list_units(block: Block, items: Sequence[Block], language: str) -> Iterator[_Unit]:
    """Yield a list with the sentence that announces it: as one citation unless it is long."""
    *before, announced = _pieces(block, language)
    lines = [announced.text, *map(_line, items)]
    if sum(len(line.split()) for line in lines) <= _LONGEST_SENTENCE:
        whole = _Piece("\n".join(lines), announced.page, announced.locator)
        yield (*before, whole)
        return
    first, *others = (_Piece(_line(item), item.page, item.locator) for item in items)
    yield (*before, announced, first)
    yield from ((piece,) for piece in others)


def _line(item: Block) -> str:
    return f"{item.marker} {item.text}".strip()


def _pieces(block: Block, language: str) -> _Unit:
    """Cut a paragraph into sentences; an item, a row and a note are cited whole."""
    if block.kind != "paragraph":
        return (_Piece(_line(block), block.page, block.locator),)
    return tuple(
        _Piece(
            (f"{block.marker} " if block.marker and not start else "") + block.text[start:end],
            _page_at(block, start),
            block.locator,
        )
        for start, end in sentence_spans(block.text, language)
    )


def _page_at(block: Block, offset: int) -> int | None:
    page = block.page
    for start, number in block.turns:
        if offset >= start:
            page = number
    return page


def _packed(units: Iterable[_Unit], most_words: int) -> Iterator[list[_Unit]]:
    """Put units together up to the length of a passage; a longer unit is cut between pieces."""
    packed: list[_Unit] = []
    words = 0
    for unit in units:
        for part in _cut(unit, most_words):
            length = sum(len(piece.text.split()) for piece in part)
            if packed and words + length > most_words:
                yield packed
                packed, words = [], 0
            packed.append(part)
            words += length
    if packed:
        yield packed


def _cut(unit: _Unit, most_words: int) -> Iterator[_Unit]:
    """Cut a unit that is half as long again as a passage may be."""
    if sum(len(piece.text.split()) for piece in unit) <= most_words * 3 // 2:
        yield unit
        return
    part: list[_Piece] = []
    words = 0
    for piece in unit:
        length = len(piece.text.split())
        if part and words + length > most_words:
            yield tuple(part)
            part, words = [], 0
        part.append(piece)
        words += length
    yield tuple(part)


def _passage(facts: OriginalFacts, path: tuple[str, ...], units: Sequence[_Unit]) -> Passage:
    text = ""
    spans: list[Span] = []
    for unit in units:
        for number, piece in enumerate(unit):
            if text:
                text += " " if number else "\n"
            spans.append(
                Span(
                    start=len(text),
                    end=len(text) + len(piece.text),
                    role=Role.ANSWER,
                    source_ids=(facts.source_id,),
                    page=piece.page,
                    locator=piece.locator,
                    order=gives_orders(piece.text),
                )
            )
            text += piece.text
    digest = hashlib.sha256("\n".join((*path, text)).encode()).hexdigest()[:_ID_DIGITS]
    return Passage(
        id=f"{facts.source_id}.{digest}",
        document_id=facts.source_id,
        section_id=digest,
        title=facts.title,
        heading=path[-1] if path else facts.title,
        path=path[:-1],
        topic=facts.topic,
        language=facts.language,
        label=facts.label,
        basis="original",
        secondary=facts.secondary,
        checked=facts.checked,
        review_by=facts.review_by,
        text=text,
        spans=tuple(spans),
        hints=(),
        quotable=facts.quotable,
        valid_from=facts.valid_from,
        valid_until=facts.valid_until,
        current=facts.current,
        file=facts.file,
    )


def _numbered(passage: Passage, count: int) -> Passage:
    """Tell a passage from an earlier one with the same words under the same headings."""
    return replace(passage, id=f"{passage.id}-{count}")
