"""One turn of the chat without any Gradio: text in, the growing exchange out.

What goes wrong ends here as a friendly sentence. This is the page's one broad catch.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from typing import Protocol

from assistant.answers import Event, Language, Notice, ProvenSentence, Question
from assistant.errors import InvalidQuestion
from assistant.pipeline import Assistant
from ui.chat_reading import read_apart
from ui.chat_session import Conversation, Exchange, history, opened
from ui.page_texts import PAGE_TEXTS

logger = logging.getLogger(__name__)

_PACE = 0.08
"""Seconds between two versions of a growing answer. Each version is sent whole, so one for every
sentence of an answer that takes 20 milliseconds would only cost the visitor's line."""


class Live(Protocol):
    """Whoever holds the assistant that is current; it may change between two questions."""

    def using(self) -> AbstractContextManager[Assistant]:
        """Hold on to the current assistant while it answers."""


def turn(
    live: Live,
    text: str,
    so_far: Conversation,
    *,
    language: Language = "nl",
    stop: threading.Event | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Generator[Exchange | str]:
    """Yield the exchange as it grows, last with its answer; or a sentence about what is wrong.

    Once `stop` is set, the last is the exchange as far as it had come, marked as stopped.

    Args:
        live: who holds the assistant.
        text: what was typed.
        so_far: the exchanges before this one.
        language: that of the interface; an answer has the language of its question.
        stop: set by whoever wants the answer to end here.
        clock: the time in seconds.
    """
    try:
        question = Question(text=text, history=history(so_far))
        exchange = opened(so_far, text.strip(), language)
        yield from _growing(live, question, exchange, stop or threading.Event(), clock)
    except InvalidQuestion as error:
        yield error.texts[language]
    except Exception:
        # A visitor gets a sentence, whatever broke; the traceback goes to the log. The question
        # is not among what is logged.
        logger.exception("A question in the chat could not be answered.")
        yield PAGE_TEXTS[language].failure


def _growing(
    live: Live,
    question: Question,
    exchange: Exchange,
    stop: threading.Event,
    clock: Callable[[], float],
) -> Generator[Exchange]:
    yield exchange
    shown = float("-inf")
    with live.using() as assistant:
        pace = 0 if assistant.generates else _PACE  # a language model takes its own time
    with closing(read_apart(lambda: _events(live, question), stop)) as events:
        for event in events:
            exchange = exchange.after(event)
            urgent = isinstance(event, Notice) and event.kind == "sensitive"
            due = isinstance(event, ProvenSentence) and clock() - shown >= pace
            if due or urgent or exchange.answer:
                shown = clock()
                yield exchange
    if not exchange.answer:
        yield replace(exchange, stopped=True)


def _events(live: Live, question: Question) -> Generator[Event]:
    """Yield the events of an answer; its assistant is held on to until the last, or the close."""
    with live.using() as assistant:
        yield from assistant.events(question)
