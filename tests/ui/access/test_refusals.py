"""How a refusal is told: a page to a person, problem details to a program."""

from __future__ import annotations

import json

import pytest
from starlette.types import Scope

from assistant.desk.errors import DeskUnavailable
from ui.access.errors import ForeignRequest, Unauthenticated
from ui.access.refusals import refusal, wants_a_page

PAGE = {"accept": "text/html,*/*;q=0.8"}


def scope(method: str = "GET", **headers: str) -> Scope:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "method": method, "headers": named}


@pytest.mark.parametrize(
    ("headers", "page"),
    [
        ({}, False),
        ({"accept": "*/*"}, False),
        ({"accept": "application/json"}, False),
        (PAGE, True),
        ({**PAGE, "sec_fetch_mode": "navigate"}, True),
        ({**PAGE, "sec_fetch_mode": "cors"}, False),
    ],
)
def test_who_wants_a_page(headers: dict[str, str], page: bool) -> None:
    assert wants_a_page(scope(**headers)) is page


def test_a_person_reads_a_page() -> None:
    told = refusal(scope(**PAGE), ForeignRequest())
    assert told.status_code == 403
    assert b"<!doctype html>" in told.body
    assert b"Open het loket in uw browser" in told.body


def test_a_program_reads_problem_details() -> None:
    told = refusal(scope(accept="application/json"), Unauthenticated())
    assert told.headers["content-type"] == "application/problem+json"
    assert json.loads(bytes(told.body))["status"] == told.status_code == 401
    assert "www-authenticate" in told.headers


def test_both_hear_when_to_come_back() -> None:
    for headers in ({}, PAGE):
        told = refusal(scope(**headers), DeskUnavailable("weg"))
        assert told.status_code == 503
        assert int(told.headers["retry-after"]) > 0
        assert b"weg" not in told.body


def test_an_unread_body_ends_the_connection() -> None:
    assert refusal(scope("POST"), ForeignRequest()).headers["connection"] == "close"
    assert "connection" not in refusal(scope(), ForeignRequest()).headers
