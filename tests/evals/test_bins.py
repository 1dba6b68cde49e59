"""Thirds by likeness to a hint."""

from __future__ import annotations

from assistant.answers import Status
from evals.bins import BINNED, thirds
from tests.evals.outcomes import answer, case, outcome


def test_thirds_hold_the_least_alike_first_with_their_own_scores() -> None:
    outcomes = [
        outcome(
            case(f"c-{number}"),
            answer() if number >= 3 else answer(Status.NO_ANSWER),
            near=number / 10,
        )
        for number in range(9)
    ]
    found = [third for third in thirds(outcomes) if third.by == "letters"]
    assert [(third.low, third.high, third.count) for third in found] == [
        (0.0, 0.2, 3),
        (0.3, 0.5, 3),
        (0.6, 0.8, 3),
    ]
    recalls = [third.measures["fact recall"] for third in found]
    assert [mean.value for mean in recalls if mean] == [0, 1, 1]
    assert set(found[0].measures) == set(BINNED)
    assert [third.by for third in thirds(outcomes)] == ["letters"] * 3 + ["meaning"] * 3


def test_a_case_asked_thrice_counts_once() -> None:
    about = case("c-0", question="Komt {land}?", origins=["A", "B", "C"])
    outcomes = [outcome(about, origin=origin, near=0.9) for origin in about.origins]
    outcomes += [outcome(case(f"c-{number}"), near=number / 10) for number in (1, 2)]
    assert sum(third.count for third in thirds(outcomes)) == 6


def test_equal_likeness_makes_no_empty_third_and_too_few_make_none() -> None:
    same = [outcome(case(f"c-{number}"), near=0.5) for number in range(6)]
    assert [third.count for third in thirds(same)] == [6, 6]
    assert thirds(same[:2]) == ()
    assert thirds([outcome()]) == ()
