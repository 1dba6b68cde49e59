"""Can anyone use the page: with the keyboard alone, with a screen reader, in either colour."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, Playwright, ViewportSize, expect

from tests.ui.browser.axe import Fault, faults_of
from tests.ui.browser.chat import INVESTOR, UNANSWERABLE, Chat
from tests.ui.browser.programs import DESKTOP, PHONE, browser
from tests.ui.browser.states import STATES

pytestmark = pytest.mark.browser

_KNOWN = Path(__file__).parents[1] / "axe_known.toml"


_WINDOWS: tuple[tuple[str, ViewportSize, Literal["light", "dark"]], ...] = (
    ("phone light", PHONE, "light"),
    ("desktop dark", DESKTOP, "dark"),
)


def test_axe_finds_nothing_new(playwright: Playwright, address: str) -> None:
    known = tomllib.loads(_KNOWN.read_text(encoding="utf-8")).get("known", [])
    assert len(known) <= 3
    accepted = {(entry["rule"], entry["selector"]) for entry in known}
    faults = list(_faults(playwright, address))
    new = [fault for fault in faults if (fault.rule, fault.selector) not in accepted]
    assert not new, "\n".join(" | ".join(fault) for fault in new)
    gone = accepted - {(fault.rule, fault.selector) for fault in faults}
    assert not gone, f"no longer found, take out of {_KNOWN.name}: {gone}"


def _faults(playwright: Playwright, address: str) -> Iterator[Fault]:
    for window, size, colours in _WINDOWS:
        with browser(playwright, size, colours=colours) as context:
            for state, reach in STATES.items():
                page = context.new_page()
                reach(page, address)
                yield from faults_of(page, f"{window}, {state}")
                page.evaluate("localStorage.clear()")  # or the next one is in English
                page.close()


def test_the_keyboard_alone_does_a_whole_conversation(chat: Chat) -> None:
    keyboard = chat.page.keyboard
    _tab_to(chat.page, "#vraag textarea", "Tab")
    keyboard.type(INVESTOR)
    keyboard.press("Enter")
    chat.answered()
    _tab_to(chat.page, "#v1-zin-2", "Shift+Tab")
    keyboard.press("Enter")
    expect(chat.page.locator("mark.lit #v1-bron-2")).to_be_focused()
    keyboard.press("Enter")
    expect(chat.page.locator("#v1-zin-2")).to_be_focused()
    _tab_to(chat.page, "#nu button.ask", "Tab")
    keyboard.press("Enter")
    expect(chat.page.locator("#nu .exchange")).to_have_id("v2")
    chat.answered()
    _tab_to(chat.page, "#nieuw", "Shift+Tab")
    keyboard.press("Enter")
    expect(chat.page.locator(".exchange")).to_have_count(0)


def _tab_to(page: Page, selector: str, key: str) -> None:
    """Press a key until the focus is where it should come, and is seen to be there."""
    for _ in range(120):
        page.keyboard.press(key)
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{key} does not lead to {selector}")


def test_the_language_chosen_is_that_of_the_page_and_is_remembered(chat: Chat) -> None:
    page, html = chat.page, chat.page.locator("html")
    page.get_by_role("button", name="English").click()
    expect(html).to_have_attribute("lang", "en")
    expect(page.get_by_label("Your question")).to_be_editable()
    page.reload()
    expect(html).to_have_attribute("lang", "en")
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    page.get_by_role("button", name="Nederlands").click()
    expect(html).to_have_attribute("lang", "nl")
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert kept == '{"loketwijzer-taal":"nl"}'


def test_the_page_is_dutch_whatever_the_browser_speaks(chat: Chat) -> None:
    expect(chat.page.locator("html")).to_have_attribute("lang", "nl")
    chat.ask(INVESTOR)
    expect(chat.page.locator("html")).to_have_attribute("lang", "nl")
    expect(chat.page.get_by_role("main")).to_have_count(1)
    expect(chat.page.get_by_role("heading", level=1)).to_have_text("Loketwijzer")


def test_each_sentence_is_announced_once(chat: Chat) -> None:
    exchange = chat.ask(INVESTOR)
    log = chat.page.get_by_role("log").locator("p")
    assert log.all_inner_texts() == exchange.locator(".spoken").all_inner_texts()
    chat.ask(UNANSWERABLE)
    expect(log).to_have_count(1)


@pytest.mark.parametrize("state", ["begin", "antwoord", "bron", "dringend", "check-vragen"])
def test_at_four_times_the_size_nothing_needs_two_ways_of_scrolling(
    playwright: Playwright, address: str, state: str
) -> None:
    """320 pixels are a window of 1280 at 400 %, more than the 200 % that WCAG asks of text."""
    with browser(playwright, {"width": 320, "height": 640}) as context:
        page = context.new_page()
        STATES[state](page, address)
        wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1]
