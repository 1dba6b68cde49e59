"""An approved answer as a row: what of it is kept, in the clear, and what is not.

The row outlives the case it came from, so it holds no personal data: not who decided, not what
they remarked, and the question with its personal data masked.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
from sqlalchemy import Row

from assistant.answers import Language
from assistant.desk.impersonal import impersonal, introduces
from assistant.desk.nouns import Case, DraftSentence, Evidence, StaffRole, VerifiedEntry
from assistant.happening import is_happening
from assistant.neutral import without_origin
from assistant.steps.understand import self_contained
from indexer.embedder import Vectors
from indexer.terms import STOP_WORDS, words

_log = logging.getLogger(__name__)
_FLOAT32 = np.dtype("<f4")
_USED = ("kept", "edited")


def question_of(case: Case) -> str:
    """Return the question of a case, made self-contained, without personal data."""
    return impersonal(_in_full(case), case.handed.name)


def _in_full(case: Case) -> str:
    """Return the question of a case, made self-contained, on one line, as it was asked."""
    handed = case.handed
    earlier = tuple(
        " ".join(message.content.split())
        for message in handed.conversation
        if message.role == "user" and message.content.strip()
    )
    stop = STOP_WORDS[handed.language]

    def content(text: str) -> int:
        return sum(word not in stop and len(word) > 1 for word in words(text))

    asked = " ".join(handed.question.split())
    before = earlier[:-1] if earlier and earlier[-1] == asked else earlier
    return self_contained(asked, before, content)


def as_searched(question: str) -> str:
    """Return a question as the pipeline searches it: where a person is from plays no part."""
    return without_origin(question)


def sentences_of(case: Case) -> tuple[DraftSentence, ...]:
    """Return the sentences of an approved case that may answer a later question.

    None when the answer as a whole may not: what is happening to somebody now is theirs alone, so
    is a question that tells who asks it, and a sentence that is not proven cannot be shown again.
    """
    if case.draft is None or is_happening(case.handed.question):
        return ()
    if introduces(_in_full(case), case.handed.name):
        return ()
    used = [one for one in case.draft.sentences if one.decision in _USED]
    if any(one.light == "red" or one.evidence is None for one in used):
        return ()
    return tuple(replace(one, original="", remark="", decided_by=None) for one in used)


def values_of(
    case: Case,
    sentences: tuple[DraftSentence, ...],
    *,
    role: StaffRole,
    vector: Vectors,
    today: date,
    days: int,
) -> dict[str, Any]:
    """Return the columns of a new entry, all but the moment of change."""
    language = case.draft.language if case.draft else case.handed.language
    return {
        "case_id": case.row.id,
        "question": question_of(case),
        "language": language,
        "vector": packed(vector),
        "body": body_of(sentences),
        "approved_role": role,
        "approved_on": today,
        "valid_until": today + timedelta(days=days),
        "state": "active",
        "review_reason": "",
    }


def body_of(sentences: tuple[DraftSentence, ...]) -> str:
    """Return sentences as JSON."""
    told = [asdict(sentence) for sentence in sentences]
    return json.dumps({"sentences": told}, ensure_ascii=False)


def readable(rows: Iterable[Row[Any]]) -> Iterator[tuple[VerifiedEntry, Vectors]]:
    """Yield each row as an entry and the place of its question.

    A damaged one is logged and left out: it must not take the others with it.
    """
    for row in rows:
        try:
            yield entry_of(row), unpacked(row.vector)
        except ValueError as error:
            _log.warning("%s", error)


def entry_of(row: Row[Any]) -> VerifiedEntry:
    """Return a row as an entry.

    Raises:
        ValueError: its body is not what `body_of` wrote.
    """
    try:
        told = json.loads(row.body)["sentences"]
        sentences = tuple(_sentence(one) for one in told)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"verified answer {row.id} cannot be read") from error
    language: Language = row.language
    return VerifiedEntry(
        id=row.id,
        case_id=row.case_id,
        question=row.question,
        language=language,
        sentences=sentences,
        approved_role=row.approved_role,
        approved_on=row.approved_on,
        valid_until=row.valid_until,
        state=row.state,
        review_reason=row.review_reason,
    )


def _sentence(told: Mapping[str, Any]) -> DraftSentence:
    evidence = told["evidence"]
    if evidence is not None:
        evidence = Evidence(**{**evidence, "source_ids": tuple(evidence["source_ids"])})
    return DraftSentence(**{**told, "evidence": evidence})


def packed(vector: Vectors) -> bytes:
    """Return a vector as it is stored: float32, little-endian."""
    return np.asarray(vector, dtype=_FLOAT32).tobytes()


def unpacked(stored: bytes) -> Vectors:
    """Return a stored vector (shape: dimensions).

    Raises:
        ValueError: it is cut off.
    """
    vector: Vectors = np.frombuffer(stored, dtype=_FLOAT32).astype(np.float32)
    return vector
