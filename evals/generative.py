"""`python -m evals.generative`: does a lie reach the reader, and does the truth?

The golden questions are put to an assistant with two scripted language models: one that lies among
true sentences (`evals/adversary.py`) and one that tells the truth in other words
(`evals/restater.py`). Prints what became of every behaviour, each lie that was shown, and how the
answers of the good model compare with those of the sources. Then every wrong version of every
sentence of the corpus is put to the proof (`evals/mutated_corpus.py`). Exit code 1 when a lie is
shown or let through, or too much truth is dropped.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from assistant.answers import Answer
from assistant.assemble import assemble
from assistant.chat.model import ChatModel, Form
from assistant.confidence import Confidence
from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from evals.adversary import Adversary
from evals.cases import Case, load_cases
from evals.drafted import BEHAVIOUR, Replayer, load_drafts
from evals.fates import Outcome, outcome_of
from evals.generative_tables import (
    dropped,
    fate_table,
    lies_told,
    recall_table,
    truth_table,
    wrongly_dropped,
)
from evals.mutated_corpus import Tried, proof_of, try_all
from evals.restated import load_restated
from evals.restated_run import entailment_of
from evals.restater import Restater
from evals.scores import Outcome as Scored
from evals.scores import score
from evals.scripted_models import ScriptedModel
from evals.scripts import Draft, Writer
from indexer.embedder import load_embedder
from indexer.errors import AppError
from indexer.index import open_index
from indexer.offline import stay_offline
from indexer.settings import IndexSettings

MOST_DROPPED = 0.03
"""The largest share of true sentences in other words that may be dropped."""
REPORT = Path(__file__).parent / "results" / "generative.txt"
SECONDS = 4.0
"""The time limit of a draft; a draft that hangs costs all of it."""
_FORMS: tuple[Form, ...] = ("text", "json")  # the adversary writes each in turns
_AN_HOUR = 3600.0
_PRINTED = 20  # lies; the report has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One question, what the model wrote (nothing where none was asked), and what came of it."""

    case: Case
    draft: Draft | None
    outcome: Outcome | None
    scored: Scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """All that was asked: of the model that lies, of the good one, of the sources and the proof."""

    lying: Sequence[Asking]
    good: Sequence[Asking]
    plain: Sequence[Scored]
    tried: Tried

    @property
    def missed(self) -> tuple[str, ...]:
        """The aims that are missed; empty when all are met. To be asked nothing meets no aim."""
        lies = [lie for asking in self.lying if asking.outcome for lie in asking.outcome.lies]
        told = dropped([asking.outcome for asking in self.good if asking.outcome])
        lost = told.get(BEHAVIOUR, told["all"])
        found = []
        if lies:
            found.append(f"{len(lies)} lies were shown")
        if self.tried.through:
            found.append(f"{len(self.tried.through)} wrong versions of the corpus were let through")
        if lost.value > MOST_DROPPED:
            found.append(f"{lost.value:.1%} of the truth was dropped; at most {MOST_DROPPED:.0%}")
        if not lost.count or not self.tried.count or not any(a.draft for a in self.lying):
            found.append("a model, or the proof, was never asked")
        return tuple(found)


class Clock:
    """Time in seconds that can be moved on, so that a model which failed need not rest."""

    def __init__(self) -> None:
        """Begin with the time of this machine."""
        self.ahead = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return time.monotonic() + self.ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """An assistant with a scripted model, and what both of them are asked by."""

    assistant: Assistant
    model: ScriptedModel
    clock: Clock


def bench_of(
    writer: Writer,
    assembled: Callable[[ChatModel], Assistant],
    *,
    seconds: float = SECONDS,
    form: Form = "text",
) -> Bench:
    """Set up an assistant with a scripted model that writes by `writer`, lines or JSON."""
    clock = Clock()
    model = ScriptedModel(writer=writer, hang=2 * seconds)
    chat = ChatModel(model, "scripted", seconds=seconds, form=form, clock=clock)
    return Bench(assistant=assembled(chat), model=model, clock=clock)


def ask_all(
    bench: Bench, cases: Sequence[Case], progress: Callable[[], None] = lambda: None
) -> Iterator[Asking]:
    """Ask every case, once for each of its origins."""
    for case in cases:
        for origin in case.origins or (None,):
            bench.clock.ahead += _AN_HOUR
            bench.model.drafts.clear()
            before = time.perf_counter()
            answer = bench.assistant.invoke(case.asked(origin))
            milliseconds = (time.perf_counter() - before) * 1000
            draft = next((d for a, d in reversed(bench.model.drafts) if a.passages), None)
            yield Asking(
                case=case,
                draft=draft,
                outcome=outcome_of(draft, answer) if draft else None,
                scored=score(case, answer, milliseconds, origin=origin),
            )
        progress()


def extractive(assistant: Assistant, cases: Sequence[Case]) -> tuple[Scored, ...]:
    """Ask every case for the words of the sources."""

    def answer(case: Case, origin: str | None) -> Answer:
        return assistant.invoke(replace(case.asked(origin), mode="extractive"))

    return tuple(
        score(case, answer(case, origin), 0.0, origin=origin)
        for case in cases
        for origin in case.origins or (None,)
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.generative")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one case in N")
    parser.add_argument("--report", type=Path, default=REPORT, help="where the lies are listed")
    return parser.parse_args(arguments)


def _measure(console: Console, options: argparse.Namespace) -> int:
    settings, own = IndexSettings(), AssistantSettings()
    embedder = load_embedder(settings)
    confidence = Confidence.load(embedder.name)
    entailment = entailment_of(own)
    cases = load_cases()[:: options.every]
    restated = load_restated()
    with (
        open_index(settings.index_dir, embedder) as index,
        Progress(console=console, transient=True) as bar,
    ):
        task = bar.add_task("Asking the model that lies", total=2 * len(cases))

        def assembled(chat: ChatModel) -> Assistant:
            return assemble(index, own, confidence, model=chat, entailment=entailment)

        def step() -> None:
            bar.advance(task)

        lying = [
            asking
            for n, form in enumerate(_FORMS)
            for asking in ask_all(
                bench_of(Adversary(restated), assembled, form=form), cases[n :: len(_FORMS)], step
            )
        ]
        bar.update(task, description="Asking the model that tells the truth")
        bench = bench_of(Replayer(load_drafts(), Restater(restated)), assembled)
        good = list(ask_all(bench, cases, step))
        bar.update(task, description="Asking for the words of the sources")
        plain = extractive(bench.assistant, cases)
        bar.update(task, description="Asking the proof for every lie about the corpus")
        tried = try_all(proof_of(index), index.passages[:: options.every])
    return _tell(console, Run(lying=lying, good=good, plain=plain, tried=tried), options.report)


def _tell(console: Console, run: Run, report: Path) -> int:
    lying = [asking.outcome for asking in run.lying if asking.outcome]
    good = [asking.outcome for asking in run.good if asking.outcome]
    for table in (
        fate_table(lying),
        truth_table(good),
        recall_table([asking.scored for asking in run.good], run.plain),
    ):
        console.print(table)
    told = lies_told([(asking.case, asking.outcome) for asking in run.lying if asking.outcome])
    report.parent.mkdir(parents=True, exist_ok=True)
    through = [f"{one.kind}\n  let through {one.mutated}\n" for one in run.tried.through]
    told += through
    report.write_text("\n".join((*told, wrongly_dropped(good))), encoding="utf-8")
    console.print("\n".join(told[:_PRINTED]), markup=False)
    count = f"{run.tried.count} wrong versions of every sentence of the corpus"
    console.print(f"{count}: {len(run.tried.through)} let through")
    console.print(f"All lies shown, and the truth that was dropped: {report}")
    missed = run.missed
    for line in missed:
        console.print(f"[red]FAIL[/red] {line}")
    if not missed:
        console.print("[green]PASS[/green] no lie was shown, and nearly all of the truth")
    return 1 if missed else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; returns 0, 1 when an aim is missed, 2 when it cannot run."""
    options = _options(arguments)
    stay_offline()
    console = Console(highlight=False, width=110)
    try:
        return _measure(console, options)
    except AppError as error:
        sys.stderr.write(f"generative: {error}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
