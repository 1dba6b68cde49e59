"""The account in a browser: accessible, on a phone too, and it speaks to nobody else."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.ui.browser.axe import faults_of
from tests.ui.browser.programs import DESKTOP, PHONE, browser
from ui.accountability_routes import ADDRESS

pytestmark = pytest.mark.browser


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(f"{address}{ADDRESS}")
    return page


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(
    playwright: Playwright, address: str, size: object, colours: object
) -> None:
    with browser(playwright, size, colours=colours) as context:  # type: ignore[arg-type]
        page = opened(context, address)
        assert list(faults_of(page, f"{colours}")) == []
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, "only its tables scroll sideways"


def test_it_speaks_to_its_own_server_only(desktop: BrowserContext, address: str) -> None:
    asked: set[str] = set()
    complaints: list[str] = []
    desktop.on("request", lambda request: asked.add(request.url))
    desktop.on("console", lambda message: complaints.append(message.text))
    opened(desktop, address)
    assert {url for url in asked if not url.startswith(address)} == set()
    assert len(asked) > 3
    assert complaints == []


def test_the_contents_lead_to_a_section(desktop: BrowserContext, address: str) -> None:
    page = opened(desktop, address)
    contents = page.get_by_role("navigation", name="Op deze pagina")
    expect(contents.get_by_role("link")).to_have_count(12)
    contents.get_by_role("link", name="Invoer voor een DPIA").press("Enter")
    expect(page.get_by_role("heading", name="Invoer voor een DPIA")).to_be_in_viewport()


def test_the_question_page_leads_here(desktop: BrowserContext, address: str) -> None:
    page = desktop.new_page()
    page.goto(address)
    page.locator(f'footer a[href="{ADDRESS}"]').click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Hoe Loketwijzer werkt, en wat het niet kan"
    )
