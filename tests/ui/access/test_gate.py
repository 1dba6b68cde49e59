"""The gate: a stranger sees nothing of the desk, and nobody acts with somebody else's session."""

from __future__ import annotations

import asyncio
from typing import Any

import gradio as gr
import pytest
from fastapi import Request
from starlette.types import Message, Scope

from assistant.desk.database import Database
from assistant.desk.errors import DeskOff, NotAllowed
from assistant.desk.staff import Staff
from tests.ui.access.parts import (
    BROWSER,
    LOGIN,
    LOGOUT,
    NAME,
    OURS,
    access_to,
    application,
    client_of,
    hired,
    keyed,
    log_in,
)
from ui.access.errors import ForeignRequest, Unauthenticated
from ui.access.gate import access_of, actor_of, require

JOIN = "/loket/gradio_api/queue/join"
SCRIPT = {"Accept": "*/*", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": "same-origin"}
FORGED: list[dict[str, str]] = [
    {},
    {"Origin": "null"},
    {"Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
]


def test_a_stranger_is_sent_to_the_login_and_back(staff: Staff) -> None:
    client = client_of(access_to(hired(staff)))
    sent = client.get("/loket/zaken?zaak=5")
    assert sent.status_code == 303
    assert sent.headers["location"] == "/loket/inloggen?naar=%2Floket%2Fzaken%3Fzaak%3D5"
    assert sent.headers["cache-control"] == "no-store"
    back = log_in(client, naar="/loket/zaken?zaak=5")
    assert back.headers["location"] == "/loket/zaken?zaak=5"
    assert client.get("/loket/zaken?zaak=5").json()["actor"] == NAME


@pytest.mark.parametrize("path", ["/loket/config", "/loket/x", "/loket/gradio_api/queue/data"])
def test_a_script_of_a_stranger_reads_why(staff: Staff, path: str) -> None:
    refused = client_of(access_to(staff)).get(path, headers=SCRIPT)
    assert refused.status_code == 401
    assert refused.json()["type"].endswith(":not-logged-in")
    assert refused.headers["www-authenticate"].startswith("Bearer")


def test_a_stranger_reaches_no_handler(staff: Staff) -> None:
    client = client_of(access_to(staff))
    refused = client.post(JOIN, headers=SCRIPT)
    assert refused.status_code == 401
    assert "/loket/inloggen" in refused.json()["detail"], "Gradio shows this in the page"
    client.cookies.set("loket_sessie", "verzonnen.door.iemand")
    assert client.post(JOIN, headers=SCRIPT).status_code == 401


def test_files_and_other_pages_need_no_session(staff: Staff) -> None:
    client = client_of(access_to(staff))
    assert client.get("/loket/assets/index.js").status_code == 200
    assert client.get("/").json() == {"actor": None, "cookie": None}
    assert client.get("/loket/assets/../config").status_code in (303, 401, 404)


def test_pages_of_the_desk_are_kept_nowhere(staff: Staff) -> None:
    client = client_of(access_to(hired(staff)))
    log_in(client)
    for path in ("/loket/", LOGIN, LOGOUT):
        page = client.get(path)
        assert page.status_code == 200
        assert page.headers["cache-control"] == "no-store"
        # With "no-referrer" browsers would hide where our own forms come from.
        assert page.headers["referrer-policy"] == "same-origin"
        assert "noindex" in page.headers["x-robots-tag"]
    assert "cache-control" not in client.get("/loket/assets/index.js").headers


@pytest.mark.parametrize("headers", FORGED)
def test_another_site_cannot_act_with_a_session(staff: Staff, headers: dict[str, str]) -> None:
    client = client_of(access_to(hired(staff)))
    log_in(client)
    for path in (JOIN, LOGOUT, LOGIN):
        refused = client.post(path, headers={**headers, "Accept": "*/*"})
        assert refused.status_code == 403
        assert refused.json()["type"].endswith(":foreign-request")
    refused = client.post("/api/v1/cases/1/approve", headers=headers)
    assert refused.json()["type"].endswith(":foreign-request")
    assert client.get("/loket/").json()["actor"] == NAME, "and the session goes on"


@pytest.mark.parametrize("headers", [OURS, SCRIPT])
def test_our_own_page_can(staff: Staff, headers: dict[str, str]) -> None:
    client = client_of(access_to(hired(staff)))
    log_in(client)
    assert client.post(JOIN, headers=headers).json()["actor"] == NAME
    assert client.post("/api/v1/cases/1/approve", headers=headers).json() == NAME


def test_an_open_page_hears_from_its_own_handlers_that_the_session_ended(staff: Staff) -> None:
    access = access_to(hired(staff))
    client = client_of(access)
    log_in(client)
    access.logout(client.cookies["loket_sessie"])
    heard = client.post(JOIN, headers=SCRIPT)
    assert heard.status_code == 200
    assert heard.json()["actor"] is None
    for path in ("/loket/", "/loket/config", "/loket/gradio_api/info"):
        assert client.get(path, headers=SCRIPT).status_code == 401
    assert client.get("/loket/").status_code == 303
    assert client.get("/api/v1/cases").status_code == 401
    assert client.post(JOIN, headers={"Origin": "https://evil.example"}).status_code == 403
    log_in(client)
    assert client.post(JOIN, headers=SCRIPT).json()["actor"] == NAME


def test_rest_takes_a_session_or_a_key(staff: Staff) -> None:
    client = client_of(access_to(hired(staff)))
    assert client.get("/api/v1/cases").status_code == 401
    key = {"Authorization": f"Bearer {keyed(staff, 'reader')}"}
    assert client.get("/api/v1/cases", headers=key).json() == "sleutel zaaksysteem"
    log_in(client)
    assert client.get("/api/v1/cases").json() == NAME


def test_a_key_needs_no_page_but_the_right_role(staff: Staff) -> None:
    client = client_of(access_to(staff))
    reader = {"Authorization": f"Bearer {keyed(staff, 'reader', 'een')}"}
    approver = {"Authorization": f"bearer {keyed(staff, 'approver', 'twee')}"}
    refused = client.post("/api/v1/cases/1/approve", headers=reader)
    assert refused.status_code == 403
    assert refused.json()["type"].endswith(":not-allowed")
    assert client.post("/api/v1/cases/1/approve", headers=approver).json() == "sleutel twee"


@pytest.mark.parametrize("sent", ["Bearer lwk_nee", "Bearer", "Basic bm9vcjp4", "", "x"])
def test_a_wrong_key_is_not_saved_by_a_cookie(staff: Staff, sent: str) -> None:
    client = client_of(access_to(hired(staff)))
    log_in(client)
    assert client.get("/api/v1/cases", headers={"Authorization": sent}).status_code == 401


def test_two_keys_are_none(staff: Staff) -> None:
    key = ("Authorization", f"Bearer {keyed(staff, 'reader')}")
    refused = client_of(access_to(staff)).get("/api/v1/cases", headers=[key, key])
    assert refused.status_code == 401


def test_without_a_desk_there_is_nothing(staff: Staff) -> None:
    del staff
    client = client_of(None)
    for path in ("/loket/", LOGIN, "/loket/assets/index.js"):
        page = client.get(path)
        assert page.status_code == 404
        assert "LOKET_DESK_KEY" in page.text
    assert client.post(LOGIN, headers=OURS).status_code == 404
    assert client.get("/api/v1/cases").status_code == 404
    assert client.get("/").json()["actor"] is None


def test_a_database_that_is_gone_is_told_to_people_and_programs(
    staff: Staff, sqlite_database: Database
) -> None:
    client = client_of(access_to(hired(staff)))
    log_in(client)
    assert sqlite_database.file
    sqlite_database.close()
    sqlite_database.file.unlink()
    page = client.get("/loket/")
    assert page.status_code == 503
    assert "<h1>" in page.text
    assert page.headers["retry-after"]
    assert client.get("/loket/", headers=SCRIPT).json()["type"].endswith(":desk-unavailable")
    assert client.get("/api/v1/cases").status_code == 503
    assert client.get(LOGIN).status_code == 200


def scope_of(**more: Any) -> Scope:
    return {"type": "http", "method": "GET", "path": "/", "headers": [], **more}


def test_who_asks_is_the_same_for_every_kind_of_request(staff: Staff) -> None:
    seen: list[Scope] = []

    async def app(scope: Scope, *_: object) -> None:
        seen.append(scope)

    from ui.access.gate import DeskGate

    access = access_to(hired(staff))
    key = keyed(staff, "editor")
    headers = [(b"authorization", f"Bearer {key}".encode())]
    asyncio.run(DeskGate(app, access)(scope_of(headers=headers), _never, _never))
    (scope,) = seen
    assert access_of(scope) is access
    for request in (scope, Request(scope), gr.Request(Request(scope))):
        actor = actor_of(request)
        assert actor
        assert actor.name == "sleutel zaaksysteem"
        assert require(request, "edit") == actor
        with pytest.raises(NotAllowed):
            require(request, "approve")


def test_what_did_not_pass_the_gate_has_no_access() -> None:
    assert access_of(scope_of()) is None
    assert actor_of(scope_of()) is None
    assert actor_of(gr.Request()) is None
    with pytest.raises(DeskOff):
        require(scope_of(), "read")


def test_a_stranger_and_a_forger_are_told_apart(staff: Staff) -> None:
    access = access_to(staff)
    with pytest.raises(Unauthenticated):
        require(scope_of(**{"loketwijzer.access": access}), "read")
    cookie = [(b"cookie", b"loket_sessie=x"), (b"origin", b"https://evil.example")]
    forged = scope_of(method="POST", headers=cookie, **{"loketwijzer.access": access})
    with pytest.raises(ForeignRequest):
        require(forged, "read")


def test_no_socket_is_opened(staff: Staff) -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    app = application(access_to(staff))
    asyncio.run(app(scope_of(type="websocket", path="/loket/ws", app=app), _never, send))
    assert sent == [{"type": "websocket.close", "code": 1008}]


async def _never(*_: object) -> Any:
    raise AssertionError


def test_a_head_of_a_page_is_no_way_around(staff: Staff) -> None:
    client = client_of(access_to(staff))
    assert client.head("/loket/").status_code == 401
    assert client.options("/loket/", headers=BROWSER).status_code == 401
