"""The command line with hashed words for a model; each text that it embeds leaves a mark."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import indexer.embedder
from indexer.embedder import Embedder, Vectors
from indexer.settings import IndexSettings
from tests.fakes import HashEmbedder


class _Counting(HashEmbedder):
    def _embed(self, texts: Sequence[str]) -> Vectors:
        for _ in texts:
            with Path(os.environ["COUNTING_TO"]).open("a", encoding="utf-8") as file:
                file.write("x\n")
            time.sleep(float(os.environ["COUNTING_SECONDS"]))
        return super()._embed(texts)


def load_embedder(settings: IndexSettings) -> Embedder:  # noqa: ARG001 — as the real one
    return _Counting()


indexer.embedder.load_embedder = load_embedder

if __name__ == "__main__":
    from ui.cli import main

    main()
