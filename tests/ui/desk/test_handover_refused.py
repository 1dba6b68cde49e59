"""What is refused before the hand-over sees it is told to a person, not to a program."""

from __future__ import annotations

import pytest

from tests.ui.desk.handover_world import BODY_BYTES, world


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/voorleggen", "te groot"),
        ("/voorleggen/versturen", "te groot"),
        ("/voorleggen?taal=en", "too large"),
    ],
)
def test_a_question_of_a_megabyte_gets_a_page(path: str, words: str) -> None:
    here = world()
    reply = here.client.post(path, data={"vraag": "a" * 1_048_576})
    assert reply.status_code == 413
    assert reply.headers["content-type"].startswith("text/html")
    assert reply.headers["cache-control"] == "no-store"
    assert words in reply.text
    assert here.live.asked == []


def test_what_is_large_but_fits_is_refused_in_the_form() -> None:
    reply = world().client.post("/voorleggen", data={"vraag": "a" * (BODY_BYTES - 1_000)})
    assert reply.status_code == 422
    assert "het maximum is 2000" in reply.text


def test_coming_back_to_where_a_form_was_sent_is_a_page_too() -> None:
    reply = world().client.get("/voorleggen/versturen")
    assert reply.status_code == 405
    assert "<h1>Dit is niet gelukt</h1>" in reply.text
    assert "Terug" in reply.text


def test_other_addresses_keep_their_problem_details() -> None:
    reply = world().client.get("/voorleggenx")
    assert reply.headers["content-type"] == "application/problem+json"


def test_a_crash_is_a_page_that_tells_nothing() -> None:
    here = world()
    del here.app.state.live
    reply = here.post("/voorleggen", ("vraag", "Wat?"))
    assert reply.status_code == 500
    assert "Traceback" not in reply.text
