"""Questions about one thing lie together, others apart; measured with the real model."""

from __future__ import annotations

import os
from itertools import combinations

import numpy as np
import pytest

from assistant.desk.gap_clusters import (
    EMPTY,
    TAKEN_AWAY,
    clusters,
    empty_questions,
    most_central,
    without_form,
)
from assistant.language import detect_language
from evals.cases import load_cases
from indexer.embedder import Embedder, load_embedder
from indexer.prepare_model import is_prepared
from indexer.settings import IndexSettings
from tests.assistant.desk.gap_questions import ALIKE, UNSEEN


def test_near_vectors_are_together_and_far_ones_apart() -> None:
    vectors = np.array([[1, 0], [0, 1], [0.99, 0.1], [0.02, 1]], np.float32)
    assert clusters(vectors) == ((0, 2), (1, 3))


def test_a_chain_does_not_make_one_group() -> None:
    angles = np.radians([0, 40, 80, 120, 160])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    assert len(clusters(vectors)) > 1


@pytest.mark.parametrize("count", [0, 1])
def test_few_vectors(count: int) -> None:
    assert clusters(np.ones((count, 3), np.float32)) == ((0,),) * count


def test_the_same_vector_is_always_together() -> None:
    assert clusters(np.ones((3, 4), np.float32)) == ((0, 1, 2),)


def test_the_middle_one_comes_first() -> None:
    angles = np.radians([0, 20, 42])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    assert most_central(vectors, (0, 1, 2))[0] == 1


def test_the_form_of_the_right_language_is_taken_away() -> None:
    count = len(EMPTY["nl"])
    empty = np.array([[1, 0, 0]] * count + [[0, 1, 0]] * len(EMPTY["en"]), np.float32)
    asked = np.array([[TAKEN_AWAY, 0, 0.7], [0, TAKEN_AWAY, 0.7]], np.float32)
    left = without_form(asked, ["nl", "en"], empty)
    assert np.allclose(left[0], left[1], atol=1e-6)
    assert np.allclose(np.linalg.norm(left, axis=1), 1, atol=1e-6)


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    """The model that the server uses."""
    settings = IndexSettings(_env_file=None)
    if not is_prepared(settings):
        if os.environ.get("CI") == "true":
            pytest.fail("the embedding model is not prepared (make model)")
        pytest.skip("the embedding model is not prepared (make model)")
    return load_embedder(settings)


@pytest.mark.parametrize(
    ("alike", "precision", "recall"), [(ALIKE, 0.75, 0.55), (UNSEEN, 0.75, 0.5)]
)
def test_the_threshold_holds_for_the_real_model(
    embedder: Embedder, alike: tuple[tuple[str, ...], ...], precision: float, recall: float
) -> None:
    """The figures that the module names, a little lower: another machine rounds otherwise."""
    groups = {text: number for number, group in enumerate(alike) for text in group}
    cases = (case for case in load_cases() if case.topic and not case.history and not case.origins)
    texts = list(dict.fromkeys((*groups, *(case.question for case in cases))))
    vectors = without_form(
        embedder.embed_queries(texts),
        ["en" if detect_language(text) == "en" else "nl" for text in texts],
        embedder.embed_queries(empty_questions()),
    )
    pairs = (pair for group in clusters(vectors) for pair in combinations(group, 2))
    named = [(groups.get(texts[one]), groups.get(texts[two])) for one, two in pairs]
    touching = [pair for pair in named if pair != (None, None)]
    right = sum(one == two for one, two in touching)
    wanted = sum(len(group) * (len(group) - 1) // 2 for group in alike)
    assert right / len(touching) > precision
    assert right / wanted > recall
