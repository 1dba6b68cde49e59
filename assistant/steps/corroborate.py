"""Step 5: beside our own summary, the words of the source itself, where the library holds them.

A digest answers in plain words; an original proves them. So when a digest leads, the passage of an
original is looked up that states the same: the same figures and names, and most of the words of a
sentence of the short answer. It follows the summary, ahead of what other sections add.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import Hit, Scores
from assistant.proof.clauses import in_common
from assistant.proof.verifier import unstated
from assistant.turn import Turn
from indexer.documents import Role
from indexer.index import Index
from indexer.passages import Passage

_CANDIDATES = 40
_LEAST_COVER = 0.6  # share of a sentence's terms that the original must hold


class Corroborate:
    """Adds the original that states what the leading digest says."""

    def __init__(self, index: Index) -> None:
        """Take the index."""
        self._index = index
        self._has_originals = any(passage.basis == "original" for passage in index.passages)

    def __call__(self, turn: Turn) -> Turn:
        """Return the turn; an original that bears the answer out is its second hit."""
        lead = turn.hits[0].passage
        if not self._has_originals or lead.basis == "original" or turn.on is not None:
            return turn
        found = self._bears_out(lead)
        if found is None:
            return turn
        known = next((hit for hit in turn.hits if hit.passage.id == found.id), None)
        hit = replace(known, kept=True) if known else Hit(passage=found, scores=Scores())
        others = tuple(hit for hit in turn.hits[1:] if hit is not known)
        return replace(turn, hits=(turn.hits[0], hit, *others))

    def _bears_out(self, lead: Passage) -> Passage | None:
        """Return the original that states most of a sentence of the short answer."""
        terms, language = self._index.terms, lead.language
        best: tuple[float, Passage] | None = None
        for sentence in (lead.quote(span) for span in lead.spans if span.role is Role.ANSWER):
            own = terms.of_text(sentence, language)
            for passage in self._candidates(own, language):
                if unstated(sentence, passage.text):
                    continue
                stated = self._index.terms_of(passage)
                cover = len(in_common(frozenset(own), stated)) / max(1, len(set(own)))
                if cover >= _LEAST_COVER and (best is None or cover > best[0]):
                    best = cover, passage
        return best[1] if best else None

    def _candidates(self, terms: Sequence[str], language: str) -> list[Passage]:
        found = self._index.keywords.best(
            terms, count=_CANDIDATES, scopes=self._index.scopes(language)
        )
        passages = (self._index.by_id[name] for name, _ in found)
        return [p for p in passages if p.basis == "original" and p.quotable]
