"""`python -m evals.compare`: the development part by name, the test part by number."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.compare import counted, main
from evals.differences import compare
from evals.results import write_results
from tests.evals.runs import DEV, TEST, run


def test_cases_are_counted_by_part() -> None:
    found = compare(run(bad=[DEV[0], TEST[0]]), run(bad=[DEV[1], DEV[2]]))
    assert counted(found) == "dev: 1 better, 2 worse, 0 both; test: 1 better, 0 worse, 0 both"


def test_it_prints_what_moved_and_names_no_test_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = tmp_path / "a.json", tmp_path / "b.json"
    write_results(run(bad=[DEV[0]]), before)
    write_results(run(bad=[*DEV[1:21], TEST[0]]), after)
    assert main([str(before), str(after)]) == 0
    told = capsys.readouterr().out
    assert "false refusal" in told
    assert "worse" in told
    assert DEV[0] in told
    lines = {line.split()[0] for line in told.splitlines() if line.strip().startswith("c-")}
    assert set(DEV[:21]) <= lines
    assert not lines & set(TEST)
    assert max(map(len, told.splitlines())) <= 100


def test_an_unreadable_file_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "a.json"), str(tmp_path / "b.json")]) == 2
    assert "cannot be read" in capsys.readouterr().err
