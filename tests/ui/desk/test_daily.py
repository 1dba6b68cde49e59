from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.desk.errors import CaseErased
from assistant.desk.found import found_of
from assistant.desk.nouns import Actor, HandOver
from indexer.settings import IndexSettings
from tests.assistant.desk.case_parts import ASKED
from tests.ui.desk.open_desk import desk_and_live
from ui.desk.daily import keep_house, keeping_house

ADMIN = Actor(name="Anna", role="admin")
LATER = datetime.now(UTC) + timedelta(days=800)


def test_a_case_past_its_time_is_erased_once_a_day(
    small_settings: IndexSettings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with desk_and_live(small_settings, tmp_path) as (desk, live):
        with live.using() as assistant:
            found = found_of(assistant.invoke(ASKED))
        handed = HandOver(question=ASKED)
        number = desk.cases.hand_over(handed, found, topic="x", impact=1).case_id
        keep_house(desk, live, datetime.now(UTC))
        assert desk.cases.get(ADMIN, number).row.id == number
        with caplog.at_level(logging.INFO):
            keep_house(desk, live, LATER)
        with pytest.raises(CaseErased):
            desk.cases.get(ADMIN, number)
    assert "Van 1 zaken" in caplog.text


def test_it_is_done_again_and_again_until_the_end(
    small_settings: IndexSettings, tmp_path: Path
) -> None:
    with desk_and_live(small_settings, tmp_path) as (desk, live):
        looked: list[datetime] = []

        def clock() -> datetime:
            looked.append(datetime.now(UTC))
            return looked[-1]

        async def run() -> None:
            async with keeping_house(desk, live, every=0.01, clock=clock):
                while len(looked) < 3:
                    await asyncio.sleep(0.01)

        asyncio.run(run())
    assert len(looked) >= 3


def test_without_its_database_the_house_waits(
    small_settings: IndexSettings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with desk_and_live(small_settings, tmp_path) as (desk, live):
        (tmp_path / "desk" / "desk.sqlite3").unlink()
        with caplog.at_level(logging.WARNING):
            keep_house(desk, live, LATER)
    assert "niet gedaan" in caplog.text
