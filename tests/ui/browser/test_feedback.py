"""Feedback in the browser: with the keyboard, for everybody, and kept as was promised."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Playwright, Route, expect

from tests.ui.browser.axe import faults_of
from tests.ui.browser.chat import SOUP, URGENT, Chat
from tests.ui.browser.programs import DESKTOP, PHONE, browser, served
from tests.ui.conftest import ASKED, environment
from ui.feedback_store import FOLDER, Feedback, FeedbackStore

pytestmark = pytest.mark.browser

_ROUTE = "**/api/v1/feedback"


@pytest.fixture(scope="module")
def data(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of these tests alone: what visitors say is written in it."""
    data = tmp_path_factory.mktemp("feedback") / "data"
    shutil.copytree(real_data, data, symlinks=True)
    (data / "server.json").unlink(missing_ok=True)
    return data


@pytest.fixture(scope="module")
def address(playwright: Playwright, data: Path) -> Iterator[str]:
    """Where a server stands on that folder."""
    del playwright  # asked for first, so that a skip comes before the server
    with served(environment(data)) as url:
        yield url


@pytest.fixture
def chat(desktop: BrowserContext, address: str) -> Chat:
    """The chat page on a desktop."""
    return Chat(desktop.new_page(), address)


class Kept:
    """What the store has got since the test began."""

    def __init__(self, data: Path) -> None:
        self._store = FeedbackStore(data / FOLDER, 90)
        self._before = {one.id for one in self._store.read()}

    def fresh(self) -> list[Feedback]:
        return [one for one in self._store.read() if one.id not in self._before]


@pytest.fixture
def kept(data: Path) -> Kept:
    return Kept(data)


def _dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def _said(page: Page) -> Locator:
    return _dialog(page).get_by_role("status")


def test_with_the_keyboard_alone(chat: Chat, kept: Kept) -> None:
    exchange = chat.ask(ASKED)
    no = exchange.get_by_role("button", name="Nee (dit antwoord hielp niet)")
    no.focus()
    keyboard = chat.page.keyboard
    keyboard.press("Enter")
    expect(_dialog(chat.page)).to_have_accessible_name("Jammer dat het antwoord niet hielp")
    box = chat.page.get_by_role("textbox", name="Wat kan beter? (niet verplicht)")
    expect(box).to_be_focused()
    expect(box).to_have_accessible_description(
        "Typ geen namen en geen bedrijfsgeheimen. We bewaren uw vraag en uw opmerking 90 dagen. "
        "Medewerkers van deze dienst lezen ze om de antwoorden beter te maken."
    )
    keyboard.type("Bel mij op 06 12345678.")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(_said(chat.page)).to_have_text("Dank u wel. We hebben uw reactie ontvangen.")
    expect(_dialog(chat.page).get_by_role("button", name="Sluiten")).to_be_focused()
    keyboard.press("Enter")
    expect(_dialog(chat.page)).to_have_count(0)
    expect(no).to_be_focused()
    (one,) = kept.fresh()
    assert (one.verdict, one.question, one.language) == ("not_helped", ASKED, "nl")
    assert one.remark == "Bel mij op [telefoonnummer]."
    assert one.status in ("answered", "partial")
    assert one.index_version
    assert exchange.locator(f"#oordeel-{one.answer_id}").count() == 1


def test_the_focus_stays_inside_and_escape_leads_out(chat: Chat, kept: Kept) -> None:
    yes = chat.ask(ASKED).get_by_role("button", name="Ja (dit antwoord hielp)")
    yes.click()
    for _ in range(8):
        chat.page.keyboard.press("Tab")
        assert chat.page.evaluate(
            "document.activeElement === document.body"  # between the last and the first
            " || document.activeElement.closest('dialog') !== null"
        )
    chat.page.keyboard.press("Escape")
    expect(_dialog(chat.page)).to_have_count(0)
    expect(yes).to_be_focused()
    assert kept.fresh() == []


def test_a_wrong_source_is_reported_from_its_card(chat: Chat, kept: Kept) -> None:
    exchange = chat.ask(ASKED)
    exchange.locator(".marker").first.click()
    exchange.locator("details[open]").get_by_role("button", name="Klopt deze bron niet?").click()
    send = _dialog(chat.page).get_by_role("button", name="Versturen")
    send.click()
    expect(_said(chat.page)).to_have_text("Schrijf eerst op wat er niet klopt.")
    box = chat.page.get_by_role("textbox", name="Wat klopt er niet?")
    expect(box).to_be_focused()
    assert kept.fresh() == []
    box.fill("Deze pagina is verhuisd.")
    send.click()
    expect(_said(chat.page)).to_contain_text("Dank u wel")
    (one,) = kept.fresh()
    assert (one.verdict, one.remark, one.question) == (
        "wrong_source",
        "Deze pagina is verhuisd.",
        None,
    )
    reply = chat.page.request.get(f"{chat.page.url.rstrip('/')}/api/v1/passages/{one.passage_id}")
    passage: dict[str, Any] = reply.json()
    resting = {name for span in passage["spans"] for name in span["source_ids"]}
    assert set(one.source_ids) == resting != set()


def test_the_question_of_somebody_in_danger_is_not_kept(chat: Chat, kept: Kept) -> None:
    sent: list[Any] = []
    chat.page.on(
        "request",
        lambda request: sent.append(request.post_data_json) if "feedback" in request.url else None,
    )
    chat.ask(URGENT)
    chat.ask(ASKED)  # what is asked next may be about the same thing
    for exchange in ("#eerder", "#nu"):
        chat.page.locator(exchange).get_by_role("button", name="Ja (dit antwoord hielp)").click()
        expect(_dialog(chat.page)).to_contain_text("We bewaren uw vraag niet.")
        _dialog(chat.page).get_by_role("button", name="Versturen").click()
        expect(_said(chat.page)).to_contain_text("Dank u wel")
        chat.page.keyboard.press("Escape")
    messages = [one for one in sent if isinstance(one, dict)]
    assert [message["sensitive"] for message in messages] == [True, True]
    assert not any("question" in message for message in messages)
    assert [(one.verdict, one.question) for one in kept.fresh()] == [("helped", None)] * 2


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (None, "Het versturen is niet gelukt."),
        (503, "Het versturen is niet gelukt."),
        (429, "U verstuurt veel reacties achter elkaar."),
        (404, "We nemen nu geen reacties aan."),
    ],
)
def test_what_goes_wrong_is_said_and_the_text_stays(
    chat: Chat, kept: Kept, status: int | None, told: str
) -> None:
    def refuse(route: Route) -> None:
        if status is None:
            route.abort()
        else:
            route.fulfill(status=status)

    chat.page.route(_ROUTE, refuse)
    chat.ask(ASKED).get_by_role("button", name="Nee (dit antwoord hielp niet)").click()
    box = chat.page.get_by_role("textbox", name="Wat kan beter?")
    box.fill("Er ontbreekt een bedrag.")
    send = _dialog(chat.page).get_by_role("button", name="Versturen")
    send.click()
    expect(_said(chat.page)).to_contain_text(told)
    expect(box).to_have_value("Er ontbreekt een bedrag.")
    chat.page.unroute(_ROUTE)
    send.click()
    expect(_said(chat.page)).to_contain_text("Dank u wel")
    assert [one.remark for one in kept.fresh()] == ["Er ontbreekt een bedrag."]


def test_who_asks_in_english_is_answered_in_english(chat: Chat, kept: Kept) -> None:
    exchange = chat.ask("What is a good recipe for pea soup?")
    exchange.get_by_role("button", name="No (this answer did not help)").click()
    expect(_dialog(chat.page)).to_have_attribute("lang", "en")
    expect(_dialog(chat.page)).to_contain_text("We keep your question and your remark for 90 days.")
    _dialog(chat.page).get_by_role("button", name="Send").click()
    expect(_said(chat.page)).to_have_text("Thank you. We have received your feedback.")
    assert [(one.language, one.status) for one in kept.fresh()] == [("en", "out_of_scope")]


def test_nothing_of_it_is_kept_in_the_browser(chat: Chat) -> None:
    chat.ask(SOUP).get_by_role("button", name="Nee (dit antwoord hielp niet)").click()
    _dialog(chat.page).get_by_role("textbox").fill("zeppelinwoord")
    _dialog(chat.page).get_by_role("button", name="Versturen").click()
    expect(_said(chat.page)).to_contain_text("Dank u wel")
    stored: str = chat.page.evaluate(
        "JSON.stringify([localStorage, sessionStorage, document.cookie])"
    )
    assert "zeppelinwoord" not in stored
    assert chat.page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


@pytest.mark.parametrize(
    ("size", "colours"), [(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light")]
)
def test_axe_finds_nothing_in_the_dialog(
    playwright: Playwright, address: str, size: Any, colours: Any
) -> None:
    with browser(playwright, size, colours=colours) as context:
        chat = Chat(context.new_page(), address)
        exchange = chat.ask(ASKED)
        exchange.get_by_role("button", name="Ja (dit antwoord hielp)").click()
        faults = list(faults_of(chat.page, "dialog"))
        _dialog(chat.page).get_by_role("button", name="Versturen").click()
        expect(_said(chat.page)).to_contain_text("Dank u wel")
        faults += faults_of(chat.page, "thanks")
        chat.page.keyboard.press("Escape")
        exchange.locator(".marker").first.click()
        exchange.locator("details[open] .report-source").click()
        _dialog(chat.page).get_by_role("button", name="Versturen").click()
        faults += faults_of(chat.page, "report refused")
    assert not faults, "\n".join(" | ".join(fault) for fault in faults)
