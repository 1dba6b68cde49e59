"""The chat page in a running application: a waiting page, the page, never its back doors."""

from __future__ import annotations

import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from indexer.settings import IndexSettings
from tests.ui.conftest import live_over
from tests.ui.test_bad_input import told
from ui.api import create_app
from ui.mount import ChatPage
from ui.settings import UiSettings


class Stage:
    """A page that is built when the test says so, and remembers its start and end."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.events: list[str] = []

    def build(self) -> FastAPI:
        self.go.wait(10)

        @asynccontextmanager
        async def running(_: FastAPI) -> AsyncIterator[None]:
            self.events.append("start")
            yield
            self.events.append("end")

        page = FastAPI(lifespan=running, openapi_url=None)
        page.add_api_route("/{path:path}", lambda path: f"page:{path}", methods=["GET", "POST"])
        return page


def rest_with(page: ChatPage, settings: IndexSettings) -> TestClient:
    live = live_over(settings)
    ui_settings = UiSettings(_env_file=None, answers_per_minute=1_000)
    app = create_app(live, ui_settings, alongside=page.alongside)
    app.router.default = page
    return TestClient(app, raise_server_exceptions=False)


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_first_a_waiting_page_then_the_page(small_settings: IndexSettings) -> None:
    stage = Stage()
    with rest_with(ChatPage(stage.build), small_settings) as client:
        waiting = client.get("/")
        assert waiting.status_code == 503
        assert waiting.headers["retry-after"] == "1"
        assert '<html lang="nl">' in waiting.text
        assert "wordt gestart" in waiting.text
        assert '<meta http-equiv="refresh"' in waiting.text
        assert client.get("/api/v1/health").status_code == 200
        told(client.get("/assets/x.js"), 404, "not-found")
        stage.go.set()
        until(lambda: client.get("/").status_code == 200)
        assert client.get("/assets/x.js").json() == "page:assets/x.js"
        assert stage.events == ["start"]
    assert stage.events == ["start", "end"]


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/info",
        "/gradio_api/info/",
        "/gradio_api/%69nfo",
        "/gradio_api/upload",
        "/gradio_api/upload_progress",
        "/gradio_api/runs",
        "/gradio_api/run-history/records",
        "/gradio_api/run/ask",
        "/gradio_api/call/ask",
        "/gradio_api/api/ask",
        "/gradio_api/openapi.json",
        "/gradio_api/proxy=https://example.org/",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file/etc/passwd",
        "/gradio_api/component_server",
        "/gradio_api/",
        "/gradio_api",
        "//gradio_api/info",
        "/monitoring",
        "/login",
        "/api/v1/nergens",
    ],
)
def test_back_doors_are_closed_before_the_page_sees_them(
    small_settings: IndexSettings, path: str
) -> None:
    stage = Stage()
    stage.go.set()
    with rest_with(ChatPage(stage.build), small_settings) as client:
        until(lambda: client.get("/").status_code == 200)
        for method in ("GET", "POST"):
            told(client.request(method, f"http://testserver{path}"), 404, "not-found")


@pytest.mark.parametrize(
    "path", ["/gradio_api/queue/join", "/config", "/theme.css", "/page/page.js"]
)
def test_what_the_page_needs_is_open(small_settings: IndexSettings, path: str) -> None:
    stage = Stage()
    stage.go.set()
    with rest_with(ChatPage(stage.build), small_settings) as client:
        until(lambda: client.get("/").status_code == 200)
        assert client.get(path).status_code == 200


def test_rest_goes_on_without_a_page_that_cannot_be_built(
    small_settings: IndexSettings, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> FastAPI:
        raise ImportError("no gradio here")

    with rest_with(ChatPage(broken), small_settings) as client:
        until(lambda: "kon niet worden gestart" in client.get("/").text)
        assert 'http-equiv="refresh"' not in client.get("/").text
        assert client.get("/api/v1/health").status_code == 200
    assert "no gradio here" in caplog.text


def test_stopping_during_the_build_ends_in_order(small_settings: IndexSettings) -> None:
    stage = Stage()
    with rest_with(ChatPage(stage.build), small_settings):
        threading.Timer(0.2, stage.go.set).start()
    assert stage.events == ["start", "end"]
