"""The check over HTTP: a form, a list, and friendly words when there can be no list."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.check.questions import Answers
from indexer.errors import AppError
from tests.assistant.check.shelf import ANSWERS, answered, real_shelf
from ui.check_routes import router
from ui.errors import NotReady

_FORM = {"content-type": "application/x-www-form-urlencoded"}


class _Live:
    """Lends the real corpus, or says why there is none."""

    def __init__(self, fault: AppError | None = None) -> None:
        self._fault = fault

    @contextmanager
    def using(self, *, patient: bool = True) -> Iterator[SimpleNamespace]:
        assert not patient
        if self._fault:
            raise self._fault
        yield SimpleNamespace(index=real_shelf())


def _client_of(fault: AppError | None = None) -> TestClient:
    app = FastAPI()
    app.include_router(router)
    app.state.live = _Live(fault)
    return TestClient(app)


def _body(answers: Answers) -> str:
    return urlencode([(name, option) for name, options in answers.items() for option in options])


def test_the_form_needs_no_index() -> None:
    page = _client_of(NotReady()).get("/check")
    assert page.status_code == 200
    assert "<h1>Doe de check</h1>" in page.text
    assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("taal", "title"), [("en", "Your list"), ("nl", "Uw lijst"), ("x", "Uw")])
def test_five_answers_give_the_list(taal: str, title: str) -> None:
    reply = _client_of().post(f"/check?taal={taal}", content=_body(ANSWERS), headers=_FORM)
    assert reply.status_code == 200
    assert f"<h1>{title}" in reply.text
    assert reply.headers["cache-control"] == "no-store"


def test_missing_answers_keep_the_form() -> None:
    given = answered(sector="ict vitaal")
    reply = _client_of().post("/check", content=_body(given), headers=_FORM)
    assert reply.status_code == 422
    assert reply.text.count("Kies minstens één antwoord.") == 4
    assert reply.text.count(" checked>") == 2


@pytest.mark.parametrize("strange", [{"sector": "maan"}, {"kleur": "rood"}, {"<b>": "<i>"}])
def test_an_unknown_answer_is_said_and_never_shown(strange: dict[str, str]) -> None:
    answers = {**ANSWERS, **answered(**strange)}
    reply = _client_of().post("/check", content=_body(answers), headers=_FORM)
    assert reply.status_code == 422
    assert "kennen wij niet" in reply.text
    assert "maan" not in reply.text
    assert "rood" not in reply.text
    assert "<i>" not in reply.text


@pytest.mark.parametrize("body", [b"", b"\xff\xfe=\x00", b"a=1&" * 500, b"%", b"{}"])
def test_what_is_no_form_is_a_form_without_answers(body: bytes) -> None:
    reply = _client_of().post("/check", content=body, headers=_FORM)
    assert reply.status_code == 422
    assert "<form" in reply.text


@pytest.mark.parametrize(
    ("fault", "words"),
    [(NotReady(), "worden nog geopend"), (AppError("weg"), "Probeer het later opnieuw")],
)
def test_without_an_index_the_answers_stay_and_nobody_is_blamed(
    fault: AppError, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "ui.check_routes")
    reply = _client_of(fault).post("/check", content=_body(ANSWERS), headers=_FORM)
    assert reply.status_code == 503
    assert words in reply.text
    assert reply.headers["retry-after"] == "5"
    assert reply.text.count(" checked>") == 5
    assert "hightech" not in caplog.text


def test_nothing_of_the_answers_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "ui")
    _client_of().post("/check", content=_body(ANSWERS), headers=_FORM)
    assert not caplog.records


def test_the_application_serves_it_as_a_page_and_keeps_it_out_of_the_documents(
    client: TestClient,
) -> None:
    page = client.get("/check?taal=en")
    assert page.status_code == 200
    assert "form-action 'self'" in page.headers["content-security-policy"]
    assert "/check" not in client.get("/openapi.json").json()["paths"]
    # The small corpus does not hold the lines of the check.
    reply = client.post("/check", content=_body(ANSWERS), headers=_FORM)
    assert reply.status_code == 503
    assert "staan er nog" in reply.text
