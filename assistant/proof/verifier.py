"""Is a sentence supported by a passage? It fails closed: what is not shown to hold, does not.

A sentence that stands in the passage to the letter is supported. Any other must state no figure
and no name that the quote does not, and have its content words covered. A near copy may replace no
word and exchange no figures. Clause by clause it must keep obligation, permission and denial, and
the limits and conditions of the clauses it rests on. `python -m evals.mutation_run` measures it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.proof.clauses import Clause, clauses, in_common, rests_on
from assistant.proof.duties import excused, moved, wrongly_freed
from assistant.proof.edits import denial_differs, exchanged, replaced
from assistant.proof.figures import missing_figures
from assistant.proof.limits import (
    TWICE_DENIED,
    bound_differs,
    implies_duty,
    limits_differ,
    lost_conditions,
    lost_if,
)
from assistant.proof.names import missing_names
from assistant.proof.numerals import with_digits
from assistant.proof.opposites import turned
from assistant.proof.rewording import brought_together, reversed_by
from assistant.proof.synonyms import plainly
from assistant.proof.wording import denials, duty_changes

_LEAST_COVER = 0.67
_LEAST_RESTATED = 0.4
_WITHOUT = re.compile(r"\b(?:zonder|without)\b ((?:\w+ ?){1,3})", re.I)
_BEFORE = re.compile(r"\b(?:vóór|voordat|before|until)\b ((?:\w+ ?){1,4})", re.I)
_ONLY = re.compile(r"\b(?:alleen|slechts|uitsluitend|only)\b", re.I)
_ONLY_AFTER = re.compile(r"\b(?:alleen|pas|vóór|voordat|only|before|until)\b", re.I)
_WAITS = re.compile(r"\b(?:wacht|wait)\w*\b[^.;,]*?\b(?:tot|until)\b([^.;,]*)", re.I)
_Terms = Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the verifier found: support in 0..1, and why not when it is 0."""

    support: float
    reason: str = ""

    @property
    def proven(self) -> bool:
        """True when the sentence may be shown."""
        return self.support > 0


class Verifier:
    """Checks sentences against passages."""

    def __init__(self, terms_of: Callable[[str, str], list[str]]) -> None:
        """Take the function that gives the search terms of a text (text, language)."""
        self._terms_of = plainly(terms_of)

    def check(self, sentence: str, quote: str, passage: str, language: str) -> Verdict:
        """Check a sentence against the quote it cites and the passage around it."""
        if not quote or quote not in passage:
            return Verdict(support=0.0, reason="the quote does not stand in the passage")
        if sentence == quote:
            return Verdict(support=1.0)

        def terms_of(text: str) -> frozenset[str]:
            return frozenset(self._terms_of(text, language))

        if reason := unstated(sentence, quote):
            return Verdict(support=0.0, reason=reason)
        said, stated = with_digits(sentence), with_digits(quote)
        own = terms_of(said)
        cover = len(in_common(own, terms_of(stated))) / len(own) if own else 0.0
        if cover < _LEAST_COVER:
            return Verdict(support=0.0, reason=f"only {cover:.0%} of its words are in the quote")
        if reason := next(departures(said, stated, terms_of), ""):
            return Verdict(support=0.0, reason=reason)
        return Verdict(support=round(cover, 3))


def unstated(sentence: str, quote: str) -> str:
    """Return which figure or name of a sentence the quote does not state; empty when none."""
    missing = [figure.shown for figure in missing_figures(sentence, [quote])]
    missing += missing_names(sentence, [quote])
    return f"not in the quote: {missing[0]}" if missing else ""


def departures(sentence: str, quote: str, terms_of: _Terms) -> Iterator[str]:
    """Yield how a sentence departs from the quote; nothing when it says the same."""
    if wrongly_freed(sentence, quote):
        yield "obligation or permission differs"
    if word := reversed_by(sentence, quote):
        yield f"the opposite of the quote: {word}"
    sentence, quote = brought_together(sentence, quote)
    quoted, own = clauses(quote, terms_of), clauses(sentence, terms_of)
    for clause in own:
        yield from _clause_departs(clause, rests_on(clause, quoted), own, terms_of)
    yield from _whole_departs(sentence, quote, terms_of)


def _whole_departs(sentence: str, quote: str, terms_of: _Terms) -> Iterator[str]:
    if number := bound_differs(sentence, quote):
        yield f"a condition was lost: the bound of {number}"
    if denial_differs(sentence, quote):
        yield "a denial was lost or added"
    if word := turned(sentence, quote):
        yield f"the opposite of the quote: {word}"
    if word := exchanged(sentence, quote):
        yield f"changed places: {word}"
    if word := replaced(sentence, quote, terms_of, in_common):
        yield f"another word than in the quote: {word}"


def _clause_departs(
    clause: Clause, basis: tuple[Clause, ...], sentence: tuple[Clause, ...], terms_of: _Terms
) -> Iterator[str]:
    whole = ", ".join(part.text for part in sentence)
    own = frozenset[str]().union(*(part.terms for part in sentence))
    text = ", ".join(part.text for part in basis)
    if _denied(clause.text) != _denied(text) or _without_differs(clause.text, text, terms_of):
        yield "a denial was lost or added"
    if duty_differs(clause, text, [part.text for part in sentence if part != clause], terms_of):
        yield "obligation or permission differs"
    if reason := _limit_departs(clause, basis, whole):
        yield reason
    if lost_if(whole, text):
        yield "a condition was lost: if"
    for condition in lost_conditions(own, text, terms_of, in_common):
        yield f"a condition was lost: {condition}"
    stated = frozenset[str]().union(*(part.terms for part in basis))
    if stated and len(in_common(stated, own)) < _LEAST_RESTATED * len(stated):
        yield "leaves out most of what the quote says"


def _limit_departs(clause: Clause, basis: tuple[Clause, ...], whole: str) -> str:
    """Return which limit was lost or added.

    The limit of a clause that this one only touches may stand elsewhere in the sentence.
    """
    text = ", ".join(part.text for part in basis)
    reason = limits_differ(clause.text, text)
    if len(basis) < 2 or "lost" not in reason:
        return reason
    best = max(basis, key=lambda p: (len(in_common(clause.terms, p.terms)), -len(p.terms)))
    lost = (limits_differ(clause.text if p is best else whole, p.text) for p in basis)
    return next((found for found in lost if "lost" in found), "")


def duty_differs(clause: Clause, text: str, others: list[str], terms_of: _Terms) -> bool:
    """True when a clause has another duty, permission or advice than `text`, which it rests on."""
    twice = _twice(clause.text) != _twice(text)
    return not twice and any(
        not excused(change, clause.text, text)
        and not moved(change, clause.text, text, others, terms_of)
        for change in duty_changes(clause.text, text, implied=implies_duty(text))
    )


def _twice(text: str) -> bool:
    return TWICE_DENIED.search(text) is not None


def _denied(text: str) -> bool:
    """True when a text denies an odd number of times; twice denied is "only with"."""
    return not _twice(text) and denials(text) % 2 == 1


def _without_differs(sentence: str, quote: str, terms_of: _Terms) -> bool:
    """True when one says "without" where the other says with.

    "Niet zonder" may become "alleen met", so an "only" that the other lacks excuses it, and so does
    waiting until. But "alleen zonder" or "alleen vóór" is not "niet zonder" or "niet vóór".
    """
    twice = _twice(sentence) != _twice(quote)
    for one, other in ((sentence, quote), (quote, sentence)):
        bare = frozenset[str]().union(*(terms_of(found[1]) for found in _WITHOUT.finditer(other)))
        if twice and _share(_WITHOUT, one, other, terms_of):
            return True
        if twice and _ONLY.search(one) and _share(_BEFORE, one, other, terms_of):
            return True
        waits = _WAITS.search(one)
        if waits and bare and in_common(bare, terms_of(waits[1])):
            continue
        excused = _ONLY_AFTER.search(one) and not _ONLY_AFTER.search(other)
        if in_common(bare, terms_of(one)) and not _WITHOUT.search(one) and not excused:
            return True
    return False


def _share(pattern: re.Pattern[str], one: str, other: str, terms_of: _Terms) -> bool:
    """True when both texts say "without", or "before", of the same thing."""
    found = [
        frozenset[str]().union(*(terms_of(match[1]) for match in pattern.finditer(text)))
        for text in (one, other)
    ]
    return bool(in_common(found[0], found[1]))
