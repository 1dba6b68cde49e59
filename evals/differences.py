"""What got better and what got worse between two runs, measure by measure and case by case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from evals.bootstrap import Difference, difference
from evals.cases import Part
from evals.measures import MEASURES, Better
from evals.results import Results

Verdict = Literal["better", "worse", "changed", "noise", "same"]
_SMALLEST = 1e-4  # files of results are rounded
_ALSO_TOLD = ("hit@5",)  # of the search; its other measures move at every breath


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How a measure moved over the cases that both runs have.

    `changed` is a move beyond noise of a measure that has no better side; `noise` is a difference
    whose paired bootstrap interval holds 0; `same` is no difference at all.
    """

    measure: str
    before: float
    after: float
    difference: Difference
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A case that went differently: measure -> (before, after), and its status both times."""

    case: str
    part: Part
    better: Mapping[str, tuple[float, float]]
    worse: Mapping[str, tuple[float, float]]
    status: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two runs side by side; `gone` and `new` are cases that only one of them has."""

    changes: tuple[Change, ...]
    moved: tuple[Moved, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]


def compare(before: Results, after: Results) -> Comparison:
    """Compare two runs over the cases that both have."""
    both = [name for name in before.cases if name in after.cases]
    changes = (_change(name, before, after, both) for name in MEASURES)
    moved = (_moved(name, before, after) for name in both)
    return Comparison(
        changes=tuple(change for change in changes if change is not None),
        moved=tuple(move for move in moved if move.better or move.worse),
        gone=tuple(name for name in before.cases if name not in after.cases),
        new=tuple(name for name in after.cases if name not in before.cases),
    )


def _change(measure: str, before: Results, after: Results, both: list[str]) -> Change | None:
    pairs = [
        (before.cases[name].values[measure], after.cases[name].values[measure])
        for name in both
        if measure in before.cases[name].values and measure in after.cases[name].values
    ]
    old, new = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    found = difference(old, new)
    if found is None:
        return None
    same = all(abs(a - b) < _SMALLEST for a, b in pairs)
    return Change(
        measure=measure,
        before=sum(old) / len(old),
        after=sum(new) / len(new),
        difference=found,
        verdict="same" if same else _verdict(found, MEASURES[measure].better),
    )


def _verdict(found: Difference, better: Better) -> Verdict:
    if not found.beyond_noise:
        return "noise"
    if better == "neither":
        return "changed"
    return "better" if (found.value > 0) == (better == "high") else "worse"


def _moved(name: str, before: Results, after: Results) -> Moved:
    old, new = before.cases[name], after.cases[name]
    sides: dict[bool, dict[str, tuple[float, float]]] = {True: {}, False: {}}
    for measure, kind in MEASURES.items():
        told = kind.group != "search" or measure in _ALSO_TOLD
        if kind.better == "neither" or not told or measure not in old.values:
            continue
        pair = (old.values[measure], new.values.get(measure, old.values[measure]))
        if abs(pair[1] - pair[0]) >= _SMALLEST:
            sides[(pair[1] > pair[0]) == (kind.better == "high")][measure] = pair
    return Moved(
        case=name,
        part=new.part,
        better=sides[True],
        worse=sides[False],
        status=(old.status, new.status),
    )
