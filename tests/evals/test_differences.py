"""What moved between two runs, and whether it is more than noise."""

from __future__ import annotations

from dataclasses import replace

from evals.differences import Change, compare
from evals.results import Record, Results
from tests.evals.runs import DEV, run


def change(before: Results, after: Results, measure: str) -> Change:
    return next(c for c in compare(before, after).changes if c.measure == measure)


def test_nothing_moves_between_equal_runs() -> None:
    found = compare(run(), run())
    assert {c.verdict for c in found.changes} == {"same"}
    assert not found.moved


def test_a_large_drop_is_worse_and_the_way_back_is_better() -> None:
    fine, broken = run(), run(bad=DEV[:20])
    assert change(fine, broken, "status").verdict == "worse"
    assert change(broken, fine, "status").verdict == "better"
    # low is better: the sign turns round
    assert change(fine, broken, "false refusal").verdict == "worse"
    assert change(fine, broken, "false refusal").difference.value == 20 / 50


def test_one_case_is_noise() -> None:
    found = change(run(), run(bad=DEV[:1]), "status")
    assert found.verdict == "noise"
    assert (found.before, found.after) == (1, 49 / 50)


def test_a_measure_without_a_better_side_only_changes() -> None:
    fine = run()
    longer = {name: _with(r, "words an answer", 99.0) for name, r in fine.cases.items()}
    found = change(fine, replace(fine, cases=longer), "words an answer")
    assert found.verdict == "changed"
    assert not compare(fine, replace(fine, cases=longer)).moved


def test_cases_that_moved_are_named_with_what_moved() -> None:
    found = compare(run(bad=[DEV[0]]), run(bad=[DEV[1]]))
    moved = {move.case: move for move in found.moved}
    assert set(moved) == {DEV[0], DEV[1]}
    assert moved[DEV[0]].better["status"] == (0, 1)
    assert not moved[DEV[0]].worse
    assert moved[DEV[1]].worse["fact recall"] == (1, 0)
    assert moved[DEV[1]].worse["false refusal"] == (0, 1)
    assert moved[DEV[1]].status == (("answered",), ("no_answer",))
    assert "recall@3" not in moved[DEV[1]].worse
    assert "hit@5" in moved[DEV[1]].worse


def test_cases_that_only_one_run_has_are_left_out_and_named() -> None:
    found = compare(run(ids=DEV[:10]), run(ids=DEV[1:12], bad=DEV[10:12]))
    assert found.gone == (DEV[0],)
    assert found.new == tuple(DEV[10:12])
    assert {c.verdict for c in found.changes} == {"same"}
    assert {c.difference.count for c in found.changes if c.measure == "status"} == {9}


def _with(record: Record, measure: str, value: float) -> Record:
    return replace(record, values={**record.values, measure: value})
