"""`python -m evals`: what it leaves behind, and when it fails. No question is really asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from evals import __main__ as suite
from evals import gate
from evals.floors import Floors
from evals.results import read_results
from indexer.errors import AppError
from tests.evals.runs import DEV, outcomes

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    baseline = tmp_path / "baseline.json"
    monkeypatch.setattr(suite, "RESULTS", tmp_path / "results")
    monkeypatch.setattr(suite, "BASELINE", baseline)
    monkeypatch.setattr(suite, "load_floors", lambda: Floors(lowest={"status": 0.5}, highest={}))
    monkeypatch.setattr(suite, "accept", partial(gate.accept, path=baseline))

    def once(*arguments: str, bad: int = 0) -> int:
        monkeypatch.setattr(suite, "_ask", lambda _console: (outcomes(bad=DEV[:bad]), {}, "b1"))
        return suite.main(arguments)

    return once


def test_a_run_leaves_results_and_a_report(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--worst", "3", bad=1) == 0
    (results,) = (tmp_path / "results").glob("*.json")
    assert results.with_suffix(".html").read_text().startswith("<!doctype html>")
    assert read_results(results).cases[DEV[0]].status == ("no_answer",)
    told = capsys.readouterr().out
    assert DEV[0] in told
    assert "Search by stage" in told


def test_the_gate_shuts_on_a_drop_against_what_was_accepted(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--check") == 0
    assert "no baseline yet" in capsys.readouterr().out
    assert run("--accept", "eerste") == 0
    assert run("--check", bad=1) == 0
    assert run("--check", bad=15) == 1
    assert "FAIL status went from 1.000 to 0.700" in capsys.readouterr().out
    assert run("--check", bad=30) == 1
    assert "its floor is 0.500" in capsys.readouterr().out
    assert run(bad=30) == 0


def test_what_lies_below_a_floor_is_not_accepted(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--accept", "toch maar", bad=30) == 2
    assert run("--accept", " ") == 2
    assert not (tmp_path / "baseline.json").exists()
    assert "may not become the baseline" in capsys.readouterr().err


def test_without_an_index_it_ends_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(_console: object) -> None:
        raise AppError("there is no index")

    monkeypatch.setattr(suite, "_ask", missing)
    assert suite.main([]) == 2
    assert "there is no index" in capsys.readouterr().err
