"""The gate shuts below a floor and on a drop beyond noise, and on nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.floors import Floors
from evals.gate import Refused, accept, drops, verdict
from evals.results import read_results
from tests.evals.runs import DEV, run

LOOSE = Floors(lowest={"status": 0.1}, highest={})
TIGHT = Floors(lowest={"status": 0.95}, highest={})


def test_an_equal_run_passes_with_and_without_a_baseline() -> None:
    assert verdict(run(), TIGHT, run()) == ()
    assert verdict(run(), TIGHT, None) == ()


def test_a_drop_within_noise_passes_and_one_beyond_it_does_not() -> None:
    assert verdict(run(bad=DEV[:1]), LOOSE, run()) == ()
    found = verdict(run(bad=DEV[:20]), LOOSE, run())
    assert any(line.startswith("status went from 1.000 to 0.600") for line in found)
    assert any(line.startswith("false refusal went from 0.000") for line in found)
    assert drops(run(), run(bad=DEV[:20])) == ()


def test_a_floor_holds_whatever_the_baseline_says() -> None:
    low = run(bad=DEV[:20])
    (found,) = verdict(low, TIGHT, low)
    assert found == "status is 0.600, its floor is 0.950"


def test_new_cases_are_no_drop() -> None:
    assert drops(run(bad=DEV[10:]), run(ids=DEV[:10])) == ()


def test_a_result_becomes_the_baseline_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    accept(run(), "eerste", TIGHT, path)
    assert read_results(path).why == "eerste"
    assert verdict(run(), TIGHT, read_results(path)) == ()


@pytest.mark.parametrize(("why", "bad", "problem"), [("", 0, "why"), ("beter", 20, "floor")])
def test_without_a_reason_or_below_a_floor_nothing_is_accepted(
    tmp_path: Path, why: str, bad: int, problem: str
) -> None:
    path = tmp_path / "baseline.json"
    with pytest.raises(Refused, match=problem):
        accept(run(bad=DEV[:bad]), why, TIGHT, path)
    assert not path.exists()
