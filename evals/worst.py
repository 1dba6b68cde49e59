"""The worst answers of the development part, so that one can see what to mend.

The test part is never shown: who reads its answers will tune to them.
"""

from __future__ import annotations

from collections.abc import Iterable

from evals.privacy import echoed
from evals.scores import Outcome


def badness(outcome: Outcome) -> float:
    """Return how bad an answer is: 0 is faultless; a wrong status or forbidden words weigh most."""
    return (
        3.0 * (not outcome.status)
        + 3.0 * outcome.said_never
        + 3.0 * bool(echoed(outcome.case.asked(outcome.origin), outcome.answer))
        + 1.0 * len(outcome.missed)
        + 1.0 * (outcome.right_source is False)
        + 0.5 * (outcome.right_contact is False)
    )


def worst(outcomes: Iterable[Outcome], count: int) -> tuple[Outcome, ...]:
    """Return at most `count` faulty answers of the development part, one a case, worst first."""
    of_case: dict[str, Outcome] = {}
    for outcome in outcomes:
        known = of_case.get(outcome.case.id)
        if outcome.case.part == "dev" and (known is None or badness(outcome) > badness(known)):
            of_case[outcome.case.id] = outcome
    faulty = [outcome for outcome in of_case.values() if badness(outcome) > 0]
    return tuple(sorted(faulty, key=lambda o: (-badness(o), o.case.id))[:count])
