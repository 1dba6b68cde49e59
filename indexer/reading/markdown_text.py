"""Markdown: CommonMark with tables; HTML inside it is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indexer.reading.characters import decode, one_line, visible
from indexer.reading.dates import iso_date
from indexer.reading.extract import Block, Extract, Language
from indexer.reading.front_matter import split_front_matter
from indexer.reading.limits import Limits
from indexer.reading.list_markers import BULLET
from indexer.reading.locators import number_blocks
from indexer.reading.media_types import MARKDOWN
from indexer.reading.row_text import row_texts

_PUBLISHED = ("published", "date", "datum", "gepubliceerd", "publicatiedatum")
_PUBLISHER = ("publisher", "uitgever", "organisatie", "bron")
_LANGUAGES: dict[str, Language] = {"nl": "nl", "en": "en"}


def read_markdown(path: Path, *, name: str, limits: Limits) -> Extract:  # noqa: ARG001
    """Read a Markdown file; front matter, when there is any, gives title, publisher and date."""
    fields, text = split_front_matter(decode(path.read_bytes()).replace("\r\n", "\n"))
    blocks = blocks_of(text)
    top = next((block.text for block in blocks if block.kind == "heading"), None)
    language = fields.get("language", fields.get("lang", fields.get("taal", "")))[:2].lower()
    return Extract(
        media_type=MARKDOWN,
        blocks=blocks,
        title=fields.get("title") or fields.get("titel") or top,
        publisher=_first(fields, _PUBLISHER),
        published=iso_date(_first(fields, _PUBLISHED)),
        language=_LANGUAGES.get(language),
        url=_web_address(fields.get("url")),
    )


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text without front matter."""
    from markdown_it import MarkdownIt

    reader = _Reader()
    for token in MarkdownIt("commonmark").enable("table").parse(visible(text)):
        reader.take(token)
    return number_blocks(block for block in reader.blocks if block.text)


def _first(fields: dict[str, str], keys: Sequence[str]) -> str | None:
    return next((fields[key] for key in keys if fields.get(key)), None)


def _web_address(text: str | None) -> str | None:
    return text if text and text.startswith(("https://", "http://")) else None


def _words(inline: Any) -> str:
    """Return what a reader sees of a line: no markup, no addresses, no HTML, no pictures."""
    shown = {"text", "code_inline"}
    pieces = [
        child.content if child.type in shown else " " if child.type.endswith("break") else ""
        for child in inline.children or ()
    ]
    return one_line("".join(pieces))


@dataclass(slots=True)
class _Reader:
    """Takes the flat list of tokens of markdown-it and keeps the blocks it has seen."""

    blocks: list[Block] = field(default_factory=list)
    _markers: list[str] = field(default_factory=list)  # of the open items, outermost first
    _begun: list[bool] = field(default_factory=list)  # has the open item had its text?
    _heading: int = 0
    _rows: list[list[str]] = field(default_factory=list)

    def take(self, token: Any) -> None:
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._heading = 0
            case "list_item_open":
                ordered = token.markup in {".", ")"}
                self._markers.append(f"{token.info}{token.markup}" if ordered else BULLET)
                self._begun.append(False)
            case "list_item_close":
                self._markers.pop()
                self._begun.pop()
            case "fence" | "code_block":
                self.blocks.append(Block(kind="paragraph", text=one_line(token.content)))
            case _:
                self._take_table_or_text(token)

    def _take_table_or_text(self, token: Any) -> None:
        match token.type:
            case "table_open":
                self._rows = []
            case "tr_open":
                self._rows.append([])
            case "table_close":
                texts = row_texts(self._rows, heads=1)
                self.blocks.extend(Block(kind="row", text=text) for text in texts)
                self._rows = []
            case "inline" if self._rows:
                self._rows[-1].append(_words(token))
            case "inline":
                self._take_text(_words(token))
            case _:
                pass

    def _take_text(self, text: str) -> None:
        if self._heading:
            self.blocks.append(Block(kind="heading", text=text, level=self._heading))
        elif self._begun and not self._begun[-1]:
            self._begun[-1] = True
            level = len(self._markers) - 1
            self.blocks.append(Block(kind="item", text=text, level=level, marker=self._markers[-1]))
        else:
            self.blocks.append(Block(kind="paragraph", text=text))
