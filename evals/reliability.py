"""Calibration: is a confidence of 0.8 right four times in five? After Guo et al., ICML 2017."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The answers whose confidence lies in [low, high): how sure they were, how often right."""

    low: float
    high: float
    count: int
    confidence: float
    """Their mean confidence (0..1)."""
    right: float
    """The share (0..1) of them that was right."""


def reliability(pairs: Sequence[tuple[float, bool]], bins: int = BINS) -> tuple[Bin, ...]:
    """Sort (confidence, right) pairs into bins of equal width; bins that stay empty are left out.

    A confidence of exactly 1 belongs to the last bin.
    """
    sorted_in: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in pairs:
        sorted_in[min(bins - 1, int(confidence * bins))].append((confidence, right))
    return tuple(
        Bin(
            low=number / bins,
            high=(number + 1) / bins,
            count=len(own),
            confidence=sum(confidence for confidence, _ in own) / len(own),
            right=sum(right for _, right in own) / len(own),
        )
        for number, own in enumerate(sorted_in)
        if own
    )


def expected_calibration_error(bins: Sequence[Bin]) -> float | None:
    """Return the mean gap (0..1) between confidence and rightness, weighed by bin size.

    None when there are no bins.
    """
    total = sum(own.count for own in bins)
    if not total:
        return None
    return sum(own.count * abs(own.confidence - own.right) for own in bins) / total
