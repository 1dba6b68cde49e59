"""What every change of a draft begins and ends with."""

from __future__ import annotations

import pytest

from assistant.desk.audit import entries
from assistant.desk.case_rows import locked
from assistant.desk.database import Database
from assistant.desk.draft_rows import Deed, count_change, drafted, unanswered
from assistant.desk.errors import DeskRefused
from assistant.pipeline import Assistant
from tests.assistant.desk.case_parts import APPROVER, EDITOR, Office


@pytest.fixture
def desk(database: Database, assistant: Assistant) -> Office:
    return Office(database, assistant, approvals=2)


def test_a_change_counts_voids_approvals_and_is_in_the_trail(desk: Office) -> None:
    case = desk.keep(desk.drafted())
    half = desk.drafts.approve(APPROVER, case.row.id, desk.reader)
    assert half.draft
    assert half.approvals
    deed = Deed(actor=EDITOR, action="tested", content="geheim")
    with desk.database.writing() as connection:
        count_change(connection, desk.database.keys, drafted(connection, case.row.id), deed)
    now = desk.seen(case)
    assert now.draft
    assert now.approvals == ()
    assert now.row.state == "drafted"
    assert now.draft.version == half.draft.version + 1
    assert now.row.version == half.row.version + 1
    (line,) = (
        one
        for one in entries(desk.database, subject=f"case {case.row.id}")
        if one.action == "tested"
    )
    assert (line.actor, line.digest) == (EDITOR.name, desk.database.keys.digest("geheim"))


def test_a_case_without_a_draft_or_with_an_answer_is_refused(desk: Office) -> None:
    number = desk.handed()
    with desk.database.writing() as connection:
        assert unanswered(connection, number).id == number
        with pytest.raises(DeskRefused, match="nog geen concept"):
            drafted(connection, number)
    case = desk.keep(desk.drafted())
    for who in (APPROVER, EDITOR):
        desk.drafts.approve(who.__class__(name=who.name, role="approver"), case.row.id, desk.reader)
    with desk.database.writing() as connection:
        assert locked(connection, case.row.id).state == "approved"
        with pytest.raises(DeskRefused, match="al beantwoord"):
            unanswered(connection, case.row.id)
