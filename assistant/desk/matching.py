"""Which approved answers are to the very question that is asked now?

Nearness in the embedding space is a sieve and no proof; `same_question` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.answers import Language
from assistant.desk.nouns import VerifiedEntry
from assistant.desk.recollection import Remembered
from assistant.desk.same_question import Asked, differences
from assistant.desk.verified_rows import as_searched
from assistant.proof.synonyms import plainly
from indexer.embedder import Vectors
from indexer.index import Index

# The same question in other words has at least .92, and so have nearly all questions that only
# look like it (half of them .99): this line saves work and keeps out what is about another thing.
_NEAR = 0.85


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Query:
    """What is asked now; `vector` is its place in the embedding space (shape: dimensions)."""

    text: str
    vector: Vectors
    language: Language


class Matching:
    """Compares questions by the words of one index; remembers those of the library only."""

    def __init__(self, index: Index) -> None:
        """Take the index."""
        self.index = index
        self._terms_of = plainly(index.terms.of_text)
        self._known: dict[tuple[str, Language], Asked] = {}

    def same(self, query: Query, entries: Iterable[Remembered]) -> Iterator[VerifiedEntry]:
        """Yield the entries whose question is this one, in their order."""
        asked = self._asked(query.text, query.language)
        for one in entries:
            if one.entry.language != query.language or not _near(one.vector, query.vector):
                continue
            if next(differences(asked, self._of_entry(one.entry)), None) is None:
                yield one.entry

    def _of_entry(self, entry: VerifiedEntry) -> Asked:
        key = (entry.question, entry.language)
        if key not in self._known:
            self._known[key] = self._asked(*key)
        return self._known[key]

    def _asked(self, question: str, language: Language) -> Asked:
        return Asked(as_searched(question), language, self._terms_of)


def _near(one: Vectors, other: Vectors) -> bool:
    """False too for places in the spaces of two models, where their sizes tell."""
    return one.shape == other.shape and float(one @ other) >= _NEAR
