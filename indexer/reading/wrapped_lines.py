"""Were these lines broken off to fit a width, and how do they read as one?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from indexer.reading.characters import one_line
from indexer.reading.hyphens import join

_NARROWEST = 40  # characters: shorter lines are addresses, verse and lists
_WIDEST = 150  # no page has longer lines; a text with longer ones has a paragraph a line
_FILLED = 0.85  # text cut from a page has lines of uneven length, up to a word and a bit


def are_wrapped(lines: Sequence[str]) -> bool:
    """Say whether lines belong to one paragraph that was broken to fit a width.

    They do when the first word of the next line would mostly not have fitted on the line before
    it, or when lines mostly begin in the middle of a sentence.
    """
    stripped = [line.strip() for line in lines]
    widest = max(map(len, stripped), default=0)
    if len(stripped) < 2 or not _NARROWEST <= widest <= _WIDEST:
        return False
    pairs = list(pairwise(stripped))
    full = sum(
        len(line) + 1 + len(after.split(" ", 1)[0]) > widest * _FILLED for line, after in pairs
    )
    going_on = sum(after[:1].islower() for _, after in pairs)
    return full >= 0.7 * len(pairs) or going_on >= 0.6 * len(pairs)


def join_lines(lines: Sequence[str], known: Collection[str] = ()) -> str:
    """Write lines as one, making whole the words that were broken off at a line's end.

    `known` are words, in lower case, that stand whole elsewhere in the document.
    """
    text = ""
    for line in map(one_line, lines):
        text = join(text, line, known)
    return text
