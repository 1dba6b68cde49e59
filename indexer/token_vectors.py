"""Late interaction: how well each word of a question is met somewhere in a text.

One vector a text cannot say which of its sentences answers. Here every token keeps its own: the
score of a text is the mean over the question's tokens of their best cosine with any token of the
text (MaxSim; Khattab and Zaharia, ColBERT, SIGIR 2020). Tokens of the E5 family all point roughly
one way, so the mean of all passage tokens is taken away first.

Kept as int8: 384 bytes a token, read from disk as needed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from indexer.embedder import Vectors
from indexer.errors import IndexDamaged

_STEP = 0.004
"""What one count of int8 stands for; components of unit vectors of 384 rarely pass 0.29."""

Rows = npt.NDArray[np.int8]


def quantise(tokens: Vectors) -> Rows:
    """Turn unit token vectors (shape: tokens, dimensions) into rows of int8."""
    rows: Rows = np.clip(np.rint(tokens / _STEP), -127, 127).astype(np.int8)
    return rows


class TokenVectors:
    """The token vectors of many texts, by text id."""

    def __init__(self, rows: Rows, spans: Mapping[str, tuple[int, int]]) -> None:
        """Take the rows of all texts one after another and where each text begins and ends."""
        self._rows = rows
        self._spans = dict(spans)
        self._centre = _centre(rows)
        self._inverse = _inverse_lengths(rows, self._centre)

    @classmethod
    def of(cls, texts: Mapping[str, Rows]) -> Self:
        """Join the rows of texts, in their order."""
        spans: dict[str, tuple[int, int]] = {}
        start = 0
        for name, rows in texts.items():
            spans[name] = (start, start + len(rows))
            start += len(rows)
        joined = np.concatenate(list(texts.values())) if texts else np.empty((0, 0), np.int8)
        return cls(joined, spans)

    def __contains__(self, text_id: str) -> bool:
        """True when a text is among them."""
        return text_id in self._spans

    def rows_of(self, text_id: str) -> Rows:
        """Return the rows of one text."""
        start, end = self._spans[text_id]
        return self._rows[start:end]

    def save(self, folder: Path) -> None:
        """Write rows, centre and places to a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / "rows.npy", self._rows)
        np.save(folder / "centre.npy", self._centre)
        np.save(folder / "inverse.npy", self._inverse)
        (folder / "spans.json").write_text(json.dumps(self._spans), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what `save` wrote; the rows stay on disk until they are needed.

        Raises:
            IndexDamaged: a file is missing or unreadable, or the files do not agree.
        """
        try:
            loaded = cls.__new__(cls)
            loaded._rows = np.load(folder / "rows.npy", mmap_mode="r")
            loaded._centre = np.load(folder / "centre.npy")
            loaded._inverse = np.load(folder / "inverse.npy")
            spans = json.loads((folder / "spans.json").read_text(encoding="utf-8"))
            loaded._spans = {str(name): (int(a), int(b)) for name, (a, b) in spans.items()}
        except Exception as error:  # numpy raises all kinds at a broken file
            problem = f"the token vectors are unreadable: {error}"
            raise IndexDamaged(folder.parent, problem) from error
        last = max((end for _, end in loaded._spans.values()), default=0)
        whole = loaded._rows.ndim == 2 and loaded._rows.dtype == np.int8
        if not whole or not last == len(loaded._rows) == len(loaded._inverse):
            raise IndexDamaged(folder.parent, "the parts of the token vectors do not agree")
        return loaded

    def scores(self, question: Vectors, text_ids: Sequence[str]) -> list[float]:
        """Return the score of each text for a question's token vectors (shape: tokens, dim)."""
        if not text_ids:
            return []
        spans = [self._spans[name] for name in text_ids]
        rows = np.concatenate([self._rows[a:b] for a, b in spans]).astype(np.float32)
        inverse = np.concatenate([self._inverse[a:b] for a, b in spans])
        asked = question - self._centre
        asked /= np.maximum(np.linalg.norm(asked, axis=1, keepdims=True), 1e-9)
        cosines = (rows @ asked.T * _STEP - asked @ self._centre) * inverse[:, None]
        starts = np.cumsum([0, *(b - a for a, b in spans[:-1])])
        best: Any = np.maximum.reduceat(cosines, starts, axis=0)
        return [float(score) for score in best.mean(axis=1)]


def _centre(rows: Rows) -> Vectors:
    if not len(rows):
        return np.zeros(rows.shape[1], np.float32)
    centre: Vectors = (rows.mean(axis=0, dtype=np.float64) * _STEP).astype(np.float32)
    return centre


def _inverse_lengths(rows: Rows, centre: Vectors) -> Vectors:
    """Return 1 / |row - centre| for each row, by blocks to bound the memory."""
    lengths = np.empty(len(rows), np.float32)
    for start in range(0, len(rows), 8192):
        block = rows[start : start + 8192].astype(np.float32) * _STEP - centre
        lengths[start : start + len(block)] = np.linalg.norm(block, axis=1)
    inverse: Vectors = np.reciprocal(np.maximum(lengths, np.float32(1e-6)))
    return inverse
