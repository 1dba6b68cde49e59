"""What may be sent as feedback, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from assistant.answers import Status
from tests.ui.feedback_parts import NOON
from ui.feedback_schemas import GIVEN, MAX_REMARK, FeedbackRequest

LEAST: dict[str, Any] = {"verdict": "helped", "answer_id": "a1"}
REPORT: dict[str, Any] = {
    "verdict": "wrong_source",
    "answer_id": "a1",
    "passage_id": "melden-nl.klein-belang",
    "source_ids": ["S01"],
    "remark": "Verhuisd.",
}


def test_every_field_reaches_the_store() -> None:
    told = FeedbackRequest.model_validate(
        {**REPORT, "status": "partial", "language": "en", "index_version": "i-1", "question": "?"}
    )
    kept = told.as_feedback(NOON)
    assert (kept.at, kept.verdict, kept.answer_id) == (NOON, "wrong_source", "a1")
    assert (kept.passage_id, kept.source_ids) == ("melden-nl.klein-belang", ("S01",))
    assert (kept.status, kept.language, kept.index_version) == (Status.PARTIAL, "en", "i-1")
    assert (kept.question, kept.remark) == ("?", "Verhuisd.")
    assert kept.id != told.as_feedback(NOON).id


def test_a_sensitive_answer_brings_no_question() -> None:
    told = FeedbackRequest.model_validate({**LEAST, "question": "Wat nu?", "sensitive": True})
    assert told.as_feedback(NOON).question is None


@pytest.mark.parametrize(
    "more",
    [
        {"verdict": "misschien"},
        {"answer_id": ""},
        {"answer_id": "a b"},
        {"answer_id": "\x1b[2J"},
        {"remark": "x" * (MAX_REMARK + 1)},
        {"question": "x" * 2_001},
        {"sensitive": "true"},
        {"source_ids": ["S1"] * 51},
        {"passage_id": "x" * 201},
        {"status": "klaar"},
        {"name": "Jan"},
    ],
)
def test_what_cannot_be_is_refused(more: dict[str, Any]) -> None:
    FeedbackRequest.model_validate(LEAST)
    with pytest.raises(ValidationError):
        FeedbackRequest.model_validate({**LEAST, **more})


@pytest.mark.parametrize(("field", "value"), [("passage_id", None), ("remark", " \n ")])
def test_half_a_report_of_a_source_is_refused(field: str, value: str | None) -> None:
    told = FeedbackRequest.model_validate({**REPORT, field: value})
    with pytest.raises(RequestValidationError) as caught:
        told.as_feedback(NOON)
    assert caught.value.errors() == [{"type": "missing", "loc": ("body", field)}]


def test_the_examples_are_taken() -> None:
    for example in GIVEN.values():
        FeedbackRequest.model_validate(example["value"]).as_feedback(NOON)
