"""The description of the API as a whole: what FastAPI finds in the routes, and what it cannot find.

Added are the shapes that no route returns as such (problems, the events of streams, the protocol of
OpenAI), a name for every list of values (so that a generated client has one class for each), and a
line in plain Dutch for every shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, get_args

from fastapi import FastAPI
from fastapi.routing import APIRoute
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.routing import BaseRoute

from assistant.answers import Language, Mode, Speaker, Style
from indexer.documents import Label
from indexer.passages import Basis
from indexer.sources import Authority, Kind, Read
from ui.desk.openapi_desk import ABOUT_DESK, DESK_SHAPES, DESK_TAG, DESK_VALUES
from ui.feedback_store import Verdict
from ui.openapi_chat import SHAPES
from ui.openapi_parts import ref
from ui.openapi_problems import problem_schemas
from ui.openapi_texts import ABOUT_SHAPES
from ui.operator_routes import KEY_ROWS
from ui.operator_schemas import State
from ui.schemas import Certainty, FallbackOut, NoticeOut, StepOut

ABOUT = (
    "Vragen over economische veiligheid, beantwoord uit bronnen: elke zin bewezen.\n\n"
    "Fouten komen als problem details (RFC 9457), `application/problem+json`: `type` is er voor "
    "programma's, `title` en `detail` voor mensen. Er kunnen soorten bij komen. Onder `/v1` komen "
    "ze in de vorm van het protocol van OpenAI. De routes van de beheerder en van "
    "medewerkers van het loket vragen een sleutel."
)
SERVERS: list[dict[str, str | Any]] = [{"url": "/", "description": "Deze server"}]
TAGS: list[dict[str, Any]] = [
    {"name": "vragen", "description": "Vragen stellen en passages zoeken."},
    {"name": "bronnen", "description": "Waar antwoorden op rusten."},
    {"name": "toestand", "description": "Draait de server, en kan hij antwoorden?"},
    {"name": "beheer", "description": "Bronnen toevoegen en verwijderen, met de sleutel."},
    {"name": "openai", "description": "Loketwijzer als model, volgens het protocol van OpenAI."},
    DESK_TAG,
]
_VALUES: Mapping[str, tuple[str, ...]] = {
    "Language": get_args(Language),
    "Mode": get_args(Mode),
    "Style": get_args(Style),
    "Speaker": get_args(Speaker),
    "Kind": get_args(Kind),
    "Authority": get_args(Authority),
    "Read": get_args(Read),
    "Label": get_args(Label),
    "Basis": get_args(Basis),
    "Certainty": get_args(Certainty),
    "State": get_args(State),
    "Verdict": get_args(Verdict),
    "NoticeKind": get_args(NoticeOut.model_fields["kind"].annotation),
    "FallbackReason": get_args(FallbackOut.model_fields["reason"].annotation),
    **DESK_VALUES,
}
"""The lists of values that have a name of their own."""

_NAMES = {values: name for name, values in _VALUES.items()}


def completed(app: FastAPI, routes: Iterable[BaseRoute]) -> None:
    """Make the application tell the completed document; it is made once, when first asked for.

    Args:
        app: the application.
        routes: those that the document describes.
    """
    found = app.openapi
    described = [route for route in routes if isinstance(route, APIRoute)]

    @cache  # of its own: FastAPI keeps what it found before we complete it
    def openapi() -> dict[str, Any]:
        return _with_examples(_complete(found()), described)

    # mypy: FastAPI's own way to change its document is to replace this method.
    app.openapi = openapi  # type: ignore[method-assign]


def _complete(document: dict[str, Any]) -> dict[str, Any]:
    shapes = document["components"]["schemas"]
    more: tuple[type[BaseModel], ...] = (*SHAPES, *DESK_SHAPES, StepOut, FallbackOut)
    _, extra = models_json_schema(
        [(shape, "serialization") for shape in more], ref_template=ref("{model}")["$ref"]
    )
    shapes.update({**extra["$defs"], **problem_schemas(KEY_ROWS)})
    document = _named(document)
    shapes = document["components"]["schemas"]
    shapes.update({name: {"type": "string", "enum": list(v)} for name, v in _VALUES.items()})
    for name, text in {**ABOUT_SHAPES, **ABOUT_DESK}.items():
        _describe(shapes, name, text)
    document["components"]["schemas"] = dict(sorted(shapes.items()))
    return document


def _with_examples(document: dict[str, Any], routes: Iterable[APIRoute]) -> dict[str, Any]:
    """Put the examples in as they are: FastAPI leaves out every null, also where one must stand."""
    for route in routes:
        for method in route.methods or ():
            operation = document["paths"][route.path_format][method.lower()]
            for status, told in route.responses.items():
                _keep(operation["responses"][str(status)], told)
            _keep(operation.get("requestBody", {}), (route.openapi_extra or {}).get("requestBody"))
    return document


def _keep(told: dict[str, Any], original: Mapping[str, Any] | None) -> None:
    for media_type, content in (original or {}).get("content", {}).items():
        if "examples" in content:
            told["content"][media_type]["examples"] = content["examples"]


def _named(node: Any) -> Any:
    """Return a part of the document in which lists of values are pointed to by name."""
    if isinstance(node, list):
        return [_named(one) for one in node]
    if not isinstance(node, dict):
        return node
    name = _NAMES.get(_values(node))
    if name:
        return ref(name)
    more = {"format": "binary"} if node.get("contentMediaType") == _BYTES else {}
    return {**{key: _named(value) for key, value in node.items()}, **more}


_BYTES = "application/octet-stream"
"""How OpenAPI 3.1 says that a field is a file; generators look for `format` as well."""


def _values(node: Mapping[str, Any]) -> tuple[str, ...]:
    values = node.get("enum")
    return tuple(values) if isinstance(values, list) else ()


def _describe(shapes: dict[str, Any], name: str, text: str) -> None:
    shape, _, field = name.partition(".")
    if not field:
        shapes[shape]["description"] = text
        return
    told = shapes[shape]["properties"][field]
    if "$ref" in told:  # nothing may stand beside a reference that all tools read
        told = {"allOf": [told]}
    shapes[shape]["properties"][field] = {**told, "description": text}
