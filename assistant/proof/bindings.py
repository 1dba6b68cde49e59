"""Do figures still belong to the same words, and is before still before?

Who restates "300 networks or 50 MW" may turn the order round, but 50 stays with MW. So where a
quote holds several figures, each figure of a sentence must have a neighbour that it has there. And
a sentence may not say "after" or "outside" more often than its quote, and the opposite less.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from assistant.proof.clauses import in_common
from assistant.proof.numerals import with_digits

TermsOf = Callable[[str], frozenset[str]]
Sides = tuple[frozenset[str], frozenset[str]]
"""The terms of the words before and after a figure or another word."""

_OURS = re.compile(r"\bvolgens onze\b|\baccording to our\b", re.I)
_VOICE = re.compile(
    r"\b(?:volgens|aldus|zegt|zeggen|stelt|schrijft|schreef|schrijven|noemt|noemde|noemen|vindt|"
    r"adviseert|adviseerde|advies|raadde?t?|waarschuwt|meldde|meldt dat|ziet|according|says?|said|"
    r"states?|stated|named?|writes|wrote|warns|advises?|advised|explanation|finds|found)\b",
    re.I,
)
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.UNICODE)
_OPPOSED: Sequence[tuple[re.Pattern[str], re.Pattern[str]]] = tuple(
    (re.compile(rf"\b(?:{one})\b", re.I), re.compile(rf"\b(?:{other})\b", re.I))
    for one, other in (
        (
            r"na|nadat|daarna|waarna|erna|achteraf|later|sinds|sindsdien|after|afterwards|since",
            r"vóór|voordat|vooraf|eerder|eerdere|tevoren|alvorens|"
            r"(?<=uur )voor|(?<=dagen )voor|(?<=weken )voor|(?<=maanden )voor|(?<=jaar )voor|"
            r"before|beforehand|earlier|until|tot",
        ),
        (r"buiten|outside|abroad|buitenland", r"binnen|inside|within|binnenland"),
        (r"import\w*|invoer\w*", r"export\w*|uitvoer\w*"),
        (r"begin\w*|start\w*", r"eind\w*|ends?|afloop|stop\w*"),
    )
)
# "Voor" is "for" as well as "before", so it counts only behind a length of time.


def moved_figure(sentence: str, quote: str, terms_of: TermsOf) -> str:
    """Return a figure that has other neighbours than in the quote; empty when none has."""
    stated = _neighbours(quote, terms_of)
    if len(stated) < 2:
        return ""
    for figure, sides in _neighbours(sentence, terms_of).items():
        there = stated.get(figure, ())
        if there and not any(share_a_side(own, other) for own in sides for other in there):
            return figure
    return ""


def turned_relation(sentence: str, quote: str) -> str:
    """Return a word of time or place of which the quote says the opposite; empty when none."""
    for one, other in _OPPOSED:
        for own, opposite in ((one, other), (other, one)):
            found = own.findall(sentence)
            more = len(found) > len(own.findall(quote))
            if more and len(opposite.findall(sentence)) < len(opposite.findall(quote)):
                return str(found[0]).lower()
    return ""


def names_dealt_out(sentence: str, quote: str) -> bool:
    """True when names stand in another order than in the quote, and not just turned round.

    A sentence may begin with the second half of its quote, so the order may be a rotation. Names
    that either holds twice tell nothing of the order.
    """
    stated, said = _names(quote), _names(sentence)
    once = [name for name in said if said.count(name) == stated.count(name) == 1]
    places = [stated.index(name) for name in once]
    backwards = sum(after < before for before, after in pairwise([*places, *places[:1]]))
    return backwards > 1


def _names(text: str) -> list[str]:
    """Return the words with a capital, but for the first of the text."""
    words = (word for word in _WORD.findall(text)[1:] if not word.islower())
    return [word.lower() for word in words if word not in _MONTHS]


def unfounded_voice(sentence: str, quote: str) -> bool:
    """True when a sentence puts its words in a mouth and the quote does not."""
    return names_a_voice(_OURS.sub("", sentence)) and not names_a_voice(quote)


def names_a_voice(text: str) -> bool:
    """True when a text says who says something."""
    return bool(_VOICE.search(text))


def share_a_side(own: Sides, other: Sides) -> bool:
    """True when the words before, or those after, have a term in common."""
    return any(in_common(one, another) for one, another in zip(own, other, strict=True))


def _neighbours(text: str, terms_of: TermsOf) -> dict[str, list[Sides]]:
    """Return by figure the terms of the words beside it, each time that it stands there."""
    tokens = [token.lower() for token in _TOKEN.findall(with_digits(text))]
    weighty = ["", *(t for t in tokens if t[0].isdigit() or terms_of(t)), ""]
    found: dict[str, list[Sides]] = {}
    for before, token, after in zip(weighty, weighty[1:], weighty[2:], strict=False):
        if token[0].isdigit() and not _YEAR.fullmatch(token):
            sides = tuple(terms_of(word) or frozenset({word}) for word in (before, after))
            found.setdefault(token, []).append((sides[0], sides[1]))
    return found
