"""Logging in with a real browser: what it really sends along, and that anybody can use the page."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from assistant.desk.staff import Staff
from tests.ui.access.parts import LOGIN, LOGOUT, NAME, PASSWORD, access_to, application, hired
from tests.ui.browser.axe import faults_of
from tests.ui.browser.programs import CHROMIUM, DESKTOP, PHONE
from ui.assets import serve_assets

pytestmark = pytest.mark.browser

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP *.example 127.0.0.1"]
"""A name besides 127.0.0.1: over http a browser then sends no `Sec-Fetch-Site`, only `Origin`."""
EVIL = """<!doctype html><title>Gratis koffie</title><form method="post" action="{}">
<input name="naam"><input name="wachtwoord"><button>Koffie</button></form>"""


@contextmanager
def running(app: FastAPI) -> Iterator[int]:
    """Serve an application in a thread; yield its port."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.02)
            yield int(listener.getsockname()[1])
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def port(staff: Staff) -> Iterator[int]:
    """Where a desk with one colleague stands."""
    app = application(access_to(hired(staff)))
    serve_assets(app)

    @app.get("/koffie")
    def coffee(doel: str) -> HTMLResponse:
        # As another server would: without the policy of ours that lets a form go nowhere else.
        return HTMLResponse(EVIL.format(doel), headers={"Content-Security-Policy": ""})

    with running(app) as found:
        yield found


@pytest.fixture(scope="module")
def driver() -> Iterator[Playwright]:
    """The driver of Chromium; without Chromium: a skip, in CI a failure."""
    if not CHROMIUM.exists():
        reason = f"{CHROMIUM} is missing (make ci-packages)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="module")
def chromium(driver: Playwright) -> Iterator[Browser]:
    """A browser that knows some names of this test."""
    program = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield program
    program.close()


def fill(page: Page, password: str = PASSWORD) -> None:
    page.get_by_label("Naam").fill(NAME)
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Inloggen").click()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("host", ["127.0.0.1", "loket.example"])
def test_logging_in_and_out(chromium: Browser, port: int, host: str, scripts: bool) -> None:
    page = chromium.new_context(java_script_enabled=scripts).new_page()
    page.goto(f"http://{host}:{port}/loket/zaken?zaak=5")
    assert page.url.endswith("/loket/inloggen?naar=%2Floket%2Fzaken%3Fzaak%3D5")
    fill(page)
    page.wait_for_url("**/loket/zaken?zaak=5")
    assert NAME in page.content()
    page.goto(f"http://{host}:{port}{LOGOUT}")
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url("**/loket/inloggen?uit=1")
    page.goto(f"http://{host}:{port}/loket/")
    assert page.url.endswith(LOGIN)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(chromium: Browser, port: int, size: object, colours: str) -> None:
    context = chromium.new_context(viewport=size, color_scheme=colours)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}{LOGIN}")
    assert list(faults_of(page, "login")) == []
    fill(page, "verkeerd wachtwoord")
    page.get_by_role("alert").wait_for()
    assert list(faults_of(page, "wrong")) == []
    assert page.evaluate("document.activeElement.id") == "wachtwoord"
    fill(page)
    page.goto(f"http://127.0.0.1:{port}{LOGOUT}")
    assert list(faults_of(page, "logout")) == []
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"]  # type: ignore[index]


def test_another_site_logs_nobody_out_or_in(chromium: Browser, port: int) -> None:
    page = chromium.new_context().new_page()
    desk = f"http://loket.example:{port}"
    page.goto(desk + LOGIN)
    fill(page)
    page.wait_for_url("**/loket/")
    for target in (LOGOUT, LOGIN, "/loket/gradio_api/queue/join"):
        page.goto(f"http://koffie.example:{port}/koffie?doel={desk}{target}")
        with page.expect_response(f"**{target}") as response:
            page.get_by_role("button").click()
        assert response.value.status == 403
        assert "kwam niet van een pagina van dit loket" in response.value.text()
    page.goto(f"{desk}/loket/")
    assert NAME in page.content()


def test_no_script_reads_the_cookie(chromium: Browser, port: int) -> None:
    page = chromium.new_context().new_page()
    page.goto(f"http://127.0.0.1:{port}{LOGIN}")
    fill(page)
    page.wait_for_url("**/loket/")
    page.goto(f"http://127.0.0.1:{port}{LOGIN}")
    assert page.evaluate("document.cookie") == ""
    (cookie,) = page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == (True, "Strict", -1)
