"""Addresses that lead to the words themselves: at the publisher, and in our own copy of the file.

A PDF opens at its page (`#page=17`); a web page scrolls to the words and marks them
(`#:~:text=first words,last words`, the URL Fragment Text Directives draft). A browser that knows
neither opens the document at its beginning.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import quote, urlsplit

from assistant.answers import Citation
from indexer.passages import Passage, Span

COPY = "/api/v1/sources/{source_id}/files/{file}"
"""Where our own copy of the file of a source stands."""

_ENDS = 4  # so many words of each end of a quote find it again
_LAWS = "wetten.overheid.nl"
_LAW = re.compile(r"(https?://wetten\.overheid\.nl/BWB\w+)(/\d{4}-\d\d-\d\d)?/?")
_NO_PLAIN_WORDS = frozenset({".pdf", ".docx", ".xml"})  # in these a browser finds no words
_CELLS = " | "  # between the cells of a row, which stand apart in a web page
_LIST_MARKER = re.compile(r"(?:[-–—*·•◦▪‣]|\(?(?:\d{1,3}|[a-z]{1,4})[.)°])\s+")


def place_url(citation: Citation) -> str | None:
    """Return the address of a citation's source, at the place where the words stand.

    A digest is ours, so its words stand nowhere at the publisher: its address is that of the whole
    source. So is that of a version which the publisher has since replaced.
    """
    url, passage, span = citation.source.url, citation.passage, citation.span
    if not url or passage.basis == "digest" or "#" in url:
        return url
    if urlsplit(url).hostname == _LAWS:
        return _law_url(url, passage)
    if not passage.current:
        return url
    if span.page is not None:
        return f"{url}#page={span.page}"
    suffix = PurePath(passage.file or "").suffix
    return url if suffix in _NO_PLAIN_WORDS else url + _text_directive(citation.quote)


def copy_url(passage: Passage, span: Span) -> str | None:
    """Return the address of our own copy of the file, at the page; None when it is not for all."""
    if passage.basis == "digest" or passage.file is None or passage.label != "public":
        return None
    address = COPY.format(source_id=quote(passage.document_id), file=quote(passage.file))
    return address if span.page is None else f"{address}#page={span.page}"


def _law_url(url: str, passage: Passage) -> str:
    """Return the address of the version of a law in which the words stand.

    An address without a date leads to the law as it is today, which is right for what holds today.
    """
    found = _LAW.fullmatch(url)
    if not found or passage.valid_from is None or (passage.current and not found[2]):
        return url
    return f"{found[1]}/{passage.valid_from.isoformat()}"


def _text_directive(words: str) -> str:
    """Return the fragment that finds the words in a web page; nothing for a row of a table."""
    if _CELLS in words:
        return ""
    lines = [_LIST_MARKER.sub("", line, count=1).split() for line in words.splitlines()]
    lines = [line for line in lines if line]
    if not lines:
        return ""
    if len(lines) == 1 and len(lines[0]) <= 2 * _ENDS:
        return f"#:~:text={_encoded(lines[0])}"
    return f"#:~:text={_encoded(lines[0][:_ENDS])},{_encoded(lines[-1][-_ENDS:])}"


def _encoded(words: list[str]) -> str:
    """Encode words; `-`, `,` and `&` mean something in a directive, so no `-` is left either."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
