"""A scripted model streams what its writer wrote, and ends as it was told to."""

from __future__ import annotations

import time

import pytest

from evals.scripted_models import ScriptedModel
from evals.scripts import Asked, Draft, Ending, Line
from tests.evals.prompts import asked

LINES = (Line(behaviour="b", text="Eerst dit.", markers=(1,)), Line(behaviour="b", text="Dan dat."))
WRITTEN = "Eerst dit. [1]\nDan dat.\n"
PROMPT = [("system", "regels"), ("human", '<bron nummer="1">\nKop\nZin.\n</bron>')]


def model(ending: Ending = "whole") -> ScriptedModel:
    def writer(_: Asked) -> Draft:
        return Draft(lines=LINES, ending=ending)

    return ScriptedModel(writer=writer, hang=0.3)


def test_it_streams_in_pieces_and_answers_in_one() -> None:
    pieces = [str(piece.text) for piece in model().stream(PROMPT)]
    assert len([piece for piece in pieces if piece]) == 4
    assert "".join(pieces) == WRITTEN
    assert str(model().invoke(PROMPT).text) == WRITTEN


def test_it_writes_to_a_schema_as_it_grows() -> None:
    grown = list(model().with_structured_output({}).stream(PROMPT))
    first, second = ({"text": "Eerst dit.", "sources": [1]}, {"text": "Dan dat.", "sources": []})
    assert grown == [{"sentences": [first]}, {"sentences": [first, second]}]


def test_it_keeps_what_it_was_asked_and_wrote() -> None:
    made = model()
    list(made.stream(PROMPT))
    [(read, draft)] = made.drafts
    assert (read.system, read.passages[0].sentences) == ("regels", ("Zin.",))
    assert draft.lines == LINES


def test_it_breaks_off() -> None:
    stream = model("error").stream(PROMPT)
    with pytest.raises(ConnectionError):
        list(stream)


def test_it_hangs() -> None:
    started = time.monotonic()
    list(model("hang").stream(PROMPT))
    assert time.monotonic() - started >= 0.3


def test_two_models_share_nothing() -> None:
    one, other = model(), model()
    list(one.stream(PROMPT))
    assert asked().passages
    assert other.drafts == []
