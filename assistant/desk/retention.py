"""How long the desk keeps what: what is past its time goes by itself.

Erasing a case is destroying its key; its sealed text goes too. Its number, dates, state and topic
stay, and so does the audit trail, which holds no text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from assistant.desk.audit import record
from assistant.desk.database import Database
from assistant.desk.engines import alone
from assistant.desk.keys import Keys
from assistant.desk.settings import DeskSettings
from assistant.desk.tables import cases, jobs, sentences, staff_sessions, verified

_ACTOR = "bewaartermijn"
_DAILY = "purge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """How much went."""

    cases: int
    sessions: int
    verified: int


def erase_case(connection: Connection, keys: Keys, actor: str, case_id: int) -> bool:
    """Destroy the key and the text of a case; False when that was done before.

    Its answer stays in the library, where nothing leads back to the case: its question names
    nobody (`impersonal.introduces`).

    Call `Database.scrub` after the transaction: it overwrites what the files still hold.
    """
    gone = connection.execute(
        update(cases)
        .where(cases.c.id == case_id, cases.c.wrapped_key.is_not(None))
        .values(wrapped_key=None, body=None, version=cases.c.version + 1)
    )
    if not gone.rowcount:
        return False
    connection.execute(update(sentences).where(sentences.c.case_id == case_id).values(body=None))
    connection.execute(update(verified).where(verified.c.case_id == case_id).values(case_id=None))
    record(connection, keys, actor, "case erased", f"case {case_id}")
    return True


def purge(database: Database, settings: DeskSettings, now: datetime) -> Purged:
    """Erase the text of every case past its time, and drop what is over.

    A verified answer goes when it was withdrawn, or its date passed, a whole `verified_days` ago.

    Raises:
        DeskUnavailable: the database is gone; nothing, or all of it, was done.
    """
    with database.writing() as connection:
        purged = _purged(connection, database.keys, settings, now)
    database.scrub()
    return purged


def purge_daily(database: Database, settings: DeskSettings, now: datetime) -> Purged | None:
    """Purge once a day, whoever asks how often; None when it was done today already.

    Raises:
        DeskUnavailable: the database is gone; the next one who asks tries again.
    """
    with database.writing() as connection:
        if not first_today(connection, _DAILY, now.date()):
            return None
        purged = _purged(connection, database.keys, settings, now)
    database.scrub()
    return purged


def first_today(connection: Connection, job: str, today: date) -> bool:
    """Claim a daily job for this transaction; False when it was claimed today, or later, before.

    When the transaction is undone, so is the claim.
    """
    alone(connection, f"job {job}")
    done_on: date | None = connection.scalar(select(jobs.c.done_on).where(jobs.c.name == job))
    if done_on is None:
        connection.execute(insert(jobs).values(name=job, done_on=today))
        return True
    if done_on >= today:
        return False
    connection.execute(update(jobs).where(jobs.c.name == job).values(done_on=today))
    return True


def _purged(connection: Connection, keys: Keys, settings: DeskSettings, now: datetime) -> Purged:
    answered = now - timedelta(days=settings.case_days)
    unanswered = now - timedelta(days=settings.open_case_days)
    past = or_(
        cases.c.answered_at <= answered,
        and_(cases.c.answered_at.is_(None), cases.c.created_at <= unanswered),
    )
    due = select(cases.c.id).where(cases.c.wrapped_key.is_not(None), past).order_by(cases.c.id)
    erased = [
        case for case in connection.scalars(due).all() if erase_case(connection, keys, _ACTOR, case)
    ]
    ended = connection.execute(delete(staff_sessions).where(staff_sessions.c.expires_at <= now))
    long_ago = now - timedelta(days=settings.verified_days)
    dropped = connection.execute(
        delete(verified).where(
            or_(
                and_(verified.c.state == "withdrawn", verified.c.changed_at <= long_ago),
                verified.c.valid_until <= long_ago.date(),
            )
        )
    )
    purged = Purged(cases=len(erased), sessions=ended.rowcount, verified=dropped.rowcount)
    record(connection, keys, _ACTOR, "purged", "desk", repr(purged))
    return purged
