"""The chat page as its visitors see it: what they can do, and what they can look at."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

INVESTOR = (
    "Een investeerder uit het Midden-Oosten wil 15 procent van mijn start-up. "
    "Moet ik dat ergens melden?"
)
UNANSWERABLE = "Hoeveel meldingen kreeg het BTI in 2031?"
URGENT = "Iemand van een buitenlandse dienst chanteert mij nu"
SOUP = "Wat is een goed recept voor erwtensoep?"


class Chat:
    """One tab with the chat page."""

    def __init__(self, page: Page, address: str) -> None:
        """Open the page and wait until one can type."""
        self.page = page
        page.set_default_timeout(20_000)
        page.goto(address)
        self.box = page.get_by_label("Uw vraag")
        expect(self.box).to_be_editable()

    def ask(self, question: str) -> Locator:
        """Type a question, send it with Enter; return the exchange when its answer is complete."""
        before = self.page.locator("#nu .exchange")
        number = before.get_attribute("id") if before.count() else None
        self.box.fill(question)
        self.box.press("Enter")
        if number:
            expect(before).not_to_have_id(number)
        return self.answered()

    def answered(self) -> Locator:
        """Wait for the newest answer and return its exchange."""
        exchange = self.page.locator("#nu .exchange")
        expect(exchange.locator(".certainty, .reply").first).to_be_visible()
        return exchange

    def problem(self) -> Locator:
        """Return the sentence that says what is wrong."""
        return self.page.get_by_role("alert")
