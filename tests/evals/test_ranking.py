"""Measures of a ranking, against figures worked out by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.ranking import ranked

FOUND = ["a", "b", "c", "d", "e"]


def test_ranks_are_those_of_the_relevant_ids() -> None:
    ranking = ranked(FOUND, {"b", "d", "elsewhere"})
    assert ranking.ranks == (2, 4)
    assert ranking.relevant == 3


def test_the_measures_by_hand() -> None:
    ranking = ranked(FOUND, {"b", "d", "elsewhere"})
    assert [ranking.hit(depth) for depth in (1, 2, 5)] == [False, True, True]
    assert [ranking.recall(depth) for depth in (1, 3, 5)] == [0, pytest.approx(1 / 3), 2 / 3]
    assert ranking.reciprocal_rank == 0.5
    gain = 1 / math.log2(3) + 1 / math.log2(5)
    best = 1 + 1 / math.log2(3) + 1 / math.log2(4)
    assert ranking.ndcg(10) == pytest.approx(gain / best)
    assert ranking.ndcg(2) == pytest.approx((1 / math.log2(3)) / (1 + 1 / math.log2(3)))


def test_where_nothing_is_relevant_every_measure_is_0() -> None:
    ranking = ranked(FOUND, set())
    assert not ranking.hit(5)
    assert ranking.recall(5) == ranking.reciprocal_rank == ranking.ndcg(10) == 0


@given(st.sets(st.sampled_from(FOUND), min_size=1))
def test_a_perfect_ranking_scores_1(relevant: set[str]) -> None:
    ranking = ranked(sorted(FOUND, key=lambda name: name not in relevant), relevant)
    assert ranking.ndcg(10) == pytest.approx(1)
    assert ranking.recall(5) == ranking.reciprocal_rank == 1


@given(st.permutations(FOUND), st.sets(st.sampled_from(FOUND), min_size=1))
def test_deeper_never_recalls_less(found: list[str], relevant: set[str]) -> None:
    recalls = [ranked(found, relevant).recall(depth) for depth in range(1, 6)]
    assert recalls == sorted(recalls)
    assert recalls[-1] == 1
