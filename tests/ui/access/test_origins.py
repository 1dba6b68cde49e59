"""Which requests were made by a page of ours."""

from __future__ import annotations

import pytest
from starlette.types import Scope

from ui.access.origins import changes_something, is_from_our_page


def scope(scheme: str = "http", **headers: str) -> Scope:
    named = [
        (name.replace("_", "-").encode(), value.encode("latin-1"))
        for name, value in {"host": "loket.example", **headers}.items()
    ]
    return {"type": "http", "method": "POST", "scheme": scheme, "headers": named}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "WAT"])
def test_methods_that_change(method: str) -> None:
    assert changes_something({"method": method})
    assert not changes_something({"method": "GET"})
    assert not changes_something({"method": "HEAD"})


def test_the_browser_says_it_in_so_many_words() -> None:
    assert is_from_our_page(scope(sec_fetch_site="same-origin"))
    for site in ("same-site", "cross-site", "none", "", "same-origin, cross-site"):
        other = scope(sec_fetch_site=site, origin="http://loket.example")
        assert not is_from_our_page(other), site


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://loket.example", "loket.example"),
        ("http://loket.example:80", "loket.example"),
        ("http://loket.example", "LOKET.example:80"),
        ("http://loket.example:8000", "loket.example:8000"),
        ("http://[::1]:8000", "[::1]:8000"),
        ("https://loket.example", "loket.example"),
        ("https://loket.example", "loket.example:443"),
    ],
)
def test_an_origin_is_ours_when_the_host_is(origin: str, host: str) -> None:
    assert is_from_our_page(scope(origin=origin, host=host))


@pytest.mark.parametrize(
    "origin",
    [
        "",
        "null",
        "http://loket.example.evil.example",
        "http://evil.example",
        "http://evil.example#loket.example",
        "http://loket.example@evil.example",
        "http://x@loket.example",
        "http://loket.example:81",
        "http://loket.example:99999",
        "http://loket.example:x",
        "http://[loket.example",
        "http://loket.example/",
        "file://loket.example",
        "loket.example",
        "//loket.example",
        "http://",
        "http://evil.example http://loket.example",
    ],
)
def test_any_other_origin_is_not(origin: str) -> None:
    assert not is_from_our_page(scope(origin=origin))


def test_over_https_the_scheme_counts() -> None:
    assert is_from_our_page(scope("https", origin="https://loket.example"))
    assert not is_from_our_page(scope("https", origin="http://loket.example"))


def test_who_says_nothing_or_two_things_is_not_ours() -> None:
    assert not is_from_our_page(scope())
    twice = scope(origin="http://loket.example")
    twice["headers"].append((b"origin", b"http://evil.example"))
    assert not is_from_our_page(twice)
    hosts = scope(origin="http://loket.example")
    hosts["headers"].append((b"host", b"evil.example"))
    assert not is_from_our_page(hosts)
