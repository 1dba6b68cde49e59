"""How sure is a mean, and is a difference more than noise? Bootstrap intervals; pure functions.

Resampling is over cases (Efron 1979; percentile intervals, Efron and Tibshirani 1993, chapter 13).
The seed is fixed, so that the same outcomes always give the same interval.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

_Item = TypeVar("_Item")
ROUNDS = 1000
_SEED = 7
_TAILS = (0.025, 0.975)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """A mean (or another statistic) with its bootstrap 95 % interval over `count` cases."""

    value: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The mean of `after - before` over the cases that both have, with its 95 % interval."""

    value: float
    low: float
    high: float
    count: int

    @property
    def beyond_noise(self) -> bool:
        """True when the interval does not hold 0."""
        return self.low > 0 or self.high < 0


def mean(values: Sequence[float], *, rounds: int = ROUNDS, seed: int = _SEED) -> Mean | None:
    """Return the mean and its interval; None when there are no values."""
    if not values:
        return None
    own = np.asarray(values, float)
    low, high = np.quantile(_resampled(own, rounds, seed).mean(axis=1), _TAILS)
    return Mean(value=float(own.mean()), low=float(low), high=float(high), count=len(own))


def quantile(
    values: Sequence[float], share: float, *, rounds: int = ROUNDS, seed: int = _SEED
) -> Mean | None:
    """Return the value below which a share (0..1) lies, with its interval; None without values."""
    if not values:
        return None
    own = np.asarray(values, float)
    low, high = np.quantile(np.quantile(_resampled(own, rounds, seed), share, axis=1), _TAILS)
    found = float(np.quantile(own, share))
    return Mean(value=found, low=float(low), high=float(high), count=len(own))


def statistic(
    items: Sequence[_Item],
    of: Callable[[Sequence[_Item]], float | None],
    *,
    rounds: int = ROUNDS,
    seed: int = _SEED,
) -> Mean | None:
    """Return any statistic of the items with its interval; None where it has no value.

    For what is no mean of single cases, such as a calibration error. `of` is called `rounds` times.
    """
    found = of(items)
    if found is None:
        return None
    chance = np.random.default_rng(seed)
    drawn = chance.integers(0, len(items), (rounds, len(items)))
    values = [of([items[place] for place in row]) for row in drawn.tolist()]
    low, high = np.quantile([value for value in values if value is not None], _TAILS)
    return Mean(value=found, low=float(low), high=float(high), count=len(items))


def difference(
    before: Sequence[float], after: Sequence[float], *, rounds: int = ROUNDS, seed: int = _SEED
) -> Difference | None:
    """Return the mean difference of paired values, and its interval; None when there are none.

    Pairs are drawn whole (the paired bootstrap; Koehn 2004): what makes a case hard is the same
    on both sides and drops out.

    Raises:
        ValueError: the two are not equally long.
    """
    pairs = [new - old for old, new in zip(before, after, strict=True)]
    found = mean(pairs, rounds=rounds, seed=seed)
    if found is None:
        return None
    return Difference(value=found.value, low=found.low, high=found.high, count=found.count)


def _resampled(values: Any, rounds: int, seed: int) -> Any:
    """Draw `rounds` samples of the same size with replacement (shape: rounds x values)."""
    chance = np.random.default_rng(seed)
    return values[chance.integers(0, len(values), (rounds, len(values)))]
