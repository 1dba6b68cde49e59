"""The good model writes restated sentences with the right marker, and nothing else."""

from __future__ import annotations

from evals.restated import Restated
from evals.restater import DECLINED, MOST, Restater, line_of
from evals.scripts import Asked, Fenced
from tests.evals.prompts import QUOTES, RESTATED, asked


def test_it_writes_what_restates_the_quotes_of_the_prompt_in_their_order() -> None:
    found = Restater(RESTATED)(asked())
    assert found.lines == tuple(line_of(entry, 1) for entry in RESTATED)
    assert [line.behaviour for line in found.lines] == ["single, nl", "joined, nl"]
    assert found.ending == "whole"


def test_it_says_no_quote_twice() -> None:
    again = RESTATED[1].model_copy(update={"quotes": (QUOTES[2], QUOTES[3]), "restated": "Weer."})
    found = Restater((*RESTATED, again))(asked())
    assert [line.text for line in found.lines] == [entry.restated for entry in RESTATED]


def test_it_does_not_join_quotes_of_different_passages() -> None:
    fenced = [Fenced(number=n, heading="", sentences=(QUOTES[n],)) for n in (1, 2)]
    found = Restater(RESTATED)(Asked(system="", question="", passages=tuple(fenced)))
    assert [line.text for line in found.lines] == [DECLINED]


def test_of_many_it_writes_those_nearest_to_the_question() -> None:
    quotes = tuple(f"Zin nummer {number}." for number in range(20))
    entries = [
        Restated(passage="d.s", language="nl", quotes=(q,), restated=f"Anders: {q}") for q in quotes
    ]
    fenced = Fenced(number=3, heading="", sentences=quotes)
    found = Restater(entries)(Asked(system="", question="Nummer 17?", passages=(fenced,)))
    assert len(found.lines) == MOST
    assert "Anders: Zin nummer 17." in [line.text for line in found.lines]
    assert {line.markers for line in found.lines} == {(3,)}


def test_a_follow_up_is_handed_back() -> None:
    found = Restater(())(Asked(system="", question="En ik?", passages=()))
    assert [line.text for line in found.lines] == ["En ik?"]
