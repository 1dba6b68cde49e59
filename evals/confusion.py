"""Which status was given where which was expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from assistant.answers import Status
from evals.scores import Outcome

Confusion = Counter[tuple[Status, Status]]
"""(expected, given) -> how many times."""


def confusion(outcomes: Iterable[Outcome]) -> Confusion:
    """Count every (expected, given) pair; what a case also accepts counts as expected."""
    return Counter(
        (o.answer.status if o.status else o.case.status[0], o.answer.status) for o in outcomes
    )
