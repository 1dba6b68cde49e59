"""Step 3a, only with a library of verified answers: has the desk answered this question before?

Where it has, the turn gets that answer as its draft and the day of approval, and the walk goes on
at `conclude`, which verifies each sentence as always. An entry is used whole or not at all: where
one sentence would not be proven, what a person approved is not what would be said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.answers import Hit, Scores
from assistant.proof.verifier import Verifier
from assistant.turn import DraftSentence, Turn
from assistant.verified import VerifiedAnswers
from indexer.index import Index

# A person approved the answer, and only the same question finds it; still no certainty.
_CONFIDENCE = 0.95


class Recall:
    """Answers from the library of verified answers where it can."""

    def __init__(self, verified: VerifiedAnswers, index: Index, verifier: Verifier) -> None:
        """Take the library, the index that its answers must stand in, and the verifier."""
        self._verified = verified
        self._index = index
        self._verifier = verifier

    def __call__(self, turn: Turn) -> Turn:
        """Return the turn with the approved answer as its draft, or as it was.

        What is happening now and what held on another day are never answered from the library.
        """
        if turn.sensitive or turn.on is not None or turn.vector is None:
            return turn
        found = self._verified.find(turn.query, turn.vector, turn.language, self._index)
        if found is None or not found.sentences or not all(map(self._stands, found.sentences)):
            return turn
        return replace(
            turn,
            draft=found.sentences,
            approved_on=found.approved_on,
            confidence=_CONFIDENCE,
            hits=_with_cited(turn.hits, found.sentences),
        )

    def _stands(self, sentence: DraftSentence) -> bool:
        passage = sentence.passage
        if not passage.quotable or sentence.span.order:
            return False
        return self._verifier.check(
            sentence.text, passage.quote(sentence.span), passage.text, passage.language
        ).proven


def _with_cited(hits: Iterable[Hit], sentences: Iterable[DraftSentence]) -> tuple[Hit, ...]:
    """Put the passages that the answer cites first and keep those alone; contacts follow them."""
    others = {hit.passage.id: hit for hit in hits}
    cited: list[Hit] = []
    for passage in dict.fromkeys(sentence.passage for sentence in sentences):
        found = others.pop(passage.id, None)
        cited.append(Hit(passage=passage, scores=found.scores if found else Scores()))
    return (*cited, *(replace(hit, kept=False) for hit in others.values()))
