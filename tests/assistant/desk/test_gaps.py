"""The register of gaps: what nobody could answer, together, without anybody's data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql

from assistant.answers import Status
from assistant.desk.audit import entries, verify
from assistant.desk.cases import Cases
from assistant.desk.database import Database
from assistant.desk.errors import DeskRefused, NotAllowed
from assistant.desk.gaps import MOST_EXAMPLES, Gaps
from assistant.desk.nouns import Actor, Found, HandOver
from indexer.errors import AppError
from tests.fakes import HashEmbedder

READER = Actor(name="rita", role="reader")
EDITOR = Actor(name="bram", role="editor")
ADMIN = Actor(name="anna", role="admin")
START = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
COST = "Wat kost een exportvergunning?"
COSTS = "wat kost een exportvergunning"
SHIP = "Mag ik mijn zeilboot verven in Zwolle?"
NOTHING = Found(
    status=Status.NO_ANSWER,
    reply="Dat weten wij niet.",
    missing=None,
    sentences=(),
    contacts=(),
    confidence=0.1,
    mode="extractive",
    model=None,
    index_version="i",
    version="v",
)


class Office:
    """Cases with a clock that goes on a day for each."""

    def __init__(self, database: Database) -> None:
        self.day = 0
        self.cases = Cases(database, lambda: START + timedelta(days=self.day))

    def asked(self, question: str, status: Status = Status.NO_ANSWER, name: str = "") -> int:
        self.day += 1
        handed = HandOver(question=question, name=name)
        found = replace(NOTHING, status=status)
        return self.cases.hand_over(handed, found, topic="", impact=1).case_id


def gaps_of(database: Database, *feedback: tuple[str, datetime]) -> Gaps:
    """Return the register over a database and this feedback."""
    return Gaps(database, lambda: feedback, HashEmbedder().embed_queries)


def test_questions_about_one_thing_are_one_gap(database: Database) -> None:
    office = Office(database)
    for question in (SHIP, COST, COSTS, COST):
        office.asked(question)
    first, second = gaps_of(database).register(READER)
    assert (first.count, second.count) == (3, 1)
    assert first.label == COST
    assert set(first.examples) == {COST, COSTS}
    assert (first.first, first.last) == (START + timedelta(days=2), START + timedelta(days=4))
    assert second.label == SHIP


def test_only_what_was_not_covered_counts(database: Database) -> None:
    office = Office(database)
    office.asked(COST, Status.PARTIAL)
    for status in (Status.ANSWERED, Status.OUT_OF_SCOPE, Status.BLOCKED):
        office.asked(SHIP, status)
    (gap,) = gaps_of(database, (COSTS, START)).register(READER)
    assert gap.count == 2
    assert gap.first == START


def test_there_may_be_nothing(sqlite_database: Database) -> None:
    assert gaps_of(sqlite_database).register(READER) == ()


def test_an_erased_question_is_gone(database: Database) -> None:
    office = Office(database)
    register = gaps_of(database)
    number = office.asked(COST)
    assert len(register.register(READER)) == 1
    office.cases.erase(ADMIN, number)
    assert register.register(READER) == ()
    assert register._known == {}


def test_at_most_five_examples(sqlite_database: Database) -> None:
    office = Office(sqlite_database)
    for end in ("?", "!", ".", "...", "??", "!!", " ?"):
        office.asked(f"Wat kost een exportvergunning{end}")
    (gap,) = gaps_of(sqlite_database).register(READER)
    assert gap.count == 7
    assert len(gap.examples) == MOST_EXAMPLES


def test_an_owner_stays_while_the_first_question_stays(database: Database) -> None:
    office = Office(database)
    register = gaps_of(database)
    office.asked(COST)
    (gap,) = register.register(READER)
    register.set_owner(EDITOR, gap.key, " redactie ")
    office.asked(COSTS)
    office.asked(SHIP)
    now = {one.key: one.owner for one in register.register(READER)}
    assert now.pop(gap.key) == "redactie"
    assert list(now.values()) == [""]
    register.set_owner(EDITOR, gap.key, "")
    assert {one.owner for one in register.register(READER)} == {""}


def test_an_owner_is_in_the_audit_trail(database: Database) -> None:
    Office(database).asked(COST)
    register = gaps_of(database)
    (gap,) = register.register(READER)
    register.set_owner(EDITOR, gap.key, "redactie")
    (line,) = entries(database, subject=f"gap {gap.key}")
    assert (line.actor, line.action) == ("bram", "gap owned")
    assert verify(database).broken_at is None


@pytest.mark.parametrize("owner", ["x" * 101, "twee\nregels", "\x1b[2J"])
def test_a_wrong_owner(sqlite_database: Database, owner: str) -> None:
    Office(sqlite_database).asked(COST)
    register = gaps_of(sqlite_database)
    (gap,) = register.register(READER)
    with pytest.raises(DeskRefused):
        register.set_owner(EDITOR, gap.key, owner)
    with pytest.raises(DeskRefused):
        register.set_owner(EDITOR, "nergens", "redactie")
    assert register.register(READER) == (gap,)


def test_who_may(sqlite_database: Database) -> None:
    Office(sqlite_database).asked(COST)
    register = gaps_of(sqlite_database)
    (gap,) = register.register(READER)
    with pytest.raises(NotAllowed):
        register.set_owner(READER, gap.key, "redactie")


def test_who_may_be_in_danger_is_not_listed(sqlite_database: Database) -> None:
    office = Office(sqlite_database)
    office.asked("Ik word nu bedreigd door mijn collega, wat moet ik doen?")
    assert gaps_of(sqlite_database).register(READER) == ()


def test_feedback_that_cannot_be_read_costs_no_cases(
    sqlite_database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Iterator[tuple[str, datetime]]:
        yield from ()
        raise AppError("kapot")

    Office(sqlite_database).asked(COST)
    register = Gaps(sqlite_database, broken, HashEmbedder().embed_queries)
    assert len(register.register(READER)) == 1
    assert "AppError" in caplog.text
    assert COST not in caplog.text


def test_a_damaged_case_does_not_cost_the_register(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    office = Office(database)
    office.asked(COST)
    broken = office.asked(SHIP)
    with database.writing() as connection:
        connection.execute(
            sql("UPDATE cases SET body = wrapped_key WHERE id = :id"), {"id": broken}
        )
    (gap,) = gaps_of(database).register(READER)
    assert gap.label == COST
    assert f"case {broken} " in caplog.text
    assert SHIP not in caplog.text


def test_half_a_character_does_not_cost_the_register(sqlite_database: Database) -> None:
    (gap,) = gaps_of(sqlite_database, (f"{COST[:-1]}\ud800\0?", START)).register(READER)
    assert gap.label == COST


def test_a_question_is_embedded_once(sqlite_database: Database) -> None:
    embedder = HashEmbedder()
    register = Gaps(sqlite_database, tuple, embedder.embed_queries)
    office = Office(sqlite_database)
    office.asked(COST)
    register.register(READER)
    office.asked(SHIP)
    register.register(READER)
    assert (embedder.embedded.count(COST), embedder.embedded.count(SHIP)) == (1, 1)


def test_nothing_is_stored_but_the_owner(sqlite_database: Database, tmp_path: Path) -> None:
    Office(sqlite_database).asked(COST)
    register = gaps_of(sqlite_database)
    (gap,) = register.register(READER)
    register.set_owner(EDITOR, gap.key, "redactie")
    files: Any = [one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()]
    assert files
    assert not any(b"exportvergunning" in one for one in files)
