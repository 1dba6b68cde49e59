"""An answer read in a thread of its own: whole, stopped at any moment, and always closed."""

from __future__ import annotations

import threading
from collections.abc import Generator

import pytest

from assistant.answers import Event, StepDone
from ui.chat_reading import read_apart

_PATIENCE = 10  # seconds, far more than anything here takes


class _Slow:
    """Gives one event at once, and the next when it is let go; tells that it was closed."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.closed = threading.Event()
        self.given = 0

    def __call__(self) -> Generator[Event]:
        try:
            while True:
                self.given += 1
                yield _step(self.given)
                assert self.go_on.wait(_PATIENCE)
        finally:
            self.closed.set()


def _step(number: int) -> StepDone:
    return StepDone(name=f"step {number}", milliseconds=1)


def _steps(*numbers: int) -> Generator[Event]:
    yield from map(_step, numbers)


def _broken() -> Generator[Event]:
    yield _step(1)
    raise RuntimeError("the index is gone")


def test_what_is_read_comes_whole_and_in_order() -> None:
    seen = list(read_apart(lambda: _steps(1, 2, 3), threading.Event()))
    assert seen == [_step(1), _step(2), _step(3)]


def test_what_breaks_is_raised_to_whoever_reads() -> None:
    events = read_apart(_broken, threading.Event())
    assert next(events) == _step(1)
    with pytest.raises(RuntimeError, match="the index is gone"):
        next(events)


def test_stopping_waits_for_nobody_and_closes_what_is_read() -> None:
    slow, stop = _Slow(), threading.Event()
    events = read_apart(slow, stop)
    next(events)
    stop.set()
    assert list(events) == []  # although the next event has not come
    assert not slow.closed.is_set()
    slow.go_on.set()
    assert slow.closed.wait(_PATIENCE)
    assert slow.given == 2


def test_who_leaves_closes_what_is_read() -> None:
    slow = _Slow()
    events = read_apart(slow, threading.Event())
    next(events)
    events.close()
    slow.go_on.set()
    assert slow.closed.wait(_PATIENCE)
    assert slow.given == 2
