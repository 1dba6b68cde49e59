"""Chat completions, whole and in chunks: the shapes of the protocol around a message.

A stream holds each sentence as soon as it is proven, then sources, contacts and notices. Its pieces
together are the message that a client without a stream gets.
"""

from __future__ import annotations

import json
import logging
import time
import uuid
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.abuse import visible_text
from assistant.answers import Answer, Language, Question
from assistant.language import detect_language
from assistant.personal_data import mask_personal_data
from assistant.pipeline import Assistant
from indexer.errors import AppError
from ui.openai_content import write
from ui.openai_errors import openai_error
from ui.openai_growing import growing
from ui.openai_schemas import MODEL
from ui.problems import STATUSES, problem, problem_of
from ui.schemas import AnswerOut

logger = logging.getLogger(__name__)

_DONE = "data: [DONE]\n\n"


def usage() -> dict[str, int]:
    """Return the usage of an answer: zeros.

    We count no tokens: an answer is made of sentences of sources on this machine, and nobody pays
    for it by the token. Clients read the object all the same, and a number that we made up would
    end up in somebody's books.
    """
    return {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """One completion: what all its chunks share."""

    id: str = field(default_factory=lambda: f"chatcmpl-{uuid.uuid4().hex}")
    created: int = field(default_factory=lambda: int(time.time()))

    def whole(self, answer: Answer) -> dict[str, Any]:
        """Return the answer as a chat completion; `loketwijzer` holds it as REST gives it."""
        shown = AnswerOut.of(answer)
        written = write(shown)
        message = {
            "role": "assistant",
            "content": written.text,
            "refusal": None,
            "annotations": list(written.annotations),
        }
        choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
        return {
            **self._head("chat.completion"),
            "choices": [choice],
            "usage": usage(),
            "loketwijzer": shown.model_dump(mode="json"),
        }

    def chunk(
        self, delta: Mapping[str, Any], *, finish: str | None = None, **more: Any
    ) -> dict[str, Any]:
        """Return a chunk with something new."""
        choice = {"index": 0, "delta": dict(delta), "finish_reason": finish, "logprobs": None}
        return {**self._head("chat.completion.chunk"), "choices": [choice], **more}

    def last(self) -> dict[str, Any]:
        """Return the chunk that tells the usage."""
        return {**self._head("chat.completion.chunk"), "choices": [], "usage": usage()}

    def _head(self, kind: str) -> dict[str, Any]:
        return {"id": self.id, "object": kind, "created": self.created, "model": MODEL}


def streamed(assistant: Assistant, question: Question, *, with_usage: bool) -> Generator[str]:
    """Yield the server-sent events of one completion; "" when there is nothing to send yet.

    What breaks on the way is an event with `error`, and no `[DONE]` follows it: whoever does not
    look must not take half an answer for a whole one.
    """
    completion = Completion()
    more = {"usage": None} if with_usage else {}
    try:
        for chunk in _chunks(completion, assistant, question):
            yield _event({**chunk, **more}) if chunk else ""
    except AppError as error:
        logger.warning("De stroom breekt af: %s", type(error).__name__)
        yield _event(openai_error(problem_of(error)))
        return
    except Exception:
        # The status line has been sent: the stream itself must say that it broke.
        logger.exception("De stroom breekt af")
        yield _event(openai_error(problem(STATUSES[500])))
        return
    if with_usage:
        yield _event(completion.last())
    yield _DONE


def _event(data: Mapping[str, Any]) -> str:
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n"


def _chunks(
    completion: Completion, assistant: Assistant, question: Question
) -> Iterator[dict[str, Any]]:
    yield completion.chunk({"role": "assistant", "content": ""})
    for piece in growing(assistant.events(question), _language(question)):
        if isinstance(piece, str):
            yield completion.chunk({"content": piece}) if piece else {}
            continue
        shown, written = piece
        if written.annotations:
            yield completion.chunk({"annotations": list(written.annotations)})
        whole = shown.model_dump(mode="json")
        yield completion.chunk({}, finish="stop", loketwijzer=whole)


def _language(question: Question) -> Language:
    """Return the language that the assistant will find, from the same text as it does."""
    text = mask_personal_data(visible_text(question.text))
    return "en" if detect_language(text) == "en" else "nl"
