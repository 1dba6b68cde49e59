"""The OpenAI-compatible door: the assistant as a model named `loketwijzer`.

For programs that speak that protocol already (the `openai` client, LangChain, Open WebUI): point
them at `http://<server>/v1` with any key. It answers what REST answers, under the same limits. An
`Authorization` header is not read.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.concurrency import iterate_in_threadpool
from starlette.responses import JSONResponse, Response, StreamingResponse

from ui.headers import OPENAI
from ui.openai_schemas import MODEL, ChatRequest, check_model
from ui.openai_stream import Completion, streamed
from ui.routes import Live

CHAT = f"{OPENAI}chat/completions"

# Not on the page of REST: the protocol has its own documentation, and its own shape of errors.
router = APIRouter(include_in_schema=False)


def _completion(asked: ChatRequest, live: Live) -> Iterator[Response]:
    """Settle question and assistant before the response starts, so that errors have a status.

    When the response has been sent, or the client goes away, the index is released.
    """
    question = asked.as_question()
    with live.using() as assistant:
        if not asked.stream:
            yield JSONResponse(Completion().whole(assistant.invoke(question)))
            return
        with closing(streamed(assistant, question, with_usage=asked.with_usage)) as events:
            yield StreamingResponse(
                _sent(events), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"}
            )


async def _sent(events: Iterator[str]) -> AsyncIterator[str]:
    """Drop the events that say nothing; at each one a client that has gone ends the work."""
    async for event in iterate_in_threadpool(events):
        if event:
            yield event


@router.post(CHAT)
def chat_completions(completion: Annotated[Response, Depends(_completion)]) -> Response:
    """Answer the last question of a conversation, whole or sentence by sentence."""
    return completion


@router.get(f"{OPENAI}models")
def models() -> dict[str, Any]:
    """List the one model."""
    return {"object": "list", "data": [_model()]}


@router.get(f"{OPENAI}models/{{name}}")
def model(name: str) -> dict[str, Any]:
    """Show the one model."""
    check_model(name)
    return _model()


def _model() -> dict[str, Any]:
    # `created` is the day of a model's making; ours is none, so it has no such day.
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": MODEL}
