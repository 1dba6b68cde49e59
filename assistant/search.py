"""Hybrid search: passages by meaning, question hints by meaning, words by BM25, then fused.

Fusion is by weighted reciprocal ranks (Cormack, Clarke and Büttcher, SIGIR 2009): a passage's
fused score is the sum over stages of weight / (60 + rank). Scores of different stages are never
compared with each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers import Hit, Language, Scores
from assistant.specifics import asks_for
from indexer.embedder import Vectors
from indexer.index import Index

_K = 60
_LIFTED = 12  # ranks within which a passage may be lifted for what it holds
SPECIFIC = 0.3  # weight of holding the kind of thing asked for
_DUTCH_LEAD = 0.02  # of cosine: how much nearer a Dutch section must be to an English question
WEIGHTS: Mapping[str, float] = {"dense": 1.0, "hint": 1.0, "keyword": 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """What each stage found: passage id -> score, best first."""

    dense: dict[str, float]
    hint: dict[str, float]
    keyword: dict[str, float]


def fuse(stages: Stages, weights: Mapping[str, float] = WEIGHTS) -> list[tuple[str, float]]:
    """Return passage ids with their fused scores, best first."""
    fused: dict[str, float] = {}
    for name, weight in weights.items():
        for rank, passage_id in enumerate(getattr(stages, name), start=1):
            fused[passage_id] = fused.get(passage_id, 0.0) + weight / (_K + rank)
    return sorted(fused.items(), key=lambda pair: (-pair[1], pair[0]))


class Search:
    """Finds passages for a question in one open index."""

    def __init__(self, index: Index, *, candidates: int) -> None:
        """Take the index and how many texts each stage brings."""
        self._index = index
        self._candidates = candidates

    def stages(self, query: str, language: Language) -> Stages:
        """Run the three stages; passages and hints in this language only."""
        return self._stages(query, self.embed(query), language)

    def embed(self, query: str) -> Vectors:
        """Return the vector of a question (shape: dimensions)."""
        vector: Vectors = self._index.embedder.embed_queries([query])[0]
        return vector

    def _stages(self, query: str, vector: Vectors, language: Language) -> Stages:
        store, scopes = self._index.store, self._index.scopes(language)
        dense = {
            near.passage_id: near.similarity
            for near in store.nearest("passages", vector, count=self._candidates, scopes=scopes)
        }
        hints: dict[str, float] = {}
        for near in store.nearest("hints", vector, count=2 * self._candidates, scopes=scopes):
            hints.setdefault(near.passage_id, near.similarity)
        terms = self._index.terms.of_question(query, language)
        keyword = dict(self._index.keywords.best(terms, count=self._candidates, scopes=scopes))
        return Stages(dense=dense, hint=hints, keyword=keyword)

    def find(
        self,
        query: str,
        language: Language,
        *,
        count: int = 10,
        vector: Vectors | None = None,
    ) -> tuple[Hit, ...]:
        """Return the best passages for a question, best first; `vector` saves embedding it again.

        An English question is answered in English where an English section comes near it, and
        from the Dutch sections (whose hints hold English questions too) where none does.
        """
        vector = self.embed(query) if vector is None else vector
        stages = self._stages(query, vector, language)
        if language == "en":
            dutch = self._stages(query, vector, "nl")
            if _best(dutch.hint) > _best(stages.hint) + _DUTCH_LEAD:
                stages = dutch
        ranked = self._prefer_specific(query, fuse(stages))
        return tuple(
            Hit(
                passage=self._index.by_id[passage_id],
                scores=Scores(
                    dense=stages.dense.get(passage_id),
                    hint=stages.hint.get(passage_id),
                    keyword=stages.keyword.get(passage_id),
                    fused=fused,
                ),
            )
            for passage_id, fused in ranked[:count]
        )

    def _prefer_specific(
        self, query: str, ranked: list[tuple[str, float]]
    ) -> list[tuple[str, float]]:
        """Lift passages that hold the kind of thing asked for (a period, a percentage)."""
        holds = asks_for(query)
        if holds is None:
            return ranked
        lifted = [
            (name, score + SPECIFIC / _K * holds(self._index.by_id[name].text))
            for name, score in ranked[:_LIFTED]
        ]
        return sorted(lifted, key=lambda pair: (-pair[1], pair[0])) + ranked[_LIFTED:]


def _best(scores: Mapping[str, float]) -> float:
    return max(scores.values(), default=0.0)
