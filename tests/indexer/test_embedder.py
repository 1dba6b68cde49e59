from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

import numpy as np
import pytest

from indexer.embedder import (
    OnnxEmbedder,
    SentenceTransformersEmbedder,
    load_embedder,
    model_name,
)
from indexer.errors import AppError, ModelMissing
from indexer.settings import IndexSettings


@pytest.fixture(scope="module")
def embedder(real_model: IndexSettings) -> OnnxEmbedder:
    return OnnxEmbedder(real_model.models_dir / "serving")


def test_vectors_have_length_one_and_keep_the_order_of_the_texts(embedder: OnnxEmbedder) -> None:
    texts = ["Hoe werkt bedrijfsspionage? " * 20, "spionage", "Een recept voor erwtensoep."]
    together = embedder.embed_passages(texts)
    assert together.shape == (3, 384)
    assert together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-4)
    for row, text in zip(together, texts, strict=True):
        alone = embedder.embed_passages([text])[0]
        assert float(row @ alone) > 0.99


def test_a_text_gets_the_same_vector_whatever_stands_beside_it(embedder: OnnxEmbedder) -> None:
    texts = ["Wie meldt?", "Een heel andere, veel langere tekst over exportcontrole van drones."]
    together = embedder.embed_passages(texts)
    apart = [embedder.embed_passages([text])[0] for text in texts]
    np.testing.assert_array_equal(together, np.stack(apart))


def test_questions_and_passages_get_their_own_prefix(embedder: OnnxEmbedder) -> None:
    question = embedder.embed_queries(["spionage melden"])[0]
    passage = embedder.embed_passages(["spionage melden"])[0]
    assert not np.allclose(question, passage, atol=1e-3)
    plain = embedder._embed(["query: spionage melden"])[0]
    np.testing.assert_allclose(question, plain, atol=1e-5)


def test_meaning_counts_across_languages(embedder: OnnxEmbedder) -> None:
    question = embedder.embed_queries(["How do I report espionage?"])[0]
    near, far = embedder.embed_passages(
        ["Spionage melden kan bij de AIVD.", "Week de spliterwten een nacht in water."]
    )
    assert float(question @ near) > float(question @ far) + 0.02


def test_no_texts_and_odd_texts_are_no_problem(embedder: OnnxEmbedder) -> None:
    assert len(embedder.embed_queries([])) == 0
    odd = embedder.embed_passages(["", " ", "🙂", "间谍", "a " * 3000, "\x00"])
    assert odd.shape == (6, 384)
    assert np.isfinite(odd).all()


@pytest.mark.parametrize("name", ["card.json", "tokenizer.json", "model.int8.onnx"])
def test_each_missing_file_is_named_with_the_way_out(tmp_path: Path, name: str) -> None:
    for other in ("card.json", "tokenizer.json", "model.int8.onnx"):
        if other != name:
            (tmp_path / other).touch()
    with pytest.raises(ModelMissing, match="make model") as caught:
        OnnxEmbedder(tmp_path)
    assert caught.value.path == tmp_path / name


@pytest.mark.parametrize("name", ["card.json", "tokenizer.json", "model.int8.onnx"])
def test_each_damaged_file_is_reported_with_the_way_out(
    real_model: IndexSettings, tmp_path: Path, name: str
) -> None:
    folder = real_model.models_dir / "serving"
    for path in folder.iterdir():
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / name).unlink()
    (tmp_path / name).write_bytes(b"\x00kapot")
    with pytest.raises(AppError, match="make model"):
        OnnxEmbedder(tmp_path)


def test_the_settings_name_the_model(index_settings: IndexSettings) -> None:
    bundled = index_settings.model_copy(update={"model": "bundled"})
    assert model_name(bundled) == "multilingual-e5-small"
    assert model_name(bundled.model_copy(update={"model": "/mijn/model"})) == "/mijn/model"
    with pytest.raises(ModelMissing):
        load_embedder(bundled)


def test_another_model_without_sentence_transformers_says_what_to_install(
    index_settings: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(AppError, match="`model` group"):
        load_embedder(index_settings.model_copy(update={"model": "/mijn/model"}))


def test_the_card_names_the_model(real_model: IndexSettings, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(real_model.models_dir / "serving", tmp_path / "serving"))
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    (folder / "card.json").write_text(json.dumps(card | {"name": "anders"}), encoding="utf-8")
    assert OnnxEmbedder(folder).name == "anders"


class FakeTransformer:
    """A sentence-transformers model that tells which of its methods and prompts was used."""

    prompts: ClassVar[dict[str, str]] = {}

    def __init__(self, name: str, device: str) -> None:
        assert (name, device) == ("/mijn/model", "cpu")
        self.used: list[tuple[str, str | None]] = []

    def encode(
        self,
        texts: list[str],
        *,
        prompt_name: str | None = None,
        normalize_embeddings: bool,
        show_progress_bar: bool,
    ) -> list[list[float]]:
        assert normalize_embeddings
        assert not show_progress_bar
        self.used.append(("encode", prompt_name))
        return [[1.0, 0.0]] * len(texts)

    def encode_query(self, texts: list[str], **options: Any) -> list[list[float]]:
        self.used.append(("encode_query", None))
        return self.encode(texts, **options)

    def encode_document(self, texts: list[str], **options: Any) -> list[list[float]]:
        self.used.append(("encode_document", None))
        return self.encode(texts, **options)


@pytest.mark.parametrize(
    ("prompts", "used"),
    [
        ({"query": "query: ", "passage": "passage: "}, ("encode", "passage")),
        ({"query": "q: ", "document": "d: ", "passage": "p: "}, ("encode_document", None)),
        ({}, ("encode_document", None)),
    ],
)
def test_another_model_embeds_with_its_own_prompts(
    index_settings: IndexSettings,
    monkeypatch: pytest.MonkeyPatch,
    prompts: dict[str, str],
    used: tuple[str, str | None],
) -> None:
    library = ModuleType("sentence_transformers")
    library.SentenceTransformer = FakeTransformer  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    monkeypatch.setattr(FakeTransformer, "prompts", prompts)
    embedder = load_embedder(index_settings.model_copy(update={"model": "/mijn/model"}))
    assert isinstance(embedder, SentenceTransformersEmbedder)
    assert embedder.name == "/mijn/model"
    for embed, first in ((embedder.embed_queries, ("encode_query", None)),
                         (embedder.embed_passages, used)):  # fmt: skip
        embedder._model.used.clear()
        vectors = embed(["een", "twee"])
        assert vectors.dtype == np.float32
        assert vectors.shape == (2, 2)
        assert embedder._model.used[0] == first
