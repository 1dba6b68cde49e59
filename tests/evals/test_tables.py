"""The tables fit in 100 columns and say what the analysis says."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console
from rich.table import Table

from evals.analysis import analyse
from evals.bootstrap import Mean
from evals.differences import compare
from evals.measures import CALIBRATION_ERROR, MEASURES
from evals.tables import (
    WIDTH,
    bin_table,
    cell,
    change_table,
    confusion_table,
    moved_table,
    rows_of,
    stage_table,
    summary_table,
    worst_table,
)
from tests.evals.outcomes import answer, case, outcome
from tests.evals.runs import DEV, TEST, outcomes, run

ANALYSIS = analyse(
    (*outcomes(bad=[DEV[0], TEST[0]]), *(outcome(case(f"n-{n}"), near=n / 9) for n in range(9)))
)


def text(table: Table) -> str:
    console = Console(width=WIDTH, record=True, file=StringIO())
    console.print(table)
    return console.export_text()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "-"),
        (Mean(value=0.8276, low=0.771, high=0.885, count=9), "0.828 .77-.89"),
        (Mean(value=1.0, low=1.0, high=1.0, count=9), "1.000 1.0-1.0"),
        (Mean(value=10.0, low=10.0, high=10.0, count=9), "10.0 10-10"),
        (Mean(value=21.64, low=20.4, high=23.1, count=9), "21.6 20-23"),
    ],
)
def test_a_cell_is_short(value: Mean | None, shown: str) -> None:
    assert cell(value) == shown


def test_every_measure_stands_in_the_main_table_once() -> None:
    names = [name for _, rows in rows_of(ANALYSIS) for name, _ in rows]
    assert len(names) == len(set(names))
    assert {*MEASURES, CALIBRATION_ERROR, "p99 ms"} <= set(names)


def test_the_tables_fit_and_nothing_is_cut_off() -> None:
    made = (summary_table, stage_table, bin_table, confusion_table)
    for table in made:
        told = text(table(ANALYSIS))
        assert max(map(len, told.splitlines())) <= WIDTH
        assert "…" not in told
    told = text(summary_table(ANALYSIS))
    assert all(name in told for name in MEASURES)
    assert "all (59)" in told


def test_confusion_and_bins_hold_the_counts() -> None:
    rows = {line.split()[0]: line.split() for line in text(confusion_table(ANALYSIS)).splitlines()
            if line.strip()}  # fmt: skip
    assert rows["answered"][1:] == ["57", "·", "2", "·", "·"]
    assert text(bin_table(ANALYSIS)).count("letters") == 3


def test_the_worst_are_listed_without_the_test_part_and_without_markup() -> None:
    told = text(worst_table(ANALYSIS, 20))
    assert DEV[0] in told
    assert TEST[0] not in told
    assert "no_answer, not answered" in told
    odd = outcome(case(DEV[1], facts=["[/red][abc]10"]), answer())
    assert "[/red]" in text(worst_table(analyse([odd]), 1))


def test_a_comparison_is_told_by_measure_and_by_case() -> None:
    found = compare(run(), run(bad=[*DEV[:20], TEST[0]]))
    measures, cases = text(change_table(found)), text(moved_table(found))
    assert "worse" in measures
    assert "-0.420" in measures
    assert DEV[3] in cases
    assert "answered → no_answer" in cases
    assert not set(TEST) & set(cases.split())
