"""Text to vectors: the bundled model through ONNX Runtime, any other through sentence-transformers.

Vectors are float32, one row a text or token, of length one. Questions and passages are embedded
with the prefixes the model was trained with (`query: `, `passage: ` for the E5 family).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from indexer.bundled_model import NAME, PROMPTS
from indexer.errors import AppError, ModelMissing
from indexer.serving_model import CARD_FILE, MODEL_FILE, TOKENIZER_FILE, is_current
from indexer.settings import BUNDLED, IndexSettings

Vectors = npt.NDArray[np.float32]

_BATCH_TOKENS = 4096  # bounds memory while a build embeds long passages together


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the model made of some texts: a vector for each, and one for each of its tokens."""

    vectors: Vectors
    """Shape: texts, dimensions."""
    tokens: tuple[Vectors, ...]
    """For each text: shape tokens, dimensions."""


class Embedder(Protocol):
    """Turns texts into vectors of one length; `name` tells which model did it."""

    @property
    def name(self) -> str:
        """The model's name, as the index remembers it."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions; returns shape (len(texts), dimensions)."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Embed passages; returns shape (len(texts), dimensions)."""

    def read_queries(self, texts: Sequence[str]) -> Reading:
        """Embed questions, and each of their tokens."""

    def read_passages(self, texts: Sequence[str]) -> Reading:
        """Embed passages, and each of their tokens."""


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
        if not is_current(folder):
            raise ModelMissing(folder / MODEL_FILE)
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
        return self.read_queries(texts).vectors

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Embed passages."""
        return self.read_passages(texts).vectors

    def read_queries(self, texts: Sequence[str]) -> Reading:
        """Embed questions, and each of their tokens."""
        return self._read([PROMPTS["query"] + text for text in texts])

    def read_passages(self, texts: Sequence[str]) -> Reading:
        """Embed passages, and each of their tokens."""
        return self._read([PROMPTS["passage"] + text for text in texts])

    def _read(self, texts: list[str]) -> Reading:
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda row: len(tokens[row]))
        result: Vectors | None = None
        read: dict[int, Vectors] = {}
        start = 0
        while start < len(order):
            stop = start + 1
            while (
                stop < len(order) and (stop - start + 1) * len(tokens[order[stop]]) <= _BATCH_TOKENS
            ):
                stop += 1
            rows = order[start:stop]
            vectors, hidden = self._run([tokens[row] for row in rows])
            if result is None:
                result = np.empty((len(texts), vectors.shape[1]), np.float32)
            result[rows] = vectors
            # A copy, since a slice would keep the whole batch in memory.
            read |= {row: hidden[n, : len(tokens[row])].copy() for n, row in enumerate(rows)}
            start = stop
        return Reading(
            vectors=result if result is not None else np.empty((0, 0), np.float32),
            tokens=tuple(read[row] for row in range(len(texts))),
        )

    def _run(self, tokens: list[list[int]]) -> tuple[Vectors, Vectors]:
        width = max(len(row) for row in tokens)
        ids = np.ones((len(tokens), width), np.int64)  # 1 is the padding id
        mask = np.zeros((len(tokens), width), np.int64)
        for number, row in enumerate(tokens):
            ids[number, : len(row)] = row
            mask[number, : len(row)] = 1
        vectors, hidden = self._session.run(None, {"input_ids": ids, "attention_mask": mask})
        return np.asarray(vectors, np.float32), np.asarray(hidden, np.float32)


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

    def read_queries(self, texts: Sequence[str]) -> Reading:
        """Embed questions, and each of their tokens."""
        tokens = self._model.encode_query(
            list(texts), output_value="token_embeddings", show_progress_bar=False
        )
        return Reading(vectors=self.embed_queries(texts), tokens=_unit(tokens))

    def read_passages(self, texts: Sequence[str]) -> Reading:
        """Embed passages, and each of their tokens."""
        options = {"output_value": "token_embeddings", "show_progress_bar": False}
        prompts = self._model.prompts
        if "passage" in prompts and not prompts.get("document"):
            tokens = self._model.encode(list(texts), prompt_name="passage", **options)
        else:
            tokens = self._model.encode_document(list(texts), **options)
        return Reading(vectors=self.embed_passages(texts), tokens=_unit(tokens))

    @staticmethod
    def _encode(encode: Any, texts: Sequence[str], **options: str) -> Vectors:
        vectors = encode(list(texts), normalize_embeddings=True, show_progress_bar=False, **options)
        return np.asarray(vectors, np.float32)


def _unit(tokens: Sequence[Any]) -> tuple[Vectors, ...]:
    """Scale each token's vector to length one."""
    rows = [np.asarray(token, np.float32) for token in tokens]
    return tuple(r / np.maximum(np.linalg.norm(r, axis=1, keepdims=True), 1e-9) for r in rows)


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
