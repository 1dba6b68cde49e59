"""Read an answer in a thread of its own, so that a visitor can stop it at any moment.

A language model may take seconds for a sentence. Who waits for it in the thread that serves the
visitor cannot be stopped; and Gradio's own way to cancel waits for that thread too, while it holds
a lock that all visitors share.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from queue import Empty, Queue

from assistant.answers import Event

_PLACES = threading.BoundedSemaphore(32)
"""Answers that may be read at the same time; one that was stopped is read on for a moment."""
_LOOK = 0.1
"""Seconds between two looks at whether the visitor has stopped the answer."""


def read_apart(read: Callable[[], Generator[Event]], stop: threading.Event) -> Generator[Event]:
    """Yield what is read until there is no more, `stop` is set, or this generator is closed.

    What is read is closed in its own thread, as soon as it gives its next event.

    Raises:
        Exception: what reading raised.
    """
    found: Queue[Event | Exception | None] = Queue()
    left = threading.Event()
    while not _PLACES.acquire(timeout=_LOOK):
        if stop.is_set():
            return
    threading.Thread(target=_read, args=(read, found, left), name="chat", daemon=True).start()
    try:
        yield from _until(found, stop)
    finally:
        left.set()


def _until(found: Queue[Event | Exception | None], stop: threading.Event) -> Iterator[Event]:
    while not stop.is_set():
        try:
            event = found.get(timeout=_LOOK)
        except Empty:
            continue
        if event is None:
            return
        if isinstance(event, Exception):
            raise event
        yield event


def _read(
    read: Callable[[], Generator[Event]],
    found: Queue[Event | Exception | None],
    left: threading.Event,
) -> None:
    try:
        with closing(read()) as events:
            for event in events:
                if left.is_set():
                    return
                found.put(event)
        found.put(None)
    except Exception as error:  # noqa: BLE001  # raised again where the answer is shown
        found.put(error)
    finally:
        _PLACES.release()
