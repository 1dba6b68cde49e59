"""The streams, as OpenAPI describes them: the names of the events, and what each carries.

Of a stream, OpenAPI 3.1 can only say that it is text; `itemSchema` (OpenAPI 3.2) says what one
event of it holds. Both stand here. The shapes of the data are components, so that a generated
client has a class for each.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from assistant.replies import FALLBACK
from ui.openapi_answer_examples import ANSWER, CITATION, NOTICE, SENTENCE, STEP
from ui.openapi_parts import Described, example, ref

EVENT_STREAM = "text/event-stream"

EVENTS: Mapping[str, tuple[str, str]] = {
    "step": ("StepOut", "een stap is klaar"),
    "citation": ("CitationOut", "een vindplaats, voor de eerste zin die ernaar verwijst"),
    "sentence": ("SentenceOut", "een bewezen zin"),
    "fallback": (
        "FallbackOut",
        "de tekst van het taalmodel houdt hier op; wat volgt komt uit onze teksten",
    ),
    "notice": ("NoticeOut", "wat de lezer moet weten"),
    "answer": ("AnswerOut", "het hele antwoord, als laatste"),
    "error": ("Problem", "het ging onderweg mis; er volgt niets meer"),
}
"""Each event: the shape of its data, and when it comes."""

STREAMED = "Server-sent events. De gegevens van elke gebeurtenis zijn JSON.\n\n" + "\n".join(
    f"- `{name}` (`{shape}`): {when}." for name, (shape, when) in EVENTS.items()
)
"""What the route says of its stream."""

_FALLBACK = {"reason": "slow", "text": FALLBACK["slow"]["nl"]}
_TOLD: tuple[tuple[str, Any], ...] = (
    ("step", STEP),
    ("fallback", _FALLBACK),
    ("citation", CITATION),
    ("sentence", SENTENCE),
    ("notice", NOTICE),
    ("answer", ANSWER),
)


def _event(name: str, shape: str) -> dict[str, Any]:
    data = {"type": "string", "contentMediaType": "application/json", "contentSchema": ref(shape)}
    return {"required": ["event", "data"], "properties": {"event": {"const": name}, "data": data}}


def _written(data: Any, name: str = "") -> str:
    said = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return f"event: {name}\ndata: {said}\n\n" if name else f"data: {said}\n\n"


def answer_stream() -> Described:
    """Return what OpenAPI says of the stream of an answer."""
    text = "".join(_written(data, name) for name, data in _TOLD)
    content = {
        "schema": {"type": "string"},
        "itemSchema": {"oneOf": [_event(name, shape) for name, (shape, _) in EVENTS.items()]},
        "examples": {"stroom": example("Een kort antwoord", text)},
    }
    return {200: {"description": STREAMED, "content": {EVENT_STREAM: content}}}


def chat_stream(chunks: tuple[Any, ...]) -> dict[str, Any]:
    """Return what OpenAPI says of the stream of the OpenAI protocol, by media type."""
    text = "".join(map(_written, (*chunks, "[DONE]")))
    data = {
        "type": "string",
        "description": "Een `ChatCompletionChunk`, een `OpenAIError` als het misgaat, of `[DONE]`.",
    }
    return {
        EVENT_STREAM: {
            "schema": {"type": "string"},
            "itemSchema": {"required": ["data"], "properties": {"data": data}},
            "examples": {"stroom": example("Met `stream` op true", text)},
        }
    }


def original_file() -> Described:
    """Return what OpenAPI says of the file of a source.

    Bytes first: a generator takes the first form that it knows, and any file is bytes.
    """
    data = {"schema": {"type": "string", "format": "binary"}}
    docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    plain = {
        "schema": {"type": "string"},
        "examples": {"tekst": example("Een tekst", "Regeling windmetingen\n")},
    }
    content = {
        "application/octet-stream": data,
        "application/pdf": data,
        docx: data,
        "text/plain": plain,
    }
    return {200: {"description": "Het bestand", "content": content}}
