"""Where the desk stands, and where somebody may be sent to."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.access.places import HOME, is_a_handler, is_of_the_desk, is_public, login_address, onward


@pytest.mark.parametrize("path", ["/loket", "/loket/", "/loket/zaken/5", "/loket/gradio_api/queue"])
def test_what_is_guarded(path: str) -> None:
    assert is_of_the_desk(path)


@pytest.mark.parametrize("path", ["/", "/loketten", "/page/login.css", "/api/v1/cases", "/LOKET/"])
def test_what_is_not(path: str) -> None:
    assert not is_of_the_desk(path)


@pytest.mark.parametrize(
    "path", ["/loket/inloggen", "/loket/assets/x.js", "/loket/static/a/b.png", "/loket/theme.css"]
)
def test_what_strangers_may_have(path: str) -> None:
    assert is_public("GET", path)


@pytest.mark.parametrize(
    "path",
    [
        "/loket",
        "/loket/",
        "/loket/uitloggen",
        "/loket/config",
        "/loket/assets",
        "/loket/gradio_api/queue/join",
        "/loket/assets/../config",
        "/loket/assets/./../config",
        "/loket/assets//../config",
        "/loket/assets/%2e%2e/config",
        "/loket/assets/..%2Fconfig",
        "/loket/inloggen/../",
    ],
)
def test_what_they_may_not(path: str) -> None:
    assert not is_public("GET", path)
    assert not is_public("POST", "/loket/assets/x.js")


def test_where_an_open_page_calls_its_handlers() -> None:
    assert is_a_handler("/loket/gradio_api/queue/join")
    assert is_a_handler("/loket/gradio_api/heartbeat/abc")
    for path in (
        "/loket/gradio_api/info",
        "/loket/gradio_api/queue/../info",
        "/gradio_api/queue/x",
    ):
        assert not is_a_handler(path)


@pytest.mark.parametrize("asked", ["/loket/", "/loket/zaken/5", "/loket/zaken?zaak=5&x=%C3%A9"])
def test_a_place_of_the_desk_is_where_one_goes(asked: str) -> None:
    assert onward(asked) == asked


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "/",
        "/check",
        "loket/",
        "/loket",
        "/loketten/",
        "//evil.example/loket/",
        "///evil.example/loket/",
        "/\\evil.example/loket/",
        "\\\\evil.example",
        "/loket/\\..\\",
        "https://evil.example/loket/",
        "https:/loket/",
        "javascript:alert(1)//loket/",
        "/loket/../",
        "/loket/..",
        "/loket/./x",
        "/loket/%2e%2e/x",
        "/loket/%2E./x",
        "/loket/..%2f..%2f",
        "/loket/x%5c..",
        "/loket//evil.example",
        "/loket/\r\nSet-Cookie: a=b",
        "/loket/\t/evil",
        " /loket/",
        "/loket/é",
        '/loket/"><script>',
        "/loket/inloggen",
        "/loket/inloggen?naar=/loket/x",
        "/loket/uitloggen",
        "http://[",
        "/loket/" + "x" * 500,
    ],
)
def test_any_other_place_is_not(asked: str) -> None:
    assert onward(asked) == HOME


@given(st.text(max_size=60) | st.text("/\\.%2eEfF:@?#lokt", max_size=30).map("/loket/".__add__))
def test_nobody_is_ever_sent_off_the_desk(asked: str) -> None:
    place = onward(asked)
    parts = urlsplit(place)
    assert not parts.scheme
    assert not parts.netloc
    assert place.startswith(HOME)
    assert place.isascii()
    assert "\\" not in place
    assert ".." not in parts.path.split("/")


def test_the_way_back_stands_in_the_address_of_the_login() -> None:
    address = login_address("/loket/zaken/5", "tab=concept&x=1")
    assert address.startswith("/loket/inloggen?")
    (back,) = parse_qs(urlsplit(address).query)["naar"]
    assert onward(back) == "/loket/zaken/5?tab=concept&x=1"
    assert login_address("/loket/") == "/loket/inloggen"
    assert login_address("/loket") == "/loket/inloggen"
    assert (
        login_address("/loket/ruimte é") == "/loket/inloggen?naar=%2Floket%2Fruimte%2520%25C3%25A9"
    )
    assert login_address("/loket/x\r\ny", "\r\n").isprintable()
