"""What is said of the desk's shapes and files is said of all of them, and of nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.desk.rest_fixtures import live  # noqa: F401  # fixture
from tests.ui.desk.rest_world import application
from ui.desk.openapi_desk import (
    ABOUT_DESK,
    DESK_SHAPES,
    DESK_VALUES,
    conflict_documented,
    files_documented,
)
from ui.live import LiveAssistant
from ui.openapi_texts import ABOUT_SHAPES


@pytest.fixture
def document(live: LiveAssistant) -> dict[str, Any]:  # noqa: F811
    """The description of an application with these routes."""
    found: dict[str, Any] = application(live, None).openapi()
    return found


def test_every_shape_of_the_desk_is_explained(document: dict[str, Any]) -> None:
    extra = {*DESK_VALUES, *(shape.__name__ for shape in DESK_SHAPES)}
    shapes = {*document["components"]["schemas"], *extra}
    told = {name.split(".")[0] for name in ABOUT_DESK}
    assert told <= shapes
    assert shapes <= told | {name.split(".")[0] for name in ABOUT_SHAPES}
    assert all(text.endswith(".") for text in ABOUT_DESK.values())


def test_every_explained_field_is_there(document: dict[str, Any]) -> None:
    shapes = document["components"]["schemas"]
    for name in ABOUT_DESK:
        shape, _, field = name.partition(".")
        if field and shape in shapes:
            assert field in shapes[shape]["properties"], name


def test_a_conflict_is_told_with_both_texts() -> None:
    (told,) = conflict_documented()[409]["content"].values()
    (shown,) = told["examples"].values()
    assert DESK_SHAPES[0](**shown["value"]).model_dump().keys() == shown["value"].keys()


@pytest.mark.parametrize(("letters", "forms"), [(True, 5), (False, 2)])
def test_files_are_bytes_first(letters: bool, forms: int) -> None:
    content = files_documented("Een bestand", letters=letters)[200]["content"]
    assert next(iter(content)) == "application/octet-stream"
    assert len(content) == forms
