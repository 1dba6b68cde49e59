"""The clauses of a sentence, and which of them another sentence rests on.

A sentence may restate half of a quote. What the other half says of duty, denial or condition is
then no business of its own; so both are cut into clauses and compared clause by clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

TermsOf = Callable[[str], frozenset[str]]
"""Gives the content terms of a text, for one language."""

_CUT = re.compile(
    r": |(?<=[a-z)%])[.?] (?=[A-Z])|, (?=(?:en|want|dus|terwijl|and|while)\b)|"
    r", (?=(?:maar|but) (?!alleen|only|pas))|"
    r" (?=(?:en|and) (?:mag|moet|kan|hoeft|krijgt|houdt|may|must|can|has|needs)\b)"
)
# A list of instructions is cut where the next one begins: "bepaal ..., waarschuw ... en laat ...".
_INSTRUCTION = (
    r"(?:beantwoord|bekijk|bel|beperk|bepaal|bescherm|bespreek|bewaar|controleer|deel|doe|ga|gebruik|"
    r"geef|houd|kies|kijk|laat|leg|lees|let|maak|meld|neem|noteer|open|plan|praat|raadpleeg|regel|"
    r"schakel|schrijf|spreek|stel|stuur|toets|verander|vermijd|vertel|verwijder|voorkom|vraag|"
    r"waarschuw|weiger|wis|zet|zoek|zorg|agree|ask|avoid|bring|call|check|choose|decide|do|give|"
    r"keep|leave|limit|look|make|notify|put|read|record|report|save|send|store|take|tell|use|warn|"
    r"write)"
)
_INSTRUCTS = re.compile(rf"{_INSTRUCTION}\b", re.IGNORECASE)
_NEXT_INSTRUCTION = re.compile(rf"(?:,|,? (?:en|and)) (?={_INSTRUCTION}\b)")
_LEAST_TERMS = 2
_ALIKE = 4  # letters in common from which two terms may be forms of one word
_TURNS = re.compile(r"s?(?:vrij|loos|lo[zs]|arm|verbod|weiger|less|free)")  # "meldingsvrij"
_ALIKE_SHARE = 0.6  # of the longer one


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and its content terms."""

    text: str
    terms: frozenset[str]


@lru_cache(maxsize=16_384)
def _sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the pieces of each part between semicolons: such a part stands on its own."""
    return tuple(tuple(_pieces(part)) for part in text.split("; ") if part.strip())


def _pieces(part: str) -> Iterator[str]:
    for piece in filter(str.strip, _CUT.split(part)):
        if _INSTRUCTS.match(piece):
            yield from _NEXT_INSTRUCTION.split(piece)
        else:
            yield piece


def clauses(text: str, terms_of: TermsOf) -> tuple[Clause, ...]:
    """Cut a text into clauses; a piece with too few terms stays with the one before it."""
    found: list[Clause] = []
    for pieces in _sentences(text):
        own: list[Clause] = []
        for piece in pieces:
            terms = terms_of(piece)
            if own and (len(terms) < _LEAST_TERMS or len(own[-1].terms) < _LEAST_TERMS):
                own[-1] = Clause(f"{own[-1].text}, {piece}", own[-1].terms | terms)
            else:
                own.append(Clause(piece, terms))
        if found and own and not own[0].terms:
            found[-1] = Clause(f"{found[-1].text}; {own[0].text}", found[-1].terms)
            own = own[1:]
        found += own
    return tuple(found)


def _are_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and _TURNS.match(long[len(short) :]):
        return False
    longer = max(len(one), len(other))
    same = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        same += 1
    return same >= max(_ALIKE, _ALIKE_SHARE * longer)


def in_common(terms: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Return those of `terms` that stand in `others`, in the same or a kindred form."""
    found = terms & others
    for term in terms - found:
        if term.isalpha() and any(_are_alike(term, other) for other in others):
            found |= {term}
    return found


def rests_on(clause: Clause, quoted: Sequence[Clause]) -> tuple[Clause, ...]:
    """Return the clauses of a quote that a clause rests on: the nearest, and what adds to it."""
    if len(quoted) < 2:
        return tuple(quoted)
    shared = [in_common(clause.terms, other.terms) for other in quoted]
    best = max(range(len(quoted)), key=lambda n: (len(shared[n]), -len(quoted[n].terms)))
    return tuple(
        other
        for n, other in enumerate(quoted)
        if n == best or _adds(shared[n] - shared[best], other)
    )


def _adds(shared: frozenset[str], clause: Clause) -> bool:
    return len(shared) >= _LEAST_TERMS or (bool(shared) and 3 * len(shared) >= len(clause.terms))
