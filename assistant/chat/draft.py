"""A draft comes in pieces; its sentences leave one by one, as soon as each is whole.

The prompt asks for a sentence a line, each ending in the markers of its passages: `Een zin. [1]`.
Models do not always listen, so lines with several sentences, markers before the full stop, bullets
and headings are understood too. What has no marker keeps none: whoever verifies drops it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indexer.sentences import sentence_spans

_MARKER = r"[\[【]\s*(?:bron|source)?\s*\d{1,2}(?:\s*[,;]\s*\d{1,2})*\s*[\]】]"
_MARKERS = re.compile(_MARKER, re.IGNORECASE)
_WHOLE = re.compile(rf"[.!?][\"'”’)]*\s*((?:{_MARKER}\s*)+)(?=[^\s\[【.])", re.IGNORECASE)
"""A sentence with its markers, and the beginning of the next one."""
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)]|#+)\s+")
_MARKED_UP = re.compile(r"\*\*|__|`")
_THOUGHT = ("<think>", "</think>")
"""Round what a reasoning model tells itself, where its server does not keep that apart."""
_LONGEST = 2_000
"""Characters without an end: no sentence; what comes is cut there and will not be proven."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A sentence as the model wrote it, and the passages it says it rests on."""

    text: str
    markers: tuple[int, ...]


def sentences_of(pieces: Iterable[str], language: str) -> Iterator[Drafted]:
    """Yield the sentences of a draft as they are completed; the last one when the draft ends."""
    waiting = ""
    for piece in _without_thoughts(pieces):
        waiting += piece
        while (cut := _end_of_first(waiting)) is not None:
            yield from cleaned(waiting[:cut], language)
            waiting = waiting[cut:]
    yield from cleaned(waiting, language)


def cleaned(line: str, language: str) -> Iterator[Drafted]:
    """Yield the sentences of one line without bullets and bold, each with the line's markers."""
    text = _MARKED_UP.sub("", _BULLET.sub("", line)).strip()
    markers = tuple(
        dict.fromkeys(int(n) for found in _MARKERS.findall(text) for n in re.findall(r"\d+", found))
    )
    words = re.sub(r"\s+([.,;:!?])(?=\s|$)", r"\1", " ".join(_MARKERS.sub(" ", text).split()))
    for start, end in sentence_spans(words, language):
        if any(character.isalnum() for character in words[start:end]):
            yield Drafted(words[start:end], markers)


def _without_thoughts(pieces: Iterable[str]) -> Iterator[str]:
    """Leave out what a reasoning model tells itself first, if its server does not."""
    lead: str | None = ""
    for piece in pieces:
        if lead is None:
            yield piece
            continue
        lead += piece
        start = lead.lstrip()
        if start.startswith(_THOUGHT[0]):
            _, end, rest = start.partition(_THOUGHT[1])
            if end:
                lead = None
                yield rest
        elif not _THOUGHT[0].startswith(start):
            yield lead
            lead = None
    if lead and not lead.lstrip().startswith(_THOUGHT[0]):
        yield lead


def _end_of_first(text: str) -> int | None:
    line = text.find("\n")
    found = _WHOLE.search(text)
    ends = [end for end in (line + 1 if line >= 0 else None, found and found.end()) if end]
    if not ends and len(text) > _LONGEST:
        return _LONGEST
    return min(ends, default=None)
