"""The stream: events in the order of proof, errors as events, an end when nobody listens."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.answers import Event, StepDone
from indexer.errors import IndexDamaged
from indexer.settings import IndexSettings
from tests.ui.conftest import ASKED, live_over
from ui.api import create_app
from ui.server import _listen
from ui.settings import UiSettings

PATH = "/api/v1/answers/stream"
Told = list[tuple[str, dict[str, Any]]]


def told(body: str) -> Told:
    """Read the events of a stream: their names and their data."""
    found: Told = []
    for block in body.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines())
        found.append((fields["event"], json.loads(fields["data"])))
    return found


def ask(client: TestClient, question: str) -> Told:
    response = client.post(PATH, json={"question": question})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/event-stream")
    return told(response.text)


def test_events_come_in_the_order_of_the_assistant(client: TestClient) -> None:
    events = ask(client, ASKED)
    names = [name for name, _ in events]
    assert names[:6] == ["step"] * 6
    assert [data["name"] for name, data in events if name == "step"] == [
        "screen", "understand", "retrieve", "judge", "corroborate", "compose",
    ]  # fmt: skip
    rest = names[6:]
    assert rest[0] == "citation"
    assert rest[-1] == "answer"
    assert rest.count("answer") == 1
    assert set(rest) == {"citation", "sentence", "notice", "answer"}
    last_sentence = max(place for place, name in enumerate(rest) if name == "sentence")
    assert rest.index("notice") > last_sentence


def test_each_citation_comes_before_the_sentence_that_points_to_it(client: TestClient) -> None:
    known: set[int] = set()
    for name, data in ask(client, ASKED):
        if name == "citation":
            known.add(data["number"])
        elif name == "sentence":
            assert set(data["citations"]) <= known


def test_the_answer_holds_what_was_streamed(client: TestClient) -> None:
    events = ask(client, ASKED)
    answer = events[-1][1]
    for name, field in (("sentence", "sentences"), ("citation", "citations")):
        assert [data for kind, data in events if kind == name] == answer[field]


def test_a_question_off_topic_streams_its_steps_and_the_reply(client: TestClient) -> None:
    events = ask(client, "xylofoon quiche zeppelin")
    assert {name for name, _ in events} == {"step", "answer"}
    assert events[-1][1]["status"] == "out_of_scope"


@pytest.mark.parametrize(
    ("error", "slug"),
    [
        (IndexDamaged(Path("/secret"), "gone"), "index-damaged"),
        (ZeroDivisionError("secret"), "internal-error"),
    ],
)
def test_what_breaks_on_the_way_is_the_last_event(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, error: Exception, slug: str
) -> None:
    def breaking(*_: object) -> Iterator[Event]:
        yield StepDone(name="screen", milliseconds=1.0)
        raise error

    ask(client, ASKED)  # the index is open now
    monkeypatch.setattr("assistant.pipeline.Assistant.events", breaking)
    events = ask(client, ASKED)
    assert [name for name, _ in events] == ["step", "error"]
    problem = events[-1][1]
    assert problem["type"].endswith(slug)
    assert problem["title"]
    assert "secret" not in json.dumps(problem)


@contextmanager
def listening(app: FastAPI) -> Iterator[int]:
    """Serve an application on a free port, in a thread."""
    with _listen("127.0.0.1", 0) as listener:
        server = uvicorn.Server(uvicorn.Config(app, ws="none", log_config=None))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()


def test_the_assistant_stops_when_the_client_goes_away(
    small_settings: IndexSettings, ui_settings: UiSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = live_over(small_settings)
    live.refresh()
    stopped = threading.Event()

    def endless(*_: object) -> Iterator[Event]:
        try:
            while True:
                time.sleep(0.01)
                yield StepDone(name="slow", milliseconds=10.0)
        finally:
            stopped.set()

    monkeypatch.setattr("assistant.pipeline.Assistant.events", endless)
    with listening(create_app(live, ui_settings)) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request(
            "POST", PATH, json.dumps({"question": ASKED}), {"Content-Type": "application/json"}
        )
        response = connection.getresponse()
        assert response.readline() == b"event: step\n"
        response.close()
        connection.close()
        assert stopped.wait(5)
