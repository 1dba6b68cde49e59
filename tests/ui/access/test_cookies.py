"""The cookie: only this server reads it, and only over the connection it was made for."""

from __future__ import annotations

import pytest
from starlette.responses import Response
from starlette.types import Scope

from ui.access.cookies import cookie_name, give_cookie, is_secure, session_cookie, take_cookie


def scope(scheme: str, *cookies: str) -> Scope:
    return {"scheme": scheme, "headers": [(b"cookie", one.encode("latin-1")) for one in cookies]}


def given(scheme: str) -> set[str]:
    response = Response()
    give_cookie(scope(scheme), response, "abc")
    return {part.strip() for part in response.headers["set-cookie"].split(";")}


def test_scripts_and_other_sites_do_not_get_it() -> None:
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= given("http")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= given("https")


def test_over_https_it_is_secure_and_bound_to_the_host() -> None:
    assert {"Secure", "__Host-loket_sessie=abc"} <= given("https")
    assert "Secure" not in given("http")
    assert "loket_sessie=abc" in given("http")
    for scheme in ("http", "https"):
        assert not [part for part in given(scheme) if part.lower().startswith("domain")]


def test_it_is_gone_when_the_browser_closes() -> None:
    assert not [part for part in given("https") if part.startswith(("Max-Age", "expires"))]


def test_it_is_taken_back() -> None:
    response = Response()
    take_cookie(scope("https"), response)
    assert 'loket_sessie=""' in response.headers["set-cookie"]
    assert "Max-Age=0" in response.headers["set-cookie"]
    assert "Secure" in response.headers["set-cookie"]


@pytest.mark.parametrize(
    "cookies",
    [("loket_sessie=abc",), ("a=1; loket_sessie=abc; b=2",), ("a=1", "loket_sessie=abc")],
)
def test_it_is_found_among_others(cookies: tuple[str, ...]) -> None:
    assert session_cookie(scope("http", *cookies)) == "abc"


@pytest.mark.parametrize(
    "cookies",
    [
        (),
        ("",),
        ("loket_sessie=",),
        ("loket_sessie",),
        ("xloket_sessie=abc",),
        ("loket_sessie=abc; loket_sessie=def",),
        ("loket_sessie=abc", "loket_sessie=def"),
        ("__Host-loket_sessie=abc",),
        (";=;;=;",),
    ],
)
def test_none_or_two_is_none(cookies: tuple[str, ...]) -> None:
    assert session_cookie(scope("http", *cookies)) is None


def test_a_cookie_of_http_is_not_taken_over_https() -> None:
    assert session_cookie(scope("https", "loket_sessie=abc")) is None
    assert session_cookie(scope("https", "__Host-loket_sessie=abc")) == "abc"


def test_https_is_what_the_server_says_it_is() -> None:
    assert is_secure({"scheme": "https"})
    assert not is_secure({"scheme": "http"})
    assert not is_secure({})
    assert cookie_name({}) == "loket_sessie"
