"""The command line with hashed words for a model, which makes noise where a library might."""

from __future__ import annotations

import os
import sys
from datetime import date

import assistant.assemble
import indexer.embedder
from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from indexer.embedder import Embedder
from indexer.index import open_index
from indexer.settings import IndexSettings
from tests.fakes import HashEmbedder, loose_confidence

NOISE = "ruis van een bibliotheek"


def load_embedder(settings: IndexSettings) -> Embedder:  # noqa: ARG001 — as the real one
    sys.stdout.write(f"{NOISE}\n")
    sys.stdout.flush()
    os.write(1, f"{NOISE}\n".encode())
    return HashEmbedder()


def open_assistant(
    told: IndexSettings, settings: AssistantSettings, embedder: Embedder
) -> Assistant:
    """Open an index of hashed words, as `open_small` of the fixtures does."""
    index = open_index(told.index_dir, embedder)
    return assistant.assemble.assemble(
        index, settings, loose_confidence(), today=lambda: date(2026, 11, 21)
    )


indexer.embedder.load_embedder = load_embedder
assistant.assemble.open_assistant = open_assistant  # type: ignore[assignment]

if __name__ == "__main__":
    from ui.cli import main

    main()
