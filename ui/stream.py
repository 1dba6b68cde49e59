"""An answer as server-sent events, in the order in which the assistant proves it.

`step`, `citation`, `sentence`, `notice` as they come; `fallback` where a language model's draft
ended; `answer` last; `error` (problem details)
instead when something breaks on the way. What is wrong before the first event is an ordinary
problem response, because the route asks for question and assistant before it starts the stream.
"""

from __future__ import annotations

import logging
from collections.abc import Generator

from fastapi.sse import ServerSentEvent

from assistant.answers import (
    Answer,
    Citation,
    Event,
    Fallback,
    Notice,
    ProvenSentence,
    Question,
    StepDone,
)
from assistant.pipeline import Assistant
from indexer.errors import AppError
from ui.problems import STATUSES, problem, problem_of
from ui.schemas import AnswerOut, CitationOut, FallbackOut, NoticeOut, SentenceOut, StepOut

logger = logging.getLogger(__name__)


def _event(event: Event) -> ServerSentEvent:
    match event:
        case StepDone():
            return ServerSentEvent(event="step", data=StepOut.of(event))
        case Citation():
            return ServerSentEvent(event="citation", data=CitationOut.of(event))
        case ProvenSentence():
            return ServerSentEvent(event="sentence", data=SentenceOut.of(event))
        case Fallback():
            return ServerSentEvent(event="fallback", data=FallbackOut.of(event))
        case Notice():
            return ServerSentEvent(event="notice", data=NoticeOut.of(event))
        case Answer():
            return ServerSentEvent(event="answer", data=AnswerOut.of(event))


def server_sent(assistant: Assistant, question: Question) -> Generator[ServerSentEvent]:
    """Yield the events of one answer; the framework runs this in a thread, one event at a time."""
    try:
        for event in assistant.events(question):
            yield _event(event)
    except AppError as error:
        logger.warning("De stroom breekt af: %s", type(error).__name__)
        yield ServerSentEvent(event="error", data=problem_of(error))
    except Exception:
        # The status line has been sent: the stream itself must say that it broke.
        logger.exception("De stroom breekt af")
        yield ServerSentEvent(event="error", data=problem(STATUSES[500]))
