"""Is a sentence its quote with a word replaced, or two figures or names exchanged?

Who writes anew changes the order of words. Who copies and changes one word says something else,
unless the word is a form or synonym of the old one. So near copies are held to the letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher

from assistant.proof.numerals import with_digits
from assistant.proof.synonyms import interchangeable, is_faint, joined

_TOKEN = re.compile(r"\w+(?:[.,@/'’-]\w+)*|%|€")
_NEAR_COPY = 0.75  # of its tokens stand in the quote in the same order
_MOST_REPLACED = 3  # tokens at one place
_SAME_ORDER = 0.93
# Words of bounds are weighed with the number they stand before, in limits.py.
_BOUNDING = frozenset(
    "minstens hoogstens minimaal maximaal tot vanaf binnen uiterlijk ten least most up "
    "minimum maximum within from".split()
)
_DENYING_FOR = {"geen": "een", "no": "a", "zonder": "met", "without": "with"}
_DENYING = {"niet", "nooit", "evenmin", "not", "never", *_DENYING_FOR}


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(with_digits(text))


def _is_marked(token: str) -> bool:
    """True for a token that names or counts: it holds a digit or a capital."""
    return any(letter.isdigit() or letter.isupper() for letter in token)


def replaced(
    sentence: str,
    quote: str,
    terms_of: Callable[[str], frozenset[str]],
    kin: Callable[[frozenset[str], frozenset[str]], frozenset[str]],
) -> str:
    """Return the word of a near copy that stands where the quote has another; empty when none.

    `kin` gives the terms of one piece that have a kindred term in the other.
    """
    own, stated = _tokens(joined(sentence)), _tokens(joined(quote))
    lowered, source = [t.lower() for t in own], [t.lower() for t in stated]
    matcher = SequenceMatcher(None, lowered, source, autojunk=False)
    blocks = matcher.get_matching_blocks()
    if sum(block.size for block in blocks) < _NEAR_COPY * len(own):
        return ""
    same, said, had = interchangeable(), Counter(lowered), Counter(source)
    for name, i, j, k, n in matcher.get_opcodes():
        if name != "replace" or max(j - i, n - k) > _MOST_REPLACED:
            continue
        here, there = lowered[i:j], source[k:n]
        # Counted, because a word may stand elsewhere in the quote as well: "cel ... hechtenis".
        fresh = [t for t in here if said[t] > had[t]]
        gone = [t for t in there if had[t] > said[t]]
        if (
            not fresh
            or not gone
            or _BOUNDING & {*fresh, *gone}
            or {same.get(t, t) for t in fresh} & {same.get(t, t) for t in gone}
        ):
            continue
        new, old = terms_of(" ".join(fresh)), terms_of(" ".join(gone))
        # "Krijgt een boete" is not "betaalt een boete", though "krijgt" tells little.
        faint = any(map(is_faint, fresh)) and not kin(old, terms_of(sentence))
        if old and (not kin(new, old) if new else faint):
            return " ".join(own[i:j])
    return ""


def exchanged(sentence: str, quote: str) -> str:
    """Return the figure or name of a near copy that changed places; empty when none did.

    What is neither figure nor name stands in the same order in both; the figures and names do not.
    """
    own, stated = _tokens(sentence), _tokens(quote)
    if Counter(t.lower() for t in own) != Counter(t.lower() for t in stated):
        return ""
    plain = [[t.lower() for t in tokens if not _is_marked(t)] for tokens in (own, stated)]
    marked = [[t.lower() for t in tokens if _is_marked(t)] for tokens in (own, stated)]
    if plain[0] == plain[1] and marked[0] != marked[1]:
        return next(a for a, b in zip(marked[0], marked[1], strict=False) if a != b)
    return ""


def denial_differs(sentence: str, quote: str) -> bool:
    """True when a near copy denies more or less than the quote does, or another part of itself."""
    own, stated = _tokens(sentence), _tokens(quote)
    places: list[list[int]] = []
    plain: list[list[str]] = []
    for tokens in (own, stated):
        places.append([])
        plain.append([])
        for token in tokens:
            word = token.lower()
            if word in _DENYING:
                places[-1].append(len(plain[-1]))
            if word not in _DENYING or word in _DENYING_FOR:
                plain[-1].append(_DENYING_FOR.get(word, word))
    matcher = SequenceMatcher(None, plain[0], plain[1], autojunk=False)
    if matcher.ratio() < _SAME_ORDER:
        return False
    if len(places[0]) != len(places[1]):
        return True
    there = (_place_in_quote(place, matcher) for place in places[0])
    return any(abs(a - b) > 1 for a, b in zip(there, places[1], strict=True))


def _place_in_quote(place: int, matcher: SequenceMatcher[str]) -> int:
    """Return where the word at a place of the sentence stands in the quote, by the words before."""
    blocks = [block for block in matcher.get_matching_blocks() if block.a <= place]
    return place + (blocks[-1].b - blocks[-1].a if blocks else 0)
