"""`python -m evals.compare A.json B.json`: what got better and what got worse from A to B.

Case by case for the development part; of the test part only how many cases moved. `noise` is a
difference whose paired bootstrap interval holds 0. `evals/baseline.json` may be A or B.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from evals.differences import Comparison, compare
from evals.results import UnreadableResults, read_results
from evals.tables import WIDTH, change_table, moved_table


def counted(comparison: Comparison) -> str:
    """Return how many cases of each part got better, worse, or both, as one line."""
    told: list[str] = []
    for part in ("dev", "test"):
        own = [move for move in comparison.moved if move.part == part]
        better = sum(bool(move.better and not move.worse) for move in own)
        worse = sum(bool(move.worse and not move.better) for move in own)
        told.append(f"{part}: {better} better, {worse} worse, {len(own) - better - worse} both")
    return "; ".join(told)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the comparison; returns 0, or 2 when a file cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m evals.compare")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    options = parser.parse_args(arguments)
    try:
        before, after = read_results(options.before), read_results(options.after)
    except UnreadableResults as error:
        sys.stderr.write(f"compare: {error}\n")
        return 2
    comparison = compare(before, after)
    console = Console(width=max(WIDTH, Console().width))
    console.print(f"before: {before.at}, index {before.index_version}", highlight=False)
    console.print(f"after:  {after.at}, index {after.index_version}", highlight=False)
    console.print(change_table(comparison))
    if any(move.part == "dev" for move in comparison.moved):
        console.print(moved_table(comparison))
    console.print(f"Cases that moved: {counted(comparison)}", highlight=False)
    if comparison.gone or comparison.new:
        console.print(f"{len(comparison.gone)} cases are gone, {len(comparison.new)} are new")
    return 0


if __name__ == "__main__":
    sys.exit(main())
