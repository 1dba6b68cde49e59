"""The page of the status: how far a case is, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import pytest

from assistant.answers import Language
from assistant.desk.nouns import CaseState
from ui.desk.handover_status import Asked, read_reference, render_status
from ui.desk.handover_texts import RECEIPT_TEXTS

_MOMENT = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("state", get_args(CaseState))
def test_every_state_has_its_words(state: CaseState, language: Language) -> None:
    page = render_status(Asked(language=language, state=state, since=_MOMENT))
    assert RECEIPT_TEXTS[language].states[state] in page
    assert "00:30" in page  # the day after, here


def test_the_day_is_that_of_the_netherlands() -> None:
    assert "2 juli 2026" in render_status(Asked(language="nl", state="new", since=_MOMENT))


@pytest.mark.parametrize(
    ("body", "reference"),
    [
        (b"kenmerk=+ab%20cd-ef%0a", "abcd-ef"),
        (b"", ""),
        (b"a=1&" * 50, ""),
        (b"kenmerk=" + b"x" * 5_000, "x" * 100),
    ],
)
def test_a_reference_is_read_within_bounds(body: bytes, reference: str) -> None:
    assert read_reference(body) == reference
