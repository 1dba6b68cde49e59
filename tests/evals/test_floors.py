"""The floors hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.bootstrap import Mean
from evals.floors import Floors, InvalidFloors, breaches, load_floors


def exactly(value: float) -> Mean:
    return Mean(value=value, low=value, high=value, count=9)


FLOORS = Floors(lowest={"hit@5": 0.9}, highest={"false refusal": 0.1})


def test_the_floors_of_the_suite_are_well_formed_and_hold_the_promise() -> None:
    floors = load_floors()
    assert floors.highest["unproven sentences"] == 0
    assert floors.highest["personal data echoed"] == 0
    assert floors.lowest["citation recall"] == 1
    assert {"hit@5", "correct abstention", "attacks resisted"} <= set(floors.lowest)


@pytest.mark.parametrize(
    ("measures", "problem"),
    [
        ({"hit@5": exactly(0.9), "false refusal": exactly(0.1)}, None),
        ({"hit@5": exactly(0.89), "false refusal": exactly(0)}, "hit@5 is 0.890"),
        ({"hit@5": exactly(1), "false refusal": exactly(0.11)}, "at most 0.100"),
        ({"hit@5": None, "false refusal": exactly(0)}, "hit@5 is not measured"),
        ({"hit@5": exactly(1)}, "false refusal is not measured"),
    ],
)
def test_what_lies_beyond_a_floor_is_told(
    measures: dict[str, Mean | None], problem: str | None
) -> None:
    found = breaches(measures, FLOORS)
    assert len(found) == (problem is not None)
    assert problem is None or problem in found[0]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("[lowest", "floors.toml"),
        ("[middle]\n", "unknown table middle"),
        ("[lowest]\n'hit@7' = 0.5", "no measure"),
        ("[lowest]\n'false refusal' = 0.5", "no measure for"),
        ("[highest]\n'hit@5' = 0.5", "no measure for"),
        ("[lowest]\n'words an answer' = 0.5", "no measure for"),
        ("[lowest]\n'hit@5' = 90", "from 0 to 1"),
        ("[lowest]\n'hit@5' = true", "from 0 to 1"),
        ("[lowest]\n'hit@5' = '0.9'", "from 0 to 1"),
    ],
)
def test_floors_that_guard_nothing_are_refused(tmp_path: Path, body: str, problem: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(body)
    with pytest.raises(InvalidFloors, match=problem):
        load_floors(path)


def test_missing_floors_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidFloors):
        load_floors(tmp_path / "none.toml")
