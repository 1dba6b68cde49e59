"""Rejected sentences as cases for the evaluation."""

from __future__ import annotations

import pytest
from sqlalchemy import text as sql

from assistant.desk.database import Database
from assistant.desk.rejections import RejectedSentence, rejected_sentences
from assistant.pipeline import Assistant
from tests.assistant.desk.case_parts import ADMIN, ASKED, Office, sentences_of


@pytest.fixture
def desk(database: Database, assistant: Assistant) -> Office:
    return Office(database, assistant)


def told(desk: Office) -> list[RejectedSentence]:
    with desk.database.reading() as connection:
        return list(rejected_sentences(connection, desk.database.keys))


def test_what_was_rejected_is_told_with_question_reason_and_evidence(desk: Office) -> None:
    assert told(desk) == []
    case, other = desk.drafted(), desk.drafted()
    for one in (case, other):
        desk.decide(one, sentences_of(one)[0], "rejected", remark="Gaat over iets anders.")
    desk.decide(case, sentences_of(case)[1], "kept")
    first, second = told(desk)
    assert first == RejectedSentence(
        case_id=case.row.id,
        question=ASKED,
        language="nl",
        text=sentences_of(case)[0].text,
        reason="Gaat over iets anders.",
        evidence=sentences_of(case)[0].evidence,
    )
    assert second.case_id == other.row.id


def test_an_erased_case_tells_nothing(desk: Office) -> None:
    case = desk.drafted()
    desk.decide(case, sentences_of(case)[0], "rejected", remark="Fout.")
    desk.cases.erase(ADMIN, case.row.id)
    assert told(desk) == []


@pytest.mark.parametrize("table", ["cases", "sentences"])
def test_a_damaged_case_does_not_cost_the_others(
    desk: Office, caplog: pytest.LogCaptureFixture, table: str
) -> None:
    broken, whole = desk.drafted(), desk.drafted()
    for one in (broken, whole):
        desk.decide(one, sentences_of(one)[0], "rejected", remark="Fout.")
    number = broken.row.id
    where = f"id = {number}" if table == "cases" else f"case_id = {number}"
    with desk.database.writing() as connection:
        some = "(SELECT wrapped_key FROM cases LIMIT 1)"
        connection.execute(sql(f"UPDATE {table} SET body = {some} WHERE {where}"))  # noqa: S608
    assert [one.case_id for one in told(desk)] == [whole.row.id]
    assert f"case {number} " in caplog.text
    assert ASKED not in caplog.text
