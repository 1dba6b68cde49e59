"""Read a language model with patience that ends: retries with back-off, and a time limit.

The model is read in a thread of its own, since a server that hangs must not hang the answer. An
attempt that failed before its first piece is made again; one that failed later is not, because
what came has been used.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, Queue
from typing import TypeVar

from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter
from tenacity.nap import sleep_using_event

Piece = TypeVar("Piece")

_ATTEMPTS = 3
_FIRST_PAUSE = 0.2  # seconds; doubles with each attempt
_LONGEST_PAUSE = 4.0
_MAY_PASS = (408, 409, 425, 429)
"""HTTP statuses of the 400s after which asking again can help."""


def read_within(
    attempt: Callable[[], Iterable[Piece]], seconds: float, clock: Callable[[], float]
) -> Iterator[Piece]:
    """Yield what an attempt gives, for so many seconds at most, trying again while nothing came.

    Raises:
        TimeoutError: the time is up.
        Exception: what the last attempt raised.
    """
    pieces: Queue[tuple[Piece | None, Exception | None]] = Queue()
    stopped = threading.Event()
    deadline = clock() + seconds
    reading = threading.Thread(
        target=_read, args=(attempt, pieces, stopped), name="chat-model", daemon=True
    )
    reading.start()
    try:
        while (piece := _next(pieces, deadline - clock())) is not None:
            yield piece
    finally:
        stopped.set()


def status_of(error: BaseException) -> int | None:
    """Return the HTTP status that a provider's error carries, if any."""
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) else None


def _read(
    attempt: Callable[[], Iterable[Piece]],
    pieces: Queue[tuple[Piece | None, Exception | None]],
    stopped: threading.Event,
) -> None:
    begun = False

    def worth_another(error: BaseException) -> bool:
        status = status_of(error)
        passing = status is None or status >= 500 or status in _MAY_PASS
        return isinstance(error, Exception) and passing and not begun and not stopped.is_set()

    def once() -> None:
        nonlocal begun
        if stopped.is_set():  # it was while we paused
            return
        for piece in attempt():
            if stopped.is_set():
                return
            begun = True
            pieces.put((piece, None))

    tries = Retrying(
        stop=stop_after_attempt(_ATTEMPTS),
        wait=wait_exponential_jitter(
            multiplier=_FIRST_PAUSE, max=_LONGEST_PAUSE, jitter=_FIRST_PAUSE
        ),
        retry=retry_if_exception(worth_another),
        sleep=sleep_using_event(stopped),
        reraise=True,
    )
    try:
        tries(once)
        pieces.put((None, None))
    except Exception as error:  # noqa: BLE001  # told to the reader of the queue
        # Each provider raises its own kinds; whatever it is, there is no draft.
        pieces.put((None, error))


def _next(pieces: Queue[tuple[Piece | None, Exception | None]], seconds: float) -> Piece | None:
    try:
        piece, error = pieces.get(timeout=max(0.0, seconds))
    except Empty:
        raise TimeoutError from None
    if error is not None:
        raise error
    return piece
