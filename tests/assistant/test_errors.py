from __future__ import annotations

from assistant.errors import InvalidQuestion, UnsupportedRequest
from indexer.errors import AppError


def test_an_invalid_question_carries_a_stable_reason_and_both_texts() -> None:
    error = InvalidQuestion("empty", nl="Leeg.", en="Empty.")
    assert error.reason == "empty"
    assert error.texts == {"nl": "Leeg.", "en": "Empty."}
    assert str(error) == "Leeg."


def test_all_are_errors_that_may_be_shown() -> None:
    assert issubclass(InvalidQuestion, AppError)
    assert issubclass(UnsupportedRequest, AppError)
