"""The table of errors is complete, and what it tells is fit for whoever reads it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI, HTTPException
from fastapi.testclient import TestClient

import assistant
import indexer
import ui
from assistant.errors import InvalidQuestion
from indexer.errors import AppError, CorpusError, IndexMissing
from ui.errors import AddressUnusable, NotReady, UnknownName
from ui.problem_responses import problem_response, tell_problems
from ui.problems import ERRORS, MEDIA_TYPE, STATUSES, one_line, problem, problem_of, row_for

NEEDS_MORE = {"bundled_model", "serving_model", "prepare_model", "env"}
"""Modules of the set-up, whose libraries may be absent, and what only Alembic runs; no errors."""


def errors(kind: type[AppError] = AppError) -> Iterator[type[AppError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from errors(child)


def all_errors() -> list[type[AppError]]:
    """Import every module of ours, so that every error class is known; then list the classes."""
    for package in (indexer, assistant, ui):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            last = module.name.rpartition(".")[2]
            if not (last.startswith(("chat", "__main__")) or last in NEEDS_MORE):
                importlib.import_module(module.name)
    ours = ("indexer", "assistant", "ui")
    return [kind for kind in errors() if kind.__module__.partition(".")[0] in ours]


@pytest.mark.parametrize("kind", all_errors(), ids=lambda kind: kind.__name__)
def test_every_error_has_its_own_row(kind: type[AppError]) -> None:
    assert kind in ERRORS


def test_slugs_name_one_thing_and_statuses_are_errors() -> None:
    rows = [*ERRORS.values(), *STATUSES.values()]
    assert len({(row.slug, row.status) for row in ERRORS.values()}) == len(ERRORS)
    assert all(400 <= row.status < 600 for row in rows)
    assert all(status == row.status for status, row in STATUSES.items())
    assert all(row.title and not row.title.endswith(".") for row in rows)
    assert all(row.way_out is None or row.way_out.endswith(".") for row in rows)


def test_an_unlisted_child_takes_the_row_of_its_parent() -> None:
    class Special(IndexMissing):
        pass

    assert row_for(Special(Path("x"))) is ERRORS[IndexMissing]


def test_problem_details_name_no_path() -> None:
    details = problem_of(IndexMissing(Path("/srv/secret/index")))
    assert details == {
        "type": "urn:problem-type:loketwijzer:index-missing",
        "title": "Er is nog geen index",
        "status": 503,
        "detail": "De beheerder maakt hem met `loket index`.",
    }


def test_the_asker_reads_the_error_in_its_own_words() -> None:
    error = InvalidQuestion("empty", nl="De vraag is leeg.", en="The question is empty.")
    assert problem_of(error)["detail"] == "De vraag is leeg."
    assert one_line(error) == "De vraag is leeg."


def test_a_problem_can_carry_more() -> None:
    assert problem(STATUSES[422], "a: b.", errors=[])["errors"] == []


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            IndexMissing(Path("data/index")),
            "Er is nog geen index (data/index). De beheerder maakt hem met `loket index`.",
        ),
        (
            CorpusError(Path("a.md"), 3, "no\nsource"),
            "Een bestand van het corpus klopt niet: a.md:3: no source",
        ),
        (AddressUnusable("h", 1, "poort 1 is bezet."), "poort 1 is bezet."),
        (UnknownName("bron", "S9"), "Er is geen bron met het kenmerk 'S9'."),
        (
            NotReady(),
            "De assistent wordt nog gestart: probeer het over een paar seconden opnieuw.",
        ),
        (AppError("something else"), "De assistent kan nu niet antwoorden: something else"),
    ],
)
def test_the_operator_gets_one_line(error: AppError, line: str) -> None:
    assert one_line(error) == line


def test_a_status_without_words_of_its_own_is_told_too() -> None:
    app = FastAPI()
    tell_problems(app)

    def teapot() -> None:
        raise HTTPException(418)

    app.add_api_route("/", teapot)
    problem = TestClient(app).get("/")
    assert problem.status_code == problem.json()["status"] == 418
    assert problem.headers["content-type"] == MEDIA_TYPE


def test_who_may_try_again_soon_hears_when() -> None:
    assert row_for(NotReady()).retry_after == 2
    assert problem_response(row_for(NotReady())).headers["retry-after"] == "2"
