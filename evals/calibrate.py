"""Fit the confidence models on `evals/calibration/`: `make calibrate` (needs the `model` group).

First a linear model over question vectors that tells on from off topic: the question hints of the
corpus and the calibration questions, against the off-topic ones. Its held-out opinion is then one
of the signals of two small logistic models. The golden questions are never used here. Printed
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

from assistant.confidence import FILE, SIGNALS, signals
from assistant.language import detect_language
from assistant.search import Search
from assistant.settings import AssistantSettings
from indexer.embedder import load_embedder
from indexer.index import Index, open_index
from indexer.offline import stay_offline
from indexer.settings import IndexSettings

QUESTIONS = Path(__file__).parent / "calibration" / "questions.yaml"
_FOLDS = 10
_SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A calibration question, embedded and searched."""

    question: str
    language: Any
    kind: str
    vector: Any
    hits: Any


def _ask(index: Index) -> list[Asked]:
    """Embed and search every calibration question in a language that we speak."""
    search = Search(index, candidates=AssistantSettings().candidates)
    asked: list[Asked] = []
    for entry in yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))["questions"]:
        text, language = entry["question"], entry["language"]
        if detect_language(text) == "other":
            continue  # ends before the search
        reading = search.read(text)
        hits = search.find(text, language, reading=reading)
        vector = reading.vectors[0]
        asked.append(
            Asked(question=text, language=language, kind=entry["kind"], vector=vector, hits=hits)
        )
    return asked


def _hint_vectors(index: Index) -> Any:
    return index.embedder.embed_queries([hint for p in index.passages for hint in p.hints])


def _topic_model(vectors: Any, on_topic: Any, hints: Any) -> tuple[LogisticRegression, Any]:
    """Fit the linear model; also return what held-out folds thought of every question."""

    def fit(rows: Any) -> LogisticRegression:
        table = np.vstack([vectors[rows], hints])
        truth = np.concatenate([on_topic[rows], np.ones(len(hints), bool)])
        return LogisticRegression(C=10.0, class_weight="balanced", max_iter=2000).fit(table, truth)

    held_out = np.zeros(len(vectors))
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    for train, rest in folds.split(vectors, on_topic):
        held_out[rest] = fit(train).decision_function(vectors[rest])
    return fit(np.arange(len(vectors))), held_out


def _fit(table: Any, truth: Any) -> tuple[dict[str, Any], Any]:
    pipeline = make_pipeline(StandardScaler(), LogisticRegression(C=0.5, class_weight="balanced"))
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    held_out = cross_val_predict(pipeline, table, truth, cv=folds, method="predict_proba")[:, 1]
    pipeline.fit(table, truth)
    scaler, model = pipeline[0], pipeline[1]
    values = {
        "mean": _rounded(scaler.mean_),
        "scale": _rounded(scaler.scale_),
        "weights": _rounded(model.coef_[0]),
        "bias": round(float(model.intercept_[0]), 6),
    }
    return values, held_out


def _rounded(values: Sequence[float], digits: int = 6) -> list[float]:
    return [round(float(value), digits) for value in values]


def main() -> None:
    """Fit, write `assistant/confidence.json`, and print how well it does on held-out folds."""
    stay_offline()
    settings = IndexSettings()
    with open_index(settings.index_dir, load_embedder(settings)) as index:
        asked = _ask(index)
        kind = np.array([a.kind for a in asked])
        vectors = np.vstack([a.vector for a in asked])
        topic, topical = _topic_model(vectors, kind != "off_topic", _hint_vectors(index))
        rows = [
            signals(
                a.question, a.language, a.hits, index.terms, index.terms_of, topical=float(value)
            )
            for a, value in zip(asked, topical, strict=True)
        ]
        name = index.embedder.name
    table = np.array([[row[signal] for signal in SIGNALS] for row in rows])
    on_topic, held_topic = _fit(table, kind != "off_topic")
    known = kind[kind != "off_topic"]
    answerable, held_answer = _fit(table[kind != "off_topic"], known == "answerable")
    values = {
        "embedding_model": name,
        "signals": SIGNALS,
        "topic": {
            "weights": _rounded(topic.coef_[0], 4),
            "bias": round(float(topic.intercept_[0]), 4),
        },
        "on_topic": on_topic,
        "answerable": answerable,
    }
    say = Console().print
    FILE.write_text(json.dumps(values) + "\n", encoding="utf-8")
    say(f"{len(asked)} questions, {np.sum(kind == 'off_topic')} off topic")
    say(f"vector alone AUC {roc_auc_score(kind != 'off_topic', topical):.3f}")
    say(f"on topic:    AUC {roc_auc_score(kind != 'off_topic', held_topic):.3f}")
    say(f"answerable:  AUC {roc_auc_score(known == 'answerable', held_answer):.3f}")
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
