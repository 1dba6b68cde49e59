"""What the tests of the description of the API share: asking it what an answer may look like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema  # type: ignore[import-untyped]

Json = dict[str, Any]
_INSIDE = "#/components/schemas/"


def operations(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Yield path, method and operation of every route."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def closed(node: Any) -> Any:
    """Return schemas in which a field that is not described is a fault."""
    if isinstance(node, list):
        return [closed(one) for one in node]
    if not isinstance(node, dict):
        return node
    found = {key: closed(value) for key, value in node.items()}
    if isinstance(node.get("properties"), dict) and node.get("type") == "object":
        found.setdefault("additionalProperties", False)
    return found


def faults(document: Json, schema: Json, value: Any) -> list[str]:
    """Return what of a value does not fit a schema of the document, undescribed fields too."""
    whole = {**closed(schema), "components": closed(document["components"])}
    checker = jsonschema.Draft202012Validator(
        whole, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    return [f"{fault.json_path}: {fault.message}" for fault in checker.iter_errors(value)]


def shape(name: str) -> Json:
    """Return the schema of a name."""
    return {"$ref": _INSIDE + name}


def schema_of(document: Json, method: str, path: str, status: int, media_type: str) -> Json:
    """Return the schema that the document gives for a response."""
    responses = document["paths"][path][method]["responses"]
    told = responses.get(str(status)) or responses["default"]
    found: Json = told["content"][media_type]["schema"]
    return found
