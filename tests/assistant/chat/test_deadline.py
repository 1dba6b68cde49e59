from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from assistant.chat.deadline import read_within


class Answers(Exception):
    def __init__(self, status_code: int) -> None:
        super().__init__(str(status_code))
        self.status_code = status_code


class Server:
    """Fails as told, then streams."""

    def __init__(self, *failures: Exception | None, after: int = 0) -> None:
        self.failures = list(failures)
        self.after = after
        self.asked: list[float] = []

    def __call__(self) -> Iterator[str]:
        self.asked.append(time.monotonic())
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            yield from ["een"] * self.after
            raise failure
        yield from ("een", "twee")


def read(server: Server, seconds: float = 10.0) -> list[str]:
    return list(read_within(server, seconds, time.monotonic))


@pytest.mark.parametrize("failure", [ConnectionError(), Answers(503), Answers(429), Answers(500)])
def test_what_may_pass_is_tried_again_with_longer_pauses(failure: Exception) -> None:
    server = Server(failure, failure)
    assert read(server) == ["een", "twee"]
    first, second, third = server.asked
    assert second - first >= 0.19
    assert third - second >= 0.39


def test_three_attempts_are_all() -> None:
    server = Server(*[ConnectionError("weg")] * 9)
    with pytest.raises(ConnectionError):
        read(server)
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_what_will_not_pass_is_not_tried_again(status: int) -> None:
    server = Server(Answers(status))
    with pytest.raises(Answers):
        read(server)
    assert len(server.asked) == 1


def test_what_began_is_not_begun_again() -> None:
    server = Server(ConnectionError("weg"), after=1)
    with pytest.raises(ConnectionError):
        read(server)
    assert len(server.asked) == 1


def test_the_time_limit_holds_for_all_attempts_together() -> None:
    server = Server(*[ConnectionError("weg")] * 9)
    started = time.monotonic()
    with pytest.raises(TimeoutError):
        read(server, seconds=0.3)
    assert time.monotonic() - started < 1.0
    time.sleep(0.8)
    assert len(server.asked) <= 2  # nobody listens: no further attempt
