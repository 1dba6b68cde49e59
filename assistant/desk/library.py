"""THE STORY of the library: an approved answer answers the same question, until its source changes.

`put` keeps an answer, in the transaction that approves it. `find` gives it for the same question
asked later, from memory. `review` takes out what can no longer be relied on; somebody at the desk
then says whether it stays (`keep`) or goes (`withdraw`); one that is in use can go too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from assistant.answers import Language
from assistant.desk import audit
from assistant.desk.database import Database
from assistant.desk.errors import DeskRefused, NotAllowed
from assistant.desk.matching import Matching, Query
from assistant.desk.nouns import Act, Actor, Case, StaffRole, VerifiedEntry
from assistant.desk.recollection import Recollection
from assistant.desk.renewing import looked_at_again, moved_places
from assistant.desk.standing import review_reason, standing
from assistant.desk.tables import verified
from assistant.desk.verified_rows import (
    body_of,
    entry_of,
    packed,
    readable,
    sentences_of,
    values_of,
)
from assistant.verified import VerifiedAnswer
from indexer.embedder import Vectors
from indexer.index import Index

_BY_ITSELF = "loket"
"""Who the audit trail says took an entry out when its source had changed."""
_LISTED = ("active", "to_review")
_UNKNOWN = "Dit antwoord staat niet in de bibliotheek van gecontroleerde antwoorden."


class Library:
    """The verified answers of the desk. Safe to share between threads."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Take the database and what says what time it is, in UTC."""
        self._database = database
        self._clock = clock
        self._recollection = Recollection(database)
        self._latest: Matching | None = None
        self._placed: set[tuple[str, int]] = set()

    def find(
        self, query: str, vector: Vectors, language: Language, index: Index
    ) -> VerifiedAnswer | None:
        """Return the approved answer to this very question; None where there is none.

        See `assistant.verified.VerifiedAnswers.find`. Of several the newest is given.
        """
        entries, today = self._recollection.entries(), self._clock().date()
        asked = Query(text=query, vector=vector, language=language)
        for entry in self._matching(index).same(asked, entries):
            if today > entry.valid_until:
                continue
            if sentences := standing(entry, index):
                return VerifiedAnswer(sentences=sentences, approved_on=entry.approved_on)
        return None

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

        An answer with a sentence that nothing proves is not kept, nor one to somebody to whom it
        is happening now, nor one to a question that tells who asks it: those never answer anybody
        else.

        Args:
            connection: of that transaction.
            case: as it was approved.
            role: of the approver.
            vector: the question in the embedding space (shape: dimensions).
            today: the day of the approval.
            days: how long the answer may be used.
        """
        sentences = sentences_of(case)
        if sentences:
            values = values_of(case, sentences, role=role, vector=vector, today=today, days=days)
            now = self._clock()
            added = connection.execute(insert(verified).values(**values, changed_at=now))
            (entry_id,) = added.inserted_primary_key or (0,)
            latest = max(case.approvals, key=lambda approval: approval.at, default=None)
            who = latest.by if latest else _BY_ITSELF
            self._record(connection, who, "verified answer added", entry_id)

    def review(self, index: Index, today: date) -> int:
        """Take out every entry whose source changed or whose time is up; return how many.

        To be called when an index was opened and once a day. The first time under a model, places
        in the embedding space are worked out anew: an entry may be from before that model.

        Raises:
            DeskUnavailable: the database is gone.
        """
        with self._database.reading() as connection:
            rows = connection.execute(select(verified).where(verified.c.state == "active")).all()
        known = tuple(readable(rows))
        reasons = {e.id: why for e, _ in known if (why := review_reason(e, index, today))}
        model = index.embedder.name
        fresh = [one for one in known if (model, one[0].id) not in self._placed]
        moved = moved_places(fresh, index)
        count = self._put_aside(reasons, moved) if reasons or moved else 0
        self._placed.update((model, entry.id) for entry, _ in fresh)
        return count

    def active(self, actor: Actor) -> tuple[VerifiedEntry, ...]:
        """Return the entries that are in use, newest first.

        Raises:
            NotAllowed: the role may not read.
            DeskUnavailable: the database is gone.
        """
        _allow(actor, "read")
        return self._listed("active")[::-1]

    def to_review(self, actor: Actor) -> tuple[VerifiedEntry, ...]:
        """Return the entries that somebody must look at, oldest first.

        Raises:
            NotAllowed: the role may not read.
            DeskUnavailable: the database is gone.
        """
        _allow(actor, "read")
        return self._listed("to_review")

    def keep(self, actor: Actor, entry_id: int, index: Index, *, days: int) -> VerifiedEntry:
        """Approve an entry once more, on its passages as they stand now, from today.

        Raises:
            NotAllowed: the role may not approve.
            DeskRefused: there is no such entry to review, or a sentence of it no longer stands.
            DeskUnavailable: the database is gone.
        """
        _allow(actor, "approve")
        entry = self._waiting(entry_id)
        sentences = looked_at_again(entry, index)
        today = self._clock().date()
        values = {
            "state": "active",
            "review_reason": "",
            "body": body_of(sentences),
            "approved_role": actor.role,
            "approved_on": today,
            "valid_until": today + timedelta(days=days),
        }
        self._decide(actor, entry_id, "verified answer kept", values)
        fresh = replace(entry, sentences=sentences, state="active", review_reason="")
        until = today + timedelta(days=days)
        return replace(fresh, approved_role=actor.role, approved_on=today, valid_until=until)

    def withdraw(self, actor: Actor, entry_id: int) -> None:
        """Take an entry out for good, in use or to review: it stays in the database.

        It answers nothing any more: here at once, in another process within two seconds.

        Raises:
            NotAllowed: the role may not approve.
            DeskRefused: there is no such entry, or it was withdrawn before.
            DeskUnavailable: the database is gone.
        """
        _allow(actor, "approve")
        values = {"state": "withdrawn"}
        self._decide(actor, entry_id, "verified answer withdrawn", values, was=_LISTED)
        self._recollection.forget(entry_id)

    def _put_aside(self, reasons: Mapping[int, str], moved: Mapping[int, Vectors]) -> int:
        """Set what has a reason apart for review and move the rest; return how many it set apart.

        What another worker has set apart in the meantime does not count.
        """
        count = 0
        with self._database.writing() as connection:
            for entry_id, vector in moved.items():
                self._change(connection, entry_id, vector=packed(vector))
            for entry_id, reason in reasons.items():
                values: dict[str, Any] = {"state": "to_review", "review_reason": reason}
                if self._change(connection, entry_id, **values):
                    count += 1
                    self._record(connection, _BY_ITSELF, "verified answer to review", entry_id)
        return count

    def _matching(self, index: Index) -> Matching:
        matching = self._latest
        if matching is None or matching.index is not index:
            matching = self._latest = Matching(index)
        return matching

    def _listed(self, state: str) -> tuple[VerifiedEntry, ...]:
        wanted = select(verified).where(verified.c.state == state).order_by(verified.c.id)
        with self._database.reading() as connection:
            return tuple(entry for entry, _ in readable(connection.execute(wanted)))

    def _waiting(self, entry_id: int) -> VerifiedEntry:
        wanted = select(verified).where(verified.c.id == entry_id)
        with self._database.reading() as connection:
            row = connection.execute(wanted).one_or_none()
        if row is None or row.state != "to_review":
            raise DeskRefused(_UNKNOWN)
        return entry_of(row)

    def _decide(
        self,
        actor: Actor,
        entry_id: int,
        what: str,
        values: dict[str, Any],
        was: tuple[str, ...] = ("to_review",),
    ) -> None:
        with self._database.writing() as connection:
            if not self._change(connection, entry_id, was=was, **values):
                raise DeskRefused(_UNKNOWN)
            self._record(connection, actor.name, what, entry_id)

    def _change(
        self,
        connection: Connection,
        entry_id: int,
        *,
        was: tuple[str, ...] = ("active",),
        **values: Any,
    ) -> bool:
        """Change an entry that is in such a state; False when it is not, or not any more."""
        chosen = (verified.c.id == entry_id) & verified.c.state.in_(was)
        values["changed_at"] = self._clock()
        done = connection.execute(update(verified).where(chosen).values(**values))
        return bool(done.rowcount)

    def _record(self, connection: Connection, who: str, what: str, entry_id: int) -> None:
        audit.record(connection, self._database.keys, who, what, f"verified {entry_id}")


def _allow(actor: Actor, act: Act) -> None:
    if not actor.may(act):
        raise NotAllowed(actor, act)
