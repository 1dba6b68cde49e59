"""One turn of the chat without any Gradio: text in, the growing exchange out.

What goes wrong ends here as a friendly sentence. This is the page's one broad catch.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from assistant.answers import ProvenSentence, Question
from assistant.errors import InvalidQuestion
from assistant.pipeline import Assistant
from ui.chat_session import Conversation, Exchange, history, opened
from ui.chat_texts import PAGE_TEXTS

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
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Exchange | str]:
    """Yield the exchange as it grows, last with its answer; or a sentence about what is wrong."""
    try:
        yield from _growing(live, text, so_far, clock)
    except InvalidQuestion as error:
        yield error.texts["nl"]
    except Exception:
        # A visitor gets a sentence, whatever broke; the traceback goes to the log. The question
        # is not among what is logged.
        logger.exception("A question in the chat could not be answered.")
        yield PAGE_TEXTS.failure


def _growing(
    live: Live, text: str, so_far: Conversation, clock: Callable[[], float]
) -> Iterator[Exchange]:
    question = Question(text=text, history=history(so_far))
    exchange = opened(so_far, text.strip())
    yield exchange
    shown = float("-inf")
    with live.using() as assistant:
        pace = 0 if assistant.generates else _PACE  # a language model takes its own time
        for event in assistant.events(question):
            exchange = exchange.after(event)
            due = isinstance(event, ProvenSentence) and clock() - shown >= pace
            if due or exchange.answer:
                shown = clock()
                yield exchange
