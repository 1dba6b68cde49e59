"""The figures that the package carries are those of the accepted run."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from indexer.settings import PROJECT
from ui.eval_scores import FILE, MEASURES, chosen_from, read_scores

BASELINE = json.loads((PROJECT / "evals" / "baseline.json").read_text(encoding="utf-8"))


def test_they_are_those_of_the_baseline() -> None:
    """Red after a new baseline: run `make accountability`."""
    assert json.loads(FILE.read_text(encoding="utf-8")) == chosen_from(BASELINE)


def test_every_measure_that_is_told_is_measured() -> None:
    assert set(MEASURES) <= set(BASELINE["measures"]["all"])


def test_a_figure_is_read_as_it_was_written() -> None:
    score = read_scores().of("right source", "test")
    assert score is not None
    measured = BASELINE["measures"]["test"]["right source"]
    assert (score.value, score.low, score.high, score.count) == tuple(measured.values())


def test_a_measure_without_a_value_is_left_out(tmp_path: Path) -> None:
    one = {"value": 0.5, "low": 0.4, "high": 0.6, "count": 7}
    run = {
        "at": "2026-01-02 03:04:05",
        "measures": {"all": {"hit@5": one, "MRR": one}, "test": {"hit@5": None}, "English": {}},
    }
    file = tmp_path / "scores.json"
    file.write_text(json.dumps(chosen_from(run)), encoding="utf-8")
    scores = read_scores(file)
    assert scores.day == date(2026, 1, 2)
    assert set(scores.parts["all"]) == {"hit@5"}
    assert scores.of("hit@5", "test") is None
