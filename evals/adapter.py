"""The query adapter: a square linear map on question vectors, learnt from the question hints.

No golden question is seen in training. The search does without it; `evals.ablation` measures what
it would be worth (docs/adr/0007).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from indexer.embedder import Embedder, Vectors
from indexer.index import Index

_TEMPERATURE = 0.03
_PULL = 0.003
_STEPS = 100
_RATE = 0.002


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Hints, all passages of their language, and which passage each hint leads to."""

    hints: Vectors
    """Shape: hints, dimensions."""
    passages: Vectors
    """Shape: passages, dimensions."""
    leads_to: npt.NDArray[np.int64]
    """Shape: hints; a row of `passages`."""


def info_nce(adapter: Vectors, pairs: Pairs) -> tuple[float, Any]:
    """Return the summed loss of an adapter over pairs, and its gradient.

    InfoNCE (van den Oord, Li and Vinyals, 2018): the cross-entropy of the right passage among all,
    by softmax of cosine / temperature.
    """
    turned = pairs.hints @ adapter.T
    lengths = np.linalg.norm(turned, axis=1, keepdims=True)
    unit = turned / lengths
    logits = unit @ pairs.passages.T / _TEMPERATURE
    logits -= logits.max(axis=1, keepdims=True)
    likely = np.exp(logits)
    likely /= likely.sum(axis=1, keepdims=True)
    rows = np.arange(len(likely))
    loss = -float(np.log(likely[rows, pairs.leads_to]).sum())
    likely[rows, pairs.leads_to] -= 1
    by_unit = likely @ pairs.passages / _TEMPERATURE
    by_turned = (by_unit - (by_unit * unit).sum(axis=1, keepdims=True) * unit) / lengths
    return loss, by_turned.T @ pairs.hints


def train_adapter(
    groups: Sequence[Pairs], *, steps: int = _STEPS, rate: float = _RATE, pull: float = _PULL
) -> Vectors:
    """Learn an adapter; nothing here is left to chance.

    The mean InfoNCE over all hints plus `pull` times the squared distance to the identity, by
    Adam (Kingma and Ba, 2015) on all hints at once, beginning at the identity.
    """
    identity = np.eye(groups[0].hints.shape[1], dtype=np.float32)
    count = sum(len(pairs.hints) for pairs in groups)
    adapter: Any = identity.copy()
    first, second = np.zeros_like(adapter), np.zeros_like(adapter)
    for step in range(1, steps + 1):
        gradient = sum(info_nce(adapter, pairs)[1] for pairs in groups) / count
        gradient += 2 * pull * (adapter - identity)
        first += 0.1 * (gradient - first)
        second += 0.001 * (gradient**2 - second)
        fair = first / (1 - 0.9**step), second / (1 - 0.999**step)
        adapter -= rate * fair[0] / (np.sqrt(fair[1]) + 1e-8)
    return adapter  # type: ignore[no-any-return]


def hint_pairs(index: Index) -> tuple[Pairs, ...]:
    """Embed the hints and passages of each language."""
    groups: list[Pairs] = []
    for language in sorted({passage.language for passage in index.passages}):
        own = [passage for passage in index.passages if passage.language == language]
        hints = [(hint, row) for row, passage in enumerate(own) for hint in passage.hints]
        if not hints:
            continue
        groups.append(
            Pairs(
                hints=index.embedder.embed_queries([hint for hint, _ in hints]),
                passages=index.embedder.embed_passages([p.embedded_text for p in own]),
                leads_to=np.array([row for _, row in hints]),
            )
        )
    return tuple(groups)


class AdaptedEmbedder:
    """An embedder whose question vectors pass through an adapter; passages do not."""

    def __init__(self, embedder: Embedder, adapter: Vectors) -> None:
        """Take the embedder and the adapter (shape: dimensions, dimensions)."""
        self._embedder = embedder
        self._adapter = adapter
        self.name = embedder.name
        self.embed_passages = embedder.embed_passages

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions and adapt them; they keep length one."""
        turned = self._embedder.embed_queries(texts) @ self._adapter.T
        vectors: Vectors = turned / np.linalg.norm(turned, axis=1, keepdims=True)
        return vectors
