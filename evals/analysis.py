"""Everything that is worked out from the outcomes of one run, for the table, the file, the report.

What is shown question by question or topic by topic is of the development part only; of the test
part there are only totals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.bins import Third, thirds
from evals.bootstrap import Mean, mean, quantile
from evals.confusion import Confusion, confusion
from evals.measures import RANKINGS, by_case, confidences, summarise
from evals.reliability import Bin, reliability
from evals.scores import Outcome
from evals.worst import worst

PERCENTILES = {"p50": 0.50, "p95": 0.95, "p99": 0.99}
BY_TOPIC = ("fact recall", "right source", "hit@5")
WORST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the cases: how many there are, every measure, and milliseconds an answer."""

    cases: int
    measures: Mapping[str, Mean | None]
    speed: Mapping[str, Mean | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One run, worked out."""

    parts: Mapping[str, Part]
    """all, dev, test and English."""
    stages: Mapping[str, Mapping[str, Mean | None]]
    """Stage of the search ("fused" first) -> measure of its ranking."""
    thirds: tuple[Third, ...]
    confusion: Confusion
    reliability: tuple[Bin, ...]
    milliseconds: tuple[float, ...]
    topics: Mapping[str, Mapping[str, Mean | None]]
    """Topic -> measure, development part."""
    worst: tuple[Outcome, ...]
    """Development part, worst first."""


def analyse(outcomes: Sequence[Outcome], lies: Mapping[str, Mean] | None = None) -> Analysis:
    """Work out all that is shown of a run; `lies` is what the verifier made of wrong sentences."""
    dev = [o for o in outcomes if o.case.part == "dev"]
    return Analysis(
        parts={
            "all": _part(outcomes, lies),
            "dev": _part(dev),
            "test": _part([o for o in outcomes if o.case.part == "test"]),
            "English": _part([o for o in outcomes if o.case.language == "en"]),
        },
        stages=_stages(outcomes),
        thirds=thirds(outcomes),
        confusion=confusion(outcomes),
        reliability=reliability(confidences(outcomes)),
        milliseconds=tuple(o.milliseconds for o in outcomes),
        topics=_topics(dev),
        worst=worst(outcomes, WORST),
    )


def _part(outcomes: Sequence[Outcome], lies: Mapping[str, Mean] | None = None) -> Part:
    times = [outcome.milliseconds for outcome in outcomes]
    return Part(
        cases=len(by_case(outcomes)),
        measures={**summarise(outcomes), **(lies or {})},
        speed={name: quantile(times, share) for name, share in PERCENTILES.items()},
    )


def _stages(outcomes: Sequence[Outcome]) -> dict[str, dict[str, Mean | None]]:
    """Compare the stages over the same cases: those that have a ranking of every stage."""
    names = list(dict.fromkeys(name for o in outcomes for name in o.rankings))
    complete = [o for o in outcomes if o.rankings and set(o.rankings) == set(names)]
    cases = list(by_case(complete).values())
    return {
        stage: {
            measure: mean(
                [sum(of(o.rankings[stage]) for o in own) / len(own) for own in cases],
            )
            for measure, of in RANKINGS.items()
        }
        for stage in names
    }


def _topics(outcomes: Sequence[Outcome]) -> dict[str, dict[str, Mean | None]]:
    topics: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.case.topic and outcome.case.answerable:
            topics.setdefault(outcome.case.topic, []).append(outcome)
    found: dict[str, dict[str, Mean | None]] = {}
    for topic in sorted(topics):
        summary = summarise(topics[topic])
        found[topic] = {measure: summary[measure] for measure in BY_TOPIC}
    return found
