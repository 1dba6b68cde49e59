"""Fit the confidence models on `evals/calibration/`: `make calibrate` (needs the `model` group).

First two linear models over question vectors: the question hints of the corpus and the answerable
calibration questions, against those off topic, and against those on topic that no source answers.
Their held-out opinions are then signals of two small logistic models. Whether a question can be
answered is weighed by three signals only: with all of them, 440 questions were too few. The golden
questions are never used here. Printed
beside the fit: the cross-validated AUC, and what the lines in the settings would do.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from rich.console import Console
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from assistant.confidence import FILE, LEANINGS, SIGNALS, signals
from assistant.language import detect_language
from assistant.search import Search
from assistant.settings import AssistantSettings
from indexer.embedder import load_embedder
from indexer.index import Index, open_index
from indexer.offline import stay_offline
from indexer.passages import Passage
from indexer.settings import IndexSettings

QUESTIONS = Path(__file__).parent / "calibration" / "questions.yaml"
_FOLDS = 10
_ORIGINAL = ("dense", "dense_margin", "cover_first", "cover", "unknown")
_STRENGTH = {"topical": 10.0, "askable": 1.0}  # C of scikit-learn: small holds back
_ANSWERABLE = ("askable", "hint", "cover_first")
_SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A calibration question, embedded and searched."""

    question: str
    language: Any
    kind: str
    vector: Any
    hits: Any


def _ask(index: Index, *, hints: bool = True) -> list[Asked]:
    """Embed and search every calibration question in a language that we speak."""
    search = Search(index, candidates=AssistantSettings().candidates, hints=hints)
    asked: list[Asked] = []
    for entry in yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))["questions"]:
        text, language = entry["question"], entry["language"]
        if detect_language(text) == "other":
            continue  # ends before the search
        vector = search.embed(text)
        hits = search.find(text, language, vector=vector)
        asked.append(
            Asked(question=text, language=language, kind=entry["kind"], vector=vector, hits=hits)
        )
    return asked


def _hint_vectors(index: Index) -> Any:
    return index.embedder.embed_queries([hint for p in index.passages for hint in p.hints])


def _plane(vectors: Any, good: Any, hints: Any, strength: float) -> tuple[LogisticRegression, Any]:
    """Fit the linear model; also return what held-out folds thought of every question."""

    def fit(rows: Any) -> LogisticRegression:
        table = np.vstack([vectors[rows], hints])
        truth = np.concatenate([good[rows], np.ones(len(hints), bool)])
        model = LogisticRegression(C=strength, class_weight="balanced", max_iter=3000)
        return model.fit(table, truth)

    held_out = np.zeros(len(vectors))
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    for train, rest in folds.split(vectors, good):
        held_out[rest] = fit(train).decision_function(vectors[rest])
    return fit(np.arange(len(vectors))), held_out


def _fit(table: Any, truth: Any, used: Sequence[str] = SIGNALS) -> tuple[dict[str, Any], Any]:
    """Fit a logistic model on some of the signals; the others get weight 0."""
    every, columns = table, [SIGNALS.index(name) for name in used]
    table = every[:, columns]
    pipeline = make_pipeline(StandardScaler(), LogisticRegression(C=0.5, class_weight="balanced"))
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    held_out = cross_val_predict(pipeline, table, truth, cv=folds, method="predict_proba")[:, 1]
    pipeline.fit(table, truth)
    scaler, model = pipeline[0], pipeline[1]
    mean, scale, weights = np.zeros(len(SIGNALS)), np.ones(len(SIGNALS)), np.zeros(len(SIGNALS))
    mean[columns], scale[columns], weights[columns] = scaler.mean_, scaler.scale_, model.coef_[0]
    values = {
        "mean": _rounded(mean),
        "scale": _rounded(scale),
        "weights": _rounded(weights),
        "bias": round(float(model.intercept_[0]), 6),
    }
    return values, held_out


def _bare_signals(index: Index) -> Any:
    """Return the signals of every calibration question as if no section had question hints.

    So the digests stand in for originals, of which none may be there when we calibrate.
    """

    def terms_of(passage: Passage) -> frozenset[str]:
        return frozenset(index.terms.of_text(passage.embedded_text, passage.language))

    leanings = dict.fromkeys(LEANINGS, 0.0)
    rows = (
        signals(a.question, a.language, a.hits, index.terms, terms_of, leanings=leanings)
        for a in _ask(index, hints=False)
    )
    return np.array([[row[signal] for signal in SIGNALS] for row in rows])


def _rounded(values: Any, digits: int = 6) -> list[float]:
    return [round(float(value), digits) for value in values]


def main() -> None:
    """Fit, write `assistant/confidence.json`, and print how well it does on held-out folds."""
    stay_offline()
    settings = IndexSettings()
    with open_index(settings.index_dir, load_embedder(settings)) as index:
        asked = _ask(index)
        kind = np.array([a.kind for a in asked])
        vectors = np.vstack([a.vector for a in asked])
        hints, on = _hint_vectors(index), kind != "off_topic"
        topic, topical = _plane(vectors, on, hints, _STRENGTH["topical"])
        able, askable = _plane(vectors[on], kind[on] == "answerable", hints, _STRENGTH["askable"])
        leans = {"topical": topical, "askable": able.decision_function(vectors)}
        leans["askable"][on] = askable
        rows = [
            signals(
                a.question,
                a.language,
                a.hits,
                index.terms,
                index.terms_of,
                leanings={name: float(values[row]) for name, values in leans.items()},
            )
            for row, a in enumerate(asked)
        ]
        name = index.embedder.name
        bare = _bare_signals(index)
    table = np.array([[row[signal] for signal in SIGNALS] for row in rows])
    on_topic, held_topic = _fit(table, kind != "off_topic")
    known = kind[kind != "off_topic"]
    answerable, held_answer = _fit(table[kind != "off_topic"], known == "answerable", _ANSWERABLE)
    original, held_original = _fit(bare, kind != "off_topic", _ORIGINAL)
    values = {
        "embedding_model": name,
        "signals": SIGNALS,
        "leanings": {
            name: {
                "weights": _rounded(plane.coef_[0], 4),
                "bias": round(float(plane.intercept_[0]), 4),
            }
            for name, plane in (("topical", topic), ("askable", able))
        },
        "on_topic": on_topic,
        "answerable": answerable,
        "original": original,
    }
    say = Console().print
    FILE.write_text(json.dumps(values) + "\n", encoding="utf-8")
    say(f"{len(asked)} questions, {np.sum(kind == 'off_topic')} off topic")
    say(f"vector alone AUC {roc_auc_score(kind != 'off_topic', topical):.3f}")
    say(f"on topic:    AUC {roc_auc_score(kind != 'off_topic', held_topic):.3f}")
    say(f"answerable:  AUC {roc_auc_score(known == 'answerable', held_answer):.3f}")
    say(
        f"original:    AUC {roc_auc_score(kind != 'off_topic', held_original):.3f}; at 0.9 "
        f"{np.mean(held_original[kind == 'answerable'] >= 0.9):.3f} of the answerable kept, "
        f"{np.mean(held_original[kind == 'off_topic'] < 0.9):.3f} of the off topic rejected"
    )
    say("line   on topic kept   off topic rejected | answerable kept   unanswerable rejected")
    for line in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6):
        say(
            f"{line:.1f}    {np.mean(held_topic[kind == 'answerable'] >= line):13.3f}   "
            f"{np.mean(held_topic[kind == 'off_topic'] < line):18.3f} | "
            f"{np.mean(held_answer[known == 'answerable'] >= line):15.3f}   "
            f"{np.mean(held_answer[known == 'unanswerable'] < line):21.3f}"
        )


if __name__ == "__main__":
    main()
