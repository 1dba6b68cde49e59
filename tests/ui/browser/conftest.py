"""Fixtures of the browser tests: one server for all of them, an empty browser for each."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from indexer.build import build_index
from indexer.embedder import load_embedder
from indexer.settings import IndexSettings
from tests.ui.browser.chat import Chat
from tests.ui.browser.programs import CHROMIUM, DESKTOP, PHONE, browser, served
from tests.ui.conftest import SMALL_CORPUS, environment, quiet
from tests.ui.originals import fill


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of Chromium; without Chromium: a skip, in CI a failure."""
    if not CHROMIUM.exists():
        reason = f"{CHROMIUM} is missing (make ci-packages)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)  # a machine without Chromium; CI has failed above
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def address(playwright: Playwright, real_settings: IndexSettings) -> Iterator[str]:
    """Where the real server stands, on the real index."""
    del playwright, real_settings  # asked for first, so that a skip comes before the server
    with served() as url:
        yield url


@pytest.fixture(scope="session")
def originals_address(
    playwright: Playwright, real_model: IndexSettings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where a server stands on a small index with originals, among them a report in PDF."""
    del playwright  # asked for first, so that a skip comes before the work
    folder = tmp_path_factory.mktemp("originals")
    settings = IndexSettings(corpus_dir=SMALL_CORPUS, data_dir=folder / "data", _env_file=None)
    fill(settings.library_dir, folder / "in")
    settings.models_dir.symlink_to(real_model.models_dir)
    build_index(settings, lambda: load_embedder(settings), quiet)
    with served(environment(settings.data_dir)) as url:
        yield url


@pytest.fixture
def desktop(playwright: Playwright) -> Iterator[BrowserContext]:
    """An empty browser of desktop size."""
    with browser(playwright, DESKTOP) as context:
        yield context


@pytest.fixture
def phone(playwright: Playwright) -> Iterator[BrowserContext]:
    """An empty browser of phone size."""
    with browser(playwright, PHONE) as context:
        yield context


@pytest.fixture
def chat(desktop: BrowserContext, address: str) -> Chat:
    """The chat page on a desktop."""
    return Chat(desktop.new_page(), address)
