from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.confidence import FILE, LEANINGS, SIGNALS, Confidence, cover, signals
from assistant.search import Search
from indexer.embedder import model_name
from indexer.errors import AppError
from indexer.index import Index
from indexer.settings import IndexSettings
from tests.fakes import DIMENSIONS, fixed_confidence

Measured = dict[str, float]
NONE = dict.fromkeys(LEANINGS, 0.0)


@pytest.fixture
def measure(small_index: Index) -> Callable[[str], Measured]:
    search = Search(small_index, candidates=30)

    def measured(question: str) -> Measured:
        return signals(
            question,
            "nl",
            search.find(question, "nl"),
            small_index.terms,
            small_index.terms_of,
            leanings={"topical": 0.5, "askable": -0.5},
        )

    return measured


def test_a_probability_is_the_logistic_of_the_weighted_signals() -> None:
    confidence = fixed_confidence({"cover": 2.0}, bias=-1.0, answerable=0.0)
    nothing = dict.fromkeys(SIGNALS, 0.0)
    assert confidence.of("on_topic", nothing) == pytest.approx(1 / (1 + np.e))
    assert confidence.of("on_topic", nothing | {"cover": 0.5}) == pytest.approx(0.5)
    assert confidence.of("answerable", nothing | {"cover": 0.5}) == pytest.approx(0.5)


def test_every_signal_is_measured(measure: Callable[[str], Measured]) -> None:
    found = measure("Hoe werkt bedrijfsspionage?")
    assert set(found) == set(SIGNALS)
    assert (found["topical"], found["askable"]) == (0.5, -0.5)
    assert found["agreement"] == 1.0  # every stage likes the same section best
    assert all(np.isfinite(value) for value in found.values())


def test_a_question_on_topic_scores_higher_on_every_signal_that_should(
    measure: Callable[[str], Measured],
) -> None:
    on_topic = measure("Moet ik een investeerder met 15 procent melden?")
    off_topic = measure("Wat is een goed recept voor erwtensoep?")
    for name in ("hint", "keyword", "cover", "cover_all", "cover_first"):
        assert on_topic[name] > off_topic[name]
    assert off_topic["unknown"] > on_topic["unknown"]
    assert off_topic["cover_all"] == 0


def test_no_hits_and_no_words_are_no_problem(small_index: Index) -> None:
    found = signals("?", "nl", (), small_index.terms, small_index.terms_of, leanings=NONE)
    assert set(found) == set(SIGNALS)
    assert found["dense"] == found["cover"] == found["agreement"] == 0.0


def test_cover_is_the_share_of_the_best_text() -> None:
    texts = [frozenset({"a", "b"}), frozenset({"a"})]
    assert cover(["a", "b", "c"], texts) == pytest.approx(2 / 3)
    assert cover([], texts) == 0.0
    assert cover(["a"], []) == 0.0


@pytest.mark.parametrize("name", LEANINGS)
def test_a_leaning_is_a_side_of_a_plane(tmp_path: Path, name: str) -> None:
    values = json.loads(FILE.read_text(encoding="utf-8"))
    level = {"weights": [0.0] * DIMENSIONS, "bias": 0.0}
    plane = {"weights": [1.0] + [0.0] * (DIMENSIONS - 1), "bias": -0.25}
    values["leanings"] = dict.fromkeys(LEANINGS, level) | {name: plane}
    path = tmp_path / "confidence.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    confidence = Confidence.load(values["embedding_model"], path)
    vector = np.zeros(DIMENSIONS, np.float32)
    vector[0] = 1.0
    assert confidence.leanings(vector) == pytest.approx(NONE | {name: 0.75})
    assert confidence.leanings(-vector) == pytest.approx(NONE | {name: -1.25})
    assert confidence.leanings(None) == NONE


def test_the_committed_models_are_those_of_the_bundled_embedder() -> None:
    name = model_name(IndexSettings(_env_file=None))
    confidence = Confidence.load(name)
    assert confidence.embedding_model == name


def test_a_model_fitted_for_another_embedder_is_refused() -> None:
    with pytest.raises(AppError, match=r"fitted for .* not for ander-model: run `make calibrate`"):
        Confidence.load("ander-model")


def test_a_model_of_other_signals_is_refused(tmp_path: Path) -> None:
    values = json.loads(FILE.read_text(encoding="utf-8"))
    path = tmp_path / "confidence.json"
    path.write_text(json.dumps(values | {"signals": ["dense"]}), encoding="utf-8")
    with pytest.raises(AppError, match="other signals"):
        Confidence.load(values["embedding_model"], path)
