"""A real model that knows very little drafts; whatever it invents, only what is proven is shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import pytest

from assistant.answers import Answer, Fallback, ProvenSentence, Question
from assistant.assemble import open_assistant
from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from evals.cases import Case, load_cases
from indexer.settings import IndexSettings
from tests.llm.judging import missing, unproven, written
from tests.llm.serving import served
from tests.llm.tally import Tally

pytestmark = [pytest.mark.llm, pytest.mark.timeout(600)]

PATIENCE = 60.0
"""Seconds for a draft: far more than it takes, so that drafts come to their own end."""
WORDS = 80
"""Of an answer: few passages, since this server reads some 150 tokens a second."""


@dataclass(frozen=True, slots=True)
class Way:
    """How the model writes (see `weak_server`), and how often it is asked."""

    manner: str
    form: Literal["text", "json"]
    questions: int
    least: int
    """Drafts that the model must really have made."""


WAYS = {
    "free": Way("free", "text", 15, 14),
    "marked": Way("marked", "text", 35, 33),
    "drawn": Way("drawn", "text", 40, 38),
    "schema": Way("schema", "json", 10, 6),
}
"""A hundred questions in all, of which ninety drafts at least."""


def questions(name: str) -> Sequence[Case]:
    """Return the questions of a way: every third that has an answer, dealt out over the ways."""
    answerable = [case for case in load_cases() if case.answerable and not case.history]
    chosen = [*answerable[::3], *answerable[1::3]]
    first = sum(way.questions for other, way in WAYS.items() if other < name)
    return chosen[first : first + WAYS[name].questions]


def asked(assistant: Assistant, question: Question, tally: Tally) -> Iterator[str]:
    """Ask a question both ways; yield what is wrong with the answer that a model drafted."""
    started = time.monotonic()
    events = list(assistant.events(question))
    seconds = time.monotonic() - started
    answer = events[-1]
    assert isinstance(answer, Answer)
    ends = [event.reason for event in events if isinstance(event, Fallback)]
    tally.add(answer, ends[0] if ends else "whole", seconds)
    extractive = assistant.invoke(replace(question, mode="extractive"))
    yield from unproven(answer, assistant.index)
    if answer.status is not extractive.status:
        yield f"{answer.status} in place of {extractive.status}"
    if [event for event in events if isinstance(event, ProvenSentence)] != [*answer.sentences]:
        yield "what was streamed is not what the answer holds"
    if ends:
        yield from (f"left out: {text!r}" for text in missing(answer, extractive))
        if not written(answer) and answer.sentences != extractive.sentences:
            yield "a draft that came to nothing changed the answer from the sources"


@pytest.mark.parametrize("name", WAYS)
def test_nothing_unproven_comes_out_of_a_model_that_invents(
    name: str,
    weak_model: Path,
    real_settings: IndexSettings,
    tmp_path: Path,
    figures: Callable[[str, Sequence[str]], None],
) -> None:
    way, tally, wrong = WAYS[name], Tally(), list[str]()
    with served(weak_model, way.manner, tmp_path / "server.log") as server:
        settings = AssistantSettings(
            chat_model="openai:smollm2",
            chat_base_url=server.url,
            chat_seconds=PATIENCE,
            chat_form=way.form,
            answer_words=WORDS,
            _env_file=None,
        )
        with (assistant := open_assistant(real_settings, settings)).index:
            for case in questions(name):
                wrong += [f"{case.id}: {what}" for what in asked(assistant, case.asked(), tally)]
        tokens = server.tokens
    figures(f"{name} ({way.form}): the model wrote {tokens} tokens", tally.lines())
    assert wrong == []
    assert tally.questions == way.questions
    assert tally.drafts >= way.least
    assert tally.drafted >= way.least
    assert tally.dropped.total() > 0
    assert tokens >= 10 * way.least  # as the server counts: it was really asked
