"""One preview makes one case, however often its button is pressed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from assistant.desk.nouns import Receipt

_MOST = 1_000


class _Sending:
    """A sending that may be under way; whoever sends the same waits for it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.receipt: Receipt | None = None


class OnceOnly:
    """Remembers the receipts of the last sendings, in memory only."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lock = threading.Lock()
        self._sendings: OrderedDict[str, _Sending] = OrderedDict()

    def __len__(self) -> int:
        """How many sendings it remembers."""
        return len(self._sendings)

    def receipt(self, key: str, send: Callable[[], Receipt]) -> Receipt:
        """Send, unless the same was sent before; a sending that failed can be tried again.

        Args:
            key: says what is sent, and from which preview.
            send: makes the case; its errors reach the caller.
        """
        with self._lock:
            sending = self._sendings.setdefault(key, _Sending())
            self._sendings.move_to_end(key)
            while len(self._sendings) > _MOST:
                self._sendings.popitem(last=False)
        with sending.lock:
            if sending.receipt is None:
                sending.receipt = send()
            return sending.receipt
