from __future__ import annotations

import threading
import time

import pytest

from indexer.fetch.polite import Turns


class Time:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 100.0, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_the_second_request_to_a_host_waits_and_one_to_another_host_does_not() -> None:
    fake = Time()
    turns = Turns(clock=lambda: fake.now, sleep=fake.sleep)
    with turns.turn("a", 3):
        fake.now += 10  # the pause begins when the request has ended
    with turns.turn("b", 3):
        pass
    fake.now += 1
    with turns.turn("a", 3):
        pass
    assert fake.slept == [2.0]


def test_a_request_that_fails_gives_its_turn_back_and_counts() -> None:
    fake = Time()
    turns = Turns(clock=lambda: fake.now, sleep=fake.sleep)
    with pytest.raises(KeyboardInterrupt), turns.turn("a", 3):
        raise KeyboardInterrupt
    with turns.turn("a", 3):
        pass
    assert fake.slept == [3.0]


def test_threads_never_have_one_host_together() -> None:
    turns = Turns()
    inside, most = 0, 0

    def work() -> None:
        nonlocal inside, most
        for _ in range(5):
            with turns.turn("a", 0.001):
                inside += 1
                most = max(most, inside)
                time.sleep(0.002)
                inside -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert most == 1
