"""What may not be in a PDF that we read: programs, hidden files, a password.

Nothing is ever run; the objects are walked and their names compared. Objects inside object
streams are walked too, because pdfminer unpacks those.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from indexer.errors import SourceRefused

_SCRIPT = "De pdf bevat een programma (JavaScript)."
_FILE = "In de pdf zitten andere bestanden ingesloten."
_FORBIDDEN_KEYS = {
    "JS": _SCRIPT,
    "JavaScript": _SCRIPT,
    "EmbeddedFiles": _FILE,
    "EF": _FILE,
    "XFA": "De pdf is een dynamisch formulier (XFA); de tekst staat niet op de pagina's zelf.",
}
_FORBIDDEN_VALUES = {
    ("S", "JavaScript"): _SCRIPT,
    ("S", "Launch"): "De pdf kan een ander programma starten.",
    ("S", "ImportData"): "De pdf kan gegevens van buiten inlezen.",
    ("Type", "EmbeddedFile"): _FILE,
    ("Subtype", "FileAttachment"): _FILE,
}
_MOST_OBJECTS = 2_000_000  # a table of objects may lie about its length
_CLEAN_COPY = "Druk het document opnieuw af naar een gewone pdf en voeg die toe."


def check_objects(document: Any, name: str) -> None:
    """Refuse a document that holds a program, an action that starts one, or another file.

    Args:
        document: pdfminer's PDFDocument.
        name: what the file is called, for the refusal.

    Raises:
        SourceRefused: the document holds such a thing.
    """
    for value in _values(document):
        for key, inner in value.items():
            reason = _FORBIDDEN_KEYS.get(key) or _FORBIDDEN_VALUES.get((key, _name(inner)))
            if reason and not _is_empty(inner):
                raise SourceRefused(name, reason, _CLEAN_COPY)


def check_page_count(document: Any, name: str, most: int) -> list[Any]:
    """Return pdfminer's pages, not yet read; refuse a document with more than `most`.

    Raises:
        SourceRefused: there are more pages than may be read, or none at all.
    """
    from pdfminer.pdfpage import PDFPage

    pages = list(islice(PDFPage.create_pages(document), most + 1))
    if len(pages) > most:
        raise SourceRefused(
            name,
            f"De pdf heeft meer dan {most} pagina's.",
            "Splits het document en voeg de delen apart toe.",
        )
    if not pages:
        raise SourceRefused(name, "De pdf heeft geen pagina's.", _CLEAN_COPY)
    return pages


def _values(document: Any) -> Iterator[dict[str, Any]]:
    """Yield every dictionary in the file, also those that nothing points to."""
    from pdfminer.pdftypes import PDFObjectNotFound

    yield from _inside(document.catalog)
    for xref in document.xrefs:
        yield from _inside(xref.get_trailer() or {})
        for count, number in enumerate(xref.get_objids()):
            if count > _MOST_OBJECTS:
                raise ValueError("the file claims more objects than it can hold")
            try:
                yield from _inside(document.getobj(number))
            except PDFObjectNotFound:
                continue  # an entry that leads nowhere hides nothing


def _inside(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the dictionaries in a value, without following references to other objects."""
    todo = [value]
    while todo:
        one = todo.pop()
        attributes = getattr(one, "attrs", one)  # a stream's dictionary
        if isinstance(attributes, dict):
            yield attributes
            todo.extend(attributes.values())
        elif isinstance(attributes, list | tuple):
            todo.extend(attributes)


def _name(value: Any) -> str:
    from pdfminer.pdftypes import resolve1

    name = getattr(resolve1(value), "name", "")
    return name if isinstance(name, str) else str(name)


def _is_empty(value: Any) -> bool:
    from pdfminer.pdftypes import resolve1

    return resolve1(value) in (None, {}, [])
