"""Feedback goes when its time has come, also when nobody sends any."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from tests.ui.feedback_parts import Clock, feedback
from ui.feedback_retention import letting_go
from ui.feedback_store import FILE, FeedbackStore


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> FeedbackStore:
    return FeedbackStore(tmp_path, 90, clock=clock)


def test_at_the_start_what_is_too_old_is_gone(store: FeedbackStore, clock: Clock) -> None:
    store.add(feedback())
    clock.pass_days(91)

    async def run() -> int:
        async with letting_go(store):
            return store.expire()

    assert asyncio.run(run()) == 0


def test_later_too_without_anybody_asking(
    store: FeedbackStore, clock: Clock, tmp_path: Path
) -> None:
    store.add(feedback(remark="een opmerking"))

    async def run() -> None:
        async with letting_go(store, every=0.01):
            clock.pass_days(91)
            async with asyncio.timeout(10):
                while b"een opmerking" in (tmp_path / FILE).read_bytes():
                    await asyncio.sleep(0.01)

    asyncio.run(run())


def test_a_damaged_file_stops_nothing_and_is_told_once(
    store: FeedbackStore, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).write_bytes(b"geen database " * 100)

    async def run() -> str:
        async with letting_go(store):
            return "draait"

    with caplog.at_level(logging.WARNING):
        assert asyncio.run(run()) == "draait"
    assert ["niet bruikbaar" in record.message for record in caplog.records] == [True]
