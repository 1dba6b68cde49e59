"""Fixtures for every test: a small corpus with its index and assistant, and the real ones."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from indexer.offline import stay_offline

stay_offline()

from assistant.assemble import assemble, open_assistant  # noqa: E402  # after stay_offline
from assistant.pipeline import Assistant  # noqa: E402
from assistant.settings import AssistantSettings  # noqa: E402
from indexer.build import build_index, is_fresh  # noqa: E402
from indexer.errors import AppError  # noqa: E402
from indexer.index import Index, open_index  # noqa: E402
from indexer.prepare_model import is_prepared  # noqa: E402
from indexer.settings import IndexSettings  # noqa: E402
from tests.fakes import MODEL, HashEmbedder, loose_confidence  # noqa: E402

# No deadline: shared cores are slow. Always the same examples: a red run can be repeated.
hypothesis_settings.register_profile("house", max_examples=60, deadline=None, derandomize=True)
hypothesis_settings.load_profile("house")

SMALL_CORPUS = Path(__file__).parent / "corpus_small"
TODAY = date(2026, 11, 21)
"""The day on which the small assistant lives; one document of the small corpus is past review."""


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget the developer's own LOKET_ settings (a `.env` is not read: see `settings_for`)."""
    for name in [name for name in os.environ if name.startswith("LOKET_")]:
        monkeypatch.delenv(name)


def settings_for(corpus: Path, data: Path) -> IndexSettings:
    """Return settings for these folders and the fake model; no environment file is read."""
    return IndexSettings(corpus_dir=corpus, data_dir=data, model=MODEL, _env_file=None)


def quiet(_what: str, _done: int, _total: int) -> None:
    """Hear the progress of a build and say nothing."""


@pytest.fixture
def small_corpus(tmp_path: Path) -> Path:
    """A copy of the small corpus that a test may change."""
    return Path(shutil.copytree(SMALL_CORPUS, tmp_path / "corpus"))


@pytest.fixture
def index_settings(tmp_path: Path, small_corpus: Path) -> IndexSettings:
    """Settings for the copy of the small corpus and an empty data folder."""
    return settings_for(small_corpus, tmp_path / "data")


@pytest.fixture(scope="session")
def small_settings(tmp_path_factory: pytest.TempPathFactory) -> IndexSettings:
    """Settings of the shared small index, which is built; nobody changes what they name."""
    settings = settings_for(SMALL_CORPUS, tmp_path_factory.mktemp("small"))
    build_index(settings, HashEmbedder, quiet)
    return settings


@pytest.fixture(scope="session")
def small_index(small_settings: IndexSettings) -> Iterator[Index]:
    """The index of the small corpus, open; shared, so it must not be changed or closed."""
    with open_index(small_settings.index_dir, HashEmbedder()) as index:
        yield index


@pytest.fixture
def assistant(small_index: Index) -> Assistant:
    """An assistant over the small corpus: on topic is whatever shares a word with it."""
    settings = AssistantSettings(_env_file=None)
    return assemble(small_index, settings, loose_confidence(), today=lambda: TODAY)


@pytest.fixture(scope="session")
def real_model() -> IndexSettings:
    """Settings of the prepared embedding model; without it: a skip, in CI a failure."""
    settings = IndexSettings(_env_file=None)
    if not is_prepared(settings):
        _absent("the embedding model is not prepared (make model)")
    return settings


@pytest.fixture(scope="session")
def real_settings(real_model: IndexSettings) -> IndexSettings:
    """Settings of the real corpus, model and index; without those: a skip, in CI a failure."""
    if not is_fresh(real_model):
        _absent("the index is missing or stale (make index)")
    return real_model


@pytest.fixture(scope="session")
def real_assistant(real_settings: IndexSettings) -> Iterator[Assistant]:
    """The assistant as it is served."""
    try:
        assistant = open_assistant(real_settings, AssistantSettings(_env_file=None))
    except AppError as error:
        _absent(str(error))
    with assistant.index:
        yield assistant


def _absent(reason: str) -> None:
    """Skip, or fail where everything must be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)  # a checkout without model or index; CI has failed above
