"""One turn of the chat: how it grows, what is remembered, and how it fails."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from assistant.answers import Event, Notice, ProvenSentence, Question, StepDone
from indexer.documents import Role
from tests.ui.answer_parts import answer, exchange, passage
from ui.chat_session import WINDOW, Conversation, Exchange, windowed
from ui.chat_turn import turn
from ui.page_texts import PAGE_TEXTS

_WHOLE = exchange(passage(*((Role.ANSWER, f"Zin {number}.") for number in range(6))))


class Scripted:
    """An assistant that always says the same, and remembers what it was asked."""

    generates = False

    def __init__(self, *events: Event | Exception) -> None:
        self.script = events
        self.asked: list[Question] = []
        self.lent = 0

    @contextmanager
    def using(self) -> Iterator[Scripted]:
        self.lent += 1
        try:
            yield self
        finally:
            self.lent -= 1

    def events(self, question: Question) -> Iterator[Event]:
        self.asked.append(question)
        for event in self.script:
            if isinstance(event, Exception):
                raise event
            yield event


def _script() -> tuple[Event, ...]:
    assert _WHOLE.answer
    proven = zip(_WHOLE.citations, _WHOLE.sentences, strict=True)
    pairs = [event for pair in proven for event in pair]
    return (StepDone(name="retrieve", milliseconds=1), *pairs, _WHOLE.answer)


def _run(
    live: Scripted, text: str, so_far: Conversation = (), pace: float = 1
) -> list[Exchange | str]:
    moments = (pace * step for step in range(1000))
    return list(turn(live, text, so_far, clock=lambda: next(moments)))  # type: ignore[arg-type]


def test_sentences_appear_one_by_one_and_the_answer_last() -> None:
    seen = [view for view in _run(Scripted(*_script()), " Melden? ") if isinstance(view, Exchange)]
    assert [len(view.sentences) for view in seen] == [0, 1, 2, 3, 4, 5, 6, 6]
    assert [view.answer is None for view in seen] == [True] * 7 + [False]
    assert {view.question for view in seen} == {"Melden?"}


def test_sentences_that_come_at_once_are_shown_at_once() -> None:
    seen = _run(Scripted(*_script()), "Melden?", pace=0.001)
    assert len(seen) == 3  # the question, the first sentence, the answer


def test_the_assistant_is_told_what_was_said_before() -> None:
    live = Scripted(answer())
    _run(
        live,
        "En dan?",
        (_WHOLE, replace(_WHOLE, number=2, sentences=(), answer=answer(reply="Nee."))),
    )
    before = [(message.role, message.content) for message in live.asked[0].history]
    assert before[0] == ("user", "Moet ik melden?")
    assert before[1][0] == "assistant"
    assert before[1][1].startswith("Zin 0. Zin 1.")
    assert before[3] == ("assistant", "Nee.")


def test_a_conversation_longer_than_the_window_keeps_its_end() -> None:
    so_far: Conversation = ()
    live = Scripted(answer())
    for number in range(1, 3 * WINDOW):
        last = _run(live, f"Vraag {number}?", so_far)[-1]
        assert isinstance(last, Exchange)
        assert last.number == number
        so_far = windowed((*so_far, last))
    assert [kept.question for kept in so_far][-1] == f"Vraag {3 * WINDOW - 1}?"
    assert len(so_far) == WINDOW


@pytest.mark.parametrize(("text", "words"), [(" \n ", "leeg"), ("x" * 2001, "maximum is 2000")])
def test_what_cannot_be_a_question_gets_a_sentence_and_nothing_else(text: str, words: str) -> None:
    live = Scripted(answer())
    (problem,) = _run(live, text)
    assert isinstance(problem, str)
    assert words in problem
    assert not live.asked


def test_what_breaks_becomes_a_friendly_sentence_and_a_traceback_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    live = Scripted(StepDone(name="screen", milliseconds=1), RuntimeError("the index is gone"))
    with caplog.at_level(logging.ERROR):
        seen = _run(live, "Geheim van Zaans bedrijf?")
    assert seen[-1] == PAGE_TEXTS["nl"].failure
    assert live.lent == 0
    assert "the index is gone" in caplog.text
    assert "Zaans" not in caplog.text


class _Waiting(Scripted):
    """Says one sentence, then waits to be let go; tells when its events were closed."""

    generates = True

    def __init__(self) -> None:
        super().__init__(*_script())
        self.go_on = threading.Event()
        self.closed = threading.Event()
        self.given = 0

    def events(self, question: Question) -> Iterator[Event]:
        try:
            for event in super().events(question):
                self.given += 1
                yield event
                if isinstance(event, ProvenSentence):
                    assert self.go_on.wait(10)
        finally:
            self.closed.set()


def test_a_stopped_answer_keeps_its_sentences_and_the_assistant_stops() -> None:
    live, stop = _Waiting(), threading.Event()
    views = turn(live, "Melden?", (), stop=stop)  # type: ignore[arg-type]  # plays an assistant
    next(views)
    grown = next(views)
    stop.set()
    (last,) = views
    assert isinstance(grown, Exchange)
    assert last == replace(grown, stopped=True)
    assert [sentence.text for sentence in grown.sentences] == ["Zin 0."]
    assert grown.citations == _WHOLE.citations[:1]
    given = live.given
    live.go_on.set()
    assert live.closed.wait(10)
    assert live.given == given + 1  # what it was busy with, and nothing after that


def test_who_leaves_in_the_middle_stops_the_assistant() -> None:
    live = _Waiting()
    views = turn(live, "Melden?", ())  # type: ignore[arg-type]  # plays an assistant
    next(views)
    next(views)
    views.close()
    live.go_on.set()
    assert live.closed.wait(10)


def test_what_a_stopped_answer_said_is_remembered() -> None:
    live = Scripted(answer())
    stopped = replace(_WHOLE, sentences=_WHOLE.sentences[:1], answer=None, stopped=True)
    _run(live, "En dan?", (stopped, replace(stopped, number=2, sentences=())))
    before = [(message.role, message.content) for message in live.asked[0].history]
    assert before[1] == ("assistant", "Zin 0.")
    assert before[2:] == [("user", "Moet ik melden?")]


def test_whom_to_call_is_shown_before_the_answer_is_there() -> None:
    warning = Notice(kind="sensitive", text="Gebeurt dit nu? Bel eerst.")
    seen = _run(Scripted(warning, *_script()), "Ik word bedreigd.")
    assert isinstance(seen[1], Exchange)
    assert seen[1].urgent == warning.text
    assert not seen[1].sentences
