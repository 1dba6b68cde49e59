"""What staff rejected of the assistant's sentences, and why: cases for the evaluation."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from assistant.answers import Language
from assistant.desk import tables
from assistant.desk.case_rows import CaseColumns, read_sentences, text_of
from assistant.desk.errors import DeskKeyWrong
from assistant.desk.impersonal import impersonal
from assistant.desk.keys import Keys
from assistant.desk.nouns import Evidence
from assistant.personal_data import mask_personal_data

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedSentence:
    """A sentence of the assistant that staff rejected, with the question it was given for."""

    case_id: int
    question: str
    """Without personal data."""
    language: Language
    text: str
    """As the assistant wrote it."""
    reason: str
    """What whoever rejected it wrote, without personal data."""
    evidence: Evidence | None


def rejected_sentences(connection: Connection, keys: Keys) -> Iterator[RejectedSentence]:
    """Yield every sentence that was rejected and can still be read, oldest case first.

    A case that cannot be opened is left out, and its number is in the log.
    """
    cases, sentences = tables.cases, tables.sentences
    some = select(sentences.c.case_id).where(sentences.c.decision == "rejected")
    found = connection.execute(
        select(cases)
        .where(cases.c.id.in_(some), cases.c.wrapped_key.is_not(None), cases.c.body.is_not(None))
        .order_by(cases.c.id)
    ).all()
    for columns in found:
        try:
            told = _of_case(connection, keys, columns)
        except DeskKeyWrong:
            _log.warning("case %s cannot be opened for its rejected sentences", columns.id)
            continue
        yield from told


def _of_case(connection: Connection, keys: Keys, columns: CaseColumns) -> list[RejectedSentence]:
    handed = text_of(columns, keys).handed
    question = impersonal(handed.question, handed.name)
    return [
        RejectedSentence(
            case_id=columns.id,
            question=question,
            language=columns.draft_language,
            text=one.original,
            reason=mask_personal_data(one.remark),
            evidence=one.evidence,
        )
        for one in read_sentences(connection, keys, columns)
        # What staff wrote themselves and threw away says nothing of the assistant.
        if one.decision == "rejected" and one.original
    ]
