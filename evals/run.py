"""Ask every golden question and judge the answers."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from assistant.pipeline import Assistant
from evals.cases import Case
from evals.measures import MEASURES, summarise, unproven
from evals.relevance import Finder
from evals.scores import Outcome, score

__all__ = ["MEASURES", "run_cases", "summarise", "unproven"]


def run_cases(
    assistant: Assistant,
    cases: Sequence[Case],
    progress: Callable[[int], None],
    finder: Finder | None = None,
) -> tuple[Outcome, ...]:
    """Ask every case, after a warm-up question; `progress` hears how many cases are done.

    A case is asked once, or once for each of its origins. Without a finder the answers' own hits
    are judged and the stages of the search are not.
    """
    finder = finder or Finder(assistant.index)
    assistant.invoke("Wat is economische veiligheid?")
    outcomes: list[Outcome] = []
    for number, case in enumerate(cases, start=1):
        outcomes.extend(_ask(assistant, finder, case, origin) for origin in case.origins or (None,))
        progress(number)
    return tuple(outcomes)


def _ask(assistant: Assistant, finder: Finder, case: Case, origin: str | None) -> Outcome:
    before = time.perf_counter()
    answer = assistant.invoke(case.asked(origin))
    milliseconds = (time.perf_counter() - before) * 1000
    findings = finder.find(case, answer, origin)
    return score(case, answer, milliseconds, origin=origin, findings=findings)
