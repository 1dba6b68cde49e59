"""Fixtures for the doors: a live assistant over the small index, the REST application, a server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.assemble import assemble
from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from indexer.build import build_index
from indexer.embedder import Embedder, load_embedder
from indexer.index import open_index
from indexer.prepare_model import is_prepared
from indexer.settings import PROJECT, IndexSettings
from tests.fakes import HashEmbedder, loose_confidence
from ui.api import create_app
from ui.live import LiveAssistant
from ui.settings import UiSettings

TODAY = date(2026, 11, 21)
ASKED = "Moet ik een investeerder melden die 15 procent van mijn start-up koopt?"
"""A question that the small corpus answers."""


def quiet(_what: str, _done: int, _total: int) -> None:
    """Hear the progress of a build and say nothing."""


def open_small(
    index_settings: IndexSettings, settings: AssistantSettings, embedder: Embedder
) -> Assistant:
    """Open an index of hashed words; on topic is whatever shares a word with it."""
    index = open_index(index_settings.index_dir, embedder)
    return assemble(index, settings, loose_confidence(), today=lambda: TODAY)


def live_over(index_settings: IndexSettings) -> LiveAssistant:
    """Return a live assistant over an index of hashed words; nothing is opened yet."""
    return LiveAssistant(
        index_settings,
        AssistantSettings(_env_file=None),
        load=lambda _: HashEmbedder(),
        opener=open_small,
        start_seconds=20,
    )


@pytest.fixture(scope="session")
def ui_settings() -> UiSettings:
    """Settings with a limit that no test meets by accident."""
    return UiSettings(_env_file=None, answers_per_minute=1_000, watch_seconds=0.05)


@pytest.fixture(scope="session")
def client(small_settings: IndexSettings, ui_settings: UiSettings) -> Iterator[TestClient]:
    """A client of the REST application over the shared small index."""
    app = create_app(live_over(small_settings), ui_settings)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def built(index_settings: IndexSettings) -> IndexSettings:
    """Settings of a small index that this test alone has, and may change."""
    build_index(index_settings, HashEmbedder, quiet)
    return index_settings


@dataclass(frozen=True)
class Process:
    """A run of the real command line: exit code and what it wrote."""

    code: int
    out: str
    err: str


Loket = Callable[..., Process]


@pytest.fixture(scope="session")
def real_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the real model and the index that it makes of the small corpus."""
    real = IndexSettings(_env_file=None)
    if not is_prepared(real):
        if os.environ.get("CI") == "true":
            pytest.fail("the embedding model is not prepared (make model)")
        pytest.skip("the embedding model is not prepared (make model)")
    data = tmp_path_factory.mktemp("real")
    (data / "models").symlink_to(real.models_dir)
    settings = IndexSettings(corpus_dir=SMALL_CORPUS, data_dir=data, _env_file=None)
    build_index(settings, lambda: load_embedder(settings), quiet)
    return data


SMALL_CORPUS = PROJECT / "tests" / "corpus_small"


def environment(data: Path, **more: str) -> dict[str, str]:
    """Return the environment of a process that uses this data folder and the small corpus."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LOKET_")}
    return {**kept, "LOKET_DATA_DIR": str(data), "LOKET_CORPUS_DIR": str(SMALL_CORPUS), **more}


@pytest.fixture
def own_data(real_data: Path, tmp_path: Path) -> Path:
    """A copy of the real data folder (its model is a link) that a test may damage."""
    data = tmp_path / "data"
    shutil.copytree(real_data, data, symlinks=True)
    (data / "server.json").unlink(missing_ok=True)
    return data


def loket(data: Path, *arguments: str, **more: str) -> Process:
    """Run the command line in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        env=environment(data, **more),
        cwd=PROJECT,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Process(done.returncode, done.stdout.decode(), done.stderr.decode())
