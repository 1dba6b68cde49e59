"""Logging in and out over HTTP: what a browser gets, and what a stranger cannot learn or do."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from limits import RateLimitItemPerMinute
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from assistant.desk.database import Database
from assistant.desk.staff import Staff
from tests.assistant.desk.databases import desk_settings
from tests.ui.access.parts import (
    CHEAP,
    LOGIN,
    LOGOUT,
    NAME,
    OURS,
    PASSWORD,
    access_to,
    application,
    client_of,
    hired,
    log_in,
)
from ui.access.access import Access
from ui.access.attempts import Attempts
from ui.access.passwords import Passwords

FORM = {"Content-Type": "application/x-www-form-urlencoded", **OURS}


def test_the_page_is_there_for_strangers(staff: Staff) -> None:
    page = client_of(access_to(staff)).get(f"{LOGIN}?naar=/loket/zaken")
    assert page.status_code == 200
    assert 'value="/loket/zaken"' in page.text
    assert "set-cookie" not in page.headers


def test_the_cookie_fits_the_connection(staff: Staff) -> None:
    access = access_to(hired(staff))
    plain = log_in(client_of(access))
    assert plain.status_code == 303
    assert plain.headers["location"] == "/loket/"
    assert plain.headers["set-cookie"].startswith("loket_sessie=")
    assert "Secure" not in plain.headers["set-cookie"]
    client = client_of(access, "https://testserver")
    secure = log_in(client)
    assert secure.headers["set-cookie"].startswith("__Host-loket_sessie=")
    for part in ("Secure", "HttpOnly", "SameSite=strict", "Path=/"):
        assert part in secure.headers["set-cookie"]
    assert client.get("/loket/").json()["actor"] == NAME


@pytest.mark.parametrize(("trusted", "secure"), [("testclient", True), ("192.0.2.1", False)])
def test_only_a_proxy_that_we_trust_makes_it_https(
    staff: Staff, trusted: str, secure: bool
) -> None:
    app = application(access_to(hired(staff)))
    behind: Any = ProxyHeadersMiddleware(app, trusted_hosts=trusted)  # type: ignore[arg-type]
    client = TestClient(behind, follow_redirects=False)
    headers = {"X-Forwarded-Proto": "https", "Origin": "https://testserver"}
    done = client.post(LOGIN, data={"naam": NAME, "wachtwoord": PASSWORD}, headers=headers)
    assert ("Secure" in done.headers["set-cookie"]) is secure


def test_a_wrong_name_and_a_wrong_password_look_the_same(staff: Staff) -> None:
    client = client_of(access_to(hired(staff)))
    known = log_in(client, NAME, "verkeerd wachtwoord")
    unknown = log_in(client, "niemand anders", "verkeerd wachtwoord")
    assert known.status_code == unknown.status_code == 403
    assert known.text.replace(NAME, "") == unknown.text.replace("niemand anders", "")
    assert "verkeerd wachtwoord" not in known.text
    assert "set-cookie" not in known.headers


def test_a_session_that_somebody_planted_is_not_gone_on_with(staff: Staff) -> None:
    access = access_to(hired(hired(staff), "Bo"))
    planted = access.login("Bo", PASSWORD, "192.0.2.66")
    client = client_of(access)
    client.cookies.set("loket_sessie", planted, domain="testserver.local", path="/")
    log_in(client)
    assert access.actor_of_cookie(planted) is None, "and it is over for whoever planted it"
    assert client.cookies["loket_sessie"] != planted


@pytest.mark.parametrize("naar", ["https://evil.example", "//evil.example", "/loket/../x", "/x"])
def test_nobody_is_sent_elsewhere(staff: Staff, naar: str) -> None:
    client = client_of(access_to(hired(staff)))
    assert f'value="{naar}"' not in client.get(LOGIN, params={"naar": naar}).text
    assert log_in(client, naar=naar).headers["location"] == "/loket/"


def test_logging_out_ends_the_session_and_the_cookie(staff: Staff) -> None:
    access = access_to(hired(staff))
    client = client_of(access)
    log_in(client)
    value = client.cookies["loket_sessie"]
    page = client.get(LOGOUT)
    assert NAME in page.text
    assert access.actor_of_cookie(value), "looking at the page does nothing"
    out = client.post(LOGOUT, headers=OURS)
    assert out.headers["location"] == "/loket/inloggen?uit=1"
    assert "loket_sessie" not in client.cookies
    assert access.actor_of_cookie(value) is None
    assert "U bent uitgelogd." in client.get(out.headers["location"]).text
    assert client.get(LOGOUT).status_code == 303


def test_too_many_wrong_passwords(staff: Staff) -> None:
    few = Attempts(RateLimitItemPerMinute(3), RateLimitItemPerMinute(50))
    client = client_of(access_to(hired(staff), attempts=few))
    for _ in range(3):
        assert log_in(client, NAME, "verkeerd").status_code == 403
    shut = log_in(client)
    assert shut.status_code == 429
    assert 0 < int(shut.headers["retry-after"]) <= 60
    assert "te vaak" in shut.text
    assert "set-cookie" not in shut.headers


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"naam=Noor",
        b"wachtwoord=x",
        b"naam=a&naam=b&wachtwoord=x",
        b"&".join(b"naam=%d" % number for number in range(500)),
        b"\xff\xfe\x00=\x00",
        b"naam=%00%ff%ed%a0%80&wachtwoord=%00",
        b'{"naam": "Noor"}',
        b"naam=" + b"x" * 16_000,
    ],
)
def test_what_is_no_login_is_a_wrong_one(staff: Staff, body: bytes) -> None:
    refused = client_of(access_to(hired(staff))).post(LOGIN, content=body, headers=FORM)
    assert refused.status_code == 403
    assert "<form" in refused.text


def test_a_megabyte_is_refused_on_a_page(staff: Staff) -> None:
    body = urlencode({"naam": NAME, "wachtwoord": "x" * 1_048_576})
    refused = client_of(access_to(hired(staff))).post(LOGIN, content=body, headers=FORM)
    assert refused.status_code == 413
    assert "te veel ingevuld" in refused.text
    assert len(refused.text) < 10_000


def test_a_database_that_is_gone_keeps_the_name(staff: Staff, sqlite_database: Database) -> None:
    client = client_of(access_to(hired(staff)))
    assert sqlite_database.file
    sqlite_database.close()
    sqlite_database.file.unlink()
    refused = log_in(client)
    assert refused.status_code == 503
    assert f'value="{NAME}"' in refused.text
    assert "niet bereikbaar" in refused.text


def test_nothing_that_is_typed_is_logged(staff: Staff, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client = client_of(access_to(hired(staff)))
        log_in(client, NAME, "verkeerd wachtwoord")
        log_in(client)
        client.post(LOGOUT, headers=OURS)
    for secret in (NAME, PASSWORD, "verkeerd", "loket_sessie="):
        assert secret not in caplog.text


def test_two_passwords_are_compared_at_a_time(staff: Staff) -> None:
    busy, most, lock = 0, 0, threading.Lock()
    open_gate = threading.Event()

    class Counted(Passwords):
        def matches(self, password: str, hashed: str | None) -> bool:
            nonlocal busy, most
            with lock:
                busy += 1
                most = max(most, busy)
            open_gate.wait(0.2)
            with lock:
                busy -= 1
            return super().matches(password, hashed)

    access = Access(hired(staff), desk_settings(), passwords=Counted(CHEAP))
    with client_of(access) as client, ThreadPoolExecutor(6) as visitors:
        done = list(visitors.map(lambda _: log_in(client).status_code, range(6)))
    assert done == [303] * 6
    assert most == 2


def test_who_finds_too_many_waiting_is_asked_to_come_back(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.access.login_routes._MOST_WAITING", 0)
    busy = log_in(client_of(access_to(hired(staff))))
    assert busy.status_code == 429
    assert busy.headers["retry-after"] == "5"
