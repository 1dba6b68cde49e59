"""What stands before an item of a list: bullets, dashes, numbers, letters."""

from __future__ import annotations

import re

from indexer.reading.pdf_glyphs import UNKNOWN

_SURE = re.compile(rf"([•◦▪▫●○■□➢➤✓✔‣⁃{UNKNOWN}])\s*(?=\S)")
_LIKELY = re.compile(
    r"([-–—*·+o]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)°]|\(\d{1,3}\)|\d{1,2}(?:\.\d{1,2}){1,4}\.?)\s+(?=\S)"
)
_OPENS = re.compile(r"[.:;!?…][\"'”’)\]]*$|[;,] (?:en|of|dan wel|and|or)$")
_ENDS = re.compile(r"[.:;!?…][\"'”’»)\]]*$")


def marker_of(text: str) -> tuple[str, str]:
    """Return the marker, as printed, and the text behind it; an empty marker when there is none."""
    found = _SURE.match(text) or _LIKELY.match(text)
    if not found:
        return "", text
    marker = "•" if found[1] == UNKNOWN else found[1]
    return marker, text[found.end() :]


def is_sure(text: str) -> bool:
    """Say whether the text begins with what can only be a bullet."""
    return bool(_SURE.match(text))


def opens_item(text: str) -> bool:
    """Say whether an item may follow behind this text: it ends a sentence or an item."""
    return bool(_OPENS.search(text))


def ends_sentence(text: str) -> bool:
    """Say whether the text ends as a sentence does."""
    return bool(_ENDS.search(text))
