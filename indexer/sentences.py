"""Where the sentences of a paragraph begin and end.

The library sentencex cuts; what it cuts too early in Dutch (it ends a sentence after "o.a.",
"d.w.z." and "1 jan.") is put together again: no sentence begins with a small letter, and a year
does not stand apart from its month.
"""

from __future__ import annotations

import re

_MONTH = re.compile(
    r"\b\d{1,2} (?:jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec)\.\s*$", re.IGNORECASE
)
_ABBREVIATED = re.compile(
    r"\b(?:art|artt|nr|nrs|blz|pag|p|pp|bijv|bv|ca|resp|vgl|zgn|evt|incl|excl|max|min|hfst|par|"
    r"stb|stcrt|kst|no|vol|fig|tab|mr|dr|drs|ir|ing|prof|st|e\.g|i\.e|cf|[a-z])\.\s*$",
    re.IGNORECASE,
)


def sentence_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence, in code points and without surrounding white space.

    Together they hold every character of the text but the white space between them.
    """
    from sentencex import segment

    spans: list[tuple[int, int]] = []
    offset = 0
    for piece in segment(language, text):
        start = text.index(piece, offset)
        offset = start + len(piece)
        if not piece.strip():
            continue
        if spans and _goes_on(text[spans[-1][0] : spans[-1][1]], piece):
            spans[-1] = (spans[-1][0], offset)
        else:
            spans.append((start, offset))
    return [_trimmed(text, start, end) for start, end in spans]


def _goes_on(before: str, after: str) -> bool:
    first = after.lstrip()[0]
    if first.islower() or _MONTH.search(before):
        return True
    return first.isdigit() and _ABBREVIATED.search(before) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
