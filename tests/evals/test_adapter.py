"""The adapter learns what it is told to, and turns questions only."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.adapter import AdaptedEmbedder, Pairs, hint_pairs, info_nce, train_adapter
from indexer.index import Index
from tests.fakes import DIMENSIONS, HashEmbedder


def _pairs(seed: int, count: int = 12, size: int = 6) -> Pairs:
    chance = np.random.default_rng(seed)
    hints, passages = chance.normal(size=(2, count, size))
    hints /= np.linalg.norm(hints, axis=1, keepdims=True)
    passages /= np.linalg.norm(passages, axis=1, keepdims=True)
    return Pairs(hints=hints, passages=passages, leads_to=np.arange(count))


@given(st.integers(0, 999))
def test_the_gradient_is_the_slope_of_the_loss(seed: int) -> None:
    pairs = _pairs(seed)
    chance = np.random.default_rng(seed + 1)
    adapter: Any = np.eye(6) + 0.1 * chance.normal(size=(6, 6))
    way = chance.normal(size=(6, 6))
    step = 1e-5
    ahead, behind = (info_nce(adapter + sign * step * way, pairs)[0] for sign in (1, -1))
    slope = float((info_nce(adapter, pairs)[1] * way).sum())
    assert (ahead - behind) / (2 * step) == pytest.approx(slope, rel=1e-3, abs=1e-3)


def test_an_adapter_learns_a_turn() -> None:
    pairs = _pairs(1, count=40, size=16)
    turn, _ = np.linalg.qr(np.random.default_rng(2).normal(size=(16, 16)))
    turned = Pairs(
        hints=(pairs.passages @ turn).astype(np.float32),
        passages=pairs.passages.astype(np.float32),
        leads_to=pairs.leads_to,
    )
    adapter = train_adapter([turned], steps=300, rate=0.02, pull=0.0)
    before, after = (
        ((turned.hints @ matrix.T) @ turned.passages.T).argmax(axis=1)
        for matrix in (np.eye(16), adapter)
    )
    assert (before == pairs.leads_to).mean() < 0.5
    assert (after == pairs.leads_to).mean() > 0.9


def test_a_strong_pull_keeps_an_adapter_near_the_identity() -> None:
    loose, tight = (
        float(np.linalg.norm(train_adapter([_pairs(3)], pull=pull) - np.eye(6)))
        for pull in (0.0, 100.0)
    )
    assert tight < loose / 3


def test_an_adapter_turns_question_vectors_and_nothing_else() -> None:
    plain = HashEmbedder()
    swap = np.eye(DIMENSIONS, dtype=np.float32)[::-1] * 3  # the turned vectors keep length one
    adapted = AdaptedEmbedder(plain, swap)
    own, other = plain.embed_queries(["een vraag"]), adapted.embed_queries(["een vraag"])
    assert np.allclose(other, own[:, ::-1], atol=1e-6)
    assert np.array_equal(plain.embed_passages(["tekst"]), adapted.embed_passages(["tekst"]))
    assert adapted.name == plain.name


def test_an_adapter_is_learnt_from_hints_towards_their_own_passages(small_index: Index) -> None:
    groups = hint_pairs(small_index)
    assert sum(len(pairs.hints) for pairs in groups) == sum(
        len(passage.hints) for passage in small_index.passages
    )
    before, after = (
        sum(info_nce(adapter, pairs)[0] for pairs in groups)
        for adapter in (np.eye(DIMENSIONS, dtype=np.float32), train_adapter(groups))
    )
    assert after < before
