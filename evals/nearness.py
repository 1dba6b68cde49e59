"""How much does a question look like a question hint? A score on look-alikes proves little.

Two measures of likeness, each the highest over all hints in a language: the share of letters
(Jaccard index of sets of four characters; Broder 1997 calls it resemblance) and the share of
meaning (cosine, which the hint stage of the search already gives). The heading of a section counts
as a hint, as it does in the search.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.passages import Passage

_SIZE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """The highest likeness (0..1) of a question to any hint: by letters and by meaning."""

    letters: float
    meaning: float


def grams(text: str) -> frozenset[str]:
    """Return the sets of four characters of a text, in small letters and without signs."""
    plain = " ".join(re.findall(r"\w+", text.lower()))
    return frozenset(plain[start : start + _SIZE] for start in range(max(1, len(plain) - 3)))


class HintLetters:
    """Finds the hint that shares most letters with a question."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        """Index the hints of these passages, by language."""
        # gram -> numbers of the hints that hold it: comparing with each hint apart takes seconds.
        self._holders: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._sizes: list[int] = []
        for passage in passages:
            for hint in (passage.heading, *passage.hints):
                own = grams(hint)
                for gram in own:
                    self._holders[passage.language, gram].append(len(self._sizes))
                self._sizes.append(len(own))

    def nearest(self, question: str, language: str) -> float:
        """Return the highest Jaccard index (0..1) of the question with any hint; 0 without any."""
        own = grams(question)
        shared: Counter[int] = Counter()
        for gram in own:
            shared.update(self._holders.get((language, gram), ()))
        return max(
            (both / (len(own) + self._sizes[n] - both) for n, both in shared.items()), default=0.0
        )


def terciles(values: Sequence[float]) -> tuple[float, float]:
    """Return the two values that cut a sequence in three parts of about equal size.

    Raises:
        ValueError: there are fewer than three values.
    """
    if len(values) < 3:  # a third each
        raise ValueError("three values at least make thirds")
    ordered = sorted(values)
    return ordered[len(ordered) // 3], ordered[2 * len(ordered) // 3]
