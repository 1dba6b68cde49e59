"""Every state of the pages, and how a visitor comes there: for axe-core and for the pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from playwright.sync_api import Page, expect

from tests.ui.browser.chat import INVESTOR, SOUP, UNANSWERABLE, URGENT, Chat

Reach = Callable[[Page, str], None]
"""Brings a new page to a state; gets the address of the server."""

_FOREIGN_OFFICE = "How do I see whether a LinkedIn profile is fake?"


def _chat(act: Callable[[Chat], object]) -> Reach:
    def reach(page: Page, address: str) -> None:
        act(Chat(page, address))

    return reach


def _document(path: str) -> Reach:
    def reach(page: Page, address: str) -> None:
        page.goto(address + path)

    return reach


def _refused(chat: Chat) -> None:
    chat.box.press("Enter")
    expect(chat.problem()).to_be_visible()


def _english(chat: Chat) -> None:
    chat.page.locator("#taal").click()
    expect(chat.page.locator("html")).to_have_attribute("lang", "en")


def _english_answer(chat: Chat) -> None:
    _english(chat)
    chat.page.get_by_role("button", name=_FOREIGN_OFFICE).click()
    chat.answered()


def _source(number: int) -> Callable[[Chat], None]:
    def act(chat: Chat) -> None:
        chat.ask(INVESTOR).locator(".marker").nth(number - 1).click()
        expect(chat.page.locator("mark.lit")).to_be_in_viewport()

    return act


def _source_report(chat: Chat) -> None:
    _source(1)(chat)
    chat.page.locator(".report-source").first.click()
    expect(chat.page.get_by_role("dialog")).to_be_visible()


def _feedback(chat: Chat) -> None:
    chat.ask(INVESTOR).locator(".verdict.not_helped").click()
    expect(chat.page.get_by_role("dialog")).to_be_visible()


def _shared(chat: Chat) -> None:
    chat.ask(INVESTOR).locator(".tool-share").click()
    expect(chat.page.locator(".toast")).not_to_be_empty()


def _conversation(chat: Chat) -> None:
    chat.ask(INVESTOR)
    chat.page.locator("#nu button.ask").first.click()
    expect(chat.page.locator("#nu .exchange")).to_have_id("v2")
    chat.answered()


def _check_error(page: Page, address: str) -> None:
    page.goto(f"{address}/check")
    page.get_by_role("main").get_by_role("button").last.click()


_ANSWERS = (
    "Een andere sector",
    "Eigen ontwerpen, recepten, software of gegevens die een ander niet mag krijgen",
    "Nee",  # no investor, buyer or partner
    "Nee",  # no customers abroad
    "Medewerkers gaan op zakenreis of naar een beurs buiten Nederland",
)


def check_list(page: Page, address: str) -> None:
    """Fill the check in for somebody whose people travel, and ask for the list."""
    page.goto(f"{address}/check")
    groups = page.get_by_role("main").locator("fieldset").all()
    for group, answer in zip(groups, _ANSWERS, strict=True):
        group.get_by_label(answer, exact=True).check()
    page.get_by_role("main").get_by_role("button").last.click()
    expect(page.locator("button.print")).to_be_visible()


STATES: Mapping[str, Reach] = {
    "begin": _chat(lambda _chat: None),
    "begin-engels": _chat(_english),
    "melding": _chat(_refused),
    "antwoord": _chat(lambda chat: chat.ask(INVESTOR)),
    "antwoord-engels": _chat(_english_answer),
    "bron": _chat(_source(2)),
    "bron-klopt-niet": _chat(_source_report),
    "gesprek": _chat(_conversation),
    "geen-antwoord": _chat(lambda chat: chat.ask(UNANSWERABLE)),
    "buiten-het-onderwerp": _chat(lambda chat: chat.ask(SOUP)),
    "dringend": _chat(lambda chat: chat.ask(URGENT)),
    "oordeel": _chat(_feedback),
    "link-gedeeld": _chat(_shared),
    "check-vragen": _document("/check"),
    "check-onvolledig": _check_error,
    "check-lijst": check_list,
    "verantwoording": _document("/verantwoording"),
}


def _growing(page: Page, address: str) -> None:
    chat = Chat(page, address)
    chat.box.fill(INVESTOR)
    chat.box.press("Enter")
    expect(page.locator("#nu .spoken").nth(2)).to_be_visible()


def _stopped(page: Page, address: str) -> None:
    _growing(page, address)
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.locator("#nu .stopped")).to_be_visible()


GROWING: Mapping[str, Reach] = {"groeit": _growing, "gestopt": _stopped}
"""States of a server whose language model is slow."""

SALE = "Ik wil mijn bedrijf verkopen aan een partij uit het buitenland. Moet ik dat melden?"
APPROACH = "Een onbekende vraagt mij op LinkedIn naar ons onderzoek. Wie kan ik bellen?"


def _sale(chat: Chat) -> None:
    chat.ask(SALE).locator(".marker").first.click()
    expect(chat.page.locator("mark.lit")).to_be_in_viewport()


def _approach(chat: Chat) -> None:
    chat.ask(APPROACH).locator(".contacts").first.scroll_into_view_if_needed()


def _travel(page: Page, address: str) -> None:
    check_list(page, address)
    page.get_by_role("heading", name="Op reis", level=2).scroll_into_view_if_needed()


TASKS: Mapping[str, Reach] = {
    "gebruik-verkoop": _chat(_sale),
    "gebruik-linkedin": _chat(_approach),
    "gebruik-reis": _travel,
}
"""What newcomers come to do; told in docs/gebruik.md."""
