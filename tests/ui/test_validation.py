"""Faults in a request, told in Dutch and by place."""

from __future__ import annotations

from typing import Any

import pytest

from ui.validation import faults, in_dutch


@pytest.mark.parametrize(
    ("location", "kind", "place"),
    [
        (("body", "question"), "missing", "question"),
        (("body", "history", 0, "role"), "missing", "history[0].role"),
        (("body",), "model_type", "body"),
        (("body", 17), "json_invalid", "teken 17"),
        (("body", "x" * 500), "extra_forbidden", "x" * 80),
    ],
)
def test_places(location: tuple[Any, ...], kind: str, place: str) -> None:
    assert faults([{"type": kind, "loc": location}])[0]["where"] == place


def test_choices_are_listed() -> None:
    error = {"type": "literal_error", "loc": ("body", "x"), "ctx": {"expected": "'a' or 'b'"}}
    assert in_dutch(error) == "kies een van: 'a' of 'b'"


def test_what_has_no_words_of_its_own() -> None:
    assert in_dutch({"type": "something_new", "loc": ()}) == "deze waarde kan hier niet"
