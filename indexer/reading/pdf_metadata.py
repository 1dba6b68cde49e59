"""What a PDF says about itself: its title, its date, its language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from indexer.reading.extract import Language
from indexer.reading.hyphens import clean

_RUBBISH = re.compile(
    r"^(microsoft (word|powerpoint|excel)\b|powerpoint[- ]present|untitled|naamloos|titel$|title$"
    r"|document\d*$|layout \d|slide \d|print|dia \d|\W*$)"
    r"|\.(docx?|pdf|indd|pptx?|xlsx?|rtf|odt|qxp|fm|tex|dvi|ps)$|^\S*_\S*$|^[\W\d]+$",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:D:)?(\d{4})(?:(\d{2})(?:(\d{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the file tells; None when it does not, or tells rubbish."""

    title: str | None
    published: str | None
    language: Language | None


def metadata_of(document: Any) -> Metadata:
    """Read the information dictionary and the catalog of pdfminer's PDFDocument."""
    info: Mapping[str, Any] = document.info[0] if document.info else {}
    return Metadata(
        title=proper_title(_text(info.get("Title"))),
        published=day_of(_text(info.get("CreationDate"))),
        language=language_of(_text(document.catalog.get("Lang"))),
    )


def proper_title(title: str) -> str | None:
    """Return the title, or None when a program put it there: "Microsoft Word - nota.docx"."""
    title = clean(title)
    return title if len(title) > 3 and not _RUBBISH.search(title) else None


def day_of(value: str) -> str | None:
    """Turn "D:20240315120000+01'00'" into "2024-03-15", as precise as it is."""
    found = _DATE.match(value.strip())
    if not found:
        return None
    parts = [part for part in found.groups() if part]
    try:
        date(*[int(part) for part in [*parts, "01", "01"][:3]])
    except ValueError:
        return None
    return "-".join(parts)


def language_of(value: str) -> Language | None:
    """Turn "nl-NL" into "nl"; None for what we do not read."""
    code = re.split(r"[-_]", value.strip().casefold())[0]
    return cast(Language, code) if code in ("nl", "en") else None


def largest_text(lines: Sequence[tuple[float, str]]) -> str | None:
    """Return the largest text among (font size, text) of the first page's lines, as a title.

    Lines of that size that follow each other are one title.
    """
    if not lines:
        return None
    largest = max(size for size, _ in lines)
    usual = sorted(size for size, _ in lines)[len(lines) // 2]
    first = next(number for number, (size, _) in enumerate(lines) if size > 0.95 * largest)
    parts: list[str] = []
    for size, text in lines[first : first + 4]:
        if size <= 0.95 * largest:
            break
        parts.append(text)
    alone = len(lines) <= 2
    return clean(" ".join(parts)) if largest > 1.1 * usual or alone else None


def _text(value: Any) -> str:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    value = resolve1(value)
    if isinstance(value, bytes):
        return str(decode_text(value))
    return value if isinstance(value, str) else ""
