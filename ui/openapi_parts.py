"""The pieces that the description of the API is put together from. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

JSON = "application/json"

Described = dict[int | str, dict[str, Any]]
"""Responses by status, as a route takes them."""


def ref(name: str) -> dict[str, str]:
    """Return where the schema of this name stands in the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def example(summary: str, value: Any) -> dict[str, Any]:
    """Return an example with one line that says what it shows."""
    return {"summary": summary, "value": value}


def answered(
    description: str, examples: Mapping[str, Any], *, status: int = 200, schema: str = ""
) -> Described:
    """Return what OpenAPI says of the answer when all goes well.

    Args:
        description: what the answer holds.
        examples: name to example.
        status: of the answer.
        schema: the name of its schema; empty when the framework knows it from the route.
    """
    content: dict[str, Any] = {"schema": ref(schema)} if schema else {}
    content["examples"] = dict(examples)
    return {status: {"description": description, "content": {JSON: content}}}


def asking(examples: Mapping[str, Any], media_type: str = JSON) -> dict[str, Any]:
    """Return the examples of a request, for `openapi_extra` of a route."""
    return {"requestBody": {"content": {media_type: {"examples": dict(examples)}}}}
