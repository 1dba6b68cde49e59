"""One sending makes one case, also when two requests come together."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.desk.errors import DeskUnavailable
from assistant.desk.nouns import Receipt
from ui.desk.handover_once import OnceOnly


class _Desk:
    def __init__(self) -> None:
        self.made = 0
        self.lock = threading.Lock()

    def send(self) -> Receipt:
        time.sleep(0.01)  # long enough for the others to arrive
        with self.lock:
            self.made += 1
            return Receipt(case_id=self.made, reference=str(self.made))


def test_the_same_at_the_same_time_is_sent_once() -> None:
    once, desk = OnceOnly(), _Desk()
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(lambda _: once.receipt("a", desk.send), range(8)))
    assert desk.made == 1
    assert set(receipts) == {Receipt(case_id=1, reference="1")}


def test_something_else_is_sent_too() -> None:
    once, desk = OnceOnly(), _Desk()
    assert once.receipt("a", desk.send) != once.receipt("b", desk.send)


def test_what_failed_can_be_sent_again() -> None:
    once, desk = OnceOnly(), _Desk()

    def fail() -> Receipt:
        raise DeskUnavailable("weg")

    with pytest.raises(DeskUnavailable):
        once.receipt("a", fail)
    assert once.receipt("a", desk.send).case_id == 1


def test_it_does_not_grow_for_ever() -> None:
    once, desk = OnceOnly(), _Desk()
    desk.send = lambda: Receipt(case_id=0, reference="")  # type: ignore[method-assign]
    for number in range(1_200):
        once.receipt(str(number), desk.send)
    assert len(once) == 1_000
