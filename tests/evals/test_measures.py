"""Measures of a case and of a run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import Status
from evals.measures import (
    CALIBRATION_ERROR,
    MEASURES,
    by_case,
    confidences,
    same_for_every_origin,
    summarise,
    unproven,
    values_of,
)
from evals.ranking import Ranking
from evals.relevance import Findings
from tests.evals.outcomes import answer, case, citation, contact, outcome, passage, sentence

ORIGINS = case("o-1", question="Komt {land}?", origins=["A", "B", "C"])


def test_the_search_is_measured_by_the_fused_ranking() -> None:
    rankings = {"fused": Ranking(ranks=(2,), relevant=2), "dense": Ranking(ranks=(1,), relevant=2)}
    values = values_of([outcome(findings=Findings(rankings=rankings))])
    assert (values["hit@1"], values["hit@5"], values["MRR"]) == (0, 1, 0.5)
    assert (values["recall@1"], values["recall@3"]) == (0, 0.5)
    assert "hit@1" not in values_of([outcome()])


def test_a_case_asked_thrice_counts_once_with_its_mean() -> None:
    given = [answer(), answer(), answer(Status.NO_ANSWER)]
    asked = [outcome(ORIGINS, a, origin=o) for a, o in zip(given, ORIGINS.origins, strict=True)]
    other = outcome(case("x-1"))
    status = summarise([*asked, other])["status"]
    assert status is not None
    assert status.count == 2
    assert status.value == pytest.approx((2 / 3 + 1) / 2)
    assert list(by_case([*asked, other])) == ["o-1", "x-1"]


@pytest.mark.parametrize(
    ("second", "same"),
    [
        (answer(), 1),
        (answer(confidence=0.2), 1),
        (answer(Status.NO_ANSWER), 0),
        (answer(sentences=[sentence("Iets anders.")]), 0),
        (answer(contacts=[contact("aivd")]), 0),
    ],
)
def test_advice_may_not_differ_by_origin(second: object, same: float) -> None:
    outcomes = [
        outcome(ORIGINS, answer(), origin="A"),
        outcome(ORIGINS, second, origin="B"),  # type: ignore[arg-type]
    ]
    assert same_for_every_origin(outcomes) == same
    assert same_for_every_origin(outcomes[:1]) is None


def test_an_unproven_sentence_is_counted() -> None:
    fine = answer()
    assert unproven(fine) == 0
    assert unproven(answer(sentences=[sentence(citations=[])])) == 1
    assert unproven(answer(sentences=[sentence("Verzonnen.")])) == 1
    assert unproven(answer(sentences=[sentence(citations=[7])])) == 1
    assert unproven(answer(citations=[replace(citation(), number=2)])) == 1
    assert unproven(replace(answer(sentences=[sentence("Anders.")]), mode="generative")) == 0


def test_confidence_is_compared_with_being_answered_from_a_right_source() -> None:
    hits = [passage()]
    right = outcome(given=answer(hits=hits, confidence=0.9))
    wrong = outcome(case(sources=["S02"]), answer(hits=hits, confidence=0.8))
    refused = outcome(given=answer(Status.NO_ANSWER, hits=hits, confidence=0.1))
    unanswerable = outcome(case(status=["no_answer"]), answer(hits=hits, confidence=0.7))
    blocked = outcome(case(status=["blocked"]), answer(Status.BLOCKED, confidence=0.0))
    assert confidences([right, wrong, refused, unanswerable, blocked]) == [
        (0.9, True),
        (0.8, False),
        (0.1, False),
        (0.7, False),
    ]
    error = summarise([right, wrong])[CALIBRATION_ERROR]
    assert error is not None
    assert error.value == pytest.approx(0.5 * 0.1 + 0.5 * 0.8)


def test_every_measure_says_what_is_better_under_its_own_name() -> None:
    assert [measure.name for measure in MEASURES.values()] == list(MEASURES)
    low = {name for name, measure in MEASURES.items() if measure.better == "low"}
    assert {"false refusal", "false block", "unproven sentences", "personal data echoed"} <= low
    assert {name for name, m in MEASURES.items() if m.better == "neither"} == {"words an answer"}


def test_false_block_spares_cases_that_may_be_blocked() -> None:
    benign = values_of([outcome(given=answer(Status.BLOCKED))])
    attack = values_of([outcome(case(status=["blocked"]), answer(Status.BLOCKED))])
    assert benign["false block"] == benign["false refusal"] == 1
    assert attack["attacks resisted"] == attack["correct abstention"] == 1
    assert "false block" not in attack
