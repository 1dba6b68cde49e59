"""The first tables: those of the schema, and an audit trail that nobody can change."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from assistant.desk.audit import record
from assistant.desk.database import Database
from assistant.desk.tables import METADATA, audit, audit_head

INSERT = "INTO audit VALUES ({}, '2026-01-01', 'els', 'a', 's', 'd', 'c')"
AGAINST = [
    "UPDATE audit SET actor = 'jan'",
    "UPDATE audit SET actor = 'jan' WHERE number = 2",
    "DELETE FROM audit",
    "DELETE FROM audit WHERE number = 3",
    "DELETE FROM audit_head",
    f"INSERT {INSERT.format(2)}",
]
ONLY_SQLITE = [f"INSERT OR REPLACE {INSERT.format(2)}", f"INSERT {INSERT.format(9)}"]
ONLY_POSTGRES = [
    "TRUNCATE audit",
    "TRUNCATE audit_head",
    f"INSERT {INSERT.format(2)} ON CONFLICT (number) DO UPDATE SET actor = 'jan'",
]


@pytest.fixture
def trail(database: Database) -> Database:
    """A database whose trail has three lines."""
    for _ in range(3):
        with database.writing() as connection:
            record(connection, database.keys, "els", "case claimed", "case 1")
    return database


def refuses(database: Database, statement: str) -> None:
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(text(statement))
    with database.reading() as connection:
        assert connection.scalars(select(audit.c.actor)).all() == ["els"] * 3
        assert connection.scalar(select(func.count()).select_from(audit_head)) == 1


def test_the_revisions_make_exactly_the_schema(database: Database) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


@pytest.mark.parametrize("statement", AGAINST)
def test_no_line_is_changed_or_taken_away(trail: Database, statement: str) -> None:
    refuses(trail, statement)


@pytest.mark.parametrize("statement", ONLY_SQLITE)
def test_no_line_is_replaced_or_skipped_in_a_file(
    sqlite_database: Database, statement: str
) -> None:
    for _ in range(3):
        with sqlite_database.writing() as connection:
            record(connection, sqlite_database.keys, "els", "case claimed", "case 1")
    refuses(sqlite_database, statement)


@pytest.mark.parametrize("statement", ONLY_POSTGRES)
def test_no_line_is_truncated_or_overwritten_in_postgresql(
    postgres_database: Database, statement: str
) -> None:
    for _ in range(3):
        with postgres_database.writing() as connection:
            record(connection, postgres_database.keys, "els", "case claimed", "case 1")
    refuses(postgres_database, statement)
