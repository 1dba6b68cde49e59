"""Who may use the desk: members of staff with their sessions, and the keys of programs.

Only digests of passwords, tokens and keys come here; `ui.access` makes them. What an account may
do changes at once for whoever is logged in, and each change ends the sessions of that account.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from assistant.desk.audit import record
from assistant.desk.database import Database
from assistant.desk.engines import alone
from assistant.desk.errors import DeskRefused
from assistant.desk.nouns import Actor, StaffRole
from assistant.desk.staff_keys import ApiKey, StaffKeys
from assistant.desk.staff_names import clean, folded
from assistant.desk.staff_sessions import StaffSessions, end_all
from assistant.desk.tables import staff


def utcnow() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of staff as a list shows them."""

    name: str
    role: StaffRole
    active: bool
    created: datetime


class Staff:
    """The accounts of the desk. Every method may raise `DeskUnavailable`."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = utcnow) -> None:
        """Keep them in this database."""
        self._database = database
        self._clock = clock
        self._sessions = StaffSessions(database, clock)
        self._keys = StaffKeys(database, clock)

    def is_empty(self) -> bool:
        """Tell whether nobody has been added yet."""
        with self._database.reading() as connection:
            return _count(connection) == 0

    def add(self, by: str, name: str, role: StaffRole, password_hash: str) -> None:
        """Add a member of staff; the very first one becomes admin, whatever the role asked for.

        Raises:
            DeskRefused: the name is taken (capitals do not count) or is none.
        """
        name = clean(name)
        try:
            with self._database.writing() as connection:
                alone(connection, "staff")
                given: StaffRole = role if _count(connection) else "admin"
                connection.execute(
                    insert(staff).values(
                        folded=folded(name),
                        name=name,
                        role=given,
                        password_hash=password_hash,
                        active=True,
                        created_at=self._clock(),
                    )
                )
                self._told(connection, by, "staff added", name, given)
        except IntegrityError as error:
            raise DeskRefused(f"Er is al een account met de naam {name}.") from error

    def all(self) -> tuple[Member, ...]:
        """Return all members of staff, by name."""
        with self._database.reading() as connection:
            found = connection.execute(select(staff).order_by(staff.c.folded)).all()
        return tuple(
            Member(name=row.name, role=row.role, active=row.active, created=row.created_at)
            for row in found
        )

    def password_hash(self, name: str) -> str | None:
        """Return the hash of a member's password; None for an unknown or disabled account."""
        wanted = select(staff.c.password_hash).where(staff.c.folded == folded(name), staff.c.active)
        with self._database.reading() as connection:
            found: str | None = connection.scalar(wanted)
        return found

    def set_password(self, by: str, name: str, password_hash: str) -> None:
        """Give an account another password and end its sessions.

        Raises:
            DeskRefused: there is no such account, or it is disabled.
        """
        self._change(by, name, "staff password set", {"password_hash": password_hash})

    def set_role(self, by: str, name: str, role: StaffRole) -> None:
        """Give an account another role and end its sessions.

        Raises:
            DeskRefused: there is no such account, it is disabled, or no admin would be left.
        """
        self._change(by, name, "staff role set", {"role": role}, role)

    def deactivate(self, by: str, name: str) -> None:
        """Disable an account and end its sessions; its name stays taken, for the audit trail.

        Raises:
            DeskRefused: there is no such account, it is disabled, or no admin would be left.
        """
        self._change(by, name, "staff disabled", {"active": False})

    def open_session(self, name: str, token_digest: str, expires: datetime) -> None:
        """Let whoever has this token act as a member of staff until then.

        Raises:
            DeskRefused: there is no such account, or it is disabled.
        """
        self._sessions.open(name, token_digest, expires)

    def of_session(self, token_digest: str) -> Actor | None:
        """Return who acts with a token; None when the session is over."""
        return self._sessions.actor(token_digest)

    def close_session(self, token_digest: str) -> None:
        """End a session; one that is not there is over already."""
        self._sessions.close(token_digest)

    def add_key(self, by: Actor, name: str, role: StaffRole, key_digest: str) -> None:
        """Let whoever has this key act in this role.

        Raises:
            NotAllowed: `by` is no admin.
            DeskRefused: there is, or was, a key with this name; or the name is none.
        """
        self._keys.add(by, name, role, key_digest)

    def of_key(self, key_digest: str) -> Actor | None:
        """Return who acts with a key, as "sleutel <name>"; None when unknown or revoked."""
        return self._keys.actor(key_digest)

    def keys(self) -> tuple[ApiKey, ...]:
        """Return all keys, by name, also those that were revoked."""
        return self._keys.all()

    def revoke_key(self, by: Actor, name: str) -> None:
        """Let a key be of no use from now on.

        Raises:
            NotAllowed: `by` is no admin.
            DeskRefused: there is no such key, or it was revoked before.
        """
        self._keys.revoke(by, name)

    def _change(
        self, by: str, name: str, action: str, values: dict[str, object], content: str = ""
    ) -> None:
        """Change an active account, end its sessions, and see that an admin is left."""
        this = staff.c.folded == folded(name), staff.c.active
        with self._database.writing() as connection:
            alone(connection, "staff")
            shown = connection.scalar(select(staff.c.name).where(*this))
            if shown is None:
                raise DeskRefused(f"Er is geen account met de naam {name[:60]!r}.")
            connection.execute(update(staff).where(*this).values(values))
            if not _count(connection, staff.c.active.is_(True), staff.c.role == "admin"):
                raise DeskRefused("Er moet een beheerder over blijven: maak eerst een andere.")
            end_all(connection, name)
            self._told(connection, by, action, shown, content)

    def _told(
        self, connection: Connection, by: str, action: str, name: str, content: str = ""
    ) -> None:
        record(connection, self._database.keys, by, action, f"staff {name}", content)


def _count(connection: Connection, *which: ColumnElement[bool]) -> int:
    """Return how many accounts there are for which all of this holds."""
    counted = select(func.count()).select_from(staff).where(*which)
    return connection.scalar(counted) or 0
