"""A letter as a Word document with real footnotes.

python-docx cannot make footnotes (https://github.com/python-openxml/python-docx/issues/1), so the
folder `brief` holds a template in its parts, among which the part for footnotes, and this fills
them with lxml. The same letter gives the same bytes; nobody's name is in its properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from lxml import etree

from assistant.desk.letter import Letter, LetterSentence, Section
from assistant.desk.letter_notes import Note
from assistant.desk.letter_words import WORDS, LetterWords
from assistant.desk.markup import clean
from assistant.desk.packing import pack

_TEMPLATE: Final = Path(__file__).parent / "brief"
_FILES: Final = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/footnotes.xml": "footnotes.xml",
    "word/_rels/footnotes.xml.rels": "footnotes_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/numbering.xml": "numbering.xml",
    "word/footer1.xml": "footer.xml",
}
"""Where each part stands in a Word document, and its file in the template."""
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = f"{{{_OFFICE}}}"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS: Final = re.compile(r"([\n\t])")
_LONGEST_LINK: Final = 2_000  # Word cannot follow a longer one

_Element = Any  # of lxml, which has no types


def to_word(letter: Letter) -> bytes:
    """Write the letter as a Word document (.docx), with a footnote for each source it rests on."""
    parts = {name: _read(file) for name, file in _FILES.items()}
    notes = _Footnotes(letter, parts["word/footnotes.xml"], parts["word/_rels/footnotes.xml.rels"])
    body = parts["word/document.xml"][0]
    for position, paragraph in enumerate(_paragraphs(letter, notes)):
        body.insert(position, paragraph)  # before the properties of the page, which come last
    _describe(parts, letter)
    return pack({name: _written(part) for name, part in parts.items()})


class _Footnotes:
    """The footnotes of a document. A sentence that rests on a source again refers to its note.

    Such a reference is a field (NOTEREF), so that Word numbers it anew when notes move.
    """

    def __init__(self, letter: Letter, notes: _Element, links: _Element) -> None:
        self._texts = letter.notes
        self._notes = notes
        self._links = links
        self._made: set[int] = set()

    def refer(self, number: int) -> list[_Element]:
        """Return what refers to a note; the first time, the note itself is made."""
        if number in self._made:
            return _field(f" NOTEREF {_bookmark(number)} \\f \\h ", str(number))
        self._made.add(number)
        self._make(number, self._texts[number - 1])
        reference = _run("", style="FootnoteReference")
        etree.SubElement(reference, f"{_W}footnoteReference", {f"{_W}id": str(number)})
        name = {f"{_W}id": str(number), f"{_W}name": _bookmark(number)}
        start = etree.Element(f"{_W}bookmarkStart", name)
        end = etree.Element(f"{_W}bookmarkEnd", {f"{_W}id": str(number)})
        return [start, reference, end]

    def _make(self, number: int, note: Note) -> None:
        footnote = etree.SubElement(self._notes, f"{_W}footnote", {f"{_W}id": str(number)})
        mark = _run("", style="FootnoteReference")
        etree.SubElement(mark, f"{_W}footnoteRef")
        text = f" {note.text}: " if note.url else f" {note.text}"
        footnote.append(_paragraph("FootnoteText", mark, _run(text)))
        if note.url:
            footnote[0].append(self._link(note.url))

    def _link(self, url: str) -> _Element:
        if len(url) > _LONGEST_LINK:
            return _run(url)
        name = f"rId{len(self._links) + 1}"
        values = {"Id": name, "Type": f"{_OFFICE}/hyperlink", "Target": url}
        etree.SubElement(self._links, _RELATION, {**values, "TargetMode": "External"})
        link = etree.Element(f"{_W}hyperlink", {f"{_R}id": name, f"{_W}history": "1"})
        link.append(_run(url, style="Hyperlink"))
        return link


def _bookmark(number: int) -> str:
    return f"_Noot{number}"


def _field(instruction: str, shown: str) -> list[_Element]:
    """Return a field with what it shows until it is worked out anew."""
    runs = []
    for kind in ("begin", None, "separate", shown, "end"):
        run = _run(shown if kind == shown else "", style="FootnoteReference")
        if kind is None:
            etree.SubElement(run, f"{_W}instrText", {_SPACE: "preserve"}).text = instruction
        elif kind != shown:
            etree.SubElement(run, f"{_W}fldChar", {f"{_W}fldCharType": kind})
        runs.append(run)
    return runs


def _paragraphs(letter: Letter, notes: _Footnotes) -> Iterable[_Element]:
    words = letter.words
    yield _paragraph("Heading1", _run(words.title))
    for label, text in letter.particulars:
        yield _paragraph("Particulars", _run(f"{label}: ", style="Strong"), _run(text))
    if letter.salutation:
        yield _paragraph("Salutation", _run(letter.salutation))
    for section in letter.sections:
        yield from _section(section, letter, notes)
    for text in letter.closing:
        yield _paragraph("Closing", _run(text))


def _section(section: Section, letter: Letter, notes: _Footnotes) -> Iterable[_Element]:
    said = [_sentence(sentence, letter, notes) for sentence in section.sentences]
    if section.heading:
        yield _paragraph("Heading2", _run(section.heading))
        yield from (_paragraph("ListBullet", *runs) for runs in said)
        return
    rest = (run for runs in said[1:] for run in (_run(" "), *runs))
    yield _paragraph("Normal", *said[0], *rest)


def _sentence(sentence: LetterSentence, letter: Letter, notes: _Footnotes) -> list[_Element]:
    other = WORDS["en" if sentence.language == "en" else "nl"].locale
    runs = [_run(sentence.text, language=other if other != letter.words.locale else None)]
    for position, number in enumerate(sentence.notes):
        if position:  # or notes 1 and 2 would read as 12
            runs.append(_run(", ", style="FootnoteReference"))
        runs.extend(notes.refer(number))
    return runs


def _paragraph(style: str, *runs: _Element) -> _Element:
    paragraph = etree.Element(f"{_W}p")
    properties = etree.SubElement(paragraph, f"{_W}pPr")
    etree.SubElement(properties, f"{_W}pStyle", {f"{_W}val": style})
    paragraph.extend(runs)
    return paragraph


def _run(text: str, *, style: str | None = None, language: str | None = None) -> _Element:
    """Return a run of text; its line ends and tabs become those of Word."""
    run = etree.Element(f"{_W}r")
    properties = {"rStyle": style, "lang": language}
    if any(properties.values()):
        holder = etree.SubElement(run, f"{_W}rPr")
        for name, value in properties.items():
            if value:
                etree.SubElement(holder, f"{_W}{name}", {f"{_W}val": value})
    for piece in _BREAKS.split(clean(text)):
        if piece in ("\n", "\t"):
            etree.SubElement(run, f"{_W}br" if piece == "\n" else f"{_W}tab")
        elif piece:
            etree.SubElement(run, f"{_W}t", {_SPACE: "preserve"}).text = piece
    return run


def _describe(parts: dict[str, _Element], letter: Letter) -> None:
    """Give the document its title, day and language: a screen reader reads them out."""
    words: LetterWords = letter.words
    title, language, created = parts["docProps/core.xml"]
    title.text, language.text = words.title, words.locale
    created.text = f"{letter.day.isoformat()}T00:00:00Z"
    for name in ("word/styles.xml", "word/settings.xml"):
        for tag in ("lang", "themeFontLang"):
            for element in parts[name].iter(f"{_W}{tag}"):
                element.set(f"{_W}val", words.locale)
    next(parts["word/footer1.xml"].iter(f"{_W}t")).text = f"{words.page} "


def _read(file: str) -> _Element:
    """Read a part of the template, without the white space that is there for people."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    return etree.fromstring((_TEMPLATE / file).read_bytes(), parser)


def _written(part: _Element) -> bytes:
    written: bytes = etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
