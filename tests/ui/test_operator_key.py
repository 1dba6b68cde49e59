"""The key of the operator: who has none, or a wrong one, changes nothing and is not even read."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr
from starlette.types import Message, Scope

from assistant.desk.errors import DeskUnavailable
from indexer.settings import IndexSettings
from tests.ui.conftest import live_over
from tests.ui.operating import KEY, SOURCES, WEATHER, WITH_KEY, operated, send, status
from tests.ui.test_bad_input import told
from ui.api import create_app
from ui.errors import SettingsInvalid
from ui.operator_key import OperatorGate, WrongKeys, check_key
from ui.settings import UiSettings

PLACES = [("POST", SOURCES), ("DELETE", f"{SOURCES}/S01"), ("GET", f"{SOURCES}/S01/status")]


@pytest.mark.parametrize(("method", "path"), PLACES)
def test_without_a_key_in_the_settings_the_routes_are_off(
    client: TestClient, method: str, path: str
) -> None:
    off = client.request(method, path, headers=WITH_KEY)
    assert "LOKET_OPERATOR_KEY" in told(off, 404, "operator-routes-off")["detail"]
    assert off.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("method", "path"), PLACES)
@pytest.mark.parametrize(
    "sent",
    [
        None,
        "",
        KEY,
        f"Basic {KEY}",
        "Bearer",
        "Bearer ",
        f"Bearer {KEY}x",
        f"Bearer {KEY[:-1]}",
        f"Bearer {KEY.upper()}",
    ],
)
def test_who_has_no_key_is_refused(
    small_settings: IndexSettings, method: str, path: str, sent: str | None
) -> None:
    with operated(small_settings) as client:
        headers = {} if sent is None else {"Authorization": sent}
        refused = client.request(method, path, headers=headers)
        told(refused, 401, "no-key")
        assert refused.headers["www-authenticate"].startswith("Bearer")
        assert KEY not in refused.text
        assert refused.headers["cache-control"] == "no-store"
    assert not small_settings.library_dir.exists()


def test_two_keys_are_none(small_settings: IndexSettings) -> None:
    with operated(small_settings) as client:
        both = [("Authorization", "Bearer x"), ("Authorization", f"Bearer {KEY}")]
        told(client.get(f"{SOURCES}/S01/status", headers=both), 401, "no-key")


def test_the_other_routes_ask_for_no_key(small_settings: IndexSettings) -> None:
    with operated(small_settings) as client:
        assert client.get(SOURCES).status_code == 200
        assert client.get(f"{SOURCES}/S01").status_code == 200


@pytest.mark.parametrize(
    "key", ["geheim-en-kort", "x" * 23, "een sleutel met spaties erin 1234", "é" * 30]
)
def test_a_key_that_cannot_be_used_stops_the_start(small_settings: IndexSettings, key: str) -> None:
    with (
        pytest.raises(SettingsInvalid, match="LOKET_OPERATOR_KEY") as raised,
        operated(small_settings, key=key),
    ):
        pass
    assert key not in str(raised.value)


def test_a_key_of_exactly_the_shortest_length_is_fine() -> None:
    check_key("x" * 24)
    check_key("")


def gate(
    key: str = KEY, *, is_admin_key: Callable[[str], bool] | None = None, **more: Any
) -> tuple[list[Message], list[str]]:
    """Send one request through the gate; return what came back and what was touched."""
    sent: list[Message] = []
    touched: list[str] = []

    async def app(*_: object) -> None:
        touched.append("application")

    async def receive() -> Message:
        touched.append("body")
        return {"type": "http.request", "body": b"x"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {"type": "http", "method": "POST", "path": SOURCES, "headers": [], **more}
    asyncio.run(OperatorGate(app, key=key, is_admin_key=is_admin_key)(scope, receive, send))
    return sent, touched


@pytest.mark.parametrize("key", ["", KEY])
def test_a_stranger_is_refused_before_a_byte_is_read(key: str) -> None:
    headers = [(b"content-length", b"52428800"), (b"authorization", b"Bearer nee")]
    sent, touched = gate(key, headers=headers)
    assert sent[0]["status"] == (401 if key else 404)
    assert (b"connection", b"close") in sent[0]["headers"]
    assert touched == []


@pytest.mark.parametrize("key", ["", KEY])
def test_the_whole_server_reads_nothing_of_a_stranger(
    small_settings: IndexSettings, key: str
) -> None:
    settings = UiSettings(_env_file=None, operator_key=SecretStr(key), upload_megabytes=1)
    app = create_app(live_over(small_settings), settings, index_settings=small_settings)
    length = b"9999999999"  # more than anybody may send, and that is not what he is told
    scope: Scope = {
        "type": "http",
        "method": "POST",
        "path": SOURCES,
        "query_string": b"",
        "headers": [(b"content-length", length), (b"content-type", b"multipart/form-data")],
    }
    sent: list[Message] = []

    async def receive() -> Message:
        raise AssertionError("the body is read")

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    assert sent[0]["status"] == (401 if key else 404)


def test_the_operator_passes() -> None:
    headers = [(b"authorization", f"bearer {KEY}".encode())]
    assert gate(headers=headers) == ([], ["application"])


def test_too_many_wrong_keys_shut_an_address_out_for_a_while(
    small_settings: IndexSettings,
) -> None:
    with operated(small_settings) as client:
        for _ in range(10):
            told(send_wrong(client), 401, "no-key")
        shut = send_wrong(client)
        told(shut, 429, "too-many-attempts")
        assert 0 < int(shut.headers["retry-after"]) <= 60
        told(status(client, "S01"), 429, "too-many-attempts")
        assert client.get(SOURCES).status_code == 200


def send_wrong(client: TestClient) -> Any:
    return client.get(f"{SOURCES}/S01/status", headers={"Authorization": "Bearer nee"})


def test_wrong_keys_are_counted_by_address_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1_000.0]
    monkeypatch.setattr("limits.storage.memory.time.time", lambda: clock[0])
    wrong = WrongKeys(2)
    for _ in range(2):
        assert wrong.seconds_to_wait("a") == 0
        wrong.note("a")
    assert wrong.seconds_to_wait("a") > 0
    assert wrong.seconds_to_wait("b") == 0
    clock[0] += 61
    assert wrong.seconds_to_wait("a") == 0


def test_the_right_key_does_not_count(small_settings: IndexSettings) -> None:
    with operated(small_settings) as client:
        for _ in range(15):
            assert status(client, "nergens").status_code == 404


def test_the_key_is_not_in_the_log(built: IndexSettings, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), operated(built) as client:
        send(client, WEATHER)
        send_wrong(client)
    assert KEY not in caplog.text


ADMIN = "lwk_" + "a" * 43
AS_ADMIN = [(b"authorization", f"Bearer {ADMIN}".encode())]


def is_admin(key: str) -> bool:
    return key == ADMIN


@pytest.mark.parametrize("key", ["", KEY])
def test_the_key_of_an_administrator_passes_too(key: str) -> None:
    assert gate(key, headers=AS_ADMIN, is_admin_key=is_admin) == ([], ["application"])
    if key:
        headers = [(b"authorization", f"Bearer {KEY}".encode())]
        assert gate(key, headers=headers, is_admin_key=is_admin) == ([], ["application"])


@pytest.mark.parametrize("key", ["", KEY])
@pytest.mark.parametrize(
    "sent", [None, b"Bearer lwk_nee", b"Bearer", b"Bearer \xe9\xff", b"Basic x"]
)
def test_any_other_key_does_not(key: str, sent: bytes | None) -> None:
    headers = [] if sent is None else [(b"authorization", sent)]
    sent_back, touched = gate(key, headers=headers, is_admin_key=is_admin)
    assert sent_back[0]["status"] == 401
    assert touched == []


def test_without_a_desk_no_key_of_it_passes() -> None:
    assert gate(headers=AS_ADMIN)[0][0]["status"] == 401
    assert gate("", headers=AS_ADMIN)[0][0]["status"] == 404


def test_the_key_of_the_settings_works_when_the_desk_does_not() -> None:
    def gone(_: str) -> bool:
        raise DeskUnavailable("weg")

    headers = [(b"authorization", f"Bearer {KEY}".encode())]
    assert gate(headers=headers, is_admin_key=gone) == ([], ["application"])
    sent, touched = gate(headers=AS_ADMIN, is_admin_key=gone)
    assert sent[0]["status"] == 503
    assert json.loads(sent[1]["body"])["type"].endswith(":desk-unavailable")
    assert touched == []


def test_asking_the_desk_holds_up_nobody_else() -> None:
    threads = {threading.get_ident()}

    def noted(_: str) -> bool:
        threads.add(threading.get_ident())
        return True

    gate(headers=AS_ADMIN, is_admin_key=noted)
    assert len(threads) == 2
