"""Drafts of a large model are played back to the questions they were written for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.cases import load_cases
from evals.drafted import Drafted, InvalidDrafts, Replayer, load_drafts
from evals.scripts import Asked, Draft, Fenced, Line

PASSAGE = Fenced(number=1, heading="Kop", sentences=("Meld het.",))
OTHER = Fenced(number=2, heading="Andere kop", sentences=("Vooraf.",))
DRAFTED = Drafted(
    id="een-vraag",
    language="nl",
    question="Moet ik\n dat melden?",
    passages=("Kop", "Andere kop"),
    lines=("Dat meldt u. [1][2]", "Altijd vooraf. [1]"),
    doubted=("Altijd vooraf.",),
)


def other(_: Asked) -> Draft:
    return Draft(lines=(Line(behaviour="other", text="Iets anders."),))


def asked(question: str, *passages: Fenced) -> Asked:
    return Asked(system="", question=question, passages=passages)


def test_a_draft_is_played_back_with_its_markers_and_its_slips() -> None:
    told = Replayer((DRAFTED,), other)(asked("Moet ik dat melden?", PASSAGE, OTHER))
    assert [(line.text, line.markers, line.truth) for line in told.lines] == [
        ("Dat meldt u.", (1, 2), "true"),
        ("Altijd vooraf.", (1,), "unsure"),
    ]
    assert {line.behaviour for line in told.lines} == {"draft, nl"}


def test_a_draft_cites_the_same_passages_when_they_come_in_another_order() -> None:
    moved = [replace(OTHER, number=1), replace(PASSAGE, number=2)]
    told = Replayer((DRAFTED,), other)(asked("Moet ik dat melden?", *moved))
    assert [line.markers for line in told.lines] == [(2, 1), (2,)]


def test_a_line_of_which_no_passage_is_given_any_more_is_left_out() -> None:
    told = Replayer((DRAFTED,), other)(asked("Moet ik dat melden?", replace(OTHER, number=1)))
    assert [(line.text, line.markers) for line in told.lines] == [("Dat meldt u.", (1,))]


def test_a_draft_names_each_passage_that_it_cites() -> None:
    with pytest.raises(ValueError, match="een-vraag"):
        Drafted(id="een-vraag", language="nl", question="Wat?", lines=("Dit. [1]",))


def test_another_question_and_a_follow_up_go_to_the_other_writer() -> None:
    replayer = Replayer((DRAFTED,), other)
    assert replayer(asked("Iets anders?", PASSAGE)) == other(asked(""))
    assert replayer(asked("Moet ik dat melden?")) == other(asked(""))


def test_every_draft_belongs_to_a_golden_question_and_doubts_its_own_lines() -> None:
    cases = {case.id: case for case in load_cases()}
    drafts = load_drafts()
    assert len(drafts) > 100
    assert len({draft.id for draft in drafts}) == len(drafts)
    for draft in drafts:
        assert draft.part == cases[draft.id].part
        assert set(draft.doubted) <= {draft.line(written).text for written in draft.lines}


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "stuk.yaml").write_text("- id: x\n", encoding="utf-8")
    with pytest.raises(InvalidDrafts, match=r"stuk\.yaml"):
        load_drafts(tmp_path)
