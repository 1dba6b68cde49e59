"""The server of a real model is killed while it writes: the answer from the sources comes whole."""

from __future__ import annotations

import signal
import threading
import time
from pathlib import Path

import pytest

from assistant.answers import Answer, Fallback, ProvenSentence, Question
from assistant.assemble import open_assistant
from assistant.settings import AssistantSettings
from indexer.settings import IndexSettings
from tests.llm.serving import WeakServer, served

pytestmark = [pytest.mark.llm, pytest.mark.timeout(300)]

LIMIT = 30.0
MARGIN = 5.0
"""Seconds for all that is not the draft, on a busy machine."""
QUESTION = Question(
    text="Een investeerder uit Canada wil 15 procent van mijn start-up. Moet ik dat melden?"
)


def kill_in_mid_draft(server: WeakServer, moments: list[float]) -> None:
    """Kill the server once a token of the draft is there; note when."""
    until = time.monotonic() + LIMIT
    while not server.writing and time.monotonic() < until:
        time.sleep(0.02)
    moments.append(time.monotonic())
    assert server.kill() == -signal.SIGKILL


def test_a_model_that_is_killed_in_mid_draft_costs_nothing_of_the_answer(
    weak_model: Path, real_settings: IndexSettings, tmp_path: Path
) -> None:
    with served(weak_model, "marked", tmp_path / "server.log") as server:
        settings = AssistantSettings(
            chat_model="openai:smollm2",
            chat_base_url=server.url,
            chat_seconds=LIMIT,
            _env_file=None,
        )
        with (assistant := open_assistant(real_settings, settings)).index:
            extractive = assistant.invoke(Question(text=QUESTION.text, mode="extractive"))
            moments: list[float] = []
            killing = threading.Thread(target=kill_in_mid_draft, args=(server, moments))
            killing.start()
            started = time.monotonic()
            events = list(assistant.events(QUESTION))
            ended = time.monotonic()
            killing.join()
    assert started < moments[0] < ended < started + LIMIT + MARGIN
    assert ended < moments[0] + MARGIN  # nobody waited for a server that is gone
    assert [event.reason for event in events if isinstance(event, Fallback)] == ["broken"]
    answer = events[-1]
    assert isinstance(answer, Answer)
    assert answer.status is extractive.status
    assert answer.sentences == extractive.sentences
    assert [e for e in events if isinstance(e, ProvenSentence)] == [*extractive.sentences]
