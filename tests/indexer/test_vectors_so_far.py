from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from indexer.build import build_index
from indexer.embedder import Vectors
from indexer.settings import IndexSettings
from indexer.vectors_so_far import FILE, remembering
from tests.conftest import quiet
from tests.fakes import MODEL, HashEmbedder


class Stopped(Exception):
    """What interrupts an embedder in the middle of its work."""


class StoppingEmbedder(HashEmbedder):
    """An embedder that is stopped after so many texts."""

    def __init__(self, most: int, name: str = MODEL) -> None:
        super().__init__(name)
        self.most = most

    def _embed(self, texts: Sequence[str]) -> Vectors:
        if len(self.embedded) + len(texts) > self.most:
            raise Stopped
        return super()._embed(texts)


def stop_after(embedder: StoppingEmbedder, folder: Path, *batches: list[str]) -> None:
    """Embed batches of passages; the last one is too much."""

    def embed() -> None:
        with remembering(embedder, folder) as remembered:
            assert remembered.name == embedder.name
            for batch in batches:
                remembered.embed_passages(batch)

    with pytest.raises(Stopped):
        embed()


def test_a_second_try_embeds_only_what_the_first_did_not(tmp_path: Path) -> None:
    stop_after(StoppingEmbedder(2), tmp_path, ["een", "twee"], ["drie"])
    second = HashEmbedder()
    with remembering(second, tmp_path) as embedder:
        found = embedder.embed_passages(["twee", "drie", "een"])
        assert second.embedded == ["drie"]
    assert np.array_equal(found, HashEmbedder().embed_passages(["twee", "drie", "een"]))
    assert not (tmp_path / FILE).exists()


def test_a_passage_a_question_and_another_model_are_kept_apart(tmp_path: Path) -> None:
    stop_after(StoppingEmbedder(1), tmp_path, ["een"], ["twee"])
    other = StoppingEmbedder(1, "ander")
    stop_after(other, tmp_path, ["een"], ["twee"])
    same = HashEmbedder()
    with remembering(same, tmp_path) as embedder:
        embedder.embed_queries(["een"])
        embedder.embed_passages(["een"])
    assert (other.embedded, same.embedded) == (["een"], ["een"])


@pytest.mark.parametrize("rubbish", [b"", b"geen database", b"SQLite format 3\0" + b"x" * 200])
def test_a_broken_file_is_begun_anew(tmp_path: Path, rubbish: bytes) -> None:
    (tmp_path / FILE).write_bytes(rubbish)
    with remembering(HashEmbedder(), tmp_path) as embedder:
        assert embedder.embed_queries(["een"]).shape[0] == 1


def test_a_build_that_was_stopped_is_picked_up(index_settings: IndexSettings) -> None:
    with pytest.raises(Stopped):
        build_index(index_settings, lambda: StoppingEmbedder(20), quiet)
    embedder = HashEmbedder()
    build_index(index_settings, lambda: embedder, quiet)
    whole = HashEmbedder()
    build_index(index_settings, lambda: whole, quiet, rebuild=True)
    assert len(set(embedder.embedded)) < len(set(whole.embedded))
    assert not (index_settings.index_dir / FILE).exists()
