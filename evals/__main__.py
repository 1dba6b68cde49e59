"""`python -m evals`: ask every golden question and print how well it went.

`--worst N` prints the N worst answers of the development part in full; the test part is only ever
counted, so that tuning cannot look at it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from assistant.assemble import open_assistant
from assistant.settings import AssistantSettings
from evals.cases import check_against, load_cases
from evals.run import run_cases, summarise
from evals.scores import Mean, Outcome
from indexer.errors import AppError
from indexer.offline import stay_offline
from indexer.settings import IndexSettings

RESULTS = Path(__file__).parent / "results"


def _cell(found: Mean | None) -> str:
    if found is None:
        return "-"
    return f"{found.value:.3f} ({found.low:.2f}-{found.high:.2f}, n={found.count})"


def _table(parts: dict[str, tuple[Outcome, ...]]) -> Table:
    table = Table(title="Golden questions: mean (95 % bootstrap interval, number of cases)")
    table.add_column("measure")
    summaries = {name: summarise(outcomes) for name, outcomes in parts.items()}
    for name in parts:
        table.add_column(name, justify="right")
    for measure in next(iter(summaries.values())):
        table.add_row(measure, *(_cell(summary[measure]) for summary in summaries.values()))
    times = [sorted(o.milliseconds for o in outcomes) for outcomes in parts.values()]
    for label, share in (("p50 ms", 0.5), ("p95 ms", 0.95)):
        row = [f"{v[min(len(v) - 1, int(share * len(v)))]:.1f}" if v else "-" for v in times]
        table.add_row(label, *row)
    words = [[sum(len(s.text.split()) for s in o.answer.sentences) for o in outcomes
              if o.answer.sentences] for outcomes in parts.values()]  # fmt: skip
    table.add_row("words an answer", *(f"{statistics.mean(w):.0f}" if w else "-" for w in words))
    return table


def _worst(console: Console, outcomes: tuple[Outcome, ...], count: int) -> None:
    def badness(o: Outcome) -> float:
        return 3 * (not o.status) + len(o.missed) + 2 * o.said_never + (o.right_source is False)

    for outcome in sorted(outcomes, key=badness, reverse=True)[:count]:
        if badness(outcome) == 0:
            break
        answer = outcome.answer
        console.rule(f"{outcome.case.id} ({outcome.case.topic})")
        console.print(outcome.case.question, style="bold", markup=False)
        expected = "/".join(outcome.case.status)
        console.print(f"{answer.status} (expected {expected}), confidence {answer.confidence}")
        for sentence in answer.sentences:
            console.print("  " + sentence.text, markup=False)
        console.print(f"missed: {list(outcome.missed)}", markup=False)
        console.print(
            "hits: " + ", ".join(h.passage.id + ("*" if h.kept else "") for h in answer.hits[:5])
        )


def _save(parts: dict[str, tuple[Outcome, ...]]) -> Path:
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{datetime.now(UTC):%Y%m%dT%H%M%S}.json"
    rows = [
        {
            "id": o.case.id,
            "part": o.case.part,
            "status": o.answer.status,
            "right_status": o.status,
            "hit_at_5": o.hit_at_5,
            "right_source": o.right_source,
            "fact_recall": o.fact_recall,
            "condition_recall": o.condition_recall,
            "milliseconds": round(o.milliseconds, 1),
        }
        for o in parts["all"]
    ]
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return path


def main() -> int:
    """Run the suite; returns 0, or 2 when it cannot run."""
    parser = argparse.ArgumentParser(prog="python -m evals")
    parser.add_argument("--worst", type=int, default=0, help="print the N worst answers (dev)")
    options = parser.parse_args()
    stay_offline()
    console = Console()
    try:
        cases = load_cases()
        assistant = open_assistant(IndexSettings(), AssistantSettings())
        check_against(cases, assistant.index)
    except AppError as error:
        sys.stderr.write(f"evals: {error}\n")
        return 2
    with assistant.index, Progress(console=console, transient=True) as bar:
        task = bar.add_task("Asking the golden questions", total=len(cases))
        outcomes = run_cases(assistant, cases, lambda done: bar.update(task, completed=done))
    parts = {
        "all": outcomes,
        "dev": tuple(o for o in outcomes if o.case.part == "dev"),
        "test": tuple(o for o in outcomes if o.case.part == "test"),
        "English": tuple(o for o in outcomes if o.case.language == "en"),
    }
    _worst(console, parts["dev"], options.worst)
    console.print(_table(parts))
    console.print(f"Saved as evals/results/{_save(parts).name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
