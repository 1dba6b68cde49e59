"""The names in a sentence (bodies, laws, products, places), and whether a text states them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.proof.same_words import FULL_NAMES
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


_ALSO_FIRST = frozenset(
    "douane belastingdienst justis clingendael defensie brainport facebook instagram telegram "
    "rotterdam eindhoven amsterdam delft twente brussel customs "
    "belgie luxemburg duitsland frankrijk zwitserland turkije noorwegen japan canada brazilie "
    "india "
    "belarus rusland china iran israel australie singapore taiwan russia ukraine oekraine germany "
    "france belgium switzerland turkey norway brazil".split()
)
"""Names with one capital that are no common words, so also names where a sentence begins."""

_SAME = {
    word: group.split()[0]
    for group in (
        "rusland russisch russische russen russia russian",
        "china chinees chinese chinezen",
        "iran iraans iraanse iranian",
        "oekraine oekraiens oekraiense ukraine ukrainian",
        "wet act",
    )
    for word in group.split()
}
"""Words that name the same thing; the table holds what the corpus needs."""
_ENDINGS = ("en", "s", "")
_SHORTEST_HEAD = 5  # letters of a known name that a compound begins with: Rusland-sancties


def names(sentence: str) -> tuple[str, ...]:
    """Return the words that are names beyond doubt: with two capitals or more (AIVD, LinkedIn)."""
    return tuple(
        word for word in capitalised(sentence) if sum(letter.isupper() for letter in word) > 1
    )


def capitalised(sentence: str) -> tuple[str, ...]:
    """Return the words that are written as names: capitals inside a sentence.

    The first word counts only when it holds two capitals or more, because every sentence begins
    with a capital, or when it is a known name.
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
        begins = starts and fold(word) not in _ALSO_FIRST
        if capitals and (capitals > 1 or not begins) and not (has_digit or _is_common(word)):
            found.append(word)
        starts, previous_end = False, match.end()
    return tuple(found)


def _is_common(word: str) -> bool:
    return fold(word) in _CALENDAR | _EVERYWHERE


def _spellings(word: str) -> set[str]:
    """Return the spellings that prove a name: itself, without an ending, its other names."""
    folded = fold(word).strip(".'’-")
    found = {folded, folded.removesuffix("s").rstrip("'’")}
    return found | {_SAME[spelling] for spelling in found if spelling in _SAME}


def _in_short(folded: str, known: frozenset[str]) -> frozenset[str]:
    """Return the words of names in full in a folded sentence that a text has as abbreviations."""
    return frozenset(
        word
        for short, full in FULL_NAMES.items()
        if short in known and full in folded
        for word in re.findall(r"\w+", full)
    )


def _is_stated(word: str, known: frozenset[str]) -> bool:
    folded = fold(word)
    heads = (folded[:length] for length in range(_SHORTEST_HEAD, len(folded) - 2))
    return bool(_spellings(word) & known) or any(
        head in known and head in _SAME.values() for head in heads
    )


@lru_cache(maxsize=16_384)
def _stated(text: str) -> frozenset[str]:
    """Return the words of a supporting text, with the parts and other names of each."""
    found = set(re.findall(r"[\w'’.-]*\w", fold(text)))
    found |= {piece for word in found for piece in re.split(r"[-.'’]", word)}
    found |= {_SAME[word] for word in found if word in _SAME}
    folded = fold(text)
    return frozenset(found | {short for short, full in FULL_NAMES.items() if full in folded})


def _is_inflected(piece: str, known: frozenset[str]) -> bool:
    """True for a common word in a name ("EU-landen") that a text holds with another ending."""
    if not piece.islower():
        return False
    bare = {piece.removesuffix(ending) for ending in _ENDINGS}
    return any(stem + ending in known for stem in bare for ending in _ENDINGS)


def missing_names(sentence: str, support: Iterable[str]) -> tuple[str, ...]:
    """Return the names in a sentence that none of the supporting texts state."""
    missing: list[str] = []
    known = frozenset[str]().union(*map(_stated, support))
    known |= _in_short(fold(sentence), known)
    for name in capitalised(sentence):
        pieces = [piece for piece in re.split(r"[-.'’]", name) if len(piece) > 1]
        stated = (_is_stated(piece, known) or _is_inflected(piece, known) for piece in pieces)
        if not _is_stated(name, known) and not (pieces and all(stated)):
            missing.append(name)
    return tuple(missing)
