"""How well are right passages ranked? Pure functions over the ranks at which they stand.

Relevance is binary. Recall as in Manning, Raghavan and Schütze (2008), chapter 8; reciprocal rank
as in Voorhees (TREC-8, 1999); nDCG as in Järvelin and Kekäläinen (TOIS 2002), with log2 discount.
"""

from __future__ import annotations

import math
from collections.abc import Sequence, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The ranks (1 is first, ascending) of the relevant passages found, and how many there are.

    Where nothing is relevant, nothing can be found: every measure is 0.
    """

    ranks: tuple[int, ...]
    relevant: int

    def hit(self, depth: int) -> bool:
        """True when a relevant passage stands among the first `depth`."""
        return bool(self.ranks) and self.ranks[0] <= depth

    def recall(self, depth: int) -> float:
        """Return the share (0..1) of all relevant passages that stand among the first `depth`."""
        found = sum(rank <= depth for rank in self.ranks)
        return found / self.relevant if self.relevant else 0.0

    @property
    def reciprocal_rank(self) -> float:
        """One over the rank of the first relevant passage; 0 when none was found."""
        return 1 / self.ranks[0] if self.ranks else 0.0

    def ndcg(self, depth: int) -> float:
        """Return the discounted gain of the first `depth` as a share (0..1) of the best possible.

        The best possible has relevant passages at every rank until they run out.
        """
        if not self.relevant:
            return 0.0
        gain = sum(_gain(rank) for rank in self.ranks if rank <= depth)
        return gain / sum(_gain(rank) for rank in range(1, min(depth, self.relevant) + 1))


def _gain(rank: int) -> float:
    return 1 / math.log2(rank + 1)


def ranked(found: Sequence[str], relevant: Set[str]) -> Ranking:
    """Look up the relevant ids in a list of ids, best first."""
    ranks = tuple(rank for rank, name in enumerate(found, start=1) if name in relevant)
    return Ranking(ranks=ranks, relevant=len(relevant))
