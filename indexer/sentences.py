"""Where the sentences of a paragraph begin and end.

The library sentencex cuts; what it cuts too early in Dutch (it ends a sentence after "o.a.",
"d.w.z." and "1 jan.") is put together again: no sentence begins with a small letter, a year does
not stand apart from its month, nor a number or an initial from what it belongs to. What it does not
dare to cut (after a web address, or after "enz.") is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONTH = re.compile(
    r"\b\d{1,2} (?:jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec)\.\s*$", re.IGNORECASE
)
_ABBREVIATED = re.compile(
    r"\b(?:art|artt|nr|nrs|blz|pag|p|pp|bijv|bv|ca|resp|vgl|zgn|evt|incl|excl|max|min|hfst|par|"
    r"stb|stcrt|kst|no|vol|fig|tab|mr|dr|drs|ir|ing|prof|st|jo|e\.g|i\.e|cf|[a-z])\.\s*$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"(?:^\s*\(?(?:\d{1,3}|[a-z])[.)]|\b(?:mevr|mw|dhr)\.(?: [a-z]\.)*"
    r"|\b(?:zgn|bijv|e\.g|i\.e|cf)\.)\s*$",
    re.IGNORECASE,
)
"""Ends with what cannot end a sentence: a lone number or letter, a form of address."""
_ENDS = re.compile(r"(?:\w\.(?:nl|eu|com|org|net)|\b(?:enz|etc|e\.d))\.(?=\s+[A-Z])")
"""Ends a sentence where a capital follows, though it looks like an abbreviation."""
_TAIL = 40
"""Characters of a sentence that tell whether it goes on: more would cost minutes on a long one."""
_WHITE_SPACE = re.compile(r"\s")


def sentence_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence, in code points and without surrounding white space.

    Together they hold every character of the text but the white space between them.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _pieces(text, language):
        piece = text[start:end]
        if not piece.strip():
            continue
        first, last = spans[-1] if spans else (0, 0)
        if spans and _goes_on(text[max(first, last - _TAIL) : last], piece):
            spans[-1] = (first, end)
        else:
            spans.append((start, end))
    return [_trimmed(text, start, end) for start, end in spans]


def _pieces(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where sentencex cuts, and where it should have."""
    from sentencex import segment

    # One space for each white space: sentencex counts bytes, and breaks down at "A" + U+00A0 + ".".
    plain = _WHITE_SPACE.sub(" ", text)
    offset = 0
    for piece in segment(language, plain):
        start = plain.index(piece, offset)
        offset = start + len(piece)
        for found in _ENDS.finditer(piece):
            yield start, offset - len(piece) + found.end()
            start = offset - len(piece) + found.end()
        yield start, offset


def _goes_on(before: str, after: str) -> bool:
    first = after.lstrip()[0]
    if first.islower() or _ANNOUNCES.search(before):
        return True
    unfinished = _ABBREVIATED.search(before) or _MONTH.search(before)
    return first.isdigit() and unfinished is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
