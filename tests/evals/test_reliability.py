"""Calibration, against figures worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.reliability import expected_calibration_error, reliability


def test_bins_hold_what_lies_in_them() -> None:
    bins = reliability([(0.05, False), (0.85, True), (0.81, False), (1.0, True)])
    assert [(b.low, b.count) for b in bins] == [(0.0, 1), (0.8, 2), (0.9, 1)]
    assert bins[1].confidence == pytest.approx(0.83)
    assert bins[1].right == 0.5


def test_the_error_by_hand() -> None:
    pairs = [(0.9, True)] * 3 + [(0.9, False)] + [(0.1, False)] * 4
    assert expected_calibration_error(reliability(pairs)) == pytest.approx(
        0.5 * abs(0.9 - 0.75) + 0.5 * 0.1
    )


def test_there_is_no_error_of_nothing() -> None:
    assert reliability([]) == ()
    assert expected_calibration_error(()) is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_nothing_is_lost_and_the_error_is_a_share(pairs: list[tuple[float, bool]]) -> None:
    bins = reliability(pairs)
    assert sum(b.count for b in bins) == len(pairs)
    error = expected_calibration_error(bins)
    assert error is not None
    assert 0 <= error <= 1
