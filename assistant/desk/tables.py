"""THE SCHEMA: which tables the desk has, in types that SQLite and PostgreSQL share.

The text of a case stands only in the columns `body`, sealed with a key of that case
(`assistant.desk.keys`); what the inbox sorts by stands beside it in the clear. A change here
needs a revision in `migrations/versions`; a test compares the two.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, stored in UTC; it goes in and comes out with its time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn a moment into what is stored.

        Raises:
            ValueError: the moment has no time zone, so nobody knows which moment it is.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give a stored moment its time zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


METADATA = MetaData()

cases = Table(
    "cases",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("reference_digest", Text, nullable=False, unique=True),
    Column("state", Text, nullable=False, index=True),
    Column("topic", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("support", Float, nullable=False),
    Column("impact", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False, index=True),
    Column("claimed_by", Text),
    Column("claimed_at", UtcDateTime),
    Column("answered_at", UtcDateTime),
    Column("version", Integer, nullable=False, default=1),
    Column("wrapped_key", LargeBinary),  # none once the case is erased
    Column("body", LargeBinary),
    Column("tone", Text),
    Column("draft_language", Text),
    Column("draft_version", Integer, nullable=False, default=0),
    sqlite_autoincrement=True,
)

sentences = Table(
    "sentences",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("case_id", Integer, ForeignKey("cases.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("part", Text, nullable=False),
    Column("light", Text, nullable=False),
    Column("support", Float, nullable=False),
    Column("decision", Text, nullable=False),
    Column("decided_by", Text),
    Column("decided_at", UtcDateTime),
    Column("version", Integer, nullable=False, default=1),
    Column("body", LargeBinary),  # none once the case is erased
    sqlite_autoincrement=True,
)

approvals = Table(
    "approvals",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("case_id", Integer, ForeignKey("cases.id"), nullable=False, index=True),
    Column("by", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("digest", Text, nullable=False),
    sqlite_autoincrement=True,
)

verified = Table(
    "verified",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("case_id", Integer, ForeignKey("cases.id")),
    Column("question", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False),  # float32, little-endian
    Column("body", Text, nullable=False),  # JSON; in the clear: it outlives the case
    Column("approved_role", Text, nullable=False),
    Column("approved_on", Date, nullable=False),
    Column("valid_until", Date, nullable=False),
    Column("state", Text, nullable=False, index=True),
    Column("review_reason", Text, nullable=False, default=""),
    Column("changed_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

gap_owners = Table(
    "gap_owners",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("owner", Text, nullable=False),
)

staff = Table(
    "staff",
    METADATA,
    Column("folded", Text, primary_key=True),  # the name without capitals: nobody is there twice
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

staff_sessions = Table(
    "staff_sessions",
    METADATA,
    Column("token_digest", Text, primary_key=True),
    Column("folded", Text, ForeignKey("staff.folded"), nullable=False, index=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)

api_keys = Table(
    "api_keys",
    METADATA,
    Column("folded", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("key_digest", Text, nullable=False, unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_used_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
)

audit = Table(
    "audit",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("digest", Text, nullable=False),
    Column("chain", Text, nullable=False),
)

audit_head = Table(
    "audit_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("number", Integer, nullable=False),
    Column("chain", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

jobs = Table(
    "jobs",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("done_on", Date, nullable=False),
)

probe = Table(
    "probe",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("sealed", LargeBinary, nullable=False),
)
