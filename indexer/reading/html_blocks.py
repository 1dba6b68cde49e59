"""The blocks of a piece of HTML, in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from indexer.reading.characters import one_line
from indexer.reading.extract import Block
from indexer.reading.html_table import is_layout, table_texts
from indexer.reading.list_markers import BULLET, ordered_marker

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "ruby", "rt", "s", "samp", "small", "span",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_STEPS = {"1", "A", "a", "I", "i"}


def blocks_of(element: Any) -> list[Block]:
    """Return the blocks of an lxml.html element: headings, paragraphs, items and rows."""
    walker = _Walker()
    walker.walk(element)
    walker.flush()
    return walker.blocks


@dataclass(slots=True)
class _Walker:
    """Gathers running text until an element begins that makes a block of its own."""

    blocks: list[Block] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _depth: int = 0
    """How many lists are open."""
    _marker: str | None = None
    """Of the item whose text has not been seen yet."""

    def walk(self, element: Any) -> None:
        self._pieces.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                self._enter(child)
            self._pieces.append(child.tail or "")

    def flush(self) -> None:
        """Make a block of the running text so far."""
        text = one_line("".join(self._pieces))
        self._pieces = []
        if not text:
            return
        if self._marker is not None:
            self.blocks.append(
                Block(kind="item", text=text, level=self._depth - 1, marker=self._marker)
            )
            self._marker = None
        else:
            self.blocks.append(Block(kind="paragraph", text=text))

    def _enter(self, element: Any) -> None:
        tag = element.tag
        if tag in _HEADINGS:
            self.flush()
            text = one_line("".join(element.itertext()))
            if text:
                self.blocks.append(Block(kind="heading", text=text, level=_HEADINGS[tag]))
        elif tag in {"ul", "ol"}:
            self.flush()
            self._walk_list(element)
        elif tag == "table":
            self.flush()
            self._walk_table(element)
        elif tag == "br":
            self._break(element)
        elif tag == "dl":
            self.flush()
            self._walk_definitions(element)
        elif tag in _INLINE and not _holds_blocks(element):
            self.walk(element)
        else:
            self.flush()
            self.walk(element)
            self.flush()

    def _break(self, element: Any) -> None:
        """End a paragraph at a line's end, unless the sentence goes on after it."""
        goes_on = (element.tail or "").lstrip()[:1].islower()
        if goes_on or self._marker is not None:
            self._pieces.append(" ")
        else:
            self.flush()

    def _walk_list(self, element: Any) -> None:
        ordered = element.tag == "ol"
        style = element.get("type") or "1"
        number = _number(element.get("start"), 1)
        self._depth += 1
        for child in element:
            if child.tag in {"ul", "ol"}:  # wrong but common: a list right inside a list
                self._walk_list(child)
            elif child.tag == "li":
                number = _number(child.get("value"), number)
                style_known = style if style in _STEPS else "1"
                self._marker = ordered_marker(number, style_known) if ordered else BULLET
                number += 1
                self.walk(child)
                self.flush()
                self._marker = None
        self._depth -= 1

    def _walk_table(self, element: Any) -> None:
        if is_layout(element):
            self.walk(element)
            self.flush()
            return
        for caption in element.findall("caption"):
            text = one_line("".join(caption.itertext()))
            if text:
                self.blocks.append(Block(kind="paragraph", text=text))
        self.blocks.extend(Block(kind="row", text=text) for text in table_texts(element))

    def _walk_definitions(self, element: Any) -> None:
        """Take terms and meanings as rows "term: meaning"."""
        term = ""
        for child in element.iter("dt", "dd"):
            text = one_line(" ".join(child.itertext()))
            if child.tag == "dt":
                term = text
            elif text:
                head = f"{term.rstrip(':')}: " if term else ""
                self.blocks.append(Block(kind="row", text=head + text))


def _holds_blocks(element: Any) -> bool:
    return any(isinstance(inner.tag, str) and inner.tag not in _INLINE for inner in element.iter())


def _number(text: str | None, otherwise: int) -> int:
    value = (text or "").strip()
    return int(value) if value.isdigit() and len(value) < 6 else otherwise
