"""A draft comes in pieces; its sentences leave one by one, as soon as each is whole.

The prompt asks for a sentence a line, each ending in the markers of its passages: `Een zin. [1]`.
Models do not always listen, so lines with several sentences, markers before the full stop, bullets
and headings are understood too. What has no marker keeps none: whoever verifies drops it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_MARKERS = re.compile(r"\[(\d{1,2}(?:\s*[,;]\s*\d{1,2})*)\]")
_WHOLE = re.compile(r"[.!?][\"'”’)]*\s*((?:\[\d{1,2}(?:\s*[,;]\s*\d{1,2})*\]\s*)+)(?=[^\s\[.])")
"""A sentence with its markers, and the beginning of the next one."""
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)]|#+)\s+")
_MARKED_UP = re.compile(r"\*\*|__|`")
_BEFORE_STOP = re.compile(r"\s*((?:\[\d{1,2}(?:\s*[,;]\s*\d{1,2})*\]\s*)+)([.!?])$")
_LONGEST = 2_000
"""Characters without an end: no sentence; what comes is cut there and will not be proven."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A sentence as the model wrote it, and the passages it says it rests on."""

    text: str
    markers: tuple[int, ...]


def sentences_of(pieces: Iterable[str]) -> Iterator[Drafted]:
    """Yield the sentences of a draft as they are completed; the last one when the draft ends."""
    waiting = ""
    for piece in pieces:
        waiting += piece
        while (cut := _end_of_first(waiting)) is not None:
            yield from _drafted(waiting[:cut])
            waiting = waiting[cut:]
    yield from _drafted(waiting)


def _end_of_first(text: str) -> int | None:
    line = text.find("\n")
    found = _WHOLE.search(text)
    ends = [end for end in (line + 1 if line >= 0 else None, found and found.end()) if end]
    if not ends and len(text) > _LONGEST:
        return _LONGEST
    return min(ends, default=None)


def _drafted(line: str) -> Iterator[Drafted]:
    text = _MARKED_UP.sub("", _BULLET.sub("", line)).strip()
    text = _BEFORE_STOP.sub(r"\2 \1", text).strip()
    markers = tuple(
        dict.fromkeys(int(n) for found in _MARKERS.findall(text) for n in re.findall(r"\d+", found))
    )
    words = " ".join(_MARKERS.sub(" ", text).split())
    if any(character.isalnum() for character in words):
        yield Drafted(re.sub(r"\s+([.,;:!?])", r"\1", words), markers)
