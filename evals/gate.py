"""May this result stand? Above every floor, and no drop beyond noise against the baseline."""

from __future__ import annotations

from pathlib import Path

from evals.differences import compare
from evals.floors import Floors, breaches
from evals.results import Results, accepted, write_results
from indexer.errors import AppError

BASELINE = Path(__file__).parent / "baseline.json"


class Refused(AppError):
    """A result may not become the baseline: it lies below a floor, or nobody said why."""


def drops(results: Results, baseline: Results) -> tuple[str, ...]:
    """Return a sentence for every measure that is worse than in the baseline, beyond noise."""
    return tuple(
        f"{c.measure} went from {c.before:.3f} to {c.after:.3f} "
        f"({c.difference.low:+.3f} to {c.difference.high:+.3f} over {c.difference.count} cases)"
        for c in compare(baseline, results).changes
        if c.verdict == "worse"
    )


def verdict(results: Results, floors: Floors, baseline: Results | None) -> tuple[str, ...]:
    """Return all that is wrong with a result; empty when it may stand."""
    found = breaches(results.measures["all"], floors)
    return found + drops(results, baseline) if baseline else found


def accept(results: Results, why: str, floors: Floors, path: Path = BASELINE) -> None:
    """Make a result the baseline.

    Raises:
        Refused: it lies below a floor, or no reason is given.
    """
    if found := breaches(results.measures["all"], floors):
        raise Refused(f"this result may not become the baseline: {found[0]}")
    try:
        write_results(accepted(results, why), path)
    except ValueError as error:
        raise Refused(str(error)) from error
