"""What the desk does by itself: once a day it lets go of what is too old and looks what is stale.

Every worker of a server tries each hour; the database sees to it that one of them does the purge.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from assistant.desk.assemble import Desk
from assistant.desk.retention import purge_daily
from indexer.errors import AppError
from ui.live import LiveAssistant

logger = logging.getLogger(__name__)

_HOUR = 3_600.0


@asynccontextmanager
async def keeping_house(
    desk: Desk,
    live: LiveAssistant,
    *,
    every: float = _HOUR,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> AsyncIterator[None]:
    """Do it now, and every so many seconds, for as long as the context lasts."""

    async def keep() -> None:
        while True:
            await asyncio.to_thread(keep_house, desk, live, clock())
            await asyncio.sleep(every)

    task = asyncio.create_task(keep())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def keep_house(desk: Desk, live: LiveAssistant, now: datetime) -> None:
    """Purge what is too old, once a day, and review the verified answers."""
    try:
        gone = purge_daily(desk.database, desk.settings, now)
        if gone and (gone.cases or gone.sessions):
            logger.info(
                "Van %d zaken is de inhoud gewist; %d sessies zijn verwijderd.",
                gone.cases,
                gone.sessions,
            )
        with live.using() as assistant:
            stale = desk.library.review(assistant.index, now.date())
        if stale:
            logger.info("%d goedgekeurde antwoorden moeten opnieuw worden bekeken.", stale)
    except AppError as error:
        # Questions are answered all the same; the next hour tries again.
        logger.warning("Het dagelijkse werk van het loket is niet gedaan: %s", error)
