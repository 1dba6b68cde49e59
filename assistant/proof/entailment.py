"""Does a quote entail a sentence that a language model wrote? A second opinion, when there is one.

An operator may have a model for natural language inference (NLI): a sentence-transformers
`CrossEncoder` that reads two texts and tells whether the second follows from the first. Nothing is
ever fetched: the model is a folder, or a name that stands in the cache of this machine.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from indexer.errors import AppError

_ENTAILMENT = "entailment"
_LINE = 0.5
_TOO_LONG = "too long for the entailment model"
_WAY_OUT = (
    "zet LOKET_ENTAILMENT_MODEL op de map van een NLI-model dat op deze machine staat "
    "(er wordt niets opgehaald), of laat hem leeg."
)


class EntailmentUnusable(AppError):
    """The model that should check what a language model wrote cannot be used; see the settings."""

    def __init__(self, model: str, way_out: str) -> None:
        """Name the model and what to do."""
        self.model = model
        super().__init__(f"Het controlemodel {model!r} kan niet worden gebruikt: {way_out}")


class Entailment:
    """Asks an NLI model whether a sentence follows from a quote; fit for many threads."""

    def __init__(self, model: Any, label: int, line: float) -> None:
        """Take a CrossEncoder, which of its scores is entailment, and the least probability."""
        self._model = model
        self._label = label
        self._line = line
        self._lock = threading.Lock()

    def doubt(self, sentence: str, quote: str) -> str:
        """Return why the quote does not entail the sentence; empty when it does."""
        # One at a time: a fast tokenizer that two threads use at once raises "Already borrowed".
        with self._lock:
            if self._too_long(sentence, quote):
                return _TOO_LONG
            probability = self._probability(sentence, quote)
        if probability >= self._line:  # a NaN is never enough
            return ""
        return f"the quote does not entail it: {probability:.2f}, at least {self._line:.2f} needed"

    def _too_long(self, sentence: str, quote: str) -> bool:
        """True when the model would read only part: an invented ending could fall off."""
        most = self._model.max_seq_length
        tokens = self._model.tokenizer(quote, sentence)["input_ids"]
        return most is not None and len(tokens) > most

    def _probability(self, sentence: str, quote: str) -> float:
        scores = self._model.predict(
            [(quote, sentence)],
            activation_fn=_as_they_are,  # a model may bring its own, and softmax wants logits
            apply_softmax=True,
            show_progress_bar=False,
        )
        return float(scores[0][self._label])


def load_entailment(name_or_directory: str, *, line: float = _LINE) -> Entailment:
    """Load an NLI model of this machine, by folder or by name.

    Args:
        name_or_directory: a folder, or a name in the local cache of Hugging Face.
        line: the least probability of entailment (0..1) with which a sentence may be shown.

    Raises:
        EntailmentUnusable: sentence-transformers or the model is not there, the model cannot be
            read, or it does not tell entailment.
    """
    try:
        from sentence_transformers import CrossEncoder
    except ImportError as error:
        way_out = 'installeer het pakket: pip install "loketwijzer[model]".'
        raise EntailmentUnusable(name_or_directory, way_out) from error
    try:
        model: Any = CrossEncoder(
            name_or_directory,
            device="cpu",
            local_files_only=True,
            # Many are kept in float16, which a processor reckons slowly.
            model_kwargs={"dtype": "float32"},
        )
    except OSError as error:
        way_out = f"het staat niet (heel) op deze machine; {_WAY_OUT}"
        raise EntailmentUnusable(name_or_directory, way_out) from error
    except Exception as error:  # torch, tokenizers and safetensors each raise their own kinds
        way_out = f"het is beschadigd of van een andere soort; {_WAY_OUT}"
        raise EntailmentUnusable(name_or_directory, way_out) from error
    labels: Mapping[int, str] = getattr(model.config, "id2label", None) or {}
    found = [number for number, name in labels.items() if name.strip().casefold() == _ENTAILMENT]
    # A single score is no choice between labels: softmax would always say 1.
    if len(found) != 1 or not 1 < len(labels) == model.num_labels:
        known = ", ".join(labels.values()) or "geen"
        way_out = f"het kent geen label 'entailment' naast een ander (wel: {known}); {_WAY_OUT}"
        raise EntailmentUnusable(name_or_directory, way_out)
    return Entailment(model, found[0], line)


def _as_they_are(scores: Any) -> Any:
    return scores
