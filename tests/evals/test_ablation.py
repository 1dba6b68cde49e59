"""Each variant takes away what it says, and nothing else."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from rich.console import Console

from assistant.pipeline import Assistant
from assistant.search import WEIGHTS, Search, Stages
from evals.ablation import (
    FULL,
    VARIANTS,
    Fusion,
    Ranker,
    as_it_is,
    ask,
    beyond,
    compare,
    only,
    reciprocal_ranks,
    row_of,
    standard_scores,
    table_of,
    with_adapter,
    without_compounds,
    without_hint_text,
    without_hints,
    without_lexicon,
)
from evals.cases import Case
from evals.ranking import ranked
from evals.scores import Mean
from indexer.index import Index

BY_NAME = {variant.name: variant for variant in VARIANTS}


def _stages(**scores: dict[str, float]) -> Stages:
    return Stages(**{name: scores.get(name, {}) for name in WEIGHTS})


def _case(part: str = "dev", **changed: object) -> Case:
    """Return a case whose id falls in the part."""
    values: dict[str, object] = {
        "question": "Hoe meld ik een investering?",
        "language": "nl",
        "topic": None,
        "status": ["answered"],
        "facts": ["BTI"],
        "sources": ["S01"],
    }
    cases = (Case.model_validate({**values, "id": f"c-{n}", **changed}) for n in range(99))
    return next(case for case in cases if case.part == part)


# Variants


def test_names_are_told_apart_and_the_full_search_comes_first() -> None:
    assert len(BY_NAME) == len(VARIANTS)
    full = VARIANTS[0]
    assert (full.name, full.scores, full.change) == (FULL, tuple(WEIGHTS), as_it_is)


def test_the_full_search_ranks_as_the_search_does(small_index: Index) -> None:
    search, ranker = Search(small_index, candidates=30), Ranker(small_index, candidates=30)
    for passage in small_index.passages:
        query = f"Binnen hoeveel dagen? {passage.heading}"  # a period lifts some passages
        hits = search.find(query, "nl")
        found = ranker.rank(query, ranker.stages(query, "nl"), BY_NAME[FULL])
        assert found == [hit.passage.id for hit in hits]


def test_the_full_search_ranks_as_the_served_one(real_assistant: Assistant) -> None:
    index = real_assistant.index
    search, ranker = Search(index, candidates=30), Ranker(index, candidates=30)
    for query in ("Binnen hoeveel dagen hoor ik iets van het BTI?", "nepprofiel op LinkedIn"):
        found = ranker.rank(query, ranker.stages(query, "nl"), BY_NAME[FULL])
        assert found == [hit.passage.id for hit in search.find(query, "nl")]


def test_what_a_stage_alone_brought_goes_with_it() -> None:
    found = _stages(dense={"a": 0.9}, keyword={"a": 3.0, "b": 2.0})
    assert only(found, ("dense", "hint")) == _stages(dense={"a": 0.9})


@pytest.mark.parametrize("fusion", [standard_scores, reciprocal_ranks])
@pytest.mark.parametrize("name", WEIGHTS)
def test_one_score_alone_ranks_as_its_stage_does(name: str, fusion: Fusion) -> None:
    scores = {"a": 1.0, "b": 3.0, "c": 2.0}
    other = {"d": 9.0, "a": 8.0}
    found = _stages(**{**dict.fromkeys(WEIGHTS, other), name: scores})
    assert [found_name for found_name, _ in fusion(found, (name,))] == ["b", "c", "a"]


@pytest.mark.parametrize("fusion", [standard_scores, reciprocal_ranks])
@pytest.mark.parametrize("name", WEIGHTS)
def test_a_score_that_is_left_out_does_not_count(name: str, fusion: Fusion) -> None:
    variant = BY_NAME[f"without {name}"]
    plain: dict[str, dict[str, float]] = {other: {"a": 2.0, "b": 1.0} for other in WEIGHTS}
    turned = {**plain, name: {"a": 1.0, "c": 99.0}}
    before, after = (fusion(_stages(**scores), variant.scores) for scores in (plain, turned))
    assert before == after
    assert set(variant.scores) == set(WEIGHTS) - {name}


def test_reciprocal_ranks_are_summed() -> None:
    # a: 1/61 + 1/62; b: 1/62 + 1/61; c: 1/63; so a and b are level, and the id decides.
    found = reciprocal_ranks(
        _stages(dense={"a": 9.0, "b": 8.0, "c": 7.9}, keyword={"b": 2.0, "a": 1.0}),
        ("dense", "keyword"),
    )
    assert [name for name, _ in found] == ["a", "b", "c"]
    scores = dict(found)
    assert scores["a"] == pytest.approx(scores["b"])
    assert sum(scores.values()) == pytest.approx(0, abs=1e-9)
    assert np.std(list(scores.values())) == pytest.approx(1)


def test_reciprocal_ranks_of_nothing_are_nothing() -> None:
    assert reciprocal_ranks(_stages(), tuple(WEIGHTS)) == []


# Changes of the index


def _keyword_hits(index: Index, question: str) -> dict[str, float]:
    terms = index.terms.of_question(question, "nl")
    return dict(index.keywords.best(terms, count=99, scopes=index.scopes("nl")))


def _word_of_hints_only(index: Index) -> str:
    """Return a word that stands in a hint and in no text."""
    terms = index.terms
    texts = " ".join(f"{p.title} {p.heading} {p.text}" for p in index.passages)
    hints = " ".join(hint for p in index.passages if p.language == "nl" for hint in p.hints)
    only = set(terms.content_words(hints, "nl"))
    known = set(terms.of_text(texts, "nl"))
    return next(w for w in sorted(only) if not set(terms.of_text(w, "nl")) & known)


@pytest.mark.parametrize("change", [without_hint_text, without_hints])
def test_words_of_hints_are_no_longer_found(small_index: Index, change: Any) -> None:
    word = _word_of_hints_only(small_index)
    assert _keyword_hits(small_index, word)
    assert not _keyword_hits(change(small_index), word)


def test_the_lexicon_widens_nothing_any_more(small_index: Index) -> None:
    assert small_index.terms.expansion("een drone")
    changed = without_lexicon(small_index)
    assert not changed.terms.expansion("een drone")
    assert not _keyword_hits(changed, "drone")
    assert small_index.terms.explained("secret service") != "secret service"
    assert changed.terms.explained("secret service") == "secret service"


def test_compounds_stay_whole_and_the_lexicon_stays(small_index: Index) -> None:
    compound = next(
        word
        for passage in small_index.passages
        for word in small_index.terms.content_words(passage.text, "nl")
        if small_index.terms.parts(word)
    )
    changed = without_compounds(small_index)
    assert not changed.terms.parts(compound)
    assert len(changed.terms.of_text(compound, "nl")) == 1
    assert changed.terms.expansion("een drone") == small_index.terms.expansion("een drone")


@pytest.mark.parametrize("change", [without_hint_text, without_compounds])
def test_what_a_build_knows_is_still_known(small_index: Index, change: Any) -> None:
    """A question is explained where its words are not known: forgetting them would count too."""
    changed = change(small_index)
    for word in ("drone", "secret service"):
        assert changed.terms.explained(word) == small_index.terms.explained(word)


def test_only_questions_are_turned_by_the_adapter(small_index: Index) -> None:
    plain, adapted = small_index.embedder, with_adapter(small_index).embedder
    question, passage = ["Hoe meld ik een investering?"], ["Meld een investering bij het BTI."]
    assert not np.allclose(plain.embed_queries(question), adapted.embed_queries(question))
    assert np.array_equal(plain.embed_passages(passage), adapted.embed_passages(passage))


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_a_change_leaves_the_index_as_it_was(small_index: Index, variant: Any) -> None:
    before = small_index.keywords, small_index.terms, small_index.embedder
    changed = variant.change(small_index)
    assert (small_index.keywords, small_index.terms, small_index.embedder) == before
    assert (changed is small_index) == (variant.change is as_it_is)


# Asking and comparing


def test_only_answerable_development_cases_are_asked(small_index: Index) -> None:
    search = Search(small_index, candidates=30)
    cases = [_case(), _case("test"), _case(status=["no_answer"]), _case(facts=[])]
    (asked,) = ask(small_index, search, cases)
    assert (asked.case, asked.language) == (cases[0], "nl")
    assert asked.right
    assert asked.right < {p.id for p in small_index.passages if p.language == "nl"}


def test_an_english_question_is_judged_in_the_language_that_is_searched(small_index: Index) -> None:
    question = "When do I need an export licence?"  # a hint of a Dutch section, to the letter
    (asked,) = ask(
        small_index,
        Search(small_index, candidates=30),
        [_case(question=question, language="en", facts=["vergunning"], sources=["S05"])],
    )
    assert asked.language == "nl"
    assert asked.right


def test_a_follow_up_is_searched_with_what_came_before(small_index: Index) -> None:
    history = [{"role": "user", "content": "Hoe meld ik een overname?"}]
    case = _case(question="En binnen welke termijn moet dat?", history=history)
    (asked,) = ask(small_index, Search(small_index, candidates=30), [case])
    assert asked.query == "Hoe meld ik een overname? En binnen welke termijn moet dat?"


def test_a_difference_is_told_from_noise() -> None:
    right, wrong = ranked(["a"], {"a"}), ranked(["b"], {"a"})
    full = [right] * 30
    worse = row_of("worse", [wrong] * 15 + [right] * 15, full)
    noise = row_of("noise", [wrong] + [right] * 29, full)
    assert worse.difference is not None
    assert noise.difference is not None
    assert worse.difference.value == -0.5
    assert beyond(worse.difference)
    assert not beyond(noise.difference)
    assert beyond(Mean(value=0.2, low=0.1, high=0.3, count=9))


def test_every_variant_gets_a_row(small_index: Index) -> None:
    asked = ask(small_index, Search(small_index, candidates=30), [_case()])
    rows = compare(small_index, asked, candidates=30)
    assert [row.name for row in rows] == [variant.name for variant in VARIANTS]
    console = Console(width=160, record=True)
    console.print(table_of(rows, len(asked)))
    text = console.export_text()
    assert all(row.name in text for row in rows)
    assert "…" not in text
