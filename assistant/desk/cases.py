"""THE STORY of a case: handed over, claimed by one person, answered, and at the end erased.

What staff write in it is the business of `assistant.desk.drafts`.
"""

from __future__ import annotations

import base64
import logging
import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Select, case, insert, select

from assistant.answers import MAX_HISTORY, Question
from assistant.desk import audit, tables
from assistant.desk.case_rows import (
    CaseColumns,
    allow,
    audit_subject,
    change,
    locked,
    read_case,
    row_of,
    text_of,
    write_text,
)
from assistant.desk.case_text import CaseText
from assistant.desk.database import Database
from assistant.desk.errors import (
    CaseClaimed,
    CaseErased,
    CaseUnknown,
    DeskKeyWrong,
    DeskRefused,
)
from assistant.desk.markup import clean
from assistant.desk.nouns import Actor, Case, CaseRow, CaseState, Found, HandOver, Receipt
from assistant.desk.retention import erase_case

_log = logging.getLogger(__name__)

_VISITOR = "(ondernemer)"  # between brackets: no name of staff
_RANDOM_BYTES = 10  # 80 bits: sixteen letters
_MOST = {"name": 200, "email": 254, "remark": 2_000}
_MISREAD = str.maketrans("018", "OIB", "- ")  # digits that a reference never holds
_UNSEEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""What shows as nothing, or turns what follows: an address with it is not what it seems."""


def utcnow() -> datetime:
    """Return what time it is, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What an inbox is searched for."""

    words: tuple[str, ...]
    limit: int


class Cases:
    """The cases of the desk."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = utcnow) -> None:
        """Take the database and a clock that tells UTC."""
        self._database = database
        self._keys = database.keys
        self._clock = clock

    def hand_over(self, handed: HandOver, found: Found, *, topic: str, impact: int) -> Receipt:
        """Store a question as a new case, and return what its sender keeps.

        Texts are stored without characters that no database or page can hold.

        Raises:
            InvalidQuestion: the question is blank or too long.
            DeskRefused: another field is too long, or the address holds what cannot be seen.
            DeskUnavailable: the database is gone.
        """
        handed, found = _storable(handed, found)
        _check(handed)
        reference = _new_reference()
        key = self._keys.new_case_key()
        values = {
            "reference_digest": self._digest(reference),
            "state": "new",
            "topic": topic,
            "language": handed.language,
            "status": found.status.value,
            "confidence": found.confidence,
            "support": min((sentence.support for sentence in found.sentences), default=0.0),
            "impact": impact,
            "created_at": self._clock(),
            "wrapped_key": self._keys.wrap(key),
        }
        with self._database.writing() as connection:
            added = connection.execute(insert(tables.cases).values(**values))
            number = int((added.inserted_primary_key or (0,))[0])
            text = CaseText(handed=handed, found=found, reference=reference)
            write_text(connection, key, number, text)
            audit.record(
                connection,
                self._keys,
                _VISITOR,
                "case handed over",
                audit_subject(number),
                reference,
            )
        return Receipt(case_id=number, reference=reference)

    def status(self, reference: str) -> tuple[CaseState, datetime]:
        """Return how far a case is, and since when, to whoever has its reference.

        Raises:
            CaseUnknown: there is no case with this reference.
            CaseErased: its text was erased.
        """
        table = tables.cases
        with self._database.reading() as connection:
            found = connection.execute(
                select(table).where(table.c.reference_digest == self._digest(reference))
            ).one_or_none()
        if found is None:
            raise CaseUnknown(reference)
        if found.wrapped_key is None:
            raise CaseErased(found.id)
        return found.state, found.answered_at or found.claimed_at or found.created_at

    def inbox(
        self,
        actor: Actor,
        *,
        text: str = "",
        state: CaseState | None = None,
        topic: str = "",
        mine: bool = False,
        limit: int = 500,
    ) -> tuple[CaseRow, ...]:
        """Return the cases that fit, doubt first; one that cannot be opened is left out.

        Open ones come before approved ones, then high impact, low support, and old ones.

        Args:
            actor: who looks.
            text: words that must all stand in the question, the remark, the name or the address;
                or the number or the reference of a case.
            state: only cases in this state.
            topic: only cases on this topic.
            mine: only cases that the actor has claimed.
            limit: the most cases to return.

        Raises:
            NotAllowed: the actor may not read cases.
        """
        allow(actor, "read")
        query = _ordered(state, clean(topic), actor.name if mine else None)
        wanted = _Wanted(words=tuple(text.casefold().split()), limit=limit)
        with self._database.reading() as connection:
            return tuple(self._fitting(iter(connection.execute(query)), wanted))

    def get(self, actor: Actor, case_id: int) -> Case:
        """Return a case in full.

        Raises:
            NotAllowed: the actor may not read cases.
            CaseUnknown: there is no such case.
            CaseErased: its text was erased.
        """
        allow(actor, "read")
        with self._database.reading() as connection:
            return read_case(connection, self._keys, case_id)

    def claim(self, actor: Actor, case_id: int) -> None:
        """Give a case to the actor; nothing happens when they have it already.

        Raises:
            NotAllowed: the actor may not handle cases.
            CaseUnknown: there is no such case.
            CaseErased: its text was erased.
            CaseClaimed: somebody else has it.
            DeskRefused: it has been answered.
        """
        allow(actor, "edit")
        with self._database.writing() as connection:
            columns = locked(connection, case_id)
            if columns.claimed_by == actor.name:
                return
            _refuse_answered(columns)
            if columns.claimed_by is not None:
                raise CaseClaimed(case_id, columns.claimed_by)
            state = "claimed" if columns.state == "new" else columns.state
            change(
                connection,
                case_id,
                claimed_by=actor.name,
                claimed_at=self._clock(),
                state=state,
            )
            audit.record(connection, self._keys, actor.name, "case claimed", audit_subject(case_id))

    def release(self, actor: Actor, case_id: int) -> None:
        """Put a case back for others; its draft stays. An admin may also release a colleague's.

        Raises:
            NotAllowed: the actor may not handle cases.
            CaseUnknown: there is no such case.
            CaseErased: its text was erased.
            CaseClaimed: somebody else has it.
            DeskRefused: it has been answered.
        """
        allow(actor, "edit")
        with self._database.writing() as connection:
            columns = locked(connection, case_id)
            if columns.claimed_by is None:
                return
            _refuse_answered(columns)
            if columns.claimed_by != actor.name and not actor.may("administer"):
                raise CaseClaimed(case_id, columns.claimed_by)
            state = "new" if columns.state == "claimed" else columns.state
            change(connection, case_id, claimed_by=None, claimed_at=None, state=state)
            audit.record(
                connection, self._keys, actor.name, "case released", audit_subject(case_id)
            )

    def erase(self, actor: Actor, case_id: int) -> None:
        """Destroy the key and the text of a case; its number and dates stay.

        Raises:
            NotAllowed: the actor does not administer the desk.
            CaseUnknown: there is no such case.
            CaseErased: it was erased before.
        """
        allow(actor, "administer")
        with self._database.writing() as connection:
            locked(connection, case_id)
            erase_case(connection, self._keys, actor.name, case_id)
        self._database.scrub()

    def _fitting(self, found: Iterator[CaseColumns], wanted: _Wanted) -> Iterator[CaseRow]:
        told = 0
        for columns in found:
            if told == wanted.limit:
                return
            try:
                text = text_of(columns, self._keys)
            except DeskKeyWrong:
                _log.warning("case %s cannot be opened; the inbox goes on without it", columns.id)
                continue
            if _fits(columns.id, text, wanted.words):
                told += 1
                yield row_of(columns, text)

    def _digest(self, reference: str) -> str:
        return self._keys.digest("reference", _plain(reference))


def _plain(reference: str) -> str:
    """Return a reference without what people add to it or misread in it."""
    return reference.upper().translate(_MISREAD)


def _storable(handed: HandOver, found: Found) -> tuple[HandOver, Found]:
    """Return both without control characters and half characters; an address is judged instead."""
    said = tuple(replace(turn, content=clean(turn.content)) for turn in handed.conversation)
    handed = replace(
        handed,
        question=clean(handed.question),
        conversation=said,
        name=clean(handed.name),
        remark=clean(handed.remark),
    )
    # What was found may repeat words of the question.
    missing = None if found.missing is None else clean(found.missing)
    return handed, replace(found, reply=clean(found.reply), missing=missing)


def _check(handed: HandOver) -> None:
    Question(text=handed.question)
    for name, most in _MOST.items():
        if len(getattr(handed, name)) > most:
            raise DeskRefused(f"Een van de velden is te lang: het maximum is {most} tekens.")
    if _UNSEEN.search(handed.email):
        raise DeskRefused("Het e-mailadres bevat tekens die er niet in horen. Typ het opnieuw.")
    if len(handed.conversation) > MAX_HISTORY:
        raise DeskRefused(f"Het gesprek telt meer dan {MAX_HISTORY} beurten; stuur minder mee.")


def _new_reference() -> str:
    """Return sixteen random letters and digits in groups of four: 80 bits."""
    letters = base64.b32encode(secrets.token_bytes(_RANDOM_BYTES)).decode()
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def _ordered(state: CaseState | None, topic: str, name: str | None) -> Select[tuple[object, ...]]:
    table = tables.cases
    query = select(table).where(table.c.wrapped_key.is_not(None), table.c.body.is_not(None))
    if state:
        query = query.where(table.c.state == state)
    if topic:
        query = query.where(table.c.topic == topic)
    if name is not None:
        query = query.where(table.c.claimed_by == name)
    last = case((table.c.state == "approved", 1), else_=0)
    return query.order_by(
        last, table.c.impact.desc(), table.c.support, table.c.created_at, table.c.id
    )


def _fits(case_id: int, text: CaseText, words: tuple[str, ...]) -> bool:
    """True when every word stands in a case, or they are its number or its reference."""
    if words == (str(case_id),) or _plain("".join(words)) == _plain(text.reference):
        return True
    handed = text.handed
    searched = " ".join((handed.question, handed.remark, handed.name, handed.email)).casefold()
    return all(word in searched for word in words)


def _refuse_answered(columns: CaseColumns) -> None:
    if columns.state == "approved":
        raise DeskRefused(f"Zaak {columns.id} is al beantwoord.")
