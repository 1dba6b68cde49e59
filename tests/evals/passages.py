"""Passages of several sentences, for tests that need no index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.passages import Passage
from tests.evals.outcomes import passage


def passage_of(sentences: Sequence[str], *, name: str = "a") -> Passage:
    """Return a passage of these sentences, each a span of its own."""
    made = passage(" ".join(sentences), name=name)
    starts = [sum(len(s) + 1 for s in sentences[:n]) for n in range(len(sentences))]
    spans = tuple(
        replace(made.spans[0], start=start, end=start + len(sentence))
        for start, sentence in zip(starts, sentences, strict=True)
    )
    return replace(made, spans=spans)
