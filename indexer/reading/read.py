"""Read a document of any format that we know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from indexer.errors import SourceRefused
from indexer.reading.extract import Extract
from indexer.reading.limits import MEGABYTE, Limits
from indexer.reading.mangled import find_mangling
from indexer.reading.media_types import HTML, LAW, MARKDOWN, PDF, TEXT, WORD, find_media_type

Progress = Callable[[int, int], None]
"""Hears how far the reading is: pages done and pages in all."""

# Imported when needed: each format brings libraries that take tenths of seconds to load.
_READERS = {
    HTML: ("indexer.reading.html", "read_html"),
    WORD: ("indexer.reading.word_document", "read_word_document"),
    MARKDOWN: ("indexer.reading.markdown_text", "read_markdown"),
    TEXT: ("indexer.reading.plain_text", "read_plain_text"),
    LAW: ("indexer.reading.law_xml", "read_law_xml"),
}
_PASTED = {HTML, MARKDOWN, TEXT}  # formats into which people paste the text of a PDF


def no_progress(_done: int, _total: int) -> None:
    """Hear the progress and say nothing."""


def read_document(
    path: Path,
    *,
    name: str,
    limits: Limits,
    declared: str | None = None,
    progress: Progress = no_progress,
) -> Extract:
    """Read a document in this process; `confined.read_confined` does so in one of its own.

    Args:
        path: where the bytes are.
        name: the file's own name or address, for messages and to tell kinds of text apart.
        limits: beyond which a document is refused.
        declared: the media type that a server gave, if any.
        progress: called with pages done and pages in all, for formats that have pages.

    Raises:
        SourceRefused: it is too large, of a kind we do not read, unsafe, or without text.
    """
    _check_size(path, name, limits)
    media_type = find_media_type(path, name=name, declared=declared)
    if media_type == PDF:
        from indexer.reading.pdf import read_pdf

        extract = read_pdf(path, name=name, limits=limits, progress=progress)
    else:
        module, function = _READERS[media_type]
        reader = getattr(import_module(module), function)
        extract = cast(Extract, reader(path, name=name, limits=limits))
    return _judge(_check_text(extract, name, limits))


def _check_size(path: Path, name: str, limits: Limits) -> None:
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise SourceRefused(
            name,
            f"Dit bestand is {size / MEGABYTE:.0f} MB; meer dan {limits.file_bytes / MEGABYTE:.0f} "
            "MB lezen wij niet.",
            "Splits het document of verklein de afbeeldingen.",
        )


def _check_text(extract: Extract, name: str, limits: Limits) -> Extract:
    characters = sum(len(block.text) for block in extract.blocks)
    if not characters:
        raise SourceRefused(
            name, "Dit document heeft geen tekst.", "Voeg het document toe waarin de tekst staat."
        )
    if characters > limits.text_characters:
        raise SourceRefused(
            name,
            f"Dit document heeft meer dan {limits.text_characters} tekens tekst.",
            "Splits het document.",
        )
    return extract


def _judge(extract: Extract) -> Extract:
    """Mark text that was mangled before it came to us."""
    if extract.mangled or extract.media_type not in _PASTED:
        return extract
    reason = find_mangling(block.text for block in extract.blocks if block.kind != "row")
    if not reason:
        return extract
    remark = (
        "Deze tekst is beschadigd: wij kunnen hem vinden maar niet citeren. "
        "Voeg de PDF zelf toe in plaats van de tekst die eruit is gekopieerd."
    )
    return replace(extract, mangled=reason, remarks=(*extract.remarks, remark))
