"""The names in a sentence (bodies, laws, products, places), and whether a text states them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from indexer.terms import fold

_WORD = re.compile(r"(?<!\w)[^\W\d_](?:[\w'’.-]*\w)?")
_CALENDAR = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november december "
    "january february march may june july august october "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_EVERYWHERE = frozenset(
    "nederland nederlands nederlandse nederlanders europa europees europese eu "
    "dutch netherlands europe european i u".split()
)
"""Names that say where we are rather than who is meant."""


def names(sentence: str) -> tuple[str, ...]:
    """Return the words that are names: capitals inside a sentence, and abbreviations anywhere.

    The first word counts only when it is an abbreviation (two capitals or more), because every
    sentence begins with a capital.
    """
    found: list[str] = []
    starts = True
    previous_end = 0
    for match in _WORD.finditer(sentence):
        between = sentence[previous_end : match.start()]
        starts = starts or bool(re.search(r"[.!?:]\s+$|[“\"‘(]$", between))
        word = match[0]
        capitals = sum(letter.isupper() for letter in word)
        has_digit = any(letter.isdigit() for letter in word)  # a code: the figures' business
        if capitals and (capitals > 1 or not starts) and not (has_digit or _is_common(word)):
            found.append(word)
        starts, previous_end = False, match.end()
    return tuple(found)


def _is_common(word: str) -> bool:
    return fold(word) in _CALENDAR | _EVERYWHERE


def _parts(word: str) -> set[str]:
    """Return the spellings that prove a name: itself, without an ending, its hyphenated parts."""
    folded = fold(word).strip(".'’-")
    return {folded, folded.removesuffix("s").rstrip("'’"), folded.removesuffix("-")}


def missing_names(sentence: str, support: Iterable[str]) -> tuple[str, ...]:
    """Return the names in a sentence that none of the supporting texts state."""
    text = " ".join(fold(part) for part in support)
    known = set(re.findall(r"[\w'’.-]*\w", text))
    known |= {piece for word in known for piece in re.split(r"[-.'’]", word)}
    missing: list[str] = []
    for name in names(sentence):
        if _parts(name) & known:
            continue
        pieces = [piece for piece in re.split(r"[-.'’]", fold(name)) if len(piece) > 1]
        if pieces and all(_parts(piece) & known for piece in pieces):
            continue
        missing.append(name)
    return tuple(missing)
