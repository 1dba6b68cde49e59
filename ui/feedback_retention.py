"""Lets go of feedback in time, also when nobody sends any: at the start, and then every hour."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from indexer.errors import AppError
from ui.feedback_store import FeedbackStore

logger = logging.getLogger(__name__)

_HOUR = 3_600.0


@asynccontextmanager
async def letting_go(store: FeedbackStore, *, every: float = _HOUR) -> AsyncIterator[None]:
    """Delete what is too old, now and every so many seconds, for as long as the context lasts."""
    await _expire(store)
    task = asyncio.create_task(_keep_expiring(store, every))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _keep_expiring(store: FeedbackStore, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        await _expire(store)


async def _expire(store: FeedbackStore) -> None:
    try:
        gone = await asyncio.to_thread(store.expire)
    except (AppError, OSError) as error:
        # Questions are answered all the same; whoever sends feedback hears of it too.
        logger.warning("Oude reacties konden niet worden verwijderd: %s", error)
        return
    if gone:
        logger.info("%d reacties waren oud genoeg en zijn verwijderd.", gone)
