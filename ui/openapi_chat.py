"""The answers of the OpenAI-compatible door, as OpenAPI describes them.

`ui.openai_stream` and `ui.openai_errors` write these by hand, to the letter of the protocol; the
shapes here are for the description, and a test holds real answers against them.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

from ui.errors import ChatRequestRefused
from ui.openai_errors import openai_error
from ui.openapi_parts import JSON, Described, example, ref
from ui.openapi_problems import Told, example_of, row_of
from ui.schemas import AnswerOut


class UrlCitation(BaseModel):
    """Where a marker stands in `content`, counted in code points, and where it leads."""

    start_index: int
    end_index: int
    url: str
    title: str


class Annotation(BaseModel):
    """A marker of the message."""

    type: Literal["url_citation"]
    url_citation: UrlCitation


class ChatAnswer(BaseModel):
    """The message: Markdown, with sources, contacts and notices below the sentences."""

    role: Literal["assistant"]
    content: str
    refusal: None
    annotations: list[Annotation]


class ChatChoice(BaseModel):
    """The one choice."""

    index: int
    message: ChatAnswer
    finish_reason: Literal["stop"]
    logprobs: None


class Usage(BaseModel):
    """Always zeros: no tokens are counted."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class ChatCompletion(BaseModel):
    """A whole answer."""

    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[ChatChoice]
    usage: Usage
    loketwijzer: AnswerOut


class ChatDelta(BaseModel):
    """What a piece of the stream adds."""

    role: Literal["assistant"] = "assistant"
    content: str = ""
    annotations: list[Annotation] = []


class ChunkChoice(BaseModel):
    """The one choice, in a piece of the stream."""

    index: int
    delta: ChatDelta
    finish_reason: Literal["stop"] | None
    logprobs: None


class ChatCompletionChunk(BaseModel):
    """A piece of the stream; the last one with a choice holds the answer as REST gives it."""

    id: str
    object: Literal["chat.completion.chunk"]
    created: int
    model: str
    choices: list[ChunkChoice]
    usage: Usage | None = None
    loketwijzer: AnswerOut | None = None


class ChatModel(BaseModel):
    """The one model."""

    id: str
    object: Literal["model"]
    created: int
    owned_by: str


class ChatModels(BaseModel):
    """The models there are."""

    object: Literal["list"]
    data: list[ChatModel]


class OpenAIErrorBody(BaseModel):
    """What went wrong, in the words of the protocol."""

    message: str
    type: Literal["invalid_request_error", "rate_limit_error", "server_error"]
    param: str | None
    code: str


class OpenAIError(BaseModel):
    """An error of the protocol."""

    error: OpenAIErrorBody


SHAPES: tuple[type[BaseModel], ...] = (
    ChatCompletion,
    ChatCompletionChunk,
    ChatModels,
    ChatModel,
    OpenAIError,
)
"""The shapes that the routes name; those inside them follow."""


def refusal(error: ChatRequestRefused) -> dict[str, Any]:
    """Return a refusal of a request as the protocol tells it."""
    shape = {"message": str(error), "type": "invalid_request_error"}
    return {"error": {**shape, "param": error.param, "code": error.code}}


def chat_documented(*told: Told | ChatRequestRefused) -> Described:
    """Return what OpenAPI says about the errors of a route of the protocol."""
    found: Described = {}
    for one in told:
        if isinstance(one, ChatRequestRefused):
            status, title, value = one.status, "Dit kan dit model niet", refusal(one)
        else:
            row = row_of(one)
            status = 400 if row.status == 422 else row.status  # as the protocol has it
            title, value = row.title, openai_error(example_of(row))
        response = found.setdefault(status, {"description": title, "content": _content()})
        examples = response["content"][JSON]["examples"]
        examples.setdefault(value["error"]["code"], example(title, value))
    return found


def _content() -> dict[str, Any]:
    return {JSON: {"schema": ref("OpenAIError"), "examples": {}}}
