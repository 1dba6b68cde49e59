"""Cases and drafts as they stand in the database: rows become nouns, within a transaction.

Whoever changes a case locks its row first (`locked`), so that all changes of one case come one
after the other, on PostgreSQL as on SQLite.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import Connection, Row, insert, select, update

from assistant.answers import Language, Status
from assistant.desk import tables
from assistant.desk.case_text import (
    CaseText,
    SentenceText,
    open_case,
    open_sentence,
    seal_case,
    seal_sentence,
)
from assistant.desk.errors import CaseErased, CaseUnknown, NotAllowed, SentenceUnknown
from assistant.desk.keys import Keys
from assistant.desk.nouns import (
    Act,
    Actor,
    Approval,
    Case,
    CaseRow,
    CaseState,
    Draft,
    DraftSentence,
)

MAX_ID = 2**31 - 1
"""The highest number that a row can have."""

CaseColumns = Row[Any]


def allow(actor: Actor, act: Act) -> None:
    """Let an actor pass who may do something.

    Raises:
        NotAllowed: the role does not allow it.
    """
    if not actor.may(act):
        raise NotAllowed(actor, act)


def audit_subject(case_id: int) -> str:
    """Return how the audit trail names a case."""
    return f"case {case_id}"


def standing(connection: Connection, case_id: int) -> CaseColumns:
    """Return the columns of a case as it stands; others may change it at any time.

    Raises:
        CaseUnknown: there is no such case.
        CaseErased: its text was erased.
    """
    return _columns(connection, case_id)


def locked(connection: Connection, case_id: int) -> CaseColumns:
    """Return the columns of a case that nobody else can change until the transaction ends.

    Raises:
        CaseUnknown: there is no such case.
        CaseErased: its text was erased.
    """
    return _columns(connection, case_id, lock=True)


def key_of(columns: CaseColumns, keys: Keys) -> bytes:
    """Return the key of a case."""
    return keys.unwrap(columns.wrapped_key)


def text_of(columns: CaseColumns, keys: Keys) -> CaseText:
    """Return the sealed text of a case."""
    return open_case(key_of(columns, keys), columns.id, columns.body)


def row_of(columns: CaseColumns, text: CaseText) -> CaseRow:
    """Return a case as the inbox lists it."""
    return CaseRow(
        id=columns.id,
        state=cast(CaseState, columns.state),
        question=text.handed.question,
        topic=columns.topic,
        language=cast(Language, columns.language),
        status=Status(columns.status),
        confidence=columns.confidence,
        support=columns.support,
        impact=columns.impact,
        created=columns.created_at,
        claimed_by=columns.claimed_by,
        version=columns.version,
    )


def read_case(connection: Connection, keys: Keys, case_id: int) -> Case:
    """Return a case in full.

    Raises:
        CaseUnknown: there is no such case.
        CaseErased: its text was erased.
    """
    columns = _columns(connection, case_id)
    text = text_of(columns, keys)
    return Case(
        row=row_of(columns, text),
        handed=text.handed,
        found=text.found,
        reference=text.reference,
        draft=_draft(connection, keys, columns, text),
        approvals=_approvals(connection, case_id),
    )


def read_sentences(
    connection: Connection, keys: Keys, columns: CaseColumns
) -> tuple[DraftSentence, ...]:
    """Return the sentences of a draft in their order."""
    table = tables.sentences
    found = connection.execute(
        select(table).where(table.c.case_id == columns.id).order_by(table.c.position, table.c.id)
    )
    key = key_of(columns, keys)
    return tuple(_sentence(row, key) for row in found)


def read_sentence(
    connection: Connection, keys: Keys, columns: CaseColumns, sentence_id: int
) -> DraftSentence:
    """Return one sentence of a draft.

    Raises:
        SentenceUnknown: the draft has no such sentence.
    """
    table = tables.sentences
    found = connection.execute(
        select(table).where(table.c.case_id == columns.id, table.c.id == _within(sentence_id))
    ).one_or_none()
    if found is None:
        raise SentenceUnknown(sentence_id)
    return _sentence(found, key_of(columns, keys))


def write_text(connection: Connection, key: bytes, case_id: int, text: CaseText) -> None:
    """Store the text of a case, sealed."""
    change(connection, case_id, body=seal_case(key, case_id, text))


def change(connection: Connection, case_id: int, **values: object) -> None:
    """Change columns of a case and count the change."""
    table = tables.cases
    values["version"] = table.c.version + 1
    connection.execute(update(table).where(table.c.id == case_id).values(**values))


def add_sentences(
    connection: Connection, key: bytes, case_id: int, sentences: Iterable[DraftSentence]
) -> tuple[int, ...]:
    """Store new sentences of a draft; the numbers that they bring do not count.

    Returns:
        The numbers that they got.
    """
    numbers: list[int] = []
    for sentence in sentences:
        values = _plain_columns(sentence)
        added = connection.execute(insert(tables.sentences).values(case_id=case_id, **values))
        number = int((added.inserted_primary_key or (0,))[0])
        write_sentence(connection, key, case_id, replace(sentence, id=number))
        numbers.append(number)
    return tuple(numbers)


def write_sentence(
    connection: Connection, key: bytes, case_id: int, sentence: DraftSentence, **more: object
) -> None:
    """Store a changed sentence; `more` are columns that the noun has not."""
    table = tables.sentences
    values = {**_plain_columns(sentence), **more, "body": _body(key, case_id, sentence)}
    connection.execute(update(table).where(table.c.id == sentence.id).values(**values))


def _columns(connection: Connection, case_id: int, *, lock: bool = False) -> CaseColumns:
    query = select(tables.cases).where(tables.cases.c.id == _within(case_id))
    found = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if found is None:
        raise CaseUnknown(str(case_id))
    if found.wrapped_key is None or found.body is None:
        raise CaseErased(case_id)
    return found


def _within(number: int) -> int:
    """Return a number that a row can have; PostgreSQL refuses to compare with any other."""
    return number if 0 < number <= MAX_ID else 0


def _draft(
    connection: Connection, keys: Keys, columns: CaseColumns, text: CaseText
) -> Draft | None:
    if columns.tone is None:
        return None
    return Draft(
        tone=columns.tone,
        language=columns.draft_language,
        salutation=text.salutation,
        closing=text.closing,
        contacts=text.contacts,
        sentences=read_sentences(connection, keys, columns),
        version=columns.draft_version,
    )


def _approvals(connection: Connection, case_id: int) -> tuple[Approval, ...]:
    table = tables.approvals
    found = connection.execute(select(table).where(table.c.case_id == case_id).order_by(table.c.id))
    return tuple(Approval(by=row.by, role=row.role, at=row.at, digest=row.digest) for row in found)


def _sentence(row: Row[Any], key: bytes) -> DraftSentence:
    text = open_sentence(key, row.case_id, row.id, row.body)
    return DraftSentence(
        id=row.id,
        position=row.position,
        part=row.part,
        text=text.text,
        original=text.original,
        evidence=text.evidence,
        light=row.light,
        reason=text.reason,
        support=row.support,
        decision=row.decision,
        remark=text.remark,
        decided_by=row.decided_by,
        version=row.version,
    )


def _plain_columns(sentence: DraftSentence) -> dict[str, object]:
    names = ("position", "part", "light", "support", "decision", "decided_by", "version")
    return {name: getattr(sentence, name) for name in names}


def _body(key: bytes, case_id: int, sentence: DraftSentence) -> bytes:
    text = SentenceText(
        text=sentence.text,
        original=sentence.original,
        evidence=sentence.evidence,
        reason=sentence.reason,
        remark=sentence.remark,
    )
    return seal_sentence(key, case_id, sentence.id, text)
