from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.embedder import Vectors
from indexer.errors import IndexDamaged
from indexer.token_vectors import TokenVectors, quantise
from tests.fakes import DIMENSIONS, HashEmbedder

TEXTS = {
    "melden": "een investeerder met tien procent moet u melden",
    "boete": "de boete is hoog als u te laat meldt",
    "spion": "bel de dienst als een spion u benadert",
    "kort": "erwtensoep",
}


def tokens_of(text: str) -> Vectors:
    return HashEmbedder().read_queries([text]).tokens[0]


@pytest.fixture
def vectors() -> TokenVectors:
    return TokenVectors.of({name: quantise(tokens_of(text)) for name, text in TEXTS.items()})


def by_the_book(question: str, name: str) -> float:
    """MaxSim as the paper writes it, token by token, after the mean is taken away."""
    everything = {key: quantise(tokens_of(text)) * np.float32(0.004) for key, text in TEXTS.items()}
    centre = np.concatenate(list(everything.values())).mean(0)

    def unit(vector: Vectors) -> Vectors:
        moved = vector - centre
        return np.asarray(moved / np.linalg.norm(moved), np.float32)

    best = [max(float(unit(q) @ unit(t)) for t in everything[name]) for q in tokens_of(question)]
    return sum(best) / len(best)


@given(st.lists(st.sampled_from(" ".join(TEXTS.values()).split()), min_size=1, max_size=6))
def test_a_score_is_the_mean_of_the_best_cosines(asked: list[str]) -> None:
    question = " ".join(asked)
    vectors = TokenVectors.of({name: quantise(tokens_of(text)) for name, text in TEXTS.items()})
    scores = vectors.scores(tokens_of(question), list(TEXTS))
    expected = [by_the_book(question, name) for name in TEXTS]
    assert scores == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_nearest_to_itself(vectors: TokenVectors, name: str) -> None:
    scores = dict(zip(TEXTS, vectors.scores(tokens_of(TEXTS[name]), list(TEXTS)), strict=True))
    assert max(scores, key=lambda key: scores[key]) == name
    assert scores[name] == pytest.approx(1.0, abs=0.02)  # int8 costs a little


def test_only_the_texts_asked_for_are_scored_in_that_order(vectors: TokenVectors) -> None:
    asked = tokens_of("spion boete")
    every = dict(zip(TEXTS, vectors.scores(asked, list(TEXTS)), strict=True))
    chosen = ["kort", "boete"]
    assert vectors.scores(asked, chosen) == pytest.approx([every[name] for name in chosen])
    assert vectors.scores(asked, []) == []


def test_saved_vectors_score_the_same(vectors: TokenVectors, tmp_path: Path) -> None:
    vectors.save(tmp_path / "tokens")
    again = TokenVectors.load(tmp_path / "tokens")
    asked = tokens_of("een spion melden")
    assert again.scores(asked, list(TEXTS)) == pytest.approx(vectors.scores(asked, list(TEXTS)))
    assert "melden" in again
    assert "onbekend" not in again
    assert np.array_equal(again.rows_of("kort"), vectors.rows_of("kort"))


def test_no_texts_are_no_problem(tmp_path: Path) -> None:
    TokenVectors.of({}).save(tmp_path)
    assert TokenVectors.load(tmp_path).scores(tokens_of("wat"), []) == []


FILES = ("rows.npy", "centre.npy", "inverse.npy", "spans.json")


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[1]", b"\xff\xfe"])
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_reported(
    vectors: TokenVectors, tmp_path: Path, name: str, content: bytes | None
) -> None:
    folder = tmp_path / "build" / "tokens"
    vectors.save(folder)
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    with pytest.raises(IndexDamaged, match="token vectors") as caught:
        TokenVectors.load(folder)
    assert str(folder.parent) in str(caught.value)


def test_parts_that_do_not_agree_are_reported(vectors: TokenVectors, tmp_path: Path) -> None:
    vectors.save(tmp_path)
    spans = json.loads((tmp_path / "spans.json").read_text(encoding="utf-8"))
    del spans["kort"]
    (tmp_path / "spans.json").write_text(json.dumps(spans), encoding="utf-8")
    with pytest.raises(IndexDamaged, match="do not agree"):
        TokenVectors.load(tmp_path)


def test_rows_take_a_byte_a_dimension() -> None:
    rows = quantise(tokens_of("een spion"))
    assert rows.nbytes == 2 * DIMENSIONS
