"""Rows become nouns and back, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text as sql

from assistant.desk.case_rows import (
    MAX_ID,
    allow,
    key_of,
    locked,
    read_case,
    read_sentence,
    read_sentences,
    standing,
    text_of,
    write_sentence,
)
from assistant.desk.database import Database
from assistant.desk.errors import CaseErased, CaseUnknown, DeskKeyWrong, NotAllowed, SentenceUnknown
from assistant.pipeline import Assistant
from tests.assistant.desk.case_parts import APPROVER, EDITOR, READER, Office, sentences_of


@pytest.fixture
def desk(database: Database, assistant: Assistant) -> Office:
    return Office(database, assistant)


def test_a_sentence_is_written_and_read_as_it_is(desk: Office) -> None:
    case = desk.drafted()
    one = replace(
        sentences_of(case)[0], text="Anders.", light="amber", decision="edited", version=4
    )
    with desk.database.writing() as connection:
        columns = locked(connection, case.row.id)
        write_sentence(connection, key_of(columns, desk.database.keys), case.row.id, one)
        assert text_of(columns, desk.database.keys).handed == case.handed
        assert read_sentences(connection, desk.database.keys, columns)[0] == one
    with desk.database.reading() as connection:
        keys = desk.database.keys
        assert read_sentence(connection, keys, standing(connection, case.row.id), one.id) == one
        assert sentences_of(read_case(connection, keys, case.row.id))[0] == one


def test_a_body_that_was_moved_to_another_sentence_does_not_open(desk: Office) -> None:
    case = desk.drafted()
    first, second = (one.id for one in sentences_of(case)[:2])
    with desk.database.writing() as connection:
        moved = (
            "UPDATE sentences SET body = (SELECT body FROM sentences WHERE id = :a) WHERE id = :b"
        )
        connection.execute(sql(moved), {"a": first, "b": second})
    with pytest.raises(DeskKeyWrong):
        desk.seen(case)


def test_what_is_not_there_is_unknown(desk: Office) -> None:
    case = desk.drafted()
    keys = desk.database.keys
    with desk.database.reading() as connection:
        for number in (0, -5, MAX_ID, MAX_ID + 1, 10**30):
            with pytest.raises(CaseUnknown):
                read_case(connection, keys, number)
            with pytest.raises(SentenceUnknown):
                read_sentence(connection, keys, standing(connection, case.row.id), number)
    with desk.database.writing() as connection:
        connection.execute(sql("UPDATE cases SET wrapped_key = NULL"))
    with desk.database.writing() as connection, pytest.raises(CaseErased):
        locked(connection, case.row.id)


def test_a_role_may_what_the_ones_before_it_may() -> None:
    allow(APPROVER, "edit")
    allow(EDITOR, "read")
    with pytest.raises(NotAllowed):
        allow(READER, "edit")
