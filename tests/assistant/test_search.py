from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.search import WEIGHTS, Search, Stages, fuse
from indexer.index import Index

ranked = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6).map(
    lambda names: {name: 1.0 - place / 10 for place, name in enumerate(names)}
)
stages = st.builds(Stages, dense=ranked, hint=ranked, keyword=ranked)


@pytest.fixture
def search(small_index: Index) -> Search:
    return Search(small_index, candidates=30)


def test_a_score_is_the_sum_of_weighted_reciprocal_ranks() -> None:
    found = fuse(
        Stages(dense={"a": 0.9, "b": 0.8}, hint={"b": 0.7}, keyword={"b": 12.0, "a": 3.0}),
        {"dense": 1.0, "hint": 2.0, "keyword": 0.5},
    )
    assert [name for name, _ in found] == ["b", "a"]
    assert dict(found) == pytest.approx({"b": 1 / 62 + 2 / 61 + 0.5 / 61, "a": 1 / 61 + 0.5 / 62})


def test_equal_scores_are_ordered_by_id() -> None:
    found = fuse(Stages(dense={"b": 0.9}, hint={"a": 0.9}, keyword={}))
    assert [name for name, _ in found] == ["a", "b"]


@given(stages)
def test_fusion_ranks_every_passage_once_best_first(found: Stages) -> None:
    fused = fuse(found)
    names = [name for name, _ in fused]
    assert sorted(names) == sorted({*found.dense, *found.hint, *found.keyword})
    scores = [score for _, score in fused]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= sum(WEIGHTS.values()) / 61 for score in scores)


@given(stages)
def test_what_leads_every_stage_comes_first(found: Stages) -> None:
    leading = Stages(
        dense={"z": 9.0, **found.dense},
        hint={"z": 9.0, **found.hint},
        keyword={"z": 9.0, **found.keyword},
    )
    assert fuse(leading)[0][0] == "z"


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("Moet ik een investeerder met 15 procent melden?", "melden-nl.klein-belang"),
        ("Wat is de boete als ik te laat meld?", "melden-nl.termijn"),
        ("Wat is het telefoonnummer van de AIVD?", "spionage-nl.spionage-melden"),
        ("Mag ik software per e-mail naar een klant sturen?", "uitvoer-nl.vergunning"),
        ("mag mijn drone naar het buitenland", "uitvoer-nl.vergunning"),
    ],
)
def test_the_right_section_comes_first(search: Search, question: str, best: str) -> None:
    hits = search.find(question, "nl")
    assert hits[0].passage.id == best
    assert {hit.passage.language for hit in hits} == {"nl"}
    assert all(hit.kept for hit in hits)


def test_english_is_answered_from_english_sections_where_they_are_near(search: Search) -> None:
    hits = search.find("Do I have to report an investor in my start-up?", "en")
    assert {hit.passage.language for hit in hits} == {"en"}
    assert hits[0].passage.id == "notify-en.small-stake"


def test_english_is_answered_from_dutch_sections_where_no_english_one_is_near(
    search: Search,
) -> None:
    hits = search.find("When do I need an export licence?", "en")
    assert {hit.passage.language for hit in hits} == {"nl"}
    nearest = max(hits, key=lambda hit: hit.scores.hint or 0.0)
    assert nearest.passage.id == "uitvoer-nl.vergunning"


def test_scores_of_the_stages_are_kept_apart(search: Search) -> None:
    hits = search.find("Wat is het telefoonnummer van de AIVD?", "nl")
    best = hits[0].scores
    assert best.hint == pytest.approx(1.0, abs=1e-3)  # the question stands there as a hint
    assert best.dense is not None
    assert best.dense < 1
    assert best.keyword is not None
    assert best.keyword > 1
    found = search.stages("Wat is het telefoonnummer van de AIVD?", "nl")
    assert {hit.passage.id for hit in hits} == {*found.dense, *found.hint, *found.keyword}


def test_no_more_are_returned_than_asked_for_and_a_vector_saves_embedding(
    search: Search,
) -> None:
    question = "Hoe werkt spionage?"
    hits = search.find(question, "nl", count=2, vector=search.embed(question))
    assert [hit.passage.id for hit in hits] == [
        hit.passage.id for hit in search.find(question, "nl")[:2]
    ]


def test_few_candidates_bring_few_hits(small_index: Index) -> None:
    hits = Search(small_index, candidates=1).find("spionage", "nl")
    assert 1 <= len(hits) <= 4
