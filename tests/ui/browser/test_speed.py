"""How soon the page is there and the first sentence stands on it, warm and over a slow line."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.ui.browser.chat import INVESTOR, Chat

pytestmark = pytest.mark.browser

_FIRST_SENTENCE = 300  # milliseconds from Enter, warm, on two cores
_PAINTED = 2_500  # milliseconds; measured 650 on two quiet cores
_INTERACTIVE = 6_000  # milliseconds; measured 1,500
_SLOW = 200 * 1024  # bytes a second
_PAGE_BYTES = 600 * 1024  # all that the page loads; measured 300 KB
_QUESTIONS = (
    "Hoe zie ik of een LinkedIn-profiel nep is?",
    "Mag ik een sollicitant googelen en zijn sociale media bekijken?",
    "Hoe lang duurt een exportvergunning?",
    "Hoe weet ik wat onze kroonjuwelen zijn?",
    "Onze sensor kan ook in een drone. Heb ik daar een vergunning voor nodig?",
)
# Counts in the page itself, from the key to the change of the document.
_WATCH = """() => {
  const shown = document.querySelector("#nu");
  const before = shown.querySelector(".exchange")?.id;
  window.waited = new Promise((resolve) => {
    let pressed;
    addEventListener("keydown", () => (pressed = performance.now()), { once: true, capture: true });
    new MutationObserver((_, watcher) => {
      const exchange = shown.querySelector(".exchange");
      if (!exchange || exchange.id === before || !exchange.querySelector(".spoken")) return;
      watcher.disconnect();
      resolve(performance.now() - pressed);
    }).observe(shown, { childList: true, subtree: true });
  });
}"""
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


def _first_sentences(chat: Chat) -> Iterator[float]:
    for question in _QUESTIONS:
        chat.box.fill(question)
        chat.page.evaluate(_WATCH)
        chat.box.press("Enter")
        yield chat.page.evaluate("window.waited")
        chat.answered()


def test_a_warm_answer_begins_within_300_milliseconds(chat: Chat) -> None:
    chat.ask(INVESTOR)
    took = list(_first_sentences(chat))
    assert median(took) <= _FIRST_SENTENCE, took


def test_the_page_is_soon_there(desktop: BrowserContext, address: str) -> None:
    page = desktop.new_page()
    _Loaded(page)
    Chat(page, address)
    assert page.evaluate(_PAINT) <= _PAINTED
    assert page.evaluate("performance.now()") <= _INTERACTIVE


def test_the_page_works_over_a_slow_line(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    loaded = _Loaded(page, rate=_SLOW)
    chat = Chat(page, address)
    exchange = chat.ask(INVESTOR)
    assert exchange.locator(".spoken").count() > 3
    assert loaded.bytes <= _PAGE_BYTES, loaded.bytes


class _Loaded:
    """Counts what a page loads, over a line of some speed (bytes a second; None: any)."""

    def __init__(self, page: Page, rate: int | None = None) -> None:
        self.bytes = 0
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.on("Network.loadingFinished", self._count)
        if rate:
            limits = {"offline": False, "latency": 100}
            speeds = {"downloadThroughput": rate, "uploadThroughput": rate}
            line.send("Network.emulateNetworkConditions", {**limits, **speeds})

    def _count(self, event: dict[str, float]) -> None:
        self.bytes += int(event["encodedDataLength"])
