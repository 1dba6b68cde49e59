"""Approved answers in memory: fresh while the database is there, remembered when it is not."""

from __future__ import annotations

import logging
import threading

import pytest
from sqlalchemy import update

from assistant.desk.database import Database
from assistant.desk.errors import DeskUnavailable
from assistant.desk.recollection import Recollection
from assistant.desk.tables import verified
from assistant.pipeline import Assistant
from tests.assistant.desk.library_parts import Shelved


class Seconds:
    """A clock of seconds, moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def desk(database: Database, assistant: Assistant) -> Shelved:
    return Shelved(database, assistant)


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def test_a_new_answer_is_known_within_two_seconds(desk: Shelved, seconds: Seconds) -> None:
    recollection = Recollection(desk.database, seconds)
    assert recollection.entries() == ()
    desk.approved()
    seconds.now = 1.9
    assert recollection.entries() == ()
    seconds.now = 2.0
    assert [one.entry for one in recollection.entries()] == list(desk.entries())


def test_they_are_read_again_only_when_they_changed(desk: Shelved, seconds: Seconds) -> None:
    desk.approved()
    recollection = Recollection(desk.database, seconds)
    first = recollection.entries()
    seconds.now = 10
    assert recollection.entries() is first
    desk.clock.pass_by(days=1)
    desk.approved()
    seconds.now = 20
    assert [one.entry.id for one in recollection.entries()] == [2, 1], "newest first"


def test_with_the_database_gone_it_goes_on_and_says_so_once(
    desk: Shelved,
    seconds: Seconds,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    desk.approved()
    recollection = Recollection(desk.database, seconds)
    known = recollection.entries()
    tries: list[float] = []

    def gone() -> None:
        tries.append(seconds.now)
        raise DeskUnavailable("weg")

    with monkeypatch.context() as patch, caplog.at_level(logging.INFO):
        patch.setattr(desk.database, "reading", gone)
        for now in (2, 10, 31, 33, 62, 63):
            seconds.now = now
            assert recollection.entries() is known
    assert tries == [2, 33, 63], "not again for thirty seconds"
    said = [r for r in caplog.records if r.name == "assistant.desk.recollection"]
    assert [r.getMessage() for r in said] == [
        "the library of verified answers cannot be read (DeskUnavailable); 1 are remembered"
    ]
    seconds.now = 93
    desk.clock.pass_by(days=1)
    desk.approved()
    assert len(recollection.entries()) == 2


def test_one_reads_while_the_others_go_on(desk: Shelved, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.approved()
    reading, go = threading.Event(), threading.Event()
    real = desk.database.reading

    def slow() -> object:
        reading.set()
        assert go.wait(20)
        return real()

    monkeypatch.setattr(desk.database, "reading", slow)
    recollection = Recollection(desk.database)
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(len(recollection.entries())))
    thread.start()
    assert reading.wait(20)
    assert recollection.entries() == (), "nobody waits for another's reading"
    go.set()
    thread.join(20)
    assert found == [1]


def test_a_damaged_entry_does_not_take_the_others_with_it(
    desk: Shelved, caplog: pytest.LogCaptureFixture
) -> None:
    desk.approved()
    desk.approved()
    with desk.database.writing() as connection:
        connection.execute(update(verified).where(verified.c.id == 1).values(body="{}"))
    assert [one.entry.id for one in Recollection(desk.database).entries()] == [2]
    assert "verified answer 1 cannot be read" in caplog.text


def test_what_was_taken_out_is_forgotten_with_the_database_gone_too(
    desk: Shelved, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.approved()
    desk.approved()
    recollection = Recollection(desk.database, seconds)
    assert [one.entry.id for one in recollection.entries()] == [2, 1]

    def gone() -> None:
        raise DeskUnavailable("weg")

    monkeypatch.setattr(desk.database, "reading", gone)
    recollection.forget(2)
    assert [one.entry.id for one in recollection.entries()] == [1]
    seconds.now = 10
    assert [one.entry.id for one in recollection.entries()] == [1]


def test_a_change_in_the_same_moment_as_another_is_seen(desk: Shelved, seconds: Seconds) -> None:
    desk.approved()
    desk.approved()
    recollection = Recollection(desk.database, seconds)
    assert len(recollection.entries()) == 2
    with desk.database.writing() as connection:
        connection.execute(update(verified).where(verified.c.id == 1).values(state="withdrawn"))
    seconds.now = 2.0
    assert [one.entry.id for one in recollection.entries()] == [2]
