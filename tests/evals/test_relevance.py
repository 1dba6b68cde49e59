"""What there was to find, and where each stage ranks it."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from evals.relevance import FUSED, Finder, is_hit, relevant
from tests.evals.outcomes import case, passage

STAKE: dict[str, object] = {
    "question": "Moet ik een investeerder met 15 procent melden?",
    "facts": ["10 procent"],
    "sources": ["S01"],
}


@pytest.mark.parametrize(
    ("changed", "hit"),
    [
        ({}, True),
        ({"facts": ["zeppelin"]}, False),
        ({"facts": ["zeppelin", "10 PROCENT"]}, True),
        ({"sources": ["S02"]}, False),
        ({"sources": ["S02"], "sections": ["doc-nl.a"]}, True),
        ({"facts": [], "sections": ["doc-nl.b"]}, False),
    ],
)
def test_a_hit_rests_on_a_right_source_and_states_a_fact_or_is_named(
    changed: dict[str, object], hit: bool
) -> None:
    assert is_hit(case(**changed), passage()) is hit


def test_all_right_passages_of_a_language_count() -> None:
    passages = [passage(), passage(name="b"), passage("Niets.", name="c"), passage(language="en")]
    assert relevant(case(), passages, "nl") == {"doc-nl.a", "doc-nl.b"}
    assert relevant(case(), passages, "en") == {"doc-en.a"}


def test_every_stage_is_ranked_by_its_own_scores(assistant: Assistant) -> None:
    about = case(**STAKE)
    given = assistant.invoke(about.asked())
    found = Finder(assistant.index, stages=True).find(about, given, None)
    assert {FUSED, "dense", "hint", "keyword"} <= set(found.rankings)
    assert {ranking.relevant for ranking in found.rankings.values()} == {
        len(relevant(about, assistant.index.passages, "nl"))
    }
    ids = [hit.passage.id for hit in given.hits]
    right = relevant(about, assistant.index.passages, "nl")
    assert found.rankings[FUSED].ranks == tuple(
        rank for rank, name in enumerate(ids, start=1) if name in right
    )
    assert found.nearness is not None
    assert 0 < found.nearness.letters < 1
    best = max(hit.scores.hint or 0 for hit in given.hits)
    assert found.nearness.meaning >= best - 1e-6


def test_without_stages_only_the_hits_are_judged(assistant: Assistant) -> None:
    about = case(**STAKE)
    found = Finder(assistant.index).find(about, assistant.invoke(about.asked()), None)
    assert set(found.rankings) == {FUSED}
    assert found.nearness is None


def test_stages_are_not_asked_with_half_a_question(assistant: Assistant) -> None:
    about = case(**STAKE, history=[{"role": "user", "content": "Ik verkoop aandelen."}])
    found = Finder(assistant.index, stages=True).find(about, assistant.invoke(about.asked()), None)
    assert set(found.rankings) == {FUSED}


def test_a_case_that_cannot_be_answered_has_nothing_to_find(assistant: Assistant) -> None:
    about = case(**STAKE, status=["no_answer"])
    found = Finder(assistant.index).find(about, assistant.invoke(about.asked()), None)
    assert not found.rankings
