"""The audit trail: every line that was changed, cut out or cut off is found."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, text, update

from assistant.desk.audit import entries, record, verify
from assistant.desk.database import Database
from assistant.desk.errors import DeskUnavailable
from assistant.desk.tables import audit, audit_head, cases

TOLD = "een tekst die nergens mag staan"


def write(database: Database, *subjects: str, content: str = TOLD) -> None:
    for subject in subjects:
        with database.writing() as connection:
            record(connection, database.keys, "els", "case claimed", subject, content)


def tamper(database: Database, *statements: str) -> None:
    """Do what somebody can do who has the database in their hands, but not the key."""
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE audit DISABLE TRIGGER ALL"))
            connection.execute(text("ALTER TABLE audit_head DISABLE TRIGGER ALL"))
        else:
            names = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for name in connection.scalars(names).all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        for statement in statements:
            connection.execute(text(statement))


@pytest.fixture
def trail(database: Database) -> Database:
    """A trail of six lines."""
    write(database, "case 1", "case 2", "case 1", "case 3", "case 1", "case 2")
    return database


def test_a_trail_as_it_was_written_verifies(trail: Database) -> None:
    report = verify(trail)
    assert (report.entries, report.broken_at, report.problem) == (6, None, "")


def test_an_empty_trail_verifies(database: Database) -> None:
    report = verify(database)
    assert (report.entries, report.broken_at, report.problem) == (0, None, "")


def test_the_last_lines_are_told_oldest_first(trail: Database) -> None:
    assert [line.number for line in entries(trail)] == [1, 2, 3, 4, 5, 6]
    assert [line.number for line in entries(trail, limit=2)] == [5, 6]
    assert [line.number for line in entries(trail, subject="case 1")] == [1, 3, 5]
    assert entries(trail, subject="case 9") == ()


def test_a_line_says_who_did_what_when_and_no_text(trail: Database) -> None:
    line = entries(trail)[0]
    assert (line.actor, line.action, line.subject) == ("els", "case claimed", "case 1")
    assert abs(datetime.now(UTC) - line.at) < timedelta(minutes=5)
    assert line.digest == trail.keys.digest(TOLD)
    assert TOLD not in repr(entries(trail))


def test_what_is_undone_leaves_no_line(trail: Database) -> None:
    with pytest.raises(RuntimeError), trail.writing() as connection:  # noqa: PT012
        record(connection, trail.keys, "els", "case claimed", "case 9")
        raise RuntimeError("half way")
    assert verify(trail).entries == 6
    write(trail, "case 4")
    assert verify(trail).problem == ""


@pytest.mark.parametrize(
    ("line", "change"),
    [
        (3, "actor = 'jan'"),
        (3, "action = 'case erased'"),
        (3, "subject = 'case 7'"),
        (3, "digest = 'd'"),
        (3, "at = '2020-01-01 00:00:00.000000'"),
        (3, "chain = 'c'"),
        (3, "number = 40"),
        (1, "actor = 'jan'"),
        (6, "actor = 'jan'"),
    ],
)
def test_a_changed_line_is_named(trail: Database, line: int, change: str) -> None:
    tamper(trail, f"UPDATE audit SET {change} WHERE number = {line}")  # noqa: S608
    report = verify(trail)
    assert report.broken_at == line
    assert f"Regel {line} " in report.problem
    assert report.entries == 6


def test_two_lines_that_changed_places_are_named(trail: Database) -> None:
    swap = "UPDATE audit SET number = {1} WHERE number = {0}"
    tamper(trail, *(swap.format(*pair) for pair in ((2, 99), (3, 2), (99, 3))))
    assert verify(trail).broken_at == 2


def test_a_line_cut_out_is_named(trail: Database) -> None:
    tamper(trail, "DELETE FROM audit WHERE number = 4")
    report = verify(trail)
    assert (report.entries, report.broken_at, report.problem) == (5, 4, "Regel 4 ontbreekt.")


def test_the_same_field_in_other_words_is_another_line(database: Database) -> None:
    write(database, 'case 1", "case 2')
    tamper(database, """UPDATE audit SET action = 'case claimed", "case 1', subject = 'case 2'""")
    assert verify(database).broken_at == 1


def test_lines_cut_off_are_betrayed_by_the_head(trail: Database) -> None:
    tamper(trail, "DELETE FROM audit WHERE number > 4")
    report = verify(trail)
    assert report.broken_at == 5
    assert report.problem == "Regel 5 ontbreekt: er zijn 6 regels geschreven."


def test_lines_cut_off_with_the_head_put_back_are_betrayed_by_the_seal(trail: Database) -> None:
    tamper(
        trail,
        "UPDATE audit_head SET number = 4, chain = (SELECT chain FROM audit WHERE number = 4)",
        "DELETE FROM audit WHERE number > 4",
    )
    report = verify(trail)
    assert report.broken_at is not None
    assert "zegel" in report.problem


def test_the_desk_working_on_does_not_wash_a_cut_clean(trail: Database) -> None:
    tamper(
        trail,
        "UPDATE audit_head SET number = 4, chain = (SELECT chain FROM audit WHERE number = 4)",
        "DELETE FROM audit WHERE number > 4",
    )
    write(trail, "case 5", "case 6")
    report = verify(trail)
    assert report.entries == 6
    assert "zegel" in report.problem


def test_a_chain_computed_anew_without_the_key_is_betrayed_by_the_seal(trail: Database) -> None:
    """Cut all, write the same lines with another actor in a desk of one's own, and copy them."""
    with trail.reading() as connection:
        seal = connection.scalar(select(audit_head.c.seal))
    tamper(
        trail,
        "DELETE FROM audit",
        "UPDATE audit_head SET number = 0, chain = ''",
    )
    write(trail, *["case 1"] * 6)  # a whole chain, well made
    with trail.writing() as connection:
        connection.execute(update(audit_head).values(seal=seal))
    report = verify(trail)
    assert report.entries == 6
    assert "zegel" in report.problem


def test_a_trail_wiped_clean_is_betrayed(trail: Database) -> None:
    tamper(trail, "DELETE FROM audit", "UPDATE audit_head SET number = 0, chain = '', seal = ''")
    assert "zegel" in verify(trail).problem
    tamper(trail, "DELETE FROM audit_head")
    assert verify(trail).problem == "Het einde van het logboek is weg."


def test_nothing_is_done_any_more_without_a_head(trail: Database) -> None:
    tamper(trail, "DELETE FROM audit_head")
    with pytest.raises(DeskUnavailable, match="loket desk audit verify"):
        write(trail, "case 4")


def test_nothing_is_done_any_more_when_lines_were_put_behind_the_head(trail: Database) -> None:
    tamper(trail, "UPDATE audit_head SET number = 3")
    with pytest.raises(DeskUnavailable, match="loket desk audit verify"):
        write(trail, "case 4")


def test_an_erasure_leaves_the_trail_verifying(trail: Database) -> None:
    with trail.writing() as connection:
        row = {"reference_digest": "r", "state": "new", "topic": "", "language": "nl"}
        figures = {"status": "answered", "confidence": 1.0, "support": 1.0, "impact": 1}
        now = datetime.now(UTC)
        connection.execute(
            insert(cases).values(**row, **figures, created_at=now, wrapped_key=b"k", body=b"b")
        )
    write(trail, "case 1")
    with trail.writing() as connection:
        connection.execute(update(cases).values(wrapped_key=None, body=None))
    write(trail, "case 1")
    assert verify(trail).problem == ""


def test_lines_from_many_threads_make_one_chain(database: Database) -> None:
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda number: write(database, f"case {number}"), range(60)))
    assert verify(database).entries == 60
    assert verify(database).problem == ""
    assert {line.subject for line in entries(database)} == {f"case {n}" for n in range(60)}


def test_another_key_finds_the_trail_not_its_own(trail: Database) -> None:
    with trail.reading() as connection:
        digests = set(connection.scalars(select(audit.c.digest)))
    assert len(digests) == 1  # the same text, and only whoever has the key can make its digest
    assert type(trail.keys)("y" * 32).digest(TOLD) not in digests
