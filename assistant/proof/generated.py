"""Which sentence of a passage supports a sentence that a language model wrote? Fails closed.

The verifier of `assistant.proof.verifier` compares a sentence with one quote. A longer quote would
let more pass: with three sentences to draw on, "bij de politie" found its words. And a model that
copies a true sentence and adds to it passes the verifier, so here no word may be added (additions),
no figure change its neighbours (bindings), our own inference not become a fact, and most of what a
clause says not be left out. Last the meaning must be near: on 304 labelled pairs true sentences
have a cosine of at least .903 with their quote; the line lies below that, since a sentence without
a word of its own may be a small part of a long quote. `python -m evals.generative` measures what
all this lets through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.proof.additions import Additions
from assistant.proof.bindings import (
    moved_figure,
    names_dealt_out,
    turned_relation,
    unfounded_voice,
)
from assistant.proof.clauses import clauses, in_common, rests_on
from assistant.proof.numerals import with_digits
from assistant.proof.rewording import brought_together
from assistant.proof.small_words import (
    added_modal,
    denials_differ,
    fewer_conditions,
    fewer_limits,
    moved_denial,
    unfounded_if,
)
from assistant.proof.synonyms import plainly
from assistant.proof.verifier import Verdict, Verifier
from indexer.embedder import Embedder
from indexer.passages import Passage, Span

_LEAST_CLOSE = 0.85
_LEAST_KEPT = 0.35
_MOST_JUMPS = 2

_WHOLE = re.compile(r"[.!?][)\"'”’]*$")
_BROKEN_OFF = re.compile(
    r"(?:\b(?:(?:en|of|and|or) (?:dat|die|that|which|who)|de|het|een|en|of|uw|zowel|net|als|the|"
    r"an?|and|or|your)|,(?: niet| not)?|[:;] \w+)[.!?]$|\bzowel\b(?!.*\b(?:als|en)\b)|"
    r"\bboth\b(?!.*\band\b)",
    re.IGNORECASE,
)
_OWN_INFERENCE = re.compile(
    r"\b(?<!niet )(?<!not )(?:onze|our) (?:gevolgtrekking|inference)\b", re.IGNORECASE
)

Closeness = Callable[[str, str], float]
"""Tells how near two texts are in meaning: the cosine of their vectors."""

Doubt = Callable[[str, str], str]
"""Tells why a quote does not entail a sentence; empty when it does."""


def closeness_by(embedder: Embedder) -> Closeness:
    """Return what compares meanings by an embedding model."""

    def closeness(one: str, other: str) -> float:
        vectors = embedder.embed_passages([one, other])
        return float(vectors[0] @ vectors[1])

    return closeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """The words of a passage that support a sentence, and how well; no span when none do."""

    span: Span | None
    verdict: Verdict


class GeneratedProof:
    """Finds the support of sentences that a language model wrote."""

    def __init__(
        self,
        verifier: Verifier,
        closeness: Closeness,
        terms_of: Callable[[str, str], list[str]],
        entailment: Doubt | None = None,
    ) -> None:
        """Take the verifier, what compares meanings, the search terms of a text.

        `entailment` is a model's second opinion, if the operator has one.
        """
        self._verifier = verifier
        self._closeness = closeness
        self._terms_of = plainly(terms_of)
        self._entailment = entailment
        self._additions = Additions(terms_of)

    def find(self, sentence: str, passage: Passage) -> Support:
        """Return what supports a sentence in a passage, or why the nearest words do not."""
        if not _WHOLE.search(sentence) or _BROKEN_OFF.search(sentence):
            return Support(span=None, verdict=Verdict(support=0.0, reason="it has no end"))
        reasons: list[str] = []
        for span in self._nearest_first(sentence, passage):
            verdict = self._check(sentence, span, passage)
            if verdict.proven:
                return Support(span=span, verdict=verdict)
            reasons.append(verdict.reason)
        reason = reasons[0] if reasons else "the passage has no sentence to cite"
        return Support(span=None, verdict=Verdict(support=0.0, reason=reason))

    def _nearest_first(self, sentence: str, passage: Passage) -> list[Span]:
        """Order the sentences of a passage by the words that they share with this one."""
        own = frozenset(self._terms_of(sentence, passage.language))

        def shared(span: Span) -> int:
            stated = frozenset(self._terms_of(passage.quote(span), passage.language))
            return len(in_common(own, stated))

        usable = [span for span in passage.spans if not span.order]
        return sorted(usable, key=shared, reverse=True)

    def _check(self, sentence: str, span: Span, passage: Passage) -> Verdict:
        quote = passage.quote(span)
        verdict = self._verifier.check(sentence, quote, passage.text, passage.language)
        if not verdict.proven or sentence == quote:
            return verdict
        reason = self._doubt(sentence, quote, passage.language)
        return Verdict(support=0.0, reason=reason) if reason else verdict

    def _doubt(self, sentence: str, quote: str, language: str) -> str:
        """Return why a sentence that the rules let pass is not shown; empty when it may be."""
        return next(filter(None, self._doubts(sentence, quote, language)), "")

    def _doubts(self, sentence: str, quote: str, language: str) -> Iterator[str]:
        """Yield what speaks against a sentence, what costs least first; empty when it does not."""

        def terms_of(text: str) -> frozenset[str]:
            return frozenset(self._terms_of(text, language))

        yield from _small_doubts(sentence, quote)
        word = self._additions.first(sentence, quote, language)
        yield word and f"a word that the quote has not: {word}"
        figure = moved_figure(sentence, quote, terms_of)
        yield figure and f"beside other words than in the quote: {figure}"
        yield from self._reshaped(*brought_together(sentence, quote), language, terms_of)
        if self._closeness(sentence, quote) < _LEAST_CLOSE:
            yield "its meaning is not near that of the quote"
        if self._entailment:
            yield self._entailment(sentence, quote)

    def _reshaped(
        self, sentence: str, quote: str, language: str, terms_of: Callable[[str], frozenset[str]]
    ) -> Iterator[str]:
        """Yield what order and omission say against a sentence."""
        jumps = self._additions.jumps(sentence, quote, language)
        if jumps > _MOST_JUMPS or names_dealt_out(sentence, quote):
            yield "its words stand in quite another order"
        basis = self._basis(sentence, quote, terms_of)
        if denials_differ(sentence, basis) or moved_denial(sentence, quote, terms_of):
            yield "a denial was lost or added"
        if fewer_conditions(sentence, basis):
            yield "a condition was lost"
        if self._additions.kept(sentence, basis, language) < _LEAST_KEPT:
            yield "leaves out most of what the quote says"
        limit = fewer_limits(sentence, basis, terms_of)
        yield limit and f"a condition was lost: {limit}"

    @staticmethod
    def _basis(sentence: str, quote: str, terms_of: Callable[[str], frozenset[str]]) -> str:
        """Return the clauses of a quote on which a sentence rests."""
        quoted = clauses(with_digits(quote), terms_of)
        basis = (
            part.text
            for clause in clauses(with_digits(sentence), terms_of)
            for part in rests_on(clause, quoted)
        )
        return "; ".join(dict.fromkeys(basis))


def _small_doubts(sentence: str, quote: str) -> Iterator[str]:
    """Yield what small words and turns say against a sentence."""
    if _OWN_INFERENCE.search(quote) and not _OWN_INFERENCE.search(sentence):
        yield "it does not say that this is our own inference"
    if unfounded_voice(sentence, quote):
        yield "it puts the words in a mouth that the quote does not name"
    if unfounded_if(sentence, quote):
        yield "a condition was added"
    word = added_modal(sentence, quote)
    yield word and f"obligation or permission differs: {word}"
    word = turned_relation(sentence, quote)
    yield word and f"the opposite of the quote: {word}"
