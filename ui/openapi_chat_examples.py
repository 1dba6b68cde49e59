"""Examples of the OpenAI-compatible door, for the description of the API."""

from __future__ import annotations

from typing import Any

from ui.errors import ChatRequestRefused
from ui.openai_content import write
from ui.openapi_answer_examples import ANSWER
from ui.openapi_chat import chat_documented
from ui.openapi_parts import JSON, Described, answered, example
from ui.openapi_streams import chat_stream
from ui.schemas import AnswerOut

WRONG_VALUE = ChatRequestRefused(
    "Er is een antwoord per vraag; zet `n` op 1.", param="n", code="unsupported_value"
)
NO_MODEL = ChatRequestRefused(
    "Het model 'gpt-9' bestaat hier niet; kies `loketwijzer`.",
    param="model",
    code="model_not_found",
    status=404,
)
CHAT_OTHER: Described = {
    "default": {**chat_documented(500)[500], "description": "Elke andere fout"}
}
"""For a router: whatever else goes wrong is told in the shape of the protocol too."""

_MODEL = {"id": "loketwijzer", "object": "model", "created": 0, "owned_by": "loketwijzer"}
MODEL_EXAMPLES = {"model": example("Het ene model", _MODEL)}
MODELS_EXAMPLES = {"lijst": example("De lijst", {"object": "list", "data": [_MODEL]})}

_HEAD: dict[str, Any] = {
    "id": "chatcmpl-5b0f4f6b3c7d4a0f9a1e2d3c4b5a6978",
    "created": 1795334400,
    "model": "loketwijzer",
}
_USAGE = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}


def _chunk(delta: dict[str, Any], finish: str | None = None, **more: Any) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
    return {**_HEAD, "object": "chat.completion.chunk", "choices": [choice], **more}


def chat_answered() -> Described:
    """Return what OpenAPI says of an answer, whole and as a stream; the whole one first."""
    written = write(AnswerOut.model_validate(ANSWER))
    annotations = list(written.annotations)
    message = {
        "role": "assistant",
        "content": written.text,
        "refusal": None,
        "annotations": annotations,
    }
    choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
    whole = {
        **_HEAD,
        "object": "chat.completion",
        "choices": [choice],
        "usage": _USAGE,
        "loketwijzer": ANSWER,
    }
    examples = {"antwoord": example("Een antwoord", whole)}
    described = answered("Het antwoord", examples, schema="ChatCompletion")
    chunks = (
        _chunk({"role": "assistant", "content": ""}),
        _chunk({"content": written.text}),
        _chunk({"annotations": annotations}),
        _chunk({}, "stop", loketwijzer=ANSWER),
    )
    content = described[200]["content"]
    # JSON first: a generator takes the first form that it knows.
    described[200]["content"] = {JSON: content[JSON], **chat_stream(chunks)}
    return described
