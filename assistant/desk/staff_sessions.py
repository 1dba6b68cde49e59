"""Who is logged in: a digest per session, never what the browser holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from assistant.desk.audit import record
from assistant.desk.database import Database
from assistant.desk.errors import DeskRefused
from assistant.desk.nouns import Actor
from assistant.desk.staff_names import folded
from assistant.desk.tables import staff, staff_sessions


class StaffSessions:
    """The sessions of members of staff."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Keep them in this database."""
        self._database = database
        self._clock = clock

    def open(self, name: str, token_digest: str, expires: datetime) -> None:
        """Let whoever has this token act as a member of staff until then.

        Raises:
            DeskRefused: there is no such member, or the account is disabled.
        """
        with self._database.writing() as connection:
            who = connection.scalar(
                select(staff.c.name).where(staff.c.folded == folded(name), staff.c.active)
            )
            if who is None:
                raise DeskRefused("Dit account is er niet, of het is afgesloten.")
            connection.execute(
                insert(staff_sessions).values(
                    token_digest=token_digest,
                    folded=folded(name),
                    created_at=self._clock(),
                    expires_at=expires,
                )
            )
            record(connection, self._database.keys, who, "session opened", f"staff {who}")

    def actor(self, token_digest: str) -> Actor | None:
        """Return who acts with a token, in the role of this moment; None when it is over."""
        wanted = select(staff.c.name, staff.c.role).where(
            staff_sessions.c.folded == staff.c.folded,
            staff_sessions.c.token_digest == token_digest,
            staff_sessions.c.expires_at > self._clock(),
            staff.c.active,
        )
        with self._database.reading() as connection:
            found = connection.execute(wanted).one_or_none()
        return None if found is None else Actor(name=found.name, role=found.role)

    def close(self, token_digest: str) -> None:
        """End a session; one that is not there is over already."""
        whose = select(staff.c.name).where(
            staff_sessions.c.folded == staff.c.folded,
            staff_sessions.c.token_digest == token_digest,
        )
        with self._database.writing() as connection:
            who = connection.scalar(whose)
            if who is None:
                return
            connection.execute(
                delete(staff_sessions).where(staff_sessions.c.token_digest == token_digest)
            )
            record(connection, self._database.keys, who, "session ended", f"staff {who}")


def end_all(connection: Connection, name: str) -> None:
    """End every session of a member of staff."""
    connection.execute(delete(staff_sessions).where(staff_sessions.c.folded == folded(name)))
