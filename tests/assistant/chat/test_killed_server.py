"""A model's server dies while it answers: what was shown stays, and the answer is whole in time."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from assistant.answers import Answer, Event, Fallback, ProvenSentence, Question, Status
from assistant.assemble import assemble
from assistant.chat.providers import load_chat_model
from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from indexer.documents import Role
from indexer.index import Index
from indexer.settings import PROJECT
from tests.conftest import TODAY
from tests.fakes import loose_confidence

QUESTION = Question(text="Wanneer moet ik een investering melden?")
SCRIPT = PROJECT / "tests" / "assistant" / "chat" / "truthful_server.py"
LIMIT = 3.0
"""Seconds that a draft may take."""
MARGIN = 3.0
"""Seconds for all that is not the draft, on a busy machine."""

SHOWN = 2
"""Sentences that the model tells before it is hit."""

Server = subprocess.Popen[str]
Start = Callable[[int], tuple[Server, Assistant]]


def line_of(server: Server) -> str:
    assert server.stdout
    line = server.stdout.readline().strip()
    assert line, "the server ended"
    return line


@pytest.fixture
def start(small_index: Index) -> Iterator[Start]:
    """Start a server that tells so many sentences, and an assistant that drafts with it."""
    servers: list[Server] = []

    def call(sentences: int) -> tuple[Server, Assistant]:
        server = subprocess.Popen(
            [sys.executable, str(SCRIPT), str(sentences)], stdout=subprocess.PIPE, text=True
        )
        servers.append(server)
        settings = AssistantSettings(
            chat_model="openai:waar",
            chat_base_url=line_of(server),
            chat_seconds=LIMIT,
            _env_file=None,
        )
        model = load_chat_model(settings)
        return server, assemble(
            small_index, settings, loose_confidence(), today=lambda: TODAY, model=model
        )

    yield call
    for server in servers:
        server.kill()
        server.wait(10)
        if server.stdout:
            server.stdout.close()


@pytest.fixture
def extractive(assistant: Assistant) -> Answer:
    return assistant.invoke(QUESTION)


def ask(assistant: Assistant, on_second: Callable[[], None] | None = None) -> list[Event]:
    """Ask; call what is handed in as soon as the second sentence is shown."""
    events: list[Event] = []
    for event in assistant.events(QUESTION):
        events.append(event)
        if isinstance(event, ProvenSentence) and len(sentences(events)) == SHOWN and on_second:
            on_second()
    return events


def sentences(events: list[Event]) -> list[ProvenSentence]:
    return [event for event in events if isinstance(event, ProvenSentence)]


def reasons(events: list[Event]) -> list[str]:
    return [event.reason for event in events if isinstance(event, Fallback)]


def answer_of(events: list[Event]) -> Answer:
    assert isinstance(events[-1], Answer)
    return events[-1]


@pytest.mark.parametrize(
    ("how", "reason"), [(signal.SIGKILL, "broken"), (signal.SIGSTOP, "slow")], ids=["dead", "hung"]
)
def test_what_was_shown_stays_and_the_sources_complete_it(
    start: Start, extractive: Answer, how: int, reason: str
) -> None:
    server, assistant = start(SHOWN)
    seen: list[bool] = []

    def hit() -> None:
        seen.append(server.poll() is None)  # it lives: its draft has not ended
        server.send_signal(how)

    started = time.monotonic()
    events = ask(assistant, hit)
    assert time.monotonic() - started < LIMIT + MARGIN
    assert seen == [True]

    answer = answer_of(events)
    assert sentences(events) == [*answer.sentences]
    assert answer.status is Status.ANSWERED
    assert (answer.mode, answer.model) == ("generative", "openai:waar")
    assert {s.text for s in extractive.sentences} <= {s.text for s in answer.sentences}
    for sentence in answer.sentences:
        assert sentence.text == answer.citations[sentence.citations[0] - 1].quote

    # First what the model told, then (the reader hears why) what the sources say besides.
    assert reasons(events) == [reason]
    end = next(place for place, event in enumerate(events) if isinstance(event, Fallback))
    before = [sentence.role for sentence in sentences(events[:end])]
    after = [sentence.role for sentence in sentences(events[end:])]
    assert before[:SHOWN] == [Role.ANSWER] * SHOWN
    assert set(before[SHOWN:]) <= {Role.CONDITION}
    assert after
    assert set(after) == {Role.MORE}


def test_a_server_killed_before_its_first_sentence_costs_nothing_of_the_answer(
    start: Start, extractive: Answer
) -> None:
    server, assistant = start(0)

    def kill_when_asked() -> None:
        assert line_of(server) == "asked"
        server.kill()

    killed = threading.Thread(target=kill_when_asked)
    killed.start()
    started = time.monotonic()
    events = ask(assistant)
    killed.join()
    assert server.wait(10) == -signal.SIGKILL
    assert time.monotonic() - started < LIMIT + MARGIN
    assert reasons(events) == ["broken"]
    assert answer_of(events).sentences == extractive.sentences


def test_a_server_that_stays_dead_is_left_alone(start: Start, extractive: Answer) -> None:
    server, assistant = start(SHOWN)
    server.kill()
    server.wait(10)
    asked = [ask(assistant) for _ in range(4)]
    assert [reasons(events) for events in asked] == [["broken"]] * 3 + [["resting"]]
    for events in asked:
        assert answer_of(events).sentences == extractive.sentences
