"""A visitor reads an answer in the words of a source, and opens that source at the page."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    BrowserContext,
    Locator,
    Page,
    Playwright,
    Response,
    ViewportSize,
    expect,
)

from tests.ui.browser.axe import faults_of
from tests.ui.browser.chat import Chat
from tests.ui.browser.programs import DESKTOP, PHONE, browser
from tests.ui.originals import GOALS, REPORT_URL

pytestmark = pytest.mark.browser

_LIST = (
    "De drie hoofddoelen van de handreiking zijn:\n"
    "1. gasten vooraf kennen, met hun werkgever;\n"
    "2. alleen tonen wat op de website staat;\n"
    "3. telefoons en camera's bij de receptie bewaren, ook die van tolken en chauffeurs."
)


def _opened(chat: Chat) -> Locator:
    """Ask for the goals and open the source of the list; return its card."""
    exchange = chat.ask(GOALS)
    exchange.locator("li", has_text="De drie hoofddoelen").locator(".marker").click()
    expect(exchange.locator("mark.lit")).to_be_in_viewport()
    return exchange.locator("details[open]")


def _page_shown(page: Page) -> str:
    """Return the number of the page at which the browser's own viewer of PDFs stands."""
    for _ in range(100):
        viewers = [frame for frame in page.frames if frame.url.startswith("chrome-extension://")]
        if viewers:
            number = viewers[0].locator("viewer-page-selector input")
            if number.count() and number.input_value() not in {"", "0", "1"}:
                return number.input_value()
        page.wait_for_timeout(100)
    return "no viewer, or still at the first page"


def test_a_list_of_the_source_keeps_its_lines(
    desktop: BrowserContext, originals_address: str
) -> None:
    chat = Chat(desktop.new_page(), originals_address)
    sentence = chat.ask(GOALS).locator(".spoken", has_text="De drie hoofddoelen")
    assert sentence.inner_text() == _LIST
    lines = sentence.locator(".line")
    tops = [box["y"] for box in (line.bounding_box() for line in lines.all()) if box]
    assert len(tops) == 3
    assert tops == sorted(set(tops))


def test_the_card_names_source_and_page_and_marks_the_words(
    desktop: BrowserContext, originals_address: str
) -> None:
    card = _opened(Chat(desktop.new_page(), originals_address))
    title = "Voorbeeldbureau: Handreiking bezoekende delegaties"
    expect(card.locator(".basis")).to_have_text(f"Letterlijk uit: {title}")
    expect(card.locator(".spot")).to_have_text("bladzijde 2")
    expect(card.locator(".step")).to_have_text("Bezoek van delegaties")
    assert card.locator("mark.lit").inner_text().lstrip("0123456789") == _LIST
    link = card.get_by_role("link", name=title)
    expect(link).to_have_attribute("href", f"{REPORT_URL}#page=2")
    expect(card).not_to_contain_text("amenvatting")


def test_our_copy_opens_at_the_page_and_asks_nobody_else(
    desktop: BrowserContext, originals_address: str
) -> None:
    asked: list[Response] = []
    complaints: list[str] = []
    desktop.on("response", lambda reply: asked.append(reply))
    desktop.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    card = _opened(Chat(desktop.new_page(), originals_address))
    with desktop.expect_page() as opening:
        card.get_by_role("link", name="Open onze kopie (bladzijde 2)").click()
    page = opening.value
    assert _page_shown(page) == "2"
    address = urlsplit(page.url)
    assert address.fragment == "page=2"
    files = [reply for reply in asked if urlsplit(reply.url).path == address.path]
    assert {reply.status for reply in files} == {200}
    assert files[0].headers["content-type"] == "application/pdf"
    inside = {"data", "blob", "chrome-extension", "chrome"}  # the viewer is part of the browser
    others = {
        reply.url
        for reply in asked
        if urlsplit(reply.url).scheme not in inside and not reply.url.startswith(originals_address)
    }
    assert not others
    assert not [line for line in complaints if line.startswith(("error", "warning"))]


@pytest.mark.parametrize(
    ("size", "colours"), [(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light")]
)
def test_anybody_can_use_the_card(
    playwright: Playwright,
    originals_address: str,
    size: ViewportSize,
    colours: Literal["light", "dark"],
) -> None:
    with browser(playwright, size, colours=colours) as context:
        chat = Chat(context.new_page(), originals_address)
        _opened(chat)
        assert list(faults_of(chat.page, "an original")) == []
        width = chat.page.evaluate("document.documentElement.scrollWidth")
        assert width <= chat.page.evaluate("window.innerWidth")
