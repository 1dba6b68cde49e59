"""The way from an answer to the desk in a browser: the script, the pages, and everybody."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal

import pytest
import uvicorn
from fastapi.responses import HTMLResponse
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, ViewportSize, expect

from assistant.answers import Message, Question, Status
from assistant.desk.errors import DeskUnavailable
from indexer.documents import Role
from tests.ui.answer_parts import exchange, passage
from tests.ui.browser.axe import Fault, faults_of
from tests.ui.browser.programs import CHROMIUM, DESKTOP, PHONE, browser
from tests.ui.desk.handover_world import (
    QUESTION,
    REFERENCE,
    SENTENCE,
    World,
    answered,
    unanswered,
    world,
)
from ui.assets import address as asset
from ui.assets import serve_assets
from ui.headers import SecurityHeaders
from ui.render import render_exchange

pytestmark = pytest.mark.browser

_EARLIER = replace(
    exchange(passage((Role.ANSWER, "Een wet & meer."), (Role.ACTION, "Bel eerst."))),
    question="Wat is de <Wet> Vifo?",
)
_WINDOWS: tuple[tuple[str, ViewportSize, Literal["light", "dark"]], ...] = (
    ("desktop light", DESKTOP, "light"),
    ("desktop dark", DESKTOP, "dark"),
    ("phone light", PHONE, "light"),
)


@dataclass
class Place:
    """A server with two answers on its first page, and what stands behind it."""

    here: World
    url: str


@pytest.fixture
def place() -> Iterator[Place]:
    """The hand-over with a page of two answers, as the chat draws them."""
    here = world(lambda question: unanswered(sensitive="chanteert" in question.text))
    app = here.app
    serve_assets(app)
    app.add_middleware(SecurityHeaders)
    open_one = replace(unanswered(), status=Status.PARTIAL)
    last = replace(_EARLIER, number=2, question=QUESTION, answer=open_one, sentences=())
    drawn = "".join(render_exchange(one, desk=True) for one in (_EARLIER, last))
    document = (
        '<!doctype html><html lang="nl"><head><title>Chat</title>'
        f'<script src="{asset("handover.js")}"></script></head><body>{drawn}</body></html>'
    )

    @app.get("/", include_in_schema=False)
    def chat() -> HTMLResponse:
        return HTMLResponse(document)

    with _serving(here) as url:
        yield Place(here, url)


@contextmanager
def _serving(here: World) -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(here.app, log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        until = time.monotonic() + 20
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def _page(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(url)
    return page


def _preview(context: BrowserContext, place: Place) -> Page:
    page = _page(context, place.url)
    page.locator("#v2 .tool-desk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Leg deze vraag voor aan het loket")
    return page


def test_the_button_brings_question_and_conversation_and_no_address_holds_them(
    desktop: BrowserContext, place: Place
) -> None:
    page = _preview(desktop, place)
    said = Message(role="assistant", content="Een wet & meer. Bel eerst.")
    asked = Message(role="user", content="Wat is de <Wet> Vifo?")
    expected = Question(text=QUESTION, history=(asked, said), language="nl", mode="extractive")
    assert place.here.live.asked == [expected]
    assert page.url == f"{place.url}/voorleggen"
    expect(page.get_by_label("Uw vraag")).to_have_value(QUESTION)


def test_from_an_answer_to_a_reference_and_its_status(phone: BrowserContext, place: Place) -> None:
    page = _preview(phone, place)
    page.get_by_label("E-mailadres").fill("jan")
    page.get_by_role("button", name="Verstuur").click()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("E-mailadres")).to_be_focused()
    page.get_by_label("E-mailadres").fill("jan@bedrijf.nl")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator(".reference")).to_have_text(REFERENCE)
    page.get_by_role("link", name="Kijk hoe ver").click()
    page.get_by_label("Kenmerk").fill(REFERENCE)
    page.get_by_role("button", name="Laat zien").click()
    expect(page.get_by_role("status")).to_contain_text("Nog niemand")
    assert [handed.email for handed, *_ in place.here.cases.kept] == ["jan@bedrijf.nl"]


def test_with_the_database_gone_the_text_stays_in_the_page(
    desktop: BrowserContext, place: Place
) -> None:
    page = _preview(desktop, place)
    place.here.cases.fault = DeskUnavailable("weg")
    page.get_by_label("Wilt u er nog iets").fill("Een lang verhaal")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("alert")).to_contain_text("niet te bereiken")
    expect(page.get_by_label("Wilt u er nog iets")).to_have_value("Een lang verhaal")
    place.here.cases.fault = None
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator(".reference")).to_have_text(REFERENCE)


def test_after_the_first_step_it_works_without_javascript(
    playwright: Playwright, place: Place
) -> None:
    place.here.live.answers = lambda _: answered()
    program: Browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    try:
        page = _page(program.new_context(java_script_enabled=False), f"{place.url}/voorleggen")
        page.get_by_label("Uw vraag").fill(QUESTION)
        page.get_by_role("button", name="Bekijk wat wij versturen").click()
        expect(page.get_by_text(SENTENCE)).to_be_visible()
        page.get_by_role("button", name="Verstuur").click()
        expect(page.locator(".reference")).to_have_text(REFERENCE)
    finally:
        program.close()


def test_axe_finds_nothing_on_any_page(playwright: Playwright, place: Place) -> None:
    assert list(_faults(playwright, place)) == []


def _faults(playwright: Playwright, place: Place) -> Iterator[Fault]:
    for window, size, colours in _WINDOWS:
        with browser(playwright, size, colours=colours) as context:
            page = _page(context, f"{place.url}/voorleggen")
            yield from faults_of(page, f"{window}, start")
            page.get_by_label("Uw vraag").fill("Iemand chanteert mij nu")
            page.get_by_role("button", name="Bekijk wat").click()
            page.get_by_text("Wat er nog meer meegaat").click()
            yield from faults_of(page, f"{window}, danger")
            page = _preview(context, place)
            yield from faults_of(page, f"{window}, preview")
            page.get_by_label("E-mailadres").fill("jan")
            page.get_by_role("button", name="Verstuur").click()
            expect(page.get_by_role("alert")).to_be_visible()
            yield from faults_of(page, f"{window}, fault")
            page.get_by_label("E-mailadres").fill("")
            page.get_by_role("button", name="Verstuur").click()
            yield from faults_of(page, f"{window}, receipt")
            page.get_by_role("link", name="Kijk hoe ver").click()
            page.get_by_role("button", name="Laat zien").click()
            yield from faults_of(page, f"{window}, status")
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
