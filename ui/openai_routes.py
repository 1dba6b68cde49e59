"""The OpenAI-compatible door: the assistant as a model named `loketwijzer`.

For programs that speak that protocol already (the `openai` client, LangChain, Open WebUI): point
them at `http://<server>/v1` with any key. It answers what REST answers, under the same limits. An
`Authorization` header is not read.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from starlette.concurrency import iterate_in_threadpool
from starlette.responses import JSONResponse, Response, StreamingResponse

from ui.headers import OPENAI
from ui.openai_schemas import MODEL, ChatRequest, check_model
from ui.openai_stream import Completion, streamed
from ui.openapi_answer_examples import CHAT_QUESTIONS
from ui.openapi_chat import chat_documented
from ui.openapi_chat_examples import (
    CHAT_OTHER,
    MODEL_EXAMPLES,
    MODELS_EXAMPLES,
    NO_MODEL,
    WRONG_VALUE,
    chat_answered,
)
from ui.openapi_parts import answered, asking
from ui.openapi_problems import NO_ANSWER
from ui.routes import Live

CHAT = f"{OPENAI}chat/completions"

router = APIRouter(tags=["openai"], responses=CHAT_OTHER)
ModelName = Annotated[
    str,
    Path(
        description="De naam van het model.",
        openapi_examples={"model": {"summary": "Het ene model", "value": MODEL}},
    ),
]


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


@router.post(
    CHAT,
    operation_id="chat_completions",
    summary="Beantwoord de laatste vraag van een gesprek",
    description="Volgens het protocol van OpenAI, met elke sleutel of zonder. Met `stream` op true "
    "komt het antwoord zin voor zin, en dan `[DONE]`. Het veld `loketwijzer` is het hele antwoord "
    "zoals `/api/v1/answers` het geeft. Velden die hier niet staan, doen niets.",
    responses={
        **chat_answered(),
        **chat_documented(400, WRONG_VALUE, NO_MODEL, 413, 422, 429, *NO_ANSWER),
    },
    openapi_extra=asking(CHAT_QUESTIONS),
)
def chat_completions(completion: Annotated[Response, Depends(_completion)]) -> Response:
    """Answer the last question of a conversation, whole or sentence by sentence."""
    return completion


@router.get(
    f"{OPENAI}models",
    operation_id="list_models",
    summary="De modellen: er is er een",
    description="Volgens het protocol van OpenAI.",
    response_model=None,
    responses=answered("De lijst", MODELS_EXAMPLES, schema="ChatModels"),
)
def models() -> dict[str, Any]:
    """List the one model."""
    return {"object": "list", "data": [_model()]}


@router.get(
    f"{OPENAI}models/{{name}}",
    operation_id="get_model",
    summary="Het ene model",
    description="Volgens het protocol van OpenAI.",
    response_model=None,
    responses={
        **answered("Het model", MODEL_EXAMPLES, schema="ChatModel"),
        **chat_documented(NO_MODEL),
    },
)
def model(name: ModelName) -> dict[str, Any]:
    """Show the one model."""
    check_model(name)
    return _model()


def _model() -> dict[str, Any]:
    # `created` is the day of a model's making; ours is none, so it has no such day.
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": MODEL}
