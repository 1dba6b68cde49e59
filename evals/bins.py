"""The same measures in thirds of the cases, by how much the question looks like a question hint.

When the top third scores well and the bottom third does not, the search knows its hints by heart
instead of the subject. Thirds are cut at the terciles over the answerable cases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from evals.bootstrap import Mean
from evals.measures import by_case, summarise
from evals.nearness import terciles
from evals.scores import Outcome

Likeness = Literal["letters", "meaning"]
LIKENESSES: tuple[Likeness, ...] = ("letters", "meaning")
BINNED = ("hit@5", "right source", "fact recall", "condition recall")
_FEWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Third:
    """The cases whose highest likeness to any hint lies in [low, high], and how they went."""

    by: Likeness
    low: float
    high: float
    count: int
    measures: Mapping[str, Mean | None]


def thirds(outcomes: Sequence[Outcome]) -> tuple[Third, ...]:
    """Return three thirds by letters and three by meaning, least alike first; none without cases.

    A case that is asked for several origins has the likeness of its first question.
    """
    cases = [own for own in by_case(outcomes).values() if own[0].nearness is not None]
    if len(cases) < _FEWEST:
        return ()
    return tuple(third for by in LIKENESSES for third in _by(by, cases))


def _by(by: Likeness, cases: Sequence[Sequence[Outcome]]) -> list[Third]:
    def likeness(own: Sequence[Outcome]) -> float:
        return float(getattr(own[0].nearness, by))

    values = [likeness(own) for own in cases]
    first, second = terciles(values)
    parts: tuple[list[Sequence[Outcome]], ...] = ([], [], [])
    for own, value in zip(cases, values, strict=True):
        parts[(value >= first) + (value >= second)].append(own)
    return [
        Third(
            by=by,
            low=min(map(likeness, part)),
            high=max(map(likeness, part)),
            count=len(part),
            measures=_binned([outcome for own in part for outcome in own]),
        )
        for part in parts
        if part  # equal values may leave a third empty
    ]


def _binned(outcomes: Sequence[Outcome]) -> dict[str, Mean | None]:
    summary = summarise(outcomes)
    return {name: summary[name] for name in BINNED}
