"""`python -m evals`: ask every golden question and tell how well it went.

Prints tables, and leaves a file of results and a report in `evals/results/`. `--worst N` lists the
N worst answers of the development part; the test part is only ever counted, so that tuning cannot
look at it. `--check` exits 1 below a floor or on a drop beyond noise against the baseline;
`--accept "why"` makes this run the baseline.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from assistant.assemble import open_assistant
from assistant.proof.verifier import Verifier
from assistant.settings import AssistantSettings
from evals.abuse import screened
from evals.analysis import WORST, Analysis, analyse
from evals.bootstrap import Mean
from evals.cases import check_against, load_cases
from evals.floors import load_floors
from evals.gate import BASELINE, accept, verdict
from evals.lies import seen_through
from evals.relevance import Finder
from evals.report import render
from evals.results import Results, read_results, results_of, write_results
from evals.run import run_cases
from evals.scores import Outcome
from evals.tables import (
    WIDTH,
    bin_table,
    confusion_table,
    lies_table,
    stage_table,
    summary_table,
    worst_table,
)
from indexer.errors import AppError
from indexer.offline import stay_offline
from indexer.settings import IndexSettings

RESULTS = Path(__file__).parent / "results"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals")
    parser.add_argument(
        "--worst", type=int, default=0, metavar="N", help=f"list the N worst (dev, at most {WORST})"
    )
    parser.add_argument("--check", action="store_true", help="exit 1 below a floor or the baseline")
    parser.add_argument("--accept", metavar="WHY", help="make this run the baseline, and say why")
    return parser.parse_args(arguments)


def _ask(console: Console) -> tuple[tuple[Outcome, ...], dict[str, Mean], str]:
    cases = load_cases()
    settings = AssistantSettings()
    assistant = open_assistant(IndexSettings(), settings)
    with assistant.index, Progress(console=console, transient=True) as bar:
        check_against(cases, assistant.index)
        finder = Finder(assistant.index, stages=True, candidates=settings.candidates)
        task = bar.add_task("Asking the golden questions", total=len(cases))
        outcomes = run_cases(
            assistant, cases, lambda done: bar.update(task, completed=done), finder
        )
        bar.update(task, description="Making wrong sentences of the answers")
        lies = seen_through(Verifier(assistant.index.terms.of_text), outcomes) | screened()
        return outcomes, lies, assistant.index.manifest.build_id


def _print(console: Console, analysis: Analysis, worst: int) -> None:
    if worst:
        console.print(worst_table(analysis, worst))
    for table in (stage_table, bin_table, confusion_table, lies_table, summary_table):
        console.print(table(analysis))


def _check(console: Console, results: Results) -> int:
    baseline = read_results(BASELINE) if BASELINE.exists() else None
    if baseline is None:
        console.print("There is no baseline yet: only the floors count.")
    found = verdict(results, load_floors(), baseline)
    for line in found:
        console.print(f"[red]FAIL[/red] {line}", highlight=False)
    if not found:
        console.print("[green]PASS[/green] above every floor, no drop beyond noise")
    return 1 if found else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the suite; returns 0, 1 when `--check` fails, 2 when it cannot run or be accepted."""
    options = _options(arguments)
    stay_offline()
    console = Console()
    console.width = max(WIDTH, console.width)
    started = datetime.now(UTC)
    try:
        outcomes, lies, index_version = _ask(console)
        analysis = analyse(outcomes, lies)
        at = f"{started:%Y-%m-%d %H:%M:%S}"
        results = results_of(outcomes, analysis, at=at, index_version=index_version)
        path = RESULTS / f"{started:%Y%m%dT%H%M%S}.json"
        write_results(results, path)
        page = render(analysis, at=at, index_version=index_version)
        path.with_suffix(".html").write_text(page, encoding="utf-8")
        _print(console, analysis, options.worst)
        console.print(f"Saved as evals/results/{path.stem}.json and .html")
        failed = _check(console, results) if options.check else 0
        if options.accept is not None:
            accept(results, options.accept, load_floors())
            console.print("Accepted as evals/baseline.json")
    except AppError as error:
        sys.stderr.write(f"evals: {error}\n")
        return 2
    return failed


if __name__ == "__main__":
    sys.exit(main())
