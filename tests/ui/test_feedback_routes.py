"""The route of feedback: what is kept, what is refused, and that nothing of it is logged."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from indexer.settings import IndexSettings
from tests.ui.conftest import live_over
from tests.ui.test_bad_input import told
from tests.ui.test_openapi_answers import fits
from ui.api import create_app
from ui.feedback_routes import PER_MINUTE
from ui.feedback_store import FILE, FOLDER, Feedback, FeedbackStore
from ui.settings import UiSettings

PATH = "/api/v1/feedback"
LEAST: dict[str, Any] = {"verdict": "not_helped", "answer_id": "a1"}
REPORT: dict[str, Any] = {
    "verdict": "wrong_source",
    "answer_id": "a1",
    "passage_id": "melden-nl.klein-belang",
    "source_ids": ["S04"],
    "remark": "Deze pagina is verhuisd.",
}


@contextmanager
def serving(settings: IndexSettings, **more: Any) -> Iterator[TestClient]:
    """Run the application over an index that is not there: feedback does not need one."""
    ui = UiSettings(_env_file=None, answers_per_minute=1, **more)
    with TestClient(create_app(live_over(settings), ui), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def client(index_settings: IndexSettings) -> Iterator[TestClient]:
    with serving(index_settings) as client:
        yield client


def kept(settings: IndexSettings) -> tuple[Feedback, ...]:
    return FeedbackStore(settings.data_dir / FOLDER, 90).read()


def test_feedback_is_kept_under_the_id_that_is_told(
    client: TestClient, index_settings: IndexSettings
) -> None:
    response = client.post(PATH, json={**LEAST, "question": "Mag dit?", "remark": "Te lang."})
    assert response.status_code == 201
    assert response.headers["cache-control"] == "no-store"
    (one,) = kept(index_settings)
    assert fits(client, response) == {"id": one.id}
    assert (one.question, one.remark) == ("Mag dit?", "Te lang.")


def test_a_report_of_a_source_is_kept(client: TestClient, index_settings: IndexSettings) -> None:
    assert client.post(PATH, json=REPORT).status_code == 201
    (one,) = kept(index_settings)
    assert (one.passage_id, one.source_ids) == ("melden-nl.klein-belang", ("S04",))


@pytest.mark.parametrize(
    "more",
    [
        {"question": "Mag dit?", "sensitive": True},
        {"question": "Wij worden nu afgeperst, wat moeten we doen?"},
    ],
)
def test_a_sensitive_question_is_not_kept_whoever_says_so(
    client: TestClient, index_settings: IndexSettings, more: dict[str, Any]
) -> None:
    assert client.post(PATH, json={**LEAST, **more}).status_code == 201
    assert [one.question for one in kept(index_settings)] == [None]


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({**LEAST, "verdict": "misschien"}, "verdict"),
        ({"verdict": "helped"}, "answer_id"),
        ({**LEAST, "remark": "x" * 2_001}, "remark"),
        ({**REPORT, "passage_id": None}, "passage_id"),
        ({**REPORT, "remark": " "}, "remark"),
        ({**LEAST, "email": "jan@voorbeeld.nl"}, "email"),
    ],
)
def test_what_is_wrong_is_told_by_field_and_nothing_is_kept(
    client: TestClient, index_settings: IndexSettings, body: dict[str, Any], where: str
) -> None:
    response = client.post(PATH, json=body)
    assert [fault["where"] for fault in fits(client, response)["errors"]] == [where]
    told(response, 422, "invalid-request")
    assert kept(index_settings) == ()


def test_another_site_cannot_send_it(client: TestClient, index_settings: IndexSettings) -> None:
    """A form or a simple request of another site has no JSON content type."""
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        content = b'{"verdict": "helped", "answer_id": "a1"}'
        response = client.post(PATH, content=content, headers={"Content-Type": kind})
        assert response.status_code == 422
    assert kept(index_settings) == ()


def test_one_address_sends_so_many_a_minute_apart_from_its_questions(client: TestClient) -> None:
    for _ in range(PER_MINUTE):
        assert client.post(PATH, json=LEAST).status_code == 201
    refused = client.post(PATH, json=LEAST)
    assert 0 < int(refused.headers["retry-after"]) <= 60
    fits(client, refused)
    told(refused, 429, "too-many-questions")


def test_switched_off_it_says_so_and_keeps_nothing(index_settings: IndexSettings) -> None:
    with serving(index_settings, feedback_days=0) as client:
        response = client.post(PATH, json=LEAST)
        assert "neemt geen reacties aan" in fits(client, response)["detail"]
        told(response, 404, "not-found")
    assert not (index_settings.data_dir / FOLDER).exists()


def test_a_store_that_is_broken_is_told(client: TestClient, index_settings: IndexSettings) -> None:
    folder = index_settings.data_dir / FOLDER
    folder.mkdir(parents=True)
    (folder / FILE).write_bytes(b"geen database " * 100)
    response = client.post(PATH, json=LEAST)
    assert response.status_code == 503
    fits(client, response)
    assert str(folder) not in response.text


def test_at_the_start_what_is_too_old_goes(index_settings: IndexSettings) -> None:
    with serving(index_settings) as client:
        client.post(PATH, json=LEAST)
    store = FeedbackStore(index_settings.data_dir / FOLDER, 3_650)
    (one,) = store.read()
    store.add(replace(one, id="oud", at=one.at - timedelta(days=91)))
    with serving(index_settings):
        assert [left.id for left in store.read()] == [one.id]


def test_nothing_of_it_is_logged(
    client: TestClient, index_settings: IndexSettings, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post(PATH, json={**LEAST, "question": "xylofoonvraag", "remark": "zeppelinwoord"})
        client.post(PATH, json={**LEAST, "remark": "zeppelinwoord", "more": "xylofoonvraag"})
    assert len(kept(index_settings)) == 1
    assert "xylofoon" not in caplog.text
    assert "zeppelin" not in caplog.text


def test_every_status_and_an_example_are_described(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    told_of = document["paths"][PATH]["post"]
    assert set(told_of["responses"]) == {
        "201", "400", "404", "413", "422", "429", "503", "default",
    }  # fmt: skip
    assert told_of["requestBody"]["content"]["application/json"]["examples"]
