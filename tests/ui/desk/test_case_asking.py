"""The desk asks the assistant anew, in the language of the reply, and rests on public passages."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.answers import Answer, Message, Question
from assistant.desk.nouns import HandOver
from tests.ui.desk.rest_fixtures import live  # noqa: F401  # fixture
from tests.ui.desk.rest_world import ASKED
from ui.desk.case_asking import find_again, passage_of
from ui.errors import UnknownName
from ui.live import LiveAssistant


def test_the_question_goes_with_its_conversation(live: LiveAssistant) -> None:  # noqa: F811
    asked: list[Question] = []
    with live.using() as assistant:
        answer = assistant.invoke(ASKED)

    def invoke(question: Question) -> Answer:
        asked.append(question)
        return answer

    spy: Any = SimpleNamespace(invoke=invoke)
    said = (Message(role="user", content="Hallo"),)
    found = find_again(spy, HandOver(question=ASKED, conversation=said), "en")
    (question,) = asked
    assert (question.history, question.language, question.mode) == (said, "en", "extractive")
    assert found.sentences


def test_a_passage_is_public_and_quotable(live: LiveAssistant) -> None:  # noqa: F811
    with live.using() as assistant:
        name = "melden-nl.klein-belang"
        passage = assistant.index.by_id[name]
        assert passage_of(assistant, name) is passage
        for other in (None, replace(passage, label="internal")):
            index = SimpleNamespace(by_id={name: other})
            hidden: Any = SimpleNamespace(index=index)
            with pytest.raises(UnknownName):
                passage_of(hidden, name)
