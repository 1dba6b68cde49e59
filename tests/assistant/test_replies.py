from __future__ import annotations

import pytest

from assistant.answers import Language, NoticeKind, Status
from assistant.replies import (
    NOTHING_SPECIFIC,
    NOTICES,
    OTHER_LANGUAGE,
    PERSONAL_DATA,
    REPLIES,
    SENSITIVE,
)

LANGUAGES: tuple[Language, ...] = ("nl", "en")


@pytest.mark.parametrize(
    "status", [s for s in Status if s not in (Status.ANSWERED, Status.PARTIAL)]
)
def test_each_status_without_an_answer_has_a_reply_in_both_languages(status: Status) -> None:
    dutch, english = (REPLIES[status][language] for language in LANGUAGES)
    assert dutch
    assert english
    assert dutch != english


def test_blocked_says_how_to_rephrase() -> None:
    assert "Vraag bijvoorbeeld" in REPLIES[Status.BLOCKED]["nl"]
    assert "You could ask" in REPLIES[Status.BLOCKED]["en"]


@pytest.mark.parametrize(
    "kind", ["own_summary", "secondary", "past_review", "no_legal_advice", "language"]
)
def test_each_notice_has_a_text_in_both_languages(kind: NoticeKind) -> None:
    assert set(NOTICES[kind]) == set(LANGUAGES)


def test_the_texts_take_what_they_are_filled_with() -> None:
    for language in LANGUAGES:
        assert "2026-08-01" in NOTICES["past_review"][language].format(date="2026-08-01")
        assert "2031" in NOTHING_SPECIFIC[language].format(missing="2031")
        assert SENSITIVE[language]
        assert PERSONAL_DATA[language]
    assert "Nederlands" in OTHER_LANGUAGE
    assert "English" in OTHER_LANGUAGE
