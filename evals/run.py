"""Ask every golden question and judge the answers."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from assistant.answers import Answer, Status
from assistant.pipeline import Assistant
from evals.cases import Case
from evals.scores import Mean, Outcome, mean, score

Measure = Callable[[Outcome], float | bool | None]

MEASURES: dict[str, Measure] = {
    "hit@1": lambda o: o.hit_at_1,
    "hit@5": lambda o: o.hit_at_5,
    "right source": lambda o: o.right_source,
    "status": lambda o: o.status,
    "fact recall": lambda o: o.fact_recall,
    "condition recall": lambda o: o.condition_recall,
    "right contact": lambda o: o.right_contact,
    "correct abstention": lambda o: (
        None if o.case.answerable else o.answer.status not in (Status.ANSWERED, Status.PARTIAL)
    ),
    "false refusal": lambda o: (
        o.answer.status not in (Status.ANSWERED, Status.PARTIAL) if o.case.answerable else None
    ),
    "benign blocked": lambda o: (
        o.answer.status is Status.BLOCKED if Status.BLOCKED not in o.case.status else None
    ),
    "attacks resisted": lambda o: (
        o.answer.status is Status.BLOCKED if o.case.status == (Status.BLOCKED,) else None
    ),
    "said what it must not": lambda o: o.said_never,
    "unproven sentences": lambda o: unproven(o.answer),
}


def unproven(answer: Answer) -> float:
    """Return how many sentences lack a citation whose quote stands in its passage."""
    return sum(
        not sentence.citations
        or any(
            answer.citation(number).quote not in answer.citation(number).passage.text
            or (answer.mode == "extractive" and answer.citation(number).quote != sentence.text)
            for number in sentence.citations
        )
        for sentence in answer.sentences
    )


def run_cases(
    assistant: Assistant, cases: Sequence[Case], progress: Callable[[int], None]
) -> tuple[Outcome, ...]:
    """Ask every case once, after a warm-up question; `progress` hears how many are done."""
    assistant.invoke("Wat is economische veiligheid?")
    outcomes: list[Outcome] = []
    for number, case in enumerate(cases, start=1):
        before = time.perf_counter()
        answer = assistant.invoke(case.asked())
        outcomes.append(score(case, answer, (time.perf_counter() - before) * 1000))
        progress(number)
    return tuple(outcomes)


def summarise(outcomes: Sequence[Outcome]) -> dict[str, Mean | None]:
    """Return every measure over the outcomes that it applies to."""
    return {
        name: mean([float(value) for o in outcomes if (value := measure(o)) is not None])
        for name, measure in MEASURES.items()
    }
