"""A share with its 95 % interval (Wilson 1927), which stays within 0..1 also near the ends."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z = 1.959964  # the 97.5th percentile of the normal distribution


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of `count` did, as a share, and its interval."""

    value: float
    low: float
    high: float
    count: int


def share(hits: int, count: int) -> Share:
    """Return hits / count with its Wilson interval; of nothing the share is 0, within 0..1."""
    if count == 0:
        return Share(value=0.0, low=0.0, high=1.0, count=0)
    p, z2 = hits / count, _Z * _Z
    middle = (p + z2 / (2 * count)) / (1 + z2 / count)
    half = _Z * sqrt(p * (1 - p) / count + z2 / (4 * count * count)) / (1 + z2 / count)
    return Share(value=p, low=max(0.0, middle - half), high=min(1.0, middle + half), count=count)
