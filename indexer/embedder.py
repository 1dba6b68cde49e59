"""Text to vectors: the bundled model through ONNX Runtime, any other through sentence-transformers.

Vectors are float32, one row a text, of length one. Questions and passages are embedded with the
prefixes the model was trained with (`query: `, `passage: ` for the E5 family).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from indexer.bundled_model import NAME, PROMPTS
from indexer.errors import AppError, ModelMissing
from indexer.serving_model import CARD_FILE, MODEL_FILE, TOKENIZER_FILE
from indexer.settings import BUNDLED, IndexSettings

Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into vectors of one length; `name` tells which model did it."""

    @property
    def name(self) -> str:
        """The model's name, as the index remembers it."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions; returns shape (len(texts), dimensions)."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Embed passages; returns shape (len(texts), dimensions)."""


class OnnxEmbedder:
    """The serving model made at set-up: int8 ONNX, no torch."""

    def __init__(self, folder: Path, *, threads: int = 2) -> None:
        """Load the model.

        Raises:
            ModelMissing: the folder or a file in it is not there.
            AppError: a file in it cannot be read.
        """
        for name in (CARD_FILE, TOKENIZER_FILE, MODEL_FILE):
            if not (folder / name).is_file():
                raise ModelMissing(folder / name)
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Spinning threads win a millisecond and cost a core between questions.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            card = json.loads((folder / CARD_FILE).read_text(encoding="utf-8"))
            self._name = str(card["name"])
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
            self._session = onnxruntime.InferenceSession(
                str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # both libraries raise their Rust and C++ cores' own kinds
            raise AppError(
                f"The embedding model in {folder} cannot be read: delete that folder and run "
                "`make model`."
            ) from error

    @property
    def name(self) -> str:
        """The model's name."""
        return self._name

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions."""
        return self._embed([PROMPTS["query"] + text for text in texts])

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Embed passages."""
        return self._embed([PROMPTS["passage"] + text for text in texts])

    def _embed(self, texts: list[str]) -> Vectors:
        """Embed each text by itself.

        The int8 model scales its activations by all that it is given at once, so a text's vector
        would depend on the texts beside it (cosine down to .987 was seen): an index brought up to
        date step by step would differ from one built whole, and a hint from the same question.
        """
        vectors = [self._run(encoding.ids) for encoding in self._tokenizer.encode_batch(texts)]
        return np.stack(vectors) if vectors else np.empty((0, 0), np.float32)

    def _run(self, tokens: list[int]) -> Vectors:
        ids = np.asarray([tokens], np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        return np.asarray(self._session.run(None, given)[0][0], np.float32)


class SentenceTransformersEmbedder:
    """Any sentence-transformers model, by name or folder; needs the `model` group."""

    def __init__(self, name: str) -> None:
        """Load the model.

        Raises:
            AppError: sentence-transformers is not installed, or it cannot load the model.
        """
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise AppError(
                f"The model {name} needs sentence-transformers: install the `model` group "
                "with `make install`."
            ) from error
        try:
            self._model: Any = SentenceTransformer(name, device="cpu")
        except (OSError, ValueError) as error:
            raise AppError(
                f"The embedding model {name} cannot be loaded; LOKET_MODEL takes `bundled` or the "
                "name or folder of a sentence-transformers model."
            ) from error
        self._name = name

    @property
    def name(self) -> str:
        """The model's name."""
        return self._name

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions, with the model's own query prompt."""
        return self._encode(self._model.encode_query, texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Embed passages, with the model's own prompt for documents or passages."""
        prompts = self._model.prompts
        if "passage" in prompts and not prompts.get("document"):
            return self._encode(self._model.encode, texts, prompt_name="passage")
        return self._encode(self._model.encode_document, texts)

    @staticmethod
    def _encode(encode: Any, texts: Sequence[str], **options: str) -> Vectors:
        vectors = encode(list(texts), normalize_embeddings=True, show_progress_bar=False, **options)
        return np.asarray(vectors, np.float32)


def model_name(settings: IndexSettings) -> str:
    """Return the name under which an index made with these settings remembers its model."""
    return NAME if settings.model == BUNDLED else settings.model


def load_embedder(settings: IndexSettings) -> Embedder:
    """Load the model that the settings name.

    Raises:
        ModelMissing: the bundled model has not been prepared.
        AppError: another model cannot be loaded.
    """
    if settings.model == BUNDLED:
        return OnnxEmbedder(settings.models_dir / "serving")
    return SentenceTransformersEmbedder(settings.model)
