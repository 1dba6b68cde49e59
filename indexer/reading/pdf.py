"""Read a PDF: its text in reading order, with its headings, lists, tables and notes.

Two rounds. The first draws each page and keeps only its lines, so that memory stays flat over
hundreds of pages. The second knows the whole document: which lines run along on every page, what
the usual type is, which words exist; and makes paragraphs of the lines.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from indexer.errors import AppError, SourceRefused
from indexer.reading.extract import Block, Extract
from indexer.reading.footnotes import Note, without_notes
from indexer.reading.limits import Limits
from indexer.reading.page_order import Column, columns_of
from indexer.reading.pdf_blocks import blocks_of
from indexer.reading.pdf_glyphs import painted_pages
from indexer.reading.pdf_lines import lines_of
from indexer.reading.pdf_metadata import Metadata, largest_text, metadata_of
from indexer.reading.pdf_paragraphs import body_of, groups_of
from indexer.reading.pdf_safety import check_objects, check_page_count
from indexer.reading.pdf_tables import Table, tables_of
from indexer.reading.running_lines import PageLines, drop_running_lines

MEDIA_TYPE = "application/pdf"

_SOME_UNKNOWN = 0.005  # of all characters: the text may be found, not quoted
_MOST_UNKNOWN = 0.3  # beyond it the text is of no use
_OCR = (
    "Voer eerst tekstherkenning uit (bijvoorbeeld met ocrmypdf) en voeg het document opnieuw toe."
)


@dataclass(slots=True, kw_only=True)
class _Drawn:
    """What the first round keeps."""

    pages: list[PageLines] = field(default_factory=list)
    tables: list[list[Table]] = field(default_factory=list)
    characters: int = 0
    unknown: int = 0


def _no_progress(_done: int, _total: int) -> None:
    """Hear the progress and say nothing."""


def read_pdf(
    path: Path,
    *,
    name: str,
    limits: Limits,
    progress: Callable[[int, int], None] = _no_progress,
) -> Extract:
    """Read a PDF file.

    Args:
        path: the file.
        name: what it is called, for a refusal.
        limits: how many pages and characters it may have.
        progress: called after each page with the pages done and the pages in all.

    Raises:
        SourceRefused: it is damaged, protected, too long, a scan without text, or holds programs
            or other files.
    """
    try:
        with path.open("rb") as file, _quiet():
            document = _open(file, name)
            pages = check_page_count(document, name, limits.pages)
            check_objects(document, name)
            metadata = metadata_of(document)
            drawn = _draw(pages, name, limits, progress)
        return _extract(drawn, metadata, name)
    except (AppError, OSError, MemoryError):
        raise
    except Exception as error:  # pdfminer raises all kinds at a broken file
        raise SourceRefused(
            name,
            "De pdf is beschadigd en kan niet worden gelezen.",
            "Haal het bestand opnieuw op, of druk het opnieuw af naar pdf.",
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pdfminer's warnings about odd files out of the log; what is broken is refused."""
    logger = logging.getLogger("pdfminer")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


def _open(file: Any, name: str) -> Any:
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser

    try:
        return PDFDocument(PDFParser(file))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise SourceRefused(
            name,
            "De pdf is beveiligd met een wachtwoord.",
            "Sla het document op zonder wachtwoord en voeg het opnieuw toe.",
        ) from error


def _draw(
    pages: Sequence[Any], name: str, limits: Limits, progress: Callable[[int, int], None]
) -> _Drawn:
    drawn = _Drawn()
    for number, page in enumerate(painted_pages(pages), start=1):
        tables, rest = tables_of(page.glyphs, page.rules)
        drawn.pages.append(PageLines(page=number, height=page.height, lines=lines_of(rest)))
        drawn.tables.append(tables)
        drawn.characters += len(page.glyphs)
        drawn.unknown += page.unknown
        if drawn.characters > limits.text_characters:
            raise SourceRefused(
                name,
                f"De pdf heeft meer dan {limits.text_characters} tekens.",
                "Splits het document en voeg de delen apart toe.",
            )
        progress(number, len(pages))
    return drawn


def _extract(drawn: _Drawn, metadata: Metadata, name: str) -> Extract:
    if drawn.characters == 0:
        raise SourceRefused(name, "De pdf bevat geen tekst; het is waarschijnlijk een scan.", _OCR)
    share = drawn.unknown / drawn.characters
    if share > _MOST_UNKNOWN:
        raise SourceRefused(name, "De letters in de pdf zijn niet als tekst te lezen.", _OCR)
    title = metadata.title or largest_text(
        [(line.size, line.text) for line in drawn.pages[0].lines]
    )
    return Extract(
        media_type=MEDIA_TYPE,
        blocks=_blocks(drawn),
        title=title,
        language=metadata.language,
        published=metadata.published,
        pages=len(drawn.pages),
        remarks=tuple(_remarks(drawn)),
        mangled=_mangled(share),
    )


def _blocks(drawn: _Drawn) -> tuple[Block, ...]:
    drop_running_lines(drawn.pages, body_of([page.lines for page in drawn.pages]).size)
    body = body_of([page.lines for page in drawn.pages])
    columns: list[Column] = []
    notes: list[Note] = []
    for page, tables in zip(drawn.pages, drawn.tables, strict=True):
        kept, found = without_notes(columns_of(page.page, page.lines, tables, body.size), body.size)
        columns += kept
        notes += found
    return blocks_of(groups_of(columns, body), notes, body)


def _remarks(drawn: _Drawn) -> Iterator[str]:
    empty = [
        str(page.page)
        for page, tables in zip(drawn.pages, drawn.tables, strict=True)
        if not page.lines and not tables
    ]
    if len(empty) == 1:
        yield f"Pagina {empty[0]} heeft geen tekst."
    elif empty:
        yield f"Pagina {', '.join(empty[:-1])} en {empty[-1]} hebben geen tekst."


def _mangled(share: float) -> str | None:
    if share <= _SOME_UNKNOWN:
        return None
    return f"Van de tekens in de pdf is {share:.0%} niet te lezen; woorden kunnen ontbreken."
