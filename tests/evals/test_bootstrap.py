"""Intervals hold the mean, grow with doubt, and tell a difference from noise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.bootstrap import difference, mean, quantile, statistic


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_a_mean_lies_in_its_interval(values: list[float]) -> None:
    found = mean(values, rounds=200)
    assert found is not None
    assert found.low - 1e-9 <= found.value <= found.high + 1e-9
    assert found.count == len(values)


def test_there_is_no_mean_of_nothing() -> None:
    assert mean([]) is None
    assert quantile([], 0.5) is None
    assert difference([], []) is None
    assert statistic([], lambda items: None if not items else 1.0) is None


def test_an_interval_is_about_two_standard_errors_wide_on_either_side() -> None:
    found = mean([0.0, 1.0] * 200)
    assert found is not None
    assert found.low == pytest.approx(0.5 - 1.96 * 0.025, abs=0.01)
    assert found.high == pytest.approx(0.5 + 1.96 * 0.025, abs=0.01)
    assert mean([1.0] * 9) == mean([1.0] * 9)


def test_a_quantile_has_an_interval_too() -> None:
    found = quantile(list(range(101)), 0.95)
    assert found is not None
    assert found.value == 95
    assert 85 < found.low <= 95 <= found.high <= 100


def test_any_statistic_gets_an_interval() -> None:
    found = statistic([1.0, 2.0, 3.0, 10.0], max)
    assert found is not None
    assert found.value == found.high == 10
    assert found.low < 10


def test_pairs_are_drawn_whole() -> None:
    hard_and_easy = [float(n % 2) for n in range(100)]
    found = difference(hard_and_easy, [value - 0.1 for value in hard_and_easy])
    assert found is not None
    assert found.value == pytest.approx(-0.1)
    assert found.high - found.low < 1e-9  # the hardness of a case drops out
    assert found.beyond_noise


def test_one_case_of_many_is_noise_and_many_are_not() -> None:
    before = [1.0] * 100
    one = difference(before, [0.0] + [1.0] * 99)
    many = difference(before, [0.0] * 15 + [1.0] * 85)
    assert one is not None
    assert many is not None
    assert not one.beyond_noise
    assert many.beyond_noise


def test_unequal_sides_are_refused() -> None:
    with pytest.raises(ValueError, match=r"shorter|longer"):
        difference([1.0], [])
