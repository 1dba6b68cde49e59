"""How much one client may ask: the size of a body, and answers in a moving minute."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope, Send

from indexer.settings import IndexSettings
from tests.ui.conftest import ASKED, live_over
from tests.ui.test_bad_input import told
from ui.api import create_app
from ui.limits import AnswerRate, BodyLimit, Uploads
from ui.settings import UiSettings

PATH = "/api/v1/answers"


@pytest.fixture
def strict(small_settings: IndexSettings) -> Iterator[TestClient]:
    """A client that gets three answers a minute and may send 4 KB."""
    settings = UiSettings(_env_file=None, answers_per_minute=3, body_bytes=4_096)
    with TestClient(create_app(live_over(small_settings), settings)) as client:
        yield client


def test_the_fourth_answer_in_a_minute_is_refused_with_the_time_to_wait(strict: TestClient) -> None:
    for path in (PATH, f"{PATH}/stream", PATH):
        assert strict.post(path, json={"question": ASKED}).status_code == 200
    for path in (PATH, f"{PATH}/stream"):
        refused = strict.post(path, json={"question": ASKED})
        told(refused, 429, "too-many-questions")
        assert 0 < int(refused.headers["retry-after"]) <= 60


def test_other_routes_do_not_count_and_are_not_refused(strict: TestClient) -> None:
    for _ in range(5):
        assert strict.post("/api/v1/search", json={"question": ASKED}).status_code == 200
        assert strict.get("/api/v1/health").status_code == 200
        assert strict.get(PATH).status_code == 405
    assert strict.post(PATH, json={"question": ASKED}).status_code == 200


def test_an_address_cannot_be_claimed(strict: TestClient) -> None:
    statuses = [
        strict.post(
            PATH, json={"question": ASKED}, headers={"X-Forwarded-For": f"10.0.0.{number}"}
        ).status_code
        for number in range(4)
    ]
    assert statuses == [200, 200, 200, 429]


def test_the_window_moves_and_is_each_address_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1_000.0]
    monkeypatch.setattr("limits.storage.memory.time.time", lambda: clock[0])
    rate = AnswerRate(2)
    assert rate.seconds_to_wait("a") == 0
    clock[0] += 50
    assert rate.seconds_to_wait("a") == 0
    assert rate.seconds_to_wait("a") == 10
    assert rate.seconds_to_wait("b") == 0
    clock[0] += 10.5
    assert rate.seconds_to_wait("a") == 0, "the first answer is more than a minute ago"
    assert rate.seconds_to_wait("a") > 0


def test_a_body_that_says_it_is_too_large(strict: TestClient) -> None:
    refused = strict.post(PATH, json={"question": "x" * 5_000})
    assert "4 KB" in told(refused, 413, "too-large")["detail"]


def test_a_body_in_pieces_without_a_length(strict: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(10):
            yield b"x" * 1_000

    refused = strict.post(PATH, content=pieces(), headers={"Content-Type": "application/json"})
    told(refused, 413, "too-large")


def test_a_body_of_exactly_the_limit_is_read(strict: TestClient) -> None:
    body = json.dumps({"question": ASKED}).encode().ljust(4_096)
    headers = {"Content-Type": "application/json"}
    assert strict.post(PATH, content=body, headers=headers).status_code == 200
    assert strict.post(PATH, content=body + b" ", headers=headers).status_code == 413


def test_a_client_that_leaves_in_the_middle_of_its_body_reaches_nothing() -> None:
    reached: list[Any] = []

    async def app(*_: object) -> None:
        reached.append(1)

    async def receive() -> Message:
        return messages.pop(0)

    async def send(message: Message) -> None:
        reached.append(message)

    messages: list[Message] = [
        {"type": "http.request", "body": b"x", "more_body": True},
        {"type": "http.disconnect"},
    ]
    scope: Scope = {"type": "http", "headers": []}
    asyncio.run(BodyLimit(app, most_bytes=10)(scope, receive, send))
    assert reached == []


def test_what_follows_a_body_reaches_the_application() -> None:
    seen: list[Message] = []

    async def app(_: Scope, receive: Receive, __: Send) -> None:
        seen.extend([await receive(), await receive()])

    async def receive() -> Message:
        return messages.pop(0)

    async def send(_: Message) -> None:
        raise AssertionError

    messages: list[Message] = [
        {"type": "http.request", "body": b"ab", "more_body": True},
        {"type": "http.request", "body": b"c", "more_body": False},
        {"type": "http.disconnect"},
    ]
    scope: Scope = {"type": "http", "headers": []}
    asyncio.run(BodyLimit(app, most_bytes=10)(scope, receive, send))
    assert [message.get("body") for message in seen] == [b"abc", None]


def upload(pieces: list[bytes], **scope: Any) -> tuple[list[str], list[Message]]:
    """Send pieces through a limit of a megabyte; return what happened, in order, and the answer."""
    events: list[str] = []
    sent: list[Message] = []

    async def app(_: Scope, receive: Receive, send: Send) -> None:
        while (await receive()).get("more_body"):
            events.append("piece")
        await send({"type": "http.response.start", "status": 202, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def receive() -> Message:
        events.append("asked")
        return {"type": "http.request", "body": pieces.pop(0), "more_body": bool(pieces)}

    async def send(message: Message) -> None:
        sent.append(message)

    asked: Scope = {"type": "http", "method": "POST", "path": "/up", "headers": [], **scope}
    limit = BodyLimit(app, most_bytes=10, uploads=Uploads("/up", 1))
    try:
        asyncio.run(limit(asked, receive, send))
    except HTTPException:
        events.append("stopped")
    return events, sent


def test_a_document_passes_piece_by_piece() -> None:
    events, sent = upload([b"x" * 400_000, b"y" * 400_000])
    assert events == ["asked", "piece", "asked"], "nothing is read before it is asked for"
    assert sent[0]["status"] == 202


def test_a_document_that_becomes_too_large_is_stopped_there() -> None:
    events, _ = upload([b"x" * 400_000] * 9)
    assert events[-2:] == ["asked", "stopped"]
    assert events.count("asked") == 3, "the rest is not read"


def test_other_methods_and_places_keep_their_own_limit() -> None:
    for scope in ({"method": "PUT"}, {"path": "/up/x"}):
        _, sent = upload([b"x" * 20], **scope)
        assert sent[0]["status"] == 413
