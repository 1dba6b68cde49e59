"""The audit trail: who did what when, in a chain that shows every line that was changed or cut.

Each line holds the SHA-256 of the line before it and of itself, so a changed line breaks the
chain at its number. The head, changed in the same transaction, holds the last number and chain
and a seal that only whoever has the key can make; each seal is made from the one before, so the
head betrays lines cut from the end and a chain that was computed anew, also when the desk worked
on since. What was done stands there as a keyed digest: the trail still verifies when the case it
is about has been erased. Putting back an old copy of the whole database cannot be seen here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from assistant.desk.database import AUDIT_START, Database
from assistant.desk.engines import alone
from assistant.desk.errors import DeskUnavailable
from assistant.desk.keys import Keys
from assistant.desk.nouns import AuditEntry
from assistant.desk.tables import audit, audit_head

_BROKEN = "Het logboek van het loket is beschadigd: draai `loket desk audit verify`."


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """What `verify` found."""

    entries: int
    """Lines that the trail has."""
    broken_at: int | None
    """Number of the first line that is not as it was written; None when all are."""
    problem: str
    """In Dutch; empty when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """What the head should hold after a line."""

    number: int
    chain: str
    seal: str


def record(
    connection: Connection,
    keys: Keys,
    actor: str,
    action: str,
    subject: str,
    content: str = "",
) -> None:
    """Add a line to the trail, in the transaction that does what it tells of.

    Args:
        connection: of `Database.writing`.
        keys: of the database.
        actor: who did it.
        action: what, in a word or two of ours ("case claimed"); never a text of a case.
        subject: to what ("case 5"); `entries` can be asked for it.
        content: the text that was decided on, if any; only its keyed digest is kept.

    Raises:
        DeskUnavailable: somebody tampered with the trail's head, or with its last lines.
    """
    alone(connection, "audit")
    head = connection.execute(select(audit_head)).one_or_none()
    if head is None:
        raise DeskUnavailable(_BROKEN)
    entry = AuditEntry(
        number=head.number + 1,
        at=datetime.now(UTC),
        actor=actor,
        action=action,
        subject=subject,
        digest=keys.digest(content),
        chain="",
    )
    chain = _chain(head.chain, entry)
    fresh = {"number": entry.number, "chain": chain, "seal": _seal(keys, head.seal, chain)}
    try:
        connection.execute(
            insert(audit).values(
                number=entry.number,
                at=entry.at,
                actor=actor,
                action=action,
                subject=subject,
                digest=entry.digest,
                chain=chain,
            )
        )
    except IntegrityError as error:
        raise DeskUnavailable(_BROKEN) from error
    connection.execute(update(audit_head).values(fresh))


def verify(database: Database) -> AuditReport:
    """Go through the whole trail and tell whether it is as it was written.

    Raises:
        DeskUnavailable: the database is gone.
    """
    lines = select(audit).order_by(audit.c.number).execution_options(yield_per=1_000)
    with database.reading() as connection:
        with connection.execute(lines) as found:
            end, problem = _walked(found, database.keys)
        if problem:
            broken_at = end.number + 1
        else:
            head = connection.execute(select(audit_head)).one_or_none()
            broken_at, problem = _of_head(head, end)
        count = connection.scalar(select(func.count()).select_from(audit)) or 0
    return AuditReport(entries=count, broken_at=broken_at if problem else None, problem=problem)


def entries(
    database: Database, *, subject: str | None = None, limit: int = 200
) -> tuple[AuditEntry, ...]:
    """Return the last lines of the trail, oldest first; with a subject, only those about it.

    Raises:
        DeskUnavailable: the database is gone.
    """
    chosen = select(audit).order_by(audit.c.number.desc()).limit(limit)
    if subject is not None:
        chosen = chosen.where(audit.c.subject == subject)
    with database.reading() as connection:
        lines = connection.execute(chosen).all()
    return tuple(_entry(line) for line in reversed(lines))


def _chain(previous: str, entry: AuditEntry) -> str:
    """Return the link of a line: JSON keeps its fields apart, whatever stands in them."""
    moment = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    told = [previous, entry.number, moment, entry.actor, entry.action, entry.subject, entry.digest]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _seal(keys: Keys, previous: str, chain: str) -> str:
    return keys.digest("audit", previous, chain)


def _entry(line: Row[Any]) -> AuditEntry:
    return AuditEntry(**line._mapping)


def _walked(lines: Iterable[Row[Any]], keys: Keys) -> tuple[_End, str]:
    """Return how far the trail is as it was written, and what is wrong with the line after it."""
    end = _End(number=0, chain="", seal=keys.digest(AUDIT_START))
    for line in lines:
        entry = _entry(line)
        number = end.number + 1
        if entry.number != number:
            return end, f"Regel {number} ontbreekt."
        if entry.chain != _chain(end.chain, entry):
            return end, f"Regel {number} is veranderd."
        end = _End(number=number, chain=entry.chain, seal=_seal(keys, end.seal, entry.chain))
    return end, ""


def _of_head(head: Row[Any] | None, end: _End) -> tuple[int, str]:
    """Return from which line on the head does not fit the trail, and how; no word when it fits."""
    if head is None:
        return end.number + 1, "Het einde van het logboek is weg."
    if head.number > end.number:
        missing = end.number + 1
        return missing, f"Regel {missing} ontbreekt: er zijn {head.number} regels geschreven."
    if (head.number, head.chain, head.seal) != (end.number, end.chain, end.seal):
        seal = "Het logboek past niet bij zijn zegel: er is opnieuw gerekend of iets afgehaald."
        return max(end.number, 1), seal
    return 0, ""
