"""Is a sentence supported by a passage? It fails closed: what is not shown to hold, does not.

A sentence that stands in the passage to the letter is supported. Any other must state no figure
and no name that the passage does not, keep its obligation, permission and denial, keep the
conditions of the words it rests on, and have its content words covered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.proof.figures import missing_figures
from assistant.proof.names import missing_names
from assistant.proof.wording import conditions, modalities, negations

_LEAST_COVER = 0.7


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
        self._terms_of = terms_of

    def check(self, sentence: str, quote: str, passage: str, language: str) -> Verdict:
        """Check a sentence against the quote it cites and the passage around it."""
        if not quote or quote not in passage:
            return Verdict(support=0.0, reason="the quote does not stand in the passage")
        if sentence == quote:
            return Verdict(support=1.0)
        if reason := unstated(sentence, quote) or shifted(sentence, quote):
            return Verdict(support=0.0, reason=reason)
        own = set(self._terms_of(sentence, language))
        cover = len(own & set(self._terms_of(quote, language))) / len(own) if own else 0.0
        if cover < _LEAST_COVER:
            return Verdict(support=0.0, reason=f"only {cover:.0%} of its words are in the quote")
        return Verdict(support=round(cover, 3))


def unstated(sentence: str, quote: str) -> str:
    """Return which figure or name of a sentence the quote does not state; empty when none."""
    missing = [figure.shown for figure in missing_figures(sentence, [quote])]
    missing += missing_names(sentence, [quote])
    return f"not in the quote: {missing[0]}" if missing else ""


def shifted(sentence: str, quote: str) -> str:
    """Return how obligation, denial or condition differ from the quote; empty when they do not."""
    if modalities(sentence) != modalities(quote):
        return "obligation or permission differs"
    if negations(sentence) % 2 != negations(quote) % 2:
        return "a denial was lost or added"
    lost = conditions(quote) - conditions(sentence)
    return f"a condition was lost: {sorted(lost)[0]}" if lost else ""
