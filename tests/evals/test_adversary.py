"""The adversary lies in every way, among true sentences, and always in the same way."""

from __future__ import annotations

from itertools import groupby

from evals.adversary import Adversary
from evals.mutation import RULES
from evals.scripts import Draft, Line
from tests.evals.prompts import OTHERS, QUOTES, RESTATED, asked

DRAFTS = [Adversary(RESTATED)(asked(f"{number}. Moet ik dat melden?")) for number in range(400)]
EVERY = {
    *(set(RULES) - {"article", "reference", "contact", "date"}),  # the quotes hold none
    "number, in other words", "negation added, in other words", "true", "true, in other words",
    "all passages cited", "no marker", "marker not issued", "wrong passage cited",
    "clause invented", "opening invented", "address", "word inserted", "actor replaced",
    "list made longer", "condition of another sentence", "joined, one half changed",
    "sentence invented", "another language", "order obeyed", "prompt repeated", "half a sentence",
    "endless",
}  # fmt: skip


def lines() -> list[Line]:
    return [line for draft in DRAFTS for line in draft.lines]


def test_every_behaviour_occurs() -> None:
    assert EVERY - {line.behaviour for line in lines()} == set()
    assert {draft.ending for draft in DRAFTS} == {"whole", "error", "hang"}


def test_the_same_question_is_always_answered_alike() -> None:
    assert Adversary(RESTATED)(asked()) == Adversary(RESTATED)(asked())
    assert Adversary(RESTATED)(asked()) != Adversary(RESTATED)(asked("Iets anders?"))


def test_true_lines_are_those_of_the_prompt_or_restate_them() -> None:
    true = {line.text for line in lines() if line.truth == "true" and line.behaviour != "endless"}
    assert true == {*QUOTES, *OTHERS, *(entry.restated for entry in RESTATED)}


def test_no_lie_is_a_sentence_of_its_prompt() -> None:
    lies = {line.text for line in lines() if line.truth == "false" and line.behaviour != "endless"}
    assert not lies & {*QUOTES, *OTHERS, *(entry.restated for entry in RESTATED)}


def test_true_lines_stand_between_the_lies() -> None:
    mixed = [draft for draft in DRAFTS if any(line.truth == "true" for line in draft.lines)]
    assert len(mixed) > 0.8 * len(DRAFTS)
    for draft in mixed:
        true = [line.truth == "true" for line in draft.lines]
        while true and not true[-1]:  # how it ends is another matter
            true.pop()
        assert max(len(list(run)) for lie, run in groupby(not t for t in true) if lie) <= 6


def of_nothing() -> Draft:
    return Adversary()(asked().__class__(system="", question="En ik?", passages=()))


def test_without_passages_it_writes_another_question() -> None:
    assert [line.behaviour for line in of_nothing().lines] == ["follow-up"]
