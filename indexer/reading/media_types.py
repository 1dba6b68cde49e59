"""What kind of file is this? By its bytes; its name and declared type only tell texts apart."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path, PurePath
from typing import NoReturn

from indexer.errors import SourceRefused
from indexer.reading.characters import decode

PDF = "application/pdf"
HTML = "text/html"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKDOWN = "text/markdown"
TEXT = "text/plain"
LAW = "application/xml"

READABLE = (
    "Wij lezen PDF, Word (.docx), webpagina's (HTML), Markdown (.md), platte tekst (.txt) en "
    "wetten als XML van wetten.overheid.nl."
)

_HEAD = 65_536  # bytes that are looked at
_BINARY = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een oud of met een wachtwoord beveiligd Office-bestand"),
    (b"{\\rtf", "een RTF-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"RIFF", "een afbeelding of geluidsbestand"),
    (b"II*\x00", "een afbeelding"),
    (b"MM\x00*", "een afbeelding"),
    (b"Rar!", "een archief"),
    (b"7z\xbc\xaf", "een archief"),
    (b"\x1f\x8b", "een archief"),
    (b"MZ", "een programma"),
    (b"\x7fELF", "een programma"),
)
_ZIPPED = (
    ("xl/", "een Excel-bestand"),
    ("ppt/", "een PowerPoint-bestand"),
    ("mimetype", "een OpenDocument- of e-boekbestand"),
)
_NOT_PROSE = {
    ".csv": "een tabel (CSV)",
    ".json": "een gegevensbestand (JSON)",
    ".eml": "een e-mailbericht",
    ".mht": "een webarchief",
    ".mhtml": "een webarchief",
}
_UNMARKED = {b"\xff\xfe", b"\xfe\xff"}  # UTF-16: its text is full of zero bytes

_XML = re.compile(r"\s*<(\?xml\b|toestand[\s>])")
_HTML_START = re.compile(r"<(!doctype\s+html|html|head|body)\b", re.I)
_HTML_TAG = re.compile(r"</(p|div|h[1-6]|li|ul|ol|table|section|article|main|span)\s*>", re.I)
_COMMENTS = re.compile(r"<!--.*?-->", re.S)


def find_media_type(path: Path, *, name: str, declared: str | None = None) -> str:
    """Say of what kind a file is, as one of the media types of this module.

    `name` is the file's own name (a download lies under another one), `declared` the media type
    that a server gave. Only the bytes can make a file a PDF, Word document or XML.

    Raises:
        SourceRefused: it is empty or of a kind that we do not read.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip():
        raise SourceRefused(name, "Dit bestand is leeg.", "Voeg het bestand met de tekst toe.")
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path, name)
    for magic, what in _BINARY:
        if head.startswith(magic):
            _refuse(name, what)
    if b"\x00" in head and head[:2] not in _UNMARKED:
        _refuse(name, "een bestand zonder leesbare tekst")
    return _text_type(decode(head), name, (declared or "").split(";")[0].strip().lower())


def _zipped(path: Path, name: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = archive.namelist()
    # NotImplementedError: how zipfile names a kind of compression that it cannot unpack.
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise SourceRefused(
            name, "Dit bestand is een beschadigd archief.", "Vraag een goed exemplaar op."
        ) from error
    if "word/document.xml" in inside:
        return WORD
    for start, what in _ZIPPED:
        if any(entry.startswith(start) for entry in inside):
            _refuse(name, what)
    _refuse(name, "een archief (zip)")


def _text_type(head: str, name: str, declared: str) -> str:
    suffix = PurePath(name).suffix.lower()
    if suffix in _NOT_PROSE:
        _refuse(name, _NOT_PROSE[suffix])
    start = _COMMENTS.sub("", head.lstrip("\ufeff"))
    marked = _HTML_START.search(start[:4096])
    if _XML.match(start):
        return HTML if marked else LAW
    if suffix in {".md", ".markdown"} or (declared == MARKDOWN and suffix != ".txt"):
        return MARKDOWN
    if suffix == ".txt":
        return TEXT
    # A text *about* HTML holds tags too, so without a name that says so a few must be there.
    named = suffix in {".html", ".htm", ".xhtml"} or declared in {HTML, "application/xhtml+xml"}
    tags = len(_HTML_TAG.findall(start))
    if start.lstrip()[:1] == "<" and (marked or tags >= 3):
        return HTML
    return HTML if named and (marked or tags) else TEXT


def _refuse(name: str, what: str) -> NoReturn:
    raise SourceRefused(
        name,
        f"Dit is {what}; dat kunnen wij niet lezen.",
        f"{READABLE} Sla het bestand zo op en voeg het opnieuw toe.",
    )
