"""One request at a time per host, with a pause between: we are a guest there."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock


@dataclass(slots=True)
class _Host:
    lock: Lock = field(default_factory=Lock)
    last: float | None = None
    """When the last request to this host ended."""


class Turns:
    """Hands out turns per host; threads that share it never ask one host at the same time."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take where the time comes from and how to wait."""
        self._clock, self._sleep = clock, sleep
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._lock = Lock()

    @contextmanager
    def turn(self, host: str, pause: float) -> Iterator[None]:
        """Wait until the host is ours, and `pause` seconds have passed since it was last asked."""
        with self._lock:
            state = self._hosts[host]
        with state.lock:
            if state.last is not None and (rest := state.last + pause - self._clock()) > 0:
                self._sleep(rest)
            try:
                yield
            finally:
                state.last = self._clock()
