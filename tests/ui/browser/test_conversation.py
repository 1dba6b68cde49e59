"""A visitor asks, reads, looks at the sources and asks on."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.ui.browser.chat import INVESTOR, SOUP, UNANSWERABLE, URGENT, Chat

pytestmark = pytest.mark.browser


def test_an_answer_comes_in_blocks_with_its_sources_beside_it(chat: Chat) -> None:
    exchange = chat.ask(INVESTOR)
    expect(exchange.locator(".asked")).to_have_text(INVESTOR)
    for heading in ("Antwoord", "Let op", "Waar u terecht kunt", "Bronnen"):
        expect(exchange.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(exchange.locator(".contacts")).to_contain_text("Bureau Toetsing Investeringen (BTI)")
    expect(exchange.locator(".card .basis").first).to_contain_text(
        "Onze samenvatting, op basis van: "
    )
    answer, sources = exchange.locator("div.answer"), exchange.locator(".sources")
    left, right = answer.bounding_box(), sources.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]


def test_a_marker_opens_its_source_and_lights_up_the_very_sentence(chat: Chat) -> None:
    exchange = chat.ask(INVESTOR)
    sentence = exchange.locator("li", has=chat.page.locator("#v1-zin-3")).locator(".spoken")
    expect(exchange.locator("mark").first).not_to_be_visible()
    exchange.locator("#v1-zin-3").click()
    lit = exchange.locator("mark.lit")
    expect(lit).to_be_visible()
    expect(lit).to_be_in_viewport()
    assert lit.inner_text().removeprefix("3") == sentence.inner_text()
    links = exchange.locator("details[open] .register a")
    assert links.count() > 0
    for link in links.all():
        assert link.get_attribute("rel") == "noopener noreferrer"
        assert (link.get_attribute("href") or "").startswith("https://")
    lit.get_by_role("link").click()
    expect(exchange.locator("#v1-zin-3")).to_be_focused()


def test_on_a_phone_the_sources_stand_below_and_nothing_sticks_out(
    phone: BrowserContext, address: str
) -> None:
    chat = Chat(phone.new_page(), address)
    exchange = chat.ask(INVESTOR)
    answer, sources = exchange.locator("div.answer"), exchange.locator(".sources")
    above, below = answer.bounding_box(), sources.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]
    exchange.locator("#v1-zin-2").click()
    expect(exchange.locator("mark.lit")).to_be_in_viewport()
    width = chat.page.evaluate("document.documentElement.scrollWidth")
    assert width <= chat.page.evaluate("window.innerWidth")


@pytest.mark.parametrize("question", [UNANSWERABLE, SOUP])
def test_without_an_answer_there_is_a_contact_and_no_source(chat: Chat, question: str) -> None:
    exchange = chat.ask(question)
    expect(exchange.locator(".reply")).to_be_visible()
    expect(exchange.locator(".contacts a").first).to_be_visible()
    expect(exchange.locator(".sources, .marker")).to_have_count(0)


def test_in_danger_one_sees_first_whom_to_call(chat: Chat) -> None:
    exchange = chat.ask(URGENT)
    first = exchange.locator("h2 + *")
    expect(first.get_by_role("heading", name="Bel eerst")).to_be_visible()
    expect(first.locator("a.phone").first).to_have_attribute("href", "tel:0793205050")


def test_an_example_asks_itself_and_a_follow_up_builds_on(chat: Chat) -> None:
    chat.page.get_by_role("button", name="Hoe zie ik of een LinkedIn-profiel nep is?").click()
    exchange = chat.answered()
    expect(exchange.locator(".asked")).to_have_text("Hoe zie ik of een LinkedIn-profiel nep is?")
    expect(chat.page.locator("#voorbeelden")).not_to_be_visible()
    chat.ask("En waar kan ik dat melden?")
    expect(chat.page.locator("#eerder .exchange")).to_have_count(1)
    expect(chat.page.locator("#nu .exchange")).to_have_id("v2")
    # A marker of an earlier answer opens that answer's own source.
    chat.page.locator("#v1-zin-1").click()
    expect(chat.page.locator("#eerder mark.lit")).to_be_in_viewport()
    chat.page.get_by_role("button", name="Nieuw gesprek").click()
    expect(chat.page.locator(".exchange")).to_have_count(0)
    expect(chat.page.locator("#voorbeelden")).to_be_visible()


def test_a_question_that_is_too_long_gets_a_friendly_sentence_and_stays(chat: Chat) -> None:
    long = "Moet ik dit melden? " * 200
    chat.box.fill(long)
    chat.box.press("Enter")
    expect(chat.problem()).to_contain_text("het maximum is 2000")
    expect(chat.box).to_have_value(long)
    expect(chat.page.locator(".exchange")).to_have_count(0)
    chat.ask(UNANSWERABLE)
    expect(chat.problem()).to_have_count(0)


def test_an_empty_question_gets_a_friendly_sentence(chat: Chat) -> None:
    chat.box.press("Enter")
    expect(chat.problem()).to_contain_text("De vraag is leeg")


def test_shift_enter_begins_a_line(chat: Chat) -> None:
    chat.box.type("Eerste regel")
    chat.box.press("Shift+Enter")
    chat.box.type("tweede regel")
    expect(chat.box).to_have_value("Eerste regel\ntweede regel")


def test_html_in_a_question_stays_text(chat: Chat) -> None:
    dialogs: list[str] = []
    chat.page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    question = "Moet ik <img src=x onerror=alert(1)> **dit** $$x$$ melden bij het BTI?"
    exchange = chat.ask(question)
    expect(exchange.locator(".asked")).to_have_text(question)
    expect(chat.page.locator("#nu img")).to_have_count(0)
    assert not dialogs
