"""How long the desk keeps what."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from assistant.desk.audit import entries, verify
from assistant.desk.database import Database
from assistant.desk.errors import DeskUnavailable
from assistant.desk.keys import seal, unseal
from assistant.desk.retention import Purged, erase_case, first_today, purge, purge_daily
from assistant.desk.staff import Staff
from assistant.desk.tables import cases, sentences, verified
from tests.assistant.desk.databases import desk_settings

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SETTINGS = desk_settings(case_days=100, open_case_days=50, verified_days=30)


def add_case(
    database: Database, created: datetime, answered: datetime | None = None
) -> tuple[int, bytes]:
    """Store a case with one sentence; return its number and its wrapped key."""
    key = database.keys.new_case_key()
    wrapped = database.keys.wrap(key)
    row: dict[str, Any] = {
        "reference_digest": wrapped.hex(),
        "state": "approved" if answered else "new",
        "topic": "export",
        "language": "nl",
        "status": "answered",
        "confidence": 0.5,
        "support": 0.5,
        "impact": 1,
    }
    with database.writing() as connection:
        added = connection.execute(
            insert(cases).values(
                **row,
                created_at=created,
                answered_at=answered,
                wrapped_key=wrapped,
                body=seal(key, {"question": "Mag dit?"}, "case"),
            )
        ).inserted_primary_key
        number = int(added[0]) if added else 0
        sentence: dict[str, Any] = {"case_id": number, "position": 1, "part": "answer"}
        decided: dict[str, Any] = {"light": "green", "support": 1.0, "decision": "kept"}
        body = seal(key, {"text": "Ja."}, "sentence")
        connection.execute(insert(sentences).values(**sentence, **decided, body=body))
    return number, wrapped


def add_verified(database: Database, state: str, until: date, changed: datetime) -> None:
    with database.writing() as connection:
        connection.execute(
            insert(verified).values(
                question="Mag dit?",
                language="nl",
                vector=b"\0" * 8,
                body="[]",
                approved_role="approver",
                approved_on=date(2026, 1, 1),
                valid_until=until,
                state=state,
                changed_at=changed,
            )
        )


def days(count: float) -> timedelta:
    return timedelta(days=count)


def kept(database: Database) -> list[int]:
    """Return the numbers of the cases whose text is still there."""
    with database.reading() as connection:
        found = select(cases.c.id).where(cases.c.wrapped_key.is_not(None))
        return list(connection.scalars(found.order_by(cases.c.id)))


def test_an_answered_case_goes_after_its_time_and_not_a_moment_before(database: Database) -> None:
    add_case(database, NOW - days(500), NOW - days(100))
    stays, _ = add_case(database, NOW - days(500), NOW - days(100) + timedelta(seconds=1))
    assert purge(database, SETTINGS, NOW).cases == 1
    assert kept(database) == [stays]


def test_an_unanswered_case_goes_by_the_day_it_came(database: Database) -> None:
    add_case(database, NOW - days(50))
    stays, _ = add_case(database, NOW - days(49))
    assert purge(database, SETTINGS, NOW).cases == 1
    assert kept(database) == [stays]


def test_what_is_erased_cannot_be_read_and_its_number_and_dates_stay(database: Database) -> None:
    number, wrapped = add_case(database, NOW - days(60))
    with database.reading() as connection:
        body = connection.scalar(select(sentences.c.body))
    assert body is not None
    assert unseal(database.keys.unwrap(wrapped), body, "sentence") == {"text": "Ja."}
    purge(database, SETTINGS, NOW)
    with database.reading() as connection:
        case = connection.execute(select(cases)).one()
        sentence = connection.execute(select(sentences)).one()
    assert (case.id, case.created_at, case.topic) == (number, NOW - days(60), "export")
    assert (case.wrapped_key, case.body, sentence.body) == (None, None, None)


def test_the_key_of_an_erased_case_stands_in_no_file(
    sqlite_database: Database, tmp_path: Path
) -> None:
    _, wrapped = add_case(sqlite_database, NOW - days(60))
    folder = tmp_path / "desk"
    assert any(wrapped in path.read_bytes() for path in folder.iterdir())
    purge(sqlite_database, SETTINGS, NOW)
    assert not any(wrapped in path.read_bytes() for path in folder.iterdir())


def test_a_case_is_erased_once(database: Database) -> None:
    number, _ = add_case(database, NOW)
    for expected in (True, False):
        with database.writing() as connection:
            assert erase_case(connection, database.keys, "Els", number) is expected
    told = [(line.actor, line.action) for line in entries(database, subject=f"case {number}")]
    assert told == [("Els", "case erased")]


def test_a_verified_answer_forgets_the_case_that_is_erased(database: Database) -> None:
    number, _ = add_case(database, NOW - days(60))
    stays, _ = add_case(database, NOW)
    for _ in range(2):
        add_verified(database, "active", NOW.date() + days(5), NOW)
    with database.writing() as connection:
        connection.execute(update(verified).where(verified.c.id == 1).values(case_id=number))
        connection.execute(update(verified).where(verified.c.id == 2).values(case_id=stays))
    purge(database, SETTINGS, NOW)
    with database.reading() as connection:
        rows = connection.execute(select(verified).order_by(verified.c.id)).all()
    assert [row.case_id for row in rows] == [None, stays]
    assert [row.changed_at for row in rows] == [NOW, NOW], "its own time runs on"


def test_sessions_that_are_over_go(database: Database) -> None:
    staff = Staff(database, lambda: NOW - days(1))
    staff.add("console", "Els", "admin", "h")
    staff.open_session("Els", "over", NOW)
    staff.open_session("Els", "not over", NOW + timedelta(seconds=1))
    assert purge(database, SETTINGS, NOW).sessions == 1
    assert staff.of_session("not over") is not None


def test_verified_answers_go_long_after_they_are_of_use(database: Database) -> None:
    today = NOW.date()
    add_verified(database, "withdrawn", today + days(5), NOW - days(30))  # goes
    add_verified(database, "withdrawn", today + days(5), NOW - days(29))
    add_verified(database, "to_review", today - days(30), NOW)  # goes
    add_verified(database, "to_review", today - days(29), NOW)
    add_verified(database, "active", today + days(5), NOW - days(400))
    assert purge(database, SETTINGS, NOW).verified == 2
    assert purge(database, SETTINGS, NOW).verified == 0


def test_a_purge_is_in_the_trail_and_the_trail_still_verifies(database: Database) -> None:
    number, _ = add_case(database, NOW - days(60))
    purge(database, SETTINGS, NOW)
    told = [(line.action, line.subject) for line in entries(database)]
    assert told == [("case erased", f"case {number}"), ("purged", "desk")]
    assert verify(database).problem == ""


def test_the_daily_purge_is_done_once_a_day(database: Database) -> None:
    add_case(database, NOW - days(60))
    assert purge_daily(database, SETTINGS, NOW) == Purged(cases=1, sessions=0, verified=0)
    add_case(database, NOW - days(60))
    assert purge_daily(database, SETTINGS, NOW + timedelta(hours=14)) is None
    assert purge_daily(database, SETTINGS, NOW - days(3)) is None  # a clock that went back
    assert purge_daily(database, SETTINGS, NOW + days(1)) == Purged(cases=1, sessions=0, verified=0)


def test_of_many_workers_one_does_the_daily_purge(database: Database) -> None:
    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(lambda _: purge_daily(database, SETTINGS, NOW), range(6)))
    assert [one for one in done if one is not None] == [Purged(cases=0, sessions=0, verified=0)]


def test_who_claims_a_job_at_the_same_moment_waits_and_does_not_get_it(
    database: Database,
) -> None:
    def claims() -> bool:
        with database.writing() as connection:
            return first_today(connection, "review", NOW.date())

    with ThreadPoolExecutor(1) as pool:
        with database.writing() as connection:
            assert first_today(connection, "review", NOW.date())
            second = pool.submit(claims)
            wait([second], timeout=0.3)
            assert not second.done()
        assert second.result(timeout=30) is False


def test_a_daily_purge_that_fails_is_tried_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise DeskUnavailable("weg")

    add_case(database, NOW - days(60))
    with monkeypatch.context() as patch:
        patch.setattr("assistant.desk.retention.erase_case", fails)
        with pytest.raises(DeskUnavailable):
            purge_daily(database, SETTINGS, NOW)
    assert purge_daily(database, SETTINGS, NOW) == Purged(cases=1, sessions=0, verified=0)


def test_jobs_do_not_stand_in_each_others_way(database: Database) -> None:
    with database.writing() as connection:
        assert first_today(connection, "review", NOW.date())
        assert not first_today(connection, "review", NOW.date())
        assert first_today(connection, "purge", NOW.date())
