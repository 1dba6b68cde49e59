"""The light of a sentence: does the passage under it support it, and why not?

Green: it stands in the passage to the letter, or passes what a sentence of a language model must
pass. Amber: it passes the checks of the assistant's own sentences only, or its source changed. Red:
neither, or there is no passage that may be cited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.desk.found import digest_of, evidence_of
from assistant.desk.nouns import Evidence, Light
from assistant.desk.reasons import NO_END, in_dutch
from assistant.proof.additions import TermsOf
from assistant.proof.clauses import in_common
from assistant.proof.generated import Doubt, GeneratedProof, closeness_by
from assistant.proof.verifier import Verdict, Verifier
from assistant.steps.understand import self_contained
from indexer.index import Index
from indexer.passages import Passage, Span

_NO_SOURCE = "Bij deze zin staat geen bron. Zoek een passage en zet die erbij."
_GONE = "De passage waarop deze zin rust, staat niet meer in de bibliotheek."
_INTERNAL = "De passage is alleen voor intern gebruik; haal haar niet aan in een antwoord."
_UNQUOTABLE = (
    "De woorden van deze passage zijn niet zeker die van de bron; zoek er een die dat wel is."
)
_AN_ORDER = "Deze woorden lezen als een opdracht aan een taalmodel; neem ze niet over."
_CHANGED = (
    "De bron is veranderd sinds deze zin is vastgelegd. De aangehaalde woorden staan er nog; lees "
    "na of de rest nog klopt."
)
_WORDS_GONE = "De bron is veranderd; de aangehaalde woorden staan er niet meer."
_NOT_CURRENT = "De passage is niet de tekst die nu geldt."
_REMEMBERED = 2_048  # words, or pairs of a sentence and a quote
_FREELY = "Vrij verwoord. {}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was seen of a sentence."""

    light: Light
    reason: str
    """Why the light is not green, in Dutch; empty when it is."""
    support: float
    """How well the passage supports the sentence, 0 to 1."""
    evidence: Evidence | None
    """The words that support it best; those it came with when none do."""


class _Remembering(Verifier):
    """A verifier that weighs the same words once: the proof and the light ask the same."""

    def __init__(self, terms_of: TermsOf) -> None:
        super().__init__(terms_of)
        self._checked = lru_cache(maxsize=_REMEMBERED)(super().check)

    def check(self, sentence: str, quote: str, passage: str, language: str) -> Verdict:
        return self._checked(sentence, quote, passage, language)


class Proofreader:
    """Looks at sentences with the proof of the assistant; fit for many threads."""

    def __init__(self, index: Index, entailment: Doubt | None = None) -> None:
        """Take an open index, and a model's second opinion if the operator has one."""
        self._index = index
        terms_of = _remembered(index.terms.of_text)
        self._terms_of = terms_of
        self._verifier = _Remembering(terms_of)
        self._proof = GeneratedProof(
            self._verifier, closeness_by(index.embedder), terms_of, entailment
        )

    def look(self, text: str, evidence: Evidence | None) -> Looked:
        """Return the light of a sentence that rests on this evidence."""
        if evidence is None:
            return _red(_NO_SOURCE, None)
        passage = self._index.by_id.get(evidence.passage_id)
        if reason := _unusable(passage) or _order(text, passage):
            return _red(reason, evidence)
        if passage is None:  # an unusable one; told above
            return _red(_GONE, evidence)
        looked = self._weigh(text, passage, evidence)
        if digest_of(passage) != evidence.passage_digest:
            return _since_change(looked, passage, evidence)
        if looked.light == "green" and not passage.current:
            return replace(looked, light="amber", reason=_NOT_CURRENT)
        return looked

    def evidence_of(self, passage: Passage, span: Span) -> Evidence:
        """Return a span of a passage as evidence."""
        return evidence_of(passage, span)

    def nearest(self, text: str, passage: Passage) -> Evidence:
        """Return the span of a passage that supports a sentence best."""
        span = self._letter(text, passage) or self._proof.find(text, passage).span
        if span is None:
            span = max(passage.spans, key=lambda one: self._fitness(text, passage, one))
        return evidence_of(passage, span)

    def renewed(self, evidence: Evidence) -> Evidence:
        """Return evidence as it stands in the index now; unchanged when its words are gone."""
        passage = self._index.by_id.get(evidence.passage_id)
        if passage is None or digest_of(passage) == evidence.passage_digest:
            return evidence
        same = (span for span in passage.spans if passage.quote(span) == evidence.quote)
        return next((evidence_of(passage, span) for span in same), evidence)

    def stands_alone(self, question: str, earlier: tuple[str, ...], language: str) -> bool:
        """True when a question can be understood without the earlier ones of its conversation."""

        def content(text: str) -> int:
            return len(self._index.terms.content_words(text, language))

        return self_contained(question, earlier, content) == question

    def _weigh(self, text: str, passage: Passage, evidence: Evidence) -> Looked:
        """Look at a sentence beside the passage as it stands now."""
        if letter := self._letter(text, passage):
            best = evidence_of(passage, letter)
            return Looked(light="green", reason="", support=1.0, evidence=best)
        support = self._proof.find(text, passage)
        if support.span:
            best = evidence_of(passage, support.span)
            value = support.verdict.support
            return Looked(light="green", reason="", support=value, evidence=best)
        reason = in_dutch(self._why(text, passage, support.verdict.reason))
        for span, verdict in self._verdicts(text, passage, evidence):
            if verdict.proven:
                best = evidence_of(passage, span)
                told = _FREELY.format(reason)
                return Looked(light="amber", reason=told, support=verdict.support, evidence=best)
        return _red(reason, evidence)

    def _why(self, text: str, passage: Passage, reason: str) -> str:
        """Return why a sentence has no support; a missing full stop must not hide what is false."""
        if reason != NO_END:
            return reason
        return self._proof.find(f"{text}.", passage).verdict.reason or reason

    def _verdicts(
        self, text: str, passage: Passage, evidence: Evidence
    ) -> Iterator[tuple[Span, Verdict]]:
        """Yield what the verifier says beside each span, that of the evidence first."""
        usable = [span for span in passage.spans if not span.order]
        for span in sorted(usable, key=lambda one: passage.quote(one) != evidence.quote):
            yield span, self._check(text, passage, span)

    def _check(self, text: str, passage: Passage, span: Span) -> Verdict:
        return self._verifier.check(text, passage.quote(span), passage.text, passage.language)

    def _letter(self, text: str, passage: Passage) -> Span | None:
        """Return the span that a sentence repeats to the letter."""
        return next(
            (span for span in passage.spans if not span.order and passage.quote(span) == text),
            None,
        )

    def _fitness(self, text: str, passage: Passage, span: Span) -> tuple[bool, float, int]:
        own = frozenset(self._terms_of(text, passage.language))
        stated = frozenset(self._terms_of(passage.quote(span), passage.language))
        support = self._check(text, passage, span).support
        return not span.order, support, len(in_common(own, stated))


def _remembered(terms_of: TermsOf) -> TermsOf:
    """Return what gives the terms of a word, and looks each word up once."""

    @lru_cache(maxsize=_REMEMBERED)
    def terms(text: str, language: str) -> tuple[str, ...]:
        return tuple(terms_of(text, language))

    return lambda text, language: list(terms(text, language))


def _unusable(passage: Passage | None) -> str:
    """Return why a passage cannot stand under a sentence of a reply; empty when it can."""
    if passage is None:
        return _GONE
    if passage.label != "public":
        return _INTERNAL
    return "" if passage.quotable else _UNQUOTABLE


def _order(text: str, passage: Passage | None) -> str:
    """Return why a sentence may not be said: it repeats an order to a model."""
    spans = passage.spans if passage else ()
    said = passage is not None and any(s.order and passage.quote(s) == text for s in spans)
    return _AN_ORDER if said else ""


def _since_change(looked: Looked, passage: Passage, evidence: Evidence) -> Looked:
    """Return what was seen, where the passage is not what it was when the evidence was taken."""
    stands = evidence.quote in passage.text
    told = f"{_CHANGED if stands else _WORDS_GONE} {looked.reason}".rstrip()
    if looked.light == "red":
        return replace(looked, reason=told)
    # While its words stand, the evidence stays as it was: whoever decides must see the change.
    return replace(
        looked, light="amber", reason=told, evidence=evidence if stands else looked.evidence
    )


def _red(reason: str, evidence: Evidence | None) -> Looked:
    return Looked(light="red", reason=reason, support=0.0, evidence=evidence)
