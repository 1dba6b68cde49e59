"""What there was to find for a case, and how each stage of the search ranks it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from assistant.answers import Answer, Language
from assistant.search import Search
from evals.cases import Case
from evals.nearness import HintLetters, Nearness
from evals.ranking import Ranking, ranked
from indexer.index import Index
from indexer.passages import Passage

FUSED = "fused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """How right passages rank: in the answer's own hits ("fused") and in each stage alone."""

    rankings: Mapping[str, Ranking]
    nearness: Nearness | None = None


def matches(pattern: str, text: str) -> bool:
    """True when a case's pattern occurs in a text; capitals make no difference."""
    return re.search(pattern, text, re.IGNORECASE) is not None


def is_hit(case: Case, passage: Passage) -> bool:
    """True when a passage is one that the case names, or rests on a right source and states a fact.

    One of the facts asked for is enough.
    """
    if f"{passage.document_id}.{passage.section_id}" in case.sections:
        return True
    sources = {name for span in passage.spans for name in span.source_ids}
    return bool(sources & set(case.sources)) and any(
        matches(fact, passage.text) for fact in case.facts
    )


def relevant(case: Case, passages: Iterable[Passage], language: str) -> frozenset[str]:
    """Return the ids of all passages in a language that are hits for the case."""
    return frozenset(p.id for p in passages if p.language == language and is_hit(case, p))


class Finder:
    """Says where the right passages stand; with `stages`, also what each stage alone would bring.

    Each stage is asked with the bare question, so cases with a history have no such rankings.
    """

    def __init__(self, index: Index, *, stages: bool = False, candidates: int = 30) -> None:
        """Take the index and how many texts each stage of the search brings."""
        self._index = index
        self._search = Search(index, candidates=candidates) if stages else None
        self._letters = HintLetters(index.passages) if stages else None

    def find(self, case: Case, answer: Answer, origin: str | None) -> Findings:
        """Judge what was found for an answerable case with facts; empty for any other."""
        if not (case.answerable and case.facts):
            return Findings(rankings={})
        language = _searched(case, answer)
        right = relevant(case, self._index.passages, language)
        fused = {FUSED: ranked([hit.passage.id for hit in answer.hits], right)}
        if self._search is None or self._letters is None or case.history:
            return Findings(rankings=fused)
        words = case.worded(origin)
        stages = _by_stage(self._search, words, language)
        alone = {
            name: ranked(sorted(scores, key=lambda name: (-scores[name], name)), right)
            for name, scores in stages.items()
        }
        nearness = Nearness(
            letters=self._letters.nearest(words, language),
            meaning=max(stages["hint"].values(), default=0.0),
        )
        return Findings(rankings=fused | alone, nearness=nearness)


def _searched(case: Case, answer: Answer) -> Language:
    """An English question may have been looked up in the Dutch sections; all hits agree."""
    if answer.hits:
        return "en" if answer.hits[0].passage.language == "en" else "nl"
    return case.language


def _by_stage(search: Search, words: str, language: Language) -> dict[str, dict[str, float]]:
    """Return what every stage thought, by name: a stage that is added is measured by itself."""
    stages = search.stages(words, language)
    return {field.name: getattr(stages, field.name) for field in fields(stages)}
