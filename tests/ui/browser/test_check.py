"""The check in a browser: by keyboard alone, for everybody, on paper, and with nobody listening."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, ViewportSize, expect

from tests.ui.browser.axe import Fault, faults_of
from tests.ui.browser.programs import CHROMIUM, DESKTOP, PHONE, browser

pytestmark = pytest.mark.browser

_CHOICES = (
    "sector-ict",
    "technologie-eigen",
    "partij-partner",
    "export-digitaal",
    "mensen-toegang",
)
_WINDOWS: tuple[tuple[str, ViewportSize, Literal["light", "dark"]], ...] = (
    ("desktop light", DESKTOP, "light"),
    ("desktop dark", DESKTOP, "dark"),
    ("phone light", PHONE, "light"),
)


def _opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(f"{address}/check")
    return page


def _send(page: Page) -> None:
    page.get_by_role("button", name="Maak mijn lijst").click()


def _answer(page: Page) -> None:
    for choice in _CHOICES:
        page.locator(f"#{choice}").check()
    _send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw lijst")


def test_the_keyboard_alone_does_the_whole_check(desktop: BrowserContext, address: str) -> None:
    page = _opened(desktop, address)
    for choice in _CHOICES:
        _tab_to(page, f"#{choice}")
        page.keyboard.press("Space")
        expect(page.locator(f"#{choice}")).to_be_checked()
    _tab_to(page, "form.check button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw lijst")
    _tab_to(page, "#punt-3 .marker")
    page.keyboard.press("Enter")
    expect(page.locator("#bron-3")).to_be_in_viewport()
    _tab_to(page, "#bron-3")
    page.keyboard.press("Enter")
    expect(page.locator("#punt-3")).to_be_in_viewport()


def test_what_is_missing_is_reached_from_the_problem(desktop: BrowserContext, address: str) -> None:
    page = _opened(desktop, address)
    page.locator("#sector-ict").check()
    _send(page)
    problem = page.get_by_role("alert")
    expect(problem.get_by_role("link")).to_have_count(4)
    expect(page.locator("#sector-ict")).to_be_checked()
    problem.get_by_role("link").first.press("Enter")
    expect(page.locator("#technologie-chips")).to_be_focused()


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not lead to {selector}")


def test_axe_finds_nothing_on_form_problem_and_list(playwright: Playwright, address: str) -> None:
    assert list(_faults(playwright, address)) == []


def _faults(playwright: Playwright, address: str) -> Iterator[Fault]:
    for window, size, colours in _WINDOWS:
        with browser(playwright, size, colours=colours) as context:
            page = _opened(context, address)
            yield from faults_of(page, f"{window}, form")
            _send(page)
            expect(page.get_by_role("alert")).to_be_visible()
            yield from faults_of(page, f"{window}, problem")
            _answer(page)
            yield from faults_of(page, f"{window}, list")
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_check_speaks_to_its_own_server_only_and_keeps_nothing(
    desktop: BrowserContext, address: str
) -> None:
    asked: set[str] = set()
    complaints: list[str] = []
    desktop.on("request", lambda request: asked.add(request.url))
    desktop.on("console", lambda message: complaints.append(message.text))
    page = _opened(desktop, address)
    _answer(page)
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}
    assert not complaints
    assert not any(choice.partition("-")[2] in urlsplit(page.url).query for choice in _CHOICES)
    kept = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    assert page.evaluate(kept) == '[{},{},""]'


def test_the_same_list_comes_in_english(desktop: BrowserContext, address: str) -> None:
    page = _opened(desktop, address)
    _answer(page)
    count = page.locator(".lines > li").count()
    page.get_by_role("button", name="Show this list in English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your list")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".lines > li")).to_have_count(count)


def test_on_paper_there_are_no_buttons_and_addresses_are_written_out(
    playwright: Playwright, address: str
) -> None:
    with browser(playwright, DESKTOP, colours="dark") as context:
        page = _opened(context, address)
        _answer(page)
        expect(page.locator("button.print")).to_be_visible()
        page.emulate_media(media="print")
        for hidden in ("button.print", ".doors", "header nav", ".skip"):
            expect(page.locator(hidden)).not_to_be_visible()
        expect(page.locator(".box").first).to_be_visible()
        written = page.locator(".register a").first.evaluate(
            "link => getComputedStyle(link, '::after').content"
        )
        assert "http" in written or "attr" in written
        ink = page.locator(".said").first.evaluate("said => getComputedStyle(said).color")
        assert ink == "rgb(0, 0, 0)"


def test_the_print_button_prints(desktop: BrowserContext, address: str) -> None:
    page = _opened(desktop, address)
    _answer(page)
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.get_by_role("button", name="Druk af").click()
    expect(page).to_have_title("printed")


def test_it_works_without_javascript(playwright: Playwright, address: str) -> None:
    program: Browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    try:
        _answer(_opened(program.new_context(java_script_enabled=False), address))
    finally:
        program.close()
