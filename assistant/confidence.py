"""How likely is a question on topic, and how likely do the hits answer it?

Two logistic models over a handful of signals of the search. Two of the signals are themselves
linear models over the question's vector: one tells the corpus's own question hints from off-topic
questions, the other tells them from questions on the topic that no source answers (a salary, a
waiting time, a name, a figure of years to come). The second sees what the search cannot: not what
a question is about, but what kind of thing it asks for.
An original has no question hints, and what it tells need not be what the digests are about; so a
third model says how likely it is to be what is asked for, by the signals that need no hints.
Similarities of the E5 family are compressed (0.75-0.90 for everything), so no raw threshold
separates anything: the models are fitted by `make calibrate` on `evals/calibration/`, never on the
golden questions.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Self, get_args

import numpy as np

from assistant.answers import Hit, Language
from indexer.embedder import Vectors
from indexer.errors import AppError
from indexer.passages import Passage
from indexer.terms import Terms

FILE = Path(__file__).with_name("confidence.json")
SIGNALS = (
    "dense", "dense_margin", "hint", "hint_margin", "keyword", "keyword_share", "cover",
    "cover_all", "cover_first", "unknown", "agreement", "words", "topical", "askable",
)  # fmt: skip
LEANINGS = ("topical", "askable")

STAGES = ("dense", "hint", "keyword")

Aim = Literal["on_topic", "answerable", "original"]


@dataclass(frozen=True, slots=True)
class _Model:
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    def probability(self, signals: Mapping[str, float]) -> float:
        total = self.bias + sum(
            weight * (signals[name] - mean) / scale
            for name, mean, scale, weight in zip(
                SIGNALS, self.mean, self.scale, self.weights, strict=True
            )
        )
        return 1.0 / (1.0 + math.exp(-total))


class Confidence:
    """The two fitted models; `embedding_model` is the one whose scores they know."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Read the fitted values."""
        self.embedding_model = str(values["embedding_model"])
        self._models = {
            aim: _Model(
                mean=tuple(values[aim]["mean"]),
                scale=tuple(values[aim]["scale"]),
                weights=tuple(values[aim]["weights"]),
                bias=float(values[aim]["bias"]),
            )
            for aim in get_args(Aim)
        }
        self._planes = {
            name: (
                np.array(values["leanings"][name]["weights"], np.float32),
                float(values["leanings"][name]["bias"]),
            )
            for name in LEANINGS
        }
        if list(values["signals"]) != list(SIGNALS):
            raise AppError(f"{FILE.name} knows other signals than the code: run `make calibrate`.")

    @classmethod
    def load(cls, embedding_model: str, file: Path = FILE) -> Self:
        """Read `confidence.json`.

        Raises:
            AppError: it was fitted for another embedding model.
        """
        confidence = cls(json.loads(file.read_text(encoding="utf-8")))
        if confidence.embedding_model != embedding_model:
            raise AppError(
                f"The confidence model was fitted for {confidence.embedding_model}, not for "
                f"{embedding_model}: run `make calibrate`."
            )
        return confidence

    def leanings(self, vector: Vectors | None) -> dict[str, float]:
        """Return on which side of each plane a question's vector lies, and how far; 0 for none."""
        if vector is None:
            return dict.fromkeys(LEANINGS, 0.0)
        return {
            name: float(vector @ direction) + offset
            for name, (direction, offset) in self._planes.items()
        }

    def of(self, aim: Aim, signals: Mapping[str, float]) -> float:
        """Return the probability, 0..1."""
        return self._models[aim].probability(signals)


def _top(scores: Sequence[float | None]) -> tuple[float, float]:
    """Return the best score and its lead on the mean of the others."""
    known = sorted((score for score in scores if score is not None), reverse=True)
    if not known:
        return 0.0, 0.0
    rest = known[1:]
    return known[0], known[0] - (sum(rest) / len(rest) if rest else 0.0)


def _leader(hits: Sequence[Hit], stage: str) -> str | None:
    """Return the section that a stage of the search likes best."""
    scored = [(getattr(hit.scores, stage), hit.passage.section_id) for hit in hits]
    known = [(score, section) for score, section in scored if score is not None]
    return max(known)[1] if known else None


def cover(question: Sequence[str], texts: Sequence[frozenset[str]]) -> float:
    """Return the largest share of the question's terms that one text holds."""
    if not question:
        return 0.0
    return max((sum(t in text for t in question) / len(question) for text in texts), default=0.0)


def signals(
    query: str,
    language: Language,
    hits: Sequence[Hit],
    terms: Terms,
    terms_of: Callable[[Passage], frozenset[str]],
    *,
    leanings: Mapping[str, float],
) -> dict[str, float]:
    """Return the signals that the models weigh, by name; `terms_of` gives a passage's terms."""
    top = hits[:5]
    dense, dense_margin = _top([hit.scores.dense for hit in hits])
    hint, hint_margin = _top([hit.scores.hint for hit in hits])
    keyword, _ = _top([hit.scores.keyword for hit in hits])
    asked = list(dict.fromkeys(terms.of_text(query, language)))
    content = terms.content_words(query, language)
    strange = sum(not (terms.knows(word) or terms.parts(word)) for word in content)
    texts = [terms_of(hit.passage) for hit in top]
    together = frozenset[str]().union(*texts)
    leaders = [leader for stage in STAGES if (leader := _leader(hits, stage))]
    return {
        "dense": dense,
        "dense_margin": dense_margin,
        "hint": hint,
        "hint_margin": hint_margin,
        "keyword": math.log1p(keyword),
        "keyword_share": keyword / max(1, len(asked)),
        "cover": cover(asked, texts),
        "cover_all": cover(asked, [together]),
        "cover_first": cover(asked, texts[:1]),
        "unknown": strange / max(1, len(content)),
        "agreement": max((leaders.count(name) for name in leaders), default=0) / len(STAGES),
        "words": math.log1p(len(asked)),
        **leanings,
    }
