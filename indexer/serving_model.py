"""Set-up, second half: the sentence-transformers folder becomes one small int8 ONNX file.

Serving then needs neither torch nor transformers. The word table keeps only the pieces in Latin
script, so the tokenizer loads faster and the file halves. Exported with torch and quantised with
ONNX Runtime, because `sentence-transformers[onnx]` pulls optimum, which holds transformers below 5
(huggingface/optimum issue 2362). Needs the `model` group.
"""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path
from typing import Any

from indexer.bundled_model import Bundled, tokenizer_json

MODEL_FILE = "model.int8.onnx"
TOKENIZER_FILE = "tokenizer.json"
CARD_FILE = "card.json"


def is_latin(piece: str) -> bool:
    """True for a piece that Dutch or English text can hold: no letter of another script.

    The Greek mu counts: the tokenizer's NFKC makes it of the micro sign in "µm".
    """
    return all(
        not character.isalpha()
        or unicodedata.name(character, "").startswith(("LATIN", "MICRO", "GREEK SMALL LETTER MU"))
        for character in piece
    )


def latin_rows(pieces: tuple[tuple[str, float], ...]) -> list[int]:
    """Return the ids to keep, in order; the four special pieces always stay."""
    return [number for number, (text, _) in enumerate(pieces) if number < 4 or is_latin(text)]


def _sentence_module(folder: Path, rows: list[int]) -> Any:
    """Wrap the encoder with mean pooling and normalisation, its word table cut to `rows`."""
    import torch
    from transformers import BertModel
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # ours says what it does

    class SentenceModule(torch.nn.Module):  # type: ignore[misc]  # torch is untyped to mypy here
        def __init__(self) -> None:
            super().__init__()
            self.encoder = BertModel.from_pretrained(
                str(folder), add_pooling_layer=False, attn_implementation="eager"
            ).eval()
            table = self.encoder.embeddings.word_embeddings
            self.encoder.embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(
                table.weight[torch.tensor(rows)].detach().clone()
            )

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            hidden = self.encoder(
                input_ids=input_ids, attention_mask=attention_mask
            ).last_hidden_state
            mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
            mean = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=-1)

    return SentenceModule().eval()


def _export(folder: Path, rows: list[int], target: Path) -> None:
    import torch

    module = _sentence_module(folder, rows)
    ids = torch.tensor([[0, 10, 20, 2], [0, 11, 2, 1]])
    mask = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])
    shape = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=512)}
    torch.onnx.export(
        module,
        (ids, mask),
        str(target),
        input_names=["input_ids", "attention_mask"],
        output_names=["sentence_embedding"],
        dynamic_shapes={"input_ids": shape, "attention_mask": shape},
        opset_version=18,
        dynamo=True,
        external_data=False,
        verbose=False,
    )


def write_serving_model(bundled: Bundled, folder: Path, target: Path, *, name: str) -> None:
    """Make the serving folder `target` from the sentence-transformers folder.

    It holds the int8 ONNX model, the tokenizer for the kept pieces and a card with name, sizes and
    the digest of what it was made from. A folder that is there is replaced whole.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    rows = latin_rows(bundled.pieces)
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    exported = fresh / "exported.onnx"
    _export(folder, rows, exported)
    quantize_dynamic(exported, fresh / MODEL_FILE, per_channel=True, weight_type=QuantType.QInt8)
    exported.unlink()
    pieces = tuple(bundled.pieces[row] for row in rows)
    (fresh / TOKENIZER_FILE).write_text(
        tokenizer_json(pieces, bundled.unknown_id), encoding="utf-8"
    )
    card = {
        "name": name,
        "dimensions": bundled.header.hidden,
        "pieces": len(rows),
        "tokens": bundled.header.positions,
    }
    (fresh / CARD_FILE).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
