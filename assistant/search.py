"""Hybrid search: passages by meaning, question hints by meaning, words by BM25, then fused.

The three scores are fused by the mean of their standard scores (z-scores over the candidates;
CombSUM, Fox and Shaw 1994, with the normalisation of Montague and Aslam 2001). What each part is
worth, and what was tried and left out, stands in docs/adr/0007.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np

from assistant.answers import Hit, Language, Scores
from assistant.specifics import asks_for
from indexer.embedder import Vectors
from indexer.index import Index

_LIFTED = 12  # ranks within which a passage may be lifted for what it holds
SPECIFIC = 0.5  # weight of holding the kind of thing asked for
_NO_SPREAD = 1e-9  # a stage that thinks the same of all says nothing
_DUTCH_LEAD = 0.05  # of cosine: how much nearer a Dutch section must be to an English question
WEIGHTS: Mapping[str, float] = {"dense": 1.0, "hint": 1.0, "keyword": 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """What each stage found: passage id -> score, best first."""

    dense: dict[str, float]
    hint: dict[str, float]
    keyword: dict[str, float]

    @property
    def candidates(self) -> list[str]:
        """Every passage that some stage brought, in the order of their ids."""
        return sorted({name for field in fields(self) for name in getattr(self, field.name)})


def fuse(
    stages: Stages,
    weights: Mapping[str, float] = WEIGHTS,
    *,
    hintless: Container[str] = frozenset(),
) -> list[tuple[str, float]]:
    """Return passage ids with their fused scores, best first.

    A passage that a stage did not bring gets the lowest score that the stage gave. An original has
    no question hints; it is judged by the other stages, or it would always lose to a digest.
    """
    candidates = stages.candidates
    if not candidates:
        return []
    fused: Any = np.zeros(len(candidates))
    weighed: Any = np.zeros(len(candidates))
    bare = np.array([candidate in hintless for candidate in candidates])
    for name, weight in weights.items():
        scored: dict[str, float] = getattr(stages, name)
        lowest = min(scored.values(), default=0.0)
        column = np.array([scored.get(candidate, lowest) for candidate in candidates])
        spread = float(column.std())
        counts = weight * ~(bare & (name == "hint"))
        weighed += counts
        if spread > _NO_SPREAD:
            fused += counts * (column - column.mean()) / spread
    fused /= weighed
    found = zip(candidates, map(float, fused), strict=True)
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


class Search:
    """Finds passages for a question in one open index."""

    def __init__(self, index: Index, *, candidates: int, hints: bool = True) -> None:
        """Take the index and how many texts each stage brings; `hints` can be left out."""
        self._index = index
        self._candidates = candidates
        self._hints = hints

    def stages(self, query: str, language: Language) -> Stages:
        """Run the stages; passages and hints in this language only."""
        return self._stages(query, self.embed(query), language)

    def embed(self, query: str) -> Vectors:
        """Return the vector of a question (shape: dimensions), its rare lay words explained."""
        explained = self._index.terms.explained(query)
        vector: Vectors = self._index.embedder.embed_queries([explained])[0]
        return vector

    def _stages(
        self, query: str, vector: Vectors, language: Language, on: date | None = None
    ) -> Stages:
        store, scopes = self._index.store, self._index.scopes(language, dated=on is not None)
        dense = {
            near.passage_id: near.similarity
            for near in store.nearest("passages", vector, count=self._candidates, scopes=scopes)
        }
        hints: dict[str, float] = {}
        if self._hints:
            for near in store.nearest("hints", vector, count=2 * self._candidates, scopes=scopes):
                hints.setdefault(near.passage_id, near.similarity)
        terms = self._index.terms.of_question(query, language)
        keyword = dict(self._index.keywords.best(terms, count=self._candidates, scopes=scopes))
        stages = Stages(dense=dense, hint=hints, keyword=keyword)
        return stages if on is None else self._held_on(on, stages)

    def _held_on(self, on: date, stages: Stages) -> Stages:
        """Keep originals that held on a day; a digest says what holds now."""

        def kept(scores: dict[str, float]) -> dict[str, float]:
            passages = ((self._index.by_id[name], score) for name, score in scores.items())
            return {p.id: s for p, s in passages if p.basis == "original" and p.held_on(on)}

        return Stages(
            dense=kept(stages.dense), hint=kept(stages.hint), keyword=kept(stages.keyword)
        )

    def find(
        self,
        query: str,
        language: Language,
        *,
        count: int = 10,
        vector: Vectors | None = None,
        on: date | None = None,
    ) -> tuple[Hit, ...]:
        """Return the best passages for a question, best first; `vector` saves embedding it again.

        With `on` only originals that held on that day are found, older versions among them.

        An English question is answered in English where an English section comes near it, and
        from the Dutch sections (whose hints hold English questions too) where none does.
        """
        vector = self.embed(query) if vector is None else vector
        stages = self._stages(query, vector, language, on)
        if language == "en":
            dutch = self._stages(query, vector, "nl", on)
            if _best(dutch.hint) > _best(stages.hint) + _DUTCH_LEAD:
                stages = dutch
        bare = {n for n in stages.candidates if not self._hints or self._index.by_id[n].is_bare}
        ranked = self._prefer_specific(query, fuse(stages, hintless=bare))
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
            (name, score + SPECIFIC * holds(self._index.by_id[name].text))
            for name, score in ranked[:_LIFTED]
        ]
        return sorted(lifted, key=lambda pair: (-pair[1], pair[0])) + ranked[_LIFTED:]


def _best(scores: Mapping[str, float]) -> float:
    return max(scores.values(), default=0.0)
