"""What OpenAPI says of problems: one shape, and for each status the types that it can have.

All of it comes from the table of errors (`ui.problems`), so that the description cannot fall
behind. A client may meet a type that it does not know yet, hence `type` is a known one or any text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.chat.model import DraftFailed
from assistant.errors import ChatModelUnusable, InvalidQuestion, UnsupportedRequest
from indexer.errors import (
    AppError,
    IndexDamaged,
    IndexMismatch,
    IndexMissing,
    IndexOutdated,
    ModelDamaged,
    ModelMissing,
)
from ui.errors import (
    AddressUnusable,
    ChatRequestRefused,
    NotReady,
    ServerRefused,
    SettingsInvalid,
)
from ui.openapi_parts import Described, example, ref
from ui.problems import ERRORS, MEDIA_TYPE, STATUSES, TYPE, Row, problem

NEVER_OVER_REST = (AddressUnusable, ChatRequestRefused, ServerRefused, SettingsInvalid)
"""Told by the command line, or in the shape of the OpenAI protocol."""

NOT_NOW = (
    NotReady,
    IndexMissing,
    IndexDamaged,
    IndexOutdated,
    IndexMismatch,
    ModelMissing,
    ModelDamaged,
    AppError,
)
"""Why a route that reads the index may have nothing to give."""

NO_ANSWER = (
    InvalidQuestion,
    UnsupportedRequest,
    ChatModelUnusable,
    DraftFailed,
    *NOT_NOW,
)
"""Why a question may have no answer."""

_SEVERAL: Mapping[int, str] = {
    404: "Dit bestaat niet",
    422: "De aanvraag klopt niet",
    500: "Er ging iets mis aan onze kant",
    503: "De assistent kan nu niet antwoorden",
}
_OWN_WORDS: Mapping[str, str] = {
    "invalid-question": "De vraag is leeg.",
    "chat-model-unusable": "Het taalmodel 'ollama' kan niet worden gebruikt: noem aanbieder en "
    "model: `ollama:naam`.",
    "not-supported": "Er is geen taalmodel ingesteld; vraag met `mode` op `extractive` of zonder "
    "`mode`.",
    "not-found": "Er is geen bron met het kenmerk 'S999'.",
    "conflict": "S202 staat in het register van het corpus en heeft geen eigen document in de "
    "bibliotheek. U verwijdert de bron door het corpus aan te passen.",
    "source-refused": "address: dit is geen webadres. Een webadres begint met https:// of http://.",
    "too-large": "Een aanvraag mag hoogstens 64 KB groot zijn.",
    "invalid-request": "question: dit veld ontbreekt.",
    "too-many-questions": "U kunt het over 12 seconden opnieuw proberen.",
    "too-many-attempts": "U kunt het over 12 seconden opnieuw proberen.",
}
_FAULTS: Mapping[str, list[dict[str, str]]] = {
    "invalid-request": [{"where": "question", "problem": "dit veld ontbreekt"}],
    "unreadable": [{"where": "teken 14", "problem": "dit is geen geldige JSON"}],
}
_RETRY_AFTER = {
    "description": "Over hoeveel seconden het opnieuw kan.",
    "schema": {"type": "integer", "minimum": 0},
}

Told = int | type[AppError] | Row


def row_of(told: Told) -> Row:
    """Return the row of a status, of an error, or the row itself."""
    if isinstance(told, Row):
        return told
    return STATUSES[told] if isinstance(told, int) else ERRORS[told]


def example_of(row: Row) -> dict[str, Any]:
    """Return problem details as a client may get them for a row."""
    more = {"errors": _FAULTS[row.slug]} if row.slug in _FAULTS else {}
    return problem(row, _OWN_WORDS.get(row.slug), **more)


def documented(*told: Told) -> Described:
    """Return what OpenAPI says about the problems of a route.

    Args:
        told: what can go wrong: a status of the table, an error of ours, or a row.
    """
    rows: dict[int, dict[str, Row]] = {}
    for one in told:
        row = row_of(one)
        rows.setdefault(row.status, {}).setdefault(row.slug, row)
    return {status: _response(status, found.values()) for status, found in sorted(rows.items())}


def _response(status: int, rows: Iterable[Row]) -> dict[str, Any]:
    found = tuple(rows)
    said = found[0].title if len(found) == 1 else _SEVERAL.get(status, found[0].title)
    response: dict[str, Any] = {"description": said, "content": _content(found)}
    if status == 429 or any(row.retry_after for row in found):
        response["headers"] = {"Retry-After": _RETRY_AFTER}
    return response


def _content(rows: Iterable[Row]) -> dict[str, Any]:
    examples = {row.slug: example(row.title, example_of(row)) for row in rows}
    return {MEDIA_TYPE: {"schema": ref("Problem"), "examples": examples}}


EVERY_OTHER: Described = {
    "default": {
        "description": "Elke andere fout",
        "content": _content([STATUSES[405], STATUSES[500]]),
    }
}
"""For a router: whatever else goes wrong is told in problem details too."""


def problem_schemas(more: Iterable[Row]) -> dict[str, Any]:
    """Return the schemas of problem details.

    Args:
        more: rows that do not stand in the table: those of the operator's door.
    """
    table = [row for error, row in ERRORS.items() if error not in NEVER_OVER_REST]
    slugs = dict.fromkeys(row.slug for row in (*STATUSES.values(), *table, *more))
    fault = {"where": {"type": "string"}, "problem": {"type": "string"}}
    return {
        "ProblemType": {"type": "string", "enum": [TYPE + slug for slug in slugs]},
        "Fault": {"type": "object", "required": list(fault), "properties": fault},
        "Problem": {
            "type": "object",
            "required": ["type", "title", "status", "detail"],
            "properties": {
                "type": {"anyOf": [ref("ProblemType"), {"type": "string"}]},
                "title": {"type": "string"},
                "status": {"type": "integer", "minimum": 400, "maximum": 599},
                "detail": {"type": "string"},
                "errors": {"type": "array", "items": ref("Fault")},
            },
        },
    }
