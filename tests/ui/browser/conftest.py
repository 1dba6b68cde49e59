"""Fixtures of the browser tests: one server for all of them, an empty browser for each."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from indexer.settings import IndexSettings
from tests.ui.browser.chat import Chat
from tests.ui.browser.programs import CHROMIUM, DESKTOP, PHONE, browser, served


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of Chromium; without Chromium: a skip, in CI a failure."""
    if not CHROMIUM.exists():
        reason = f"{CHROMIUM} is missing (make ci-packages)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def address(playwright: Playwright, real_settings: IndexSettings) -> Iterator[str]:
    """Where the real server stands, on the real index."""
    del playwright, real_settings  # asked for first, so that a skip comes before the server
    with served() as url:
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
