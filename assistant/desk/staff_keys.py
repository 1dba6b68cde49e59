"""The keys with which programs use the desk: each has a name, a role and a digest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Row, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from assistant.desk.audit import record
from assistant.desk.database import Database
from assistant.desk.engines import alone
from assistant.desk.errors import DeskRefused, NotAllowed
from assistant.desk.nouns import Actor, StaffRole
from assistant.desk.staff_names import KEY_PREFIX, clean, folded
from assistant.desk.tables import api_keys

_USED = timedelta(minutes=1)
"""How exactly the last use of a key is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """A key as a list shows it; what it is cannot be found back."""

    name: str
    role: StaffRole
    created: datetime
    last_used: datetime | None
    """To the minute."""
    revoked: datetime | None


class StaffKeys:
    """All keys, also those that were revoked: a name is used once."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Keep them in this database."""
        self._database = database
        self._clock = clock

    def add(self, by: Actor, name: str, role: StaffRole, key_digest: str) -> None:
        """Let whoever has this key act in this role.

        Raises:
            NotAllowed: `by` is no admin.
            DeskRefused: there is, or was, a key with this name; or the name is none.
        """
        _need_admin(by)
        name = clean(name)
        try:
            with self._database.writing() as connection:
                connection.execute(
                    insert(api_keys).values(
                        folded=folded(name),
                        name=name,
                        role=role,
                        key_digest=key_digest,
                        created_at=self._clock(),
                    )
                )
                record(connection, self._database.keys, by.name, "key added", f"key {name}", role)
        except IntegrityError as error:
            raise DeskRefused(f"Er is al een sleutel met de naam {name}.") from error

    def actor(self, key_digest: str) -> Actor | None:
        """Return who acts with a key; None when it is unknown or revoked. Notes that it was used.

        Raises:
            DeskUnavailable: the database is gone.
        """
        with self._database.reading() as connection:
            valid = api_keys.c.key_digest == key_digest, api_keys.c.revoked_at.is_(None)
            found = connection.execute(select(api_keys).where(*valid)).one_or_none()
        if found is None:
            return None
        now = self._clock()
        if found.last_used_at is None or found.last_used_at <= now - _USED:
            self._note_use(found.folded, now)
        return Actor(name=f"{KEY_PREFIX}{found.name}", role=found.role)

    def all(self) -> tuple[ApiKey, ...]:
        """Return all keys, by name."""
        with self._database.reading() as connection:
            found = connection.execute(select(api_keys).order_by(api_keys.c.folded)).all()
        return tuple(_key(row) for row in found)

    def revoke(self, by: Actor, name: str) -> None:
        """Let a key be of no use from now on.

        Raises:
            NotAllowed: `by` is no admin.
            DeskRefused: there is no such key, or it was revoked before.
        """
        _need_admin(by)
        this = api_keys.c.folded == folded(name), api_keys.c.revoked_at.is_(None)
        with self._database.writing() as connection:
            alone(connection, "keys")
            shown = connection.scalar(select(api_keys.c.name).where(*this))
            if shown is None:
                raise DeskRefused(f"Er is geen geldige sleutel met de naam {name[:60]!r}.")
            connection.execute(update(api_keys).where(*this).values(revoked_at=self._clock()))
            record(connection, self._database.keys, by.name, "key revoked", f"key {shown}")

    def _note_use(self, key: str, now: datetime) -> None:
        long_ago = or_(api_keys.c.last_used_at.is_(None), api_keys.c.last_used_at <= now - _USED)
        with self._database.writing() as connection:
            connection.execute(
                update(api_keys).where(api_keys.c.folded == key, long_ago).values(last_used_at=now)
            )


def _need_admin(by: Actor) -> None:
    if not by.may("administer"):
        raise NotAllowed(by, "administer")


def _key(row: Row[Any]) -> ApiKey:
    return ApiKey(
        name=row.name,
        role=cast(StaffRole, row.role),
        created=row.created_at,
        last_used=row.last_used_at,
        revoked=row.revoked_at,
    )
