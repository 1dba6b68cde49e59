"""THE STORY of an approval: look at every sentence again, note who approved, answer the case.

Whoever approves vouches for the sentences as they stood on their screen and for the sources as they
stand now. When either is no longer so, nothing is approved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import Connection, insert, select

from assistant.desk import audit, tables
from assistant.desk.case_rows import (
    CaseColumns,
    audit_subject,
    change,
    key_of,
    read_case,
    read_sentences,
    write_sentence,
)
from assistant.desk.database import Database
from assistant.desk.deciding import check_ready, digest_of_draft, is_worse, lit, used
from assistant.desk.draft_rows import Deed, count_change, drafted
from assistant.desk.errors import DeskRefused
from assistant.desk.impersonal import impersonal
from assistant.desk.nouns import Actor, Case, Draft, DraftSentence, HandOver, StaffRole
from assistant.desk.proofreading import Proofreader
from assistant.desk.settings import DeskSettings
from assistant.desk.staff_names import is_key
from indexer.embedder import Vectors

Embed = Callable[[Sequence[str]], Vectors]
"""Embeds questions (shape: texts, dimensions)."""

_CHANGED = "Het concept is intussen veranderd. Kijk het na en keur het opnieuw goed."


class Shelf(Protocol):
    """Where an approved answer is kept for later questions."""

    def put(
        self,
        connection: Connection,
        case: Case,
        *,
        role: StaffRole,
        vector: Vectors,
        today: date,
        days: int,
    ) -> None:
        """Keep an approved answer, in the transaction that approves it.

        Args:
            connection: of that transaction.
            case: as it was approved.
            role: of the approver.
            vector: of the question without personal data (shape: dimensions).
            today: the day of the approval.
            days: how long the answer may be used.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Approving:
    """What approving takes."""

    database: Database
    library: Shelf | None
    settings: DeskSettings
    embed: Embed
    clock: Callable[[], datetime]

    def approve(self, actor: Actor, seen: Case, reader: Proofreader, version: int | None) -> None:
        """Approve the draft of a case as it was read; see `Drafts.approve`."""
        if self.settings.desk_approvals > 1 and is_key(actor.name):
            raise DeskRefused(
                "Hier moeten twee mensen goedkeuren; met een sleutel kan dat niet. Log in."
            )
        draft = _ready(seen, version)
        now = [_looked_again(one, reader) for one in used(draft.sentences)]
        worse = _reopened(draft.sentences, now)
        vector = None if worse else self._vector(seen.handed, now, reader)
        with self.database.writing() as connection:
            columns = drafted(connection, seen.row.id)
            if columns.draft_version != draft.version:
                raise DeskRefused(_CHANGED)
            key = key_of(columns, self.database.keys)
            for one in worse or [_renewed(one, reader) for one in now]:
                write_sentence(connection, key, columns.id, one)
            if worse:
                deed = Deed(actor=actor, action="sentences opened again")
                count_change(connection, self.database.keys, columns, deed)
            else:
                self._record(connection, columns, actor, vector)
        if worse:  # told after they were stored
            numbers = ", ".join(str(one.position) for one in worse)
            raise DeskRefused(
                f"De bron ondersteunt zin {numbers} minder dan toen u besliste. Beslis daar "
                "opnieuw over; er is nog niets goedgekeurd."
            )

    def _vector(
        self, handed: HandOver, sentences: Sequence[DraftSentence], reader: Proofreader
    ) -> Vectors | None:
        """Return the question's place in the embedding space; None when it is not for the library.

        A red sentence is the approver's own responsibility, for this one reply. And a question
        that says "and that?" would be asked by others about something else.
        """
        earlier = tuple(
            message.content
            for message in handed.conversation
            if message.role == "user" and message.content.strip() != handed.question.strip()
        )
        if self.library is None or any(one.light == "red" for one in sentences):
            return None
        if not reader.stands_alone(handed.question, earlier, handed.language):
            return None
        vector: Vectors = self.embed([impersonal(handed.question, handed.name)])[0]
        return vector

    def _record(
        self,
        connection: Connection,
        columns: CaseColumns,
        actor: Actor,
        vector: Vectors | None,
    ) -> None:
        """Add an approval; with enough of them the case is answered."""
        keys, now = self.database.keys, self.clock()
        digest = digest_of_draft(read_sentences(connection, keys, columns))
        names = set(_approvers(connection, columns.id, digest))
        enough = len(names | {actor.name}) >= self.settings.desk_approvals
        if actor.name in names and not enough:
            raise DeskRefused("U hebt dit concept al goedgekeurd; een collega moet dat ook doen.")
        if actor.name not in names:
            approval = {"by": actor.name, "role": actor.role, "at": now, "digest": digest}
            connection.execute(insert(tables.approvals).values(case_id=columns.id, **approval))
        answered = {"state": "approved", "answered_at": now} if enough else {}
        change(connection, columns.id, **({"state": "half_approved"} | answered))
        subject = audit_subject(columns.id)
        audit.record(connection, keys, actor.name, "draft approved", subject, digest)
        if enough and self.library is not None and vector is not None:
            self.library.put(
                connection,
                read_case(connection, keys, columns.id),
                role=actor.role,
                vector=vector,
                today=now.date(),
                days=self.settings.verified_days,
            )


def _ready(case: Case, version: int | None) -> Draft:
    """Return the draft of a case when it may be approved."""
    if case.row.state == "approved":
        raise DeskRefused(f"Zaak {case.row.id} is al beantwoord.")
    if case.draft is None:
        raise DeskRefused(f"Zaak {case.row.id} heeft nog geen concept.")
    if version is not None and version != case.draft.version:
        raise DeskRefused(_CHANGED)
    check_ready(case.draft.sentences)
    return case.draft


def _looked_again(sentence: DraftSentence, reader: Proofreader) -> DraftSentence:
    """Return a sentence with the light that it has now."""
    return lit(sentence, reader.look(sentence.text, sentence.evidence))


def _renewed(sentence: DraftSentence, reader: Proofreader) -> DraftSentence:
    """Return a sentence that rests on its source as it stands on the day of the approval."""
    evidence = sentence.evidence and reader.renewed(sentence.evidence)
    return replace(sentence, evidence=evidence)


def _reopened(before: Sequence[DraftSentence], now: Sequence[DraftSentence]) -> list[DraftSentence]:
    """Return the sentences whose light says less than when they were decided, to decide anew."""
    lights = {one.id: one.light for one in before}
    return [
        replace(one, decision="open", decided_by=None, version=one.version + 1)
        for one in now
        if is_worse(one.light, lights[one.id])
    ]


def _approvers(connection: Connection, case_id: int, digest: str) -> Iterator[str]:
    """Yield who approved a draft that is the same to the letter."""
    table = tables.approvals
    found = connection.execute(
        select(table.c.by).where(table.c.case_id == case_id, table.c.digest == digest)
    )
    yield from (row.by for row in found)
