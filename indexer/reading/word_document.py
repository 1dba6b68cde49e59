"""Word documents (.docx): headings, lists with their markers, tables and notes in reading order."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indexer.errors import SourceRefused
from indexer.reading.archive import check_archive
from indexer.reading.characters import one_line
from indexer.reading.extract import Block, Extract, Language
from indexer.reading.limits import Limits
from indexer.reading.locators import number_blocks
from indexer.reading.media_types import WORD
from indexer.reading.safe_xml import parse_xml
from indexer.reading.word_numbering import Numbering
from indexer.reading.word_text import W, note_ids, paragraph_text, table_texts

_LANGUAGES: dict[str, Language] = {"nl": "nl", "en": "en"}
_HEADING = re.compile(r"^(?:heading|kop)\s*(\d)$", re.I)
_TITLE = re.compile(r"^(title|titel)$", re.I)
_CONTENTS = re.compile(r"^(toc|inhopg|inhoudsopgave|table of|lijst met afbeeldingen)\b", re.I)
_TRANSPARENT = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}smartTag"}
_DEEPEST = 6


def read_word_document(path: Path, *, name: str, limits: Limits) -> Extract:
    """Read a Word document; nothing that it refers to is fetched, no macro is looked at.

    Raises:
        SourceRefused: the file is unsafe to unpack, holds macros or cannot be read.
    """
    check_archive(path, name=name, limits=limits)
    _check_parts(path, name)
    document = _open(path, name)
    try:
        reader = _Reader(document)
        for node in _body(document.element.body):
            reader.take(node)
    except (ValueError, KeyError, AttributeError, TypeError) as error:  # values Word cannot write
        raise _damaged(name) from error
    # Without properties of its own python-docx makes some up, dated today.
    packed = document.part.package.rels.values()
    dated = any(relation.reltype.endswith("core-properties") for relation in packed)
    about = document.core_properties
    title = one_line(about.title or "") or reader.title
    remarks = []
    if next(document.element.iter(f"{W}ins", f"{W}del"), None) is not None:
        remarks.append(
            "Dit document heeft bijgehouden wijzigingen; het is gelezen alsof ze zijn aanvaard."
        )
    changed = (about.modified or about.created) if dated else None
    return Extract(
        media_type=WORD,
        blocks=number_blocks(block for block in reader.blocks if block.text),
        title=title or None,
        language=_LANGUAGES.get((about.language or "")[:2].lower()),
        published=changed.date().isoformat() if changed else None,
        remarks=tuple(remarks),
    )


def _check_parts(path: Path, name: str) -> None:
    with zipfile.ZipFile(path) as archive:
        inside = archive.namelist()
        if any(entry.lower().endswith("vbaproject.bin") for entry in inside):
            raise SourceRefused(
                name,
                "Dit Word-bestand bevat macro's.",
                "Sla het op als gewoon Word-document (.docx) en voeg dat toe.",
            )
        for entry in inside:
            if entry.endswith((".xml", ".rels")):
                _check_part(archive, entry, name)


def _check_part(archive: zipfile.ZipFile, entry: str, name: str) -> None:
    """Refuse XML with a document type: Word never writes one."""
    try:
        head = archive.read(entry)
    # NotImplementedError: how zipfile names a kind of compression that it cannot unpack.
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise _damaged(name) from error
    if b"<!DOCTYPE" in head.replace(b"\x00", b"") or b"<!ENTITY" in head.replace(b"\x00", b""):
        raise SourceRefused(
            name,
            "Dit Word-bestand bepaalt zelf afkortingen (entiteiten); dat is onveilig.",
            "Vertrouw het niet; vraag een ander exemplaar op.",
        )


def _damaged(name: str) -> SourceRefused:
    return SourceRefused(
        name, "Dit Word-bestand is beschadigd.", "Open het in Word en sla het opnieuw op."
    )


def _open(path: Path, name: str) -> Any:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    try:
        document = docx.Document(str(path))
        document.element.body  # noqa: B018 — a file without a body fails here, not later
    except (OpcError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise _damaged(name) from error
    return document


def _body(node: Any) -> Iterator[Any]:
    """Yield paragraphs and tables in reading order, also those inside content controls."""
    for child in node:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _body(child)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    name: str = ""
    level: int = 0
    """Of a heading, 1 the highest; 0 for other text."""
    number: str | None = None
    depth: int = 0


@dataclass(slots=True)
class _Reader:
    document: Any
    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    _styles: dict[str, _Style] = field(default_factory=dict)
    _numbering: Numbering = field(default_factory=Numbering)
    _notes: dict[str, str] = field(default_factory=dict)
    _noted: int = 0

    def __post_init__(self) -> None:
        styles = self.document.styles.element.findall(f"{W}style")
        for style in (*styles, *styles):  # twice: a style may come before the one it is based on
            self._styles[style.get(f"{W}styleId", "")] = _style(style, self._styles)
        for relation in self.document.part.rels.values():
            kind = relation.reltype.rsplit("/", 1)[-1]
            if relation.is_external:
                continue
            if kind == "numbering":
                self._numbering = Numbering.of(relation.target_part.element)
            elif kind in {"footnotes", "endnotes"}:
                self._notes.update(_notes(relation.target_part.blob, kind.rstrip("s")))

    def take(self, node: Any) -> None:
        """Take a paragraph or a table."""
        if node.tag == f"{W}tbl":
            self._take_table(node)
            return
        text, style = paragraph_text(node), self._style(node)
        if text and not _CONTENTS.match(style.name):
            self._take_text(text, style)
        for note in note_ids(node):
            if note in self._notes:
                self._noted += 1
                self.blocks.append(
                    Block(kind="note", text=self._notes[note], marker=str(self._noted))
                )

    def _take_text(self, text: str, style: _Style) -> None:
        marker = self._numbering.marker(style.number, style.depth) if style.number else None
        if _TITLE.match(style.name):
            self.title = self.title or text
            self.blocks.append(Block(kind="heading", text=text, level=1))
        elif style.level:
            self.title = self.title or (text if style.level == 1 else None)
            printed = f"{marker} {text}" if marker else text
            self.blocks.append(Block(kind="heading", text=printed, level=style.level))
        elif marker:
            self.blocks.append(Block(kind="item", text=text, marker=marker, level=style.depth))
        else:
            self.blocks.append(Block(kind="paragraph", text=text))

    def _take_table(self, node: Any) -> None:
        widest = max((len(row.findall(f"{W}tc")) for row in node.iter(f"{W}tr")), default=0)
        if widest < 2:  # a frame around text
            for cell in node.iter(f"{W}tc"):
                for inner in _body(cell):
                    self.take(inner)
            return
        self.blocks.extend(Block(kind="row", text=text) for text in table_texts(node))

    def _style(self, node: Any) -> _Style:
        own = node.find(f"{W}pPr")
        named = None if own is None else own.find(f"{W}pStyle")
        style = self._styles.get("" if named is None else named.get(f"{W}val", ""), _Style())
        return style if own is None else _with(style, own)


def _style(node: Any, known: dict[str, _Style]) -> _Style:
    based = node.find(f"{W}basedOn")
    parent = known.get(based.get(f"{W}val", "")) if based is not None else None
    name = node.find(f"{W}name")
    shown = "" if name is None else name.get(f"{W}val", "")
    heading = _HEADING.match(shown)
    level = int(heading[1]) if heading else parent.level if parent else 0
    style = _Style(
        name=shown,
        level=min(level, _DEEPEST),
        number=parent.number if parent else None,
        depth=parent.depth if parent else 0,
    )
    own = node.find(f"{W}pPr")
    return style if own is None else _with(style, own)


def _with(style: _Style, own: Any) -> _Style:
    """Return the style with what a paragraph's or style's own properties change."""
    outline = own.find(f"{W}outlineLvl")
    level = style.level
    if outline is not None:
        told = int(outline.get(f"{W}val", "9"))
        level = min(told + 1, _DEEPEST) if told < 9 else 0
    number, depth = style.number, style.depth
    listed = own.find(f"{W}numPr")
    if listed is not None:
        chosen, deep = listed.find(f"{W}numId"), listed.find(f"{W}ilvl")
        number = number if chosen is None else chosen.get(f"{W}val")
        number = None if number == "0" else number
        depth = depth if deep is None else int(deep.get(f"{W}val", "0"))
    return _Style(name=style.name, level=level, number=number, depth=depth)


def _notes(blob: bytes, kind: str) -> dict[str, str]:
    """Return the text of each note by "footnote 2"; Word's own separators are none."""
    root = parse_xml(blob, name=kind)
    return {
        f"{kind} {note.get(f'{W}id')}": one_line(" ".join(map(paragraph_text, note.iter(f"{W}p"))))
        for note in root.findall(f"{W}{kind}")
        if note.get(f"{W}type") in {None, "normal"}
    }
