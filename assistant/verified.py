"""What the pipeline knows of the library of verified answers: a door, and what comes through it.

Staff approve an answer sentence by sentence; a later question that is the same gets that answer.
Who keeps those answers is not the pipeline's business: `assistant.desk.library` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.answers import Language
from assistant.turn import DraftSentence
from indexer.embedder import Vectors
from indexer.index import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedAnswer:
    """An answer that the desk approved, on the passages of an open index."""

    sentences: tuple[DraftSentence, ...]
    approved_on: date


class VerifiedAnswers(Protocol):
    """Knows the answers that the desk has approved."""

    def find(
        self, query: str, vector: Vectors, language: Language, index: Index
    ) -> VerifiedAnswer | None:
        """Return the approved answer to this very question; None where there is none.

        Never raises and never waits long: a library that cannot be read is a library without
        answers, and the question goes its usual way.

        Args:
            query: the question, self-contained and without personal data.
            vector: its place in the embedding space (shape: dimensions).
            language: that of the reader.
            index: where the passages under the answer must still stand, unchanged.
        """
