"""What is kept of an approved answer, and what is not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant.answers import Message
from assistant.desk.database import Database
from assistant.desk.nouns import Case
from assistant.desk.verified_rows import entry_of, packed, question_of, sentences_of, unpacked
from assistant.pipeline import Assistant
from tests.assistant.desk.case_parts import ASKED, EDITOR
from tests.assistant.desk.case_parts import sentences_of as drafted_of
from tests.assistant.desk.library_parts import Shelved


@pytest.fixture
def desk(sqlite_database: Database, assistant: Assistant) -> Shelved:
    return Shelved(sqlite_database, assistant)


def test_an_entry_says_who_approved_it_by_role_alone(desk: Shelved) -> None:
    case = desk.approved(f"{ASKED} Bel 06-12345678 of mail jan@voorbeeld.nl.")
    (entry,) = desk.entries()
    assert entry.question == f"{ASKED} Bel [telefoonnummer] of mail [e-mailadres]."
    assert (entry.case_id, entry.language, entry.approved_role) == (case.row.id, "nl", "approver")
    assert [s.text for s in entry.sentences] == [s.text for s in drafted_of(case)]
    assert {s.decided_by for s in drafted_of(case)} == {EDITOR.name}
    assert {(s.decided_by, s.remark, s.original) for s in entry.sentences} == {(None, "", "")}
    with desk.database.reading() as connection:
        row = connection.exec_driver_sql("SELECT * FROM verified").one()
    assert EDITOR.name not in str(row)
    assert "jan@" not in str(row)


def test_an_answer_that_is_not_proven_or_is_about_danger_is_not_kept(desk: Shelved) -> None:
    case = desk.office.keep(desk.office.drafted())
    assert sentences_of(case)
    first, *others = drafted_of(case)

    def with_first(**changes: object) -> Case:
        assert case.draft is not None
        sentences = (replace(first, **changes), *others)  # type: ignore[arg-type]
        return replace(case, draft=replace(case.draft, sentences=sentences))

    assert sentences_of(with_first(light="red", remark="een grond")) == ()
    assert sentences_of(with_first(evidence=None)) == ()
    assert len(sentences_of(with_first(decision="rejected"))) == len(others)
    assert sentences_of(replace(case, draft=None)) == ()
    happening = "Ik word nu bedreigd door een spion in mijn bedrijf, wat doe ik?"
    assert sentences_of(replace(case, handed=replace(case.handed, question=happening))) == ()


def test_a_follow_up_is_kept_with_what_it_is_about(desk: Shelved) -> None:
    case = desk.office.drafted()
    conversation = (
        Message(role="user", content="Hoe lang duurt de toets?"),
        Message(role="assistant", content="Acht weken."),
    )
    handed = replace(case.handed, question="En als dat langer is?", conversation=conversation)
    assert question_of(replace(case, handed=handed)) == (
        "Hoe lang duurt de toets? En als dat langer is?"
    )
    itself = (*conversation, Message(role="user", content="En als dat langer is?"))
    handed = replace(handed, conversation=itself)
    assert question_of(replace(case, handed=handed)) == (
        "Hoe lang duurt de toets? En als dat langer is?"
    )


def test_who_introduced_themselves_before_is_not_kept_either(desk: Shelved) -> None:
    case = desk.office.keep(desk.office.drafted())
    told = Message(role="user", content="Ik heet Sanne Bakker. Hoe lang duurt de toets?")
    handed = replace(case.handed, question="En als dat langer is?", conversation=(told,))
    assert sentences_of(replace(case, handed=handed)) == ()
    alone = replace(case.handed, conversation=(told,))  # asks it whole: nothing from before in it
    assert sentences_of(replace(case, handed=alone))


def test_a_vector_comes_back_as_it_went() -> None:
    vector = np.array([0.25, -1.5, 3.0], np.float32)
    assert np.array_equal(unpacked(packed(vector)), vector)
    assert len(packed(vector)) == 12


@pytest.mark.parametrize("body", ["[]", "{", "{}", '{"sentences": [{"text": "x"}]}'])
def test_a_damaged_row_is_told(desk: Shelved, body: str) -> None:
    desk.approved()
    with desk.database.writing() as connection:
        connection.exec_driver_sql("UPDATE verified SET body = ?", (body,))
    with desk.database.reading() as connection:
        row = connection.exec_driver_sql("SELECT * FROM verified").one()
    with pytest.raises(ValueError, match=r"."):
        entry_of(row)
