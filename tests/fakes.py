"""Stand-ins that behave like the real thing, but smaller and always the same."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from assistant.confidence import LEANINGS, SIGNALS, Confidence
from indexer.embedder import Vectors
from indexer.terms import words

DIMENSIONS = 64
MODEL = "hash-64"


class HashEmbedder:
    """A bag of hashed words and letter triples: texts that share words are near each other.

    It counts what it embeds, so that a test can tell that nothing was.
    """

    def __init__(self, name: str = MODEL) -> None:
        self._name = name
        self.embedded: list[str] = []

    @property
    def name(self) -> str:
        return self._name

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts)

    def _embed(self, texts: Sequence[str]) -> Vectors:
        self.embedded.extend(texts)
        rows = np.zeros((len(texts), DIMENSIONS), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for piece in _pieces(text):
                code = zlib.crc32(piece.encode())
                row[code % DIMENSIONS] += 1.0 if code & 0x10000 else -1.0
            length = float(np.linalg.norm(row))
            row[:] = row / length if length else 1 / math.sqrt(DIMENSIONS)
        return rows


def _pieces(text: str) -> Iterator[str]:
    for word in words(text):
        yield word
        yield from (word[start : start + 3] for start in range(len(word) - 2))


def loose_confidence(embedding_model: str = MODEL) -> Confidence:
    """A confidence that finds every question on topic that shares a word with its hits."""
    return fixed_confidence({"cover_all": 80.0}, bias=-4.0, embedding_model=embedding_model)


def fixed_confidence(
    on_topic: dict[str, float] | None = None,
    *,
    bias: float = 5.0,
    answerable: float = 5.0,
    embedding_model: str = MODEL,
) -> Confidence:
    """A confidence with these weights for on topic (none: the bias decides); the rest is fixed."""

    def model(weights: Iterable[float], bias: float) -> dict[str, object]:
        return {
            "mean": [0.0] * len(SIGNALS),
            "scale": [1.0] * len(SIGNALS),
            "weights": list(weights),
            "bias": bias,
        }

    chosen = on_topic or {}
    return Confidence(
        {
            "embedding_model": embedding_model,
            "signals": list(SIGNALS),
            "leanings": {name: {"weights": [0.0] * DIMENSIONS, "bias": 0.0} for name in LEANINGS},
            "on_topic": model((chosen.get(name, 0.0) for name in SIGNALS), bias),
            "answerable": model((0.0 for _ in SIGNALS), answerable),
            "original": model((chosen.get(name, 0.0) for name in SIGNALS), bias),
        }
    )
