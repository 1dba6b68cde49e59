from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.search import WEIGHTS, Search, Stages, fuse
from indexer.build import build_index
from indexer.index import Index, open_index
from indexer.store import hint_texts
from tests.conftest import SMALL_CORPUS, quiet, settings_for
from tests.fakes import HashEmbedder
from tests.indexer.library.arrivals import FERRIES, LAW_NEW, LAW_OLD, TUGS, add_originals

STAGES = tuple(WEIGHTS)
ranked = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6).map(
    lambda names: {name: 1.0 - place / 10 for place, name in enumerate(names)}
)


def thought(**scores: dict[str, float]) -> Stages:
    """Return what the stages thought; those that are not named thought nothing."""
    return Stages(**{name: scores.get(name, {}) for name in STAGES})


stages = st.builds(Stages, **dict.fromkeys(STAGES, ranked))


@pytest.fixture
def search(small_index: Index) -> Search:
    return Search(small_index, candidates=30)


def test_a_score_is_the_weighted_mean_of_standard_scores() -> None:
    found = fuse(
        thought(dense={"a": 0.9, "b": 0.8, "c": 0.7}, keyword={"b": 12.0}),
        {"dense": 1.0, "hint": 2.0, "keyword": 0.5},
    )
    # Of dense: mean .8, deviation .0816. Only b was brought by the keywords, so all score 12: no
    # difference, and nothing to add. The hints said nothing.
    step = 0.1 / 0.0816497 / 3.5
    assert dict(found) == pytest.approx({"a": step, "b": 0.0, "c": -step}, abs=1e-5)


def test_what_a_stage_did_not_bring_gets_its_lowest_score() -> None:
    found = fuse(thought(dense={"a": 0.9, "b": 0.7}, hint={"c": 0.5}))
    assert dict(found)["b"] == dict(found)["c"]


def test_equal_scores_are_ordered_by_id() -> None:
    found = fuse(thought(dense={"b": 0.9}, hint={"a": 0.9}))
    assert [name for name, _ in found] == ["a", "b"]


@given(stages)
def test_fusion_ranks_every_passage_once_best_first(found: Stages) -> None:
    fused = fuse(found)
    names = [name for name, _ in fused]
    assert sorted(names) == found.candidates
    scores = [score for _, score in fused]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) == pytest.approx(0.0, abs=1e-6)


@given(stages)
def test_what_leads_every_stage_comes_first(found: Stages) -> None:
    leading = Stages(**{name: {"z": 9.0, **getattr(found, name)} for name in STAGES})
    assert fuse(leading)[0][0] == "z"


@given(stages, st.sampled_from(STAGES), st.floats(0.1, 10), st.floats(-5, 5))
def test_the_scale_of_a_stage_does_not_matter(
    found: Stages, name: str, factor: float, shift: float
) -> None:
    scaled = {key: score * factor + shift for key, score in getattr(found, name).items()}
    other = Stages(**{n: scaled if n == name else getattr(found, n) for n in STAGES})
    assert dict(fuse(other)) == pytest.approx(dict(fuse(found)), abs=1e-6)


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("Moet ik een investeerder met 15 procent melden?", "melden-nl.klein-belang"),
        ("Wat is de boete als ik te laat meld?", "melden-nl.termijn"),
        ("Wat is het telefoonnummer van de AIVD?", "spionage-nl.spionage-melden"),
        ("Mag ik software per e-mail naar een klant sturen?", "uitvoer-nl.vergunning"),
        ("mag ik een drone naar een klant in het buitenland sturen", "uitvoer-nl.vergunning"),
    ],
)
def test_the_right_section_comes_first(search: Search, question: str, best: str) -> None:
    hits = search.find(question, "nl")
    assert hits[0].passage.id == best
    assert {hit.passage.language for hit in hits} == {"nl"}
    assert all(hit.kept for hit in hits)


def test_english_is_answered_from_english_sections_where_they_are_near(search: Search) -> None:
    hits = search.find("Must I notify a small stake of an investor?", "en")
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


@pytest.fixture(scope="module")
def with_originals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The small corpus with three originals: a law, a mangled page, one with an order in it."""
    settings = settings_for(SMALL_CORPUS, tmp_path_factory.mktemp("eigen"))
    add_originals(settings.data_dir)
    build_index(settings, HashEmbedder, quiet)
    with open_index(settings.index_dir, HashEmbedder()) as index:
        yield index


def found(index: Index, question: str, on: date | None = None, **more: bool) -> list[str]:
    """Return the texts that are found, best first."""
    search = Search(index, candidates=30, **more)
    return [hit.passage.text for hit in search.find(question, "nl", on=on)]


@given(stages, st.sets(st.sampled_from("abcdef")))
def test_who_has_no_hints_is_judged_by_the_other_stages(found: Stages, bare: set[str]) -> None:
    fused = dict(fuse(found, hintless=bare))
    without = Stages(dense=found.dense, hint={}, keyword=found.keyword)
    alone = dict(fuse(without, {"dense": 1.0, "keyword": 1.0}))
    for name in set(alone) & bare:
        # Candidates of the hints alone widen the columns; leave those cases to the rest.
        if set(found.hint) <= set(alone):
            assert fused[name] == pytest.approx(alone[name], abs=1e-6)


def test_the_lack_of_hints_is_no_handicap() -> None:
    scores = thought(
        dense={"original": 0.9, "digest": 0.8, "other": 0.5},
        hint={"digest": 0.7, "other": 0.3},
        keyword={"original": 9.0, "digest": 8.0, "other": 1.0},
    )
    assert fuse(scores)[0][0] == "digest"
    assert fuse(scores, hintless={"original"})[0][0] == "original"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hoeveel onbemande sleepboten telt de havenmeester bij de sluis?", TUGS),
        ("Gaat een fiets gratis mee met de veerdienst?", FERRIES),
    ],
)
def test_an_original_is_found_without_hints(
    with_originals: Index, question: str, text: str
) -> None:
    assert found(with_originals, question)[0] == text
    assert found(with_originals, question, hints=False)[0] == text
    (passage,) = (p for p in with_originals.passages if p.text == text)
    assert hint_texts(passage) == []


LAW = "Bij welk percentage van de stemmen meld ik een aankoop bij de minister?"


def test_what_held_before_is_not_found_for_today(with_originals: Index) -> None:
    texts = found(with_originals, LAW)
    assert LAW_NEW in texts
    assert LAW_OLD not in texts


@pytest.mark.parametrize(
    ("on", "text"),
    [
        (date(2020, 1, 1), LAW_OLD),
        (date(2024, 6, 30), LAW_OLD),
        (date(2024, 7, 1), LAW_NEW),
        (date(2026, 1, 1), LAW_NEW),
    ],
)
def test_on_a_day_only_originals_that_held_are_found(
    with_originals: Index, on: date, text: str
) -> None:
    texts = found(with_originals, LAW, on)
    assert [t for t in texts if t in (LAW_OLD, LAW_NEW)] == [text]
    hits = Search(with_originals, candidates=30).find(LAW, "nl", on=on)
    assert {hit.passage.basis for hit in hits} == {"original"}
    assert all(hit.passage.held_on(on) for hit in hits)


def test_of_a_day_before_all_versions_no_version_is_found(with_originals: Index) -> None:
    assert not {LAW_OLD, LAW_NEW} & set(found(with_originals, LAW, date(2019, 12, 31)))


def test_without_originals_nothing_is_found_of_a_day(search: Search) -> None:
    assert search.find(LAW, "nl", on=date(2024, 1, 1)) == ()


def test_without_hints_digests_are_found_by_their_words(small_index: Index) -> None:
    search = Search(small_index, candidates=30, hints=False)
    hits = search.find("Moet ik een investeerder met 10 procent van de stemmen melden?", "nl")
    assert hits[0].passage.id == "melden-nl.klein-belang"
    assert {hit.scores.hint for hit in hits} == {None}
