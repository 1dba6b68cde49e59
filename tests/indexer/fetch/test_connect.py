from __future__ import annotations

import socket
import time
from pathlib import Path
from typing import Any

import httpcore2
import pytest

from indexer.errors import SourceRefused
from indexer.fetch.connect import Deadline, GuardedBackend
from indexer.fetch.errors import SourceUnreachable
from indexer.fetch.guard import Guard
from tests.indexer.fetch.web import Names, Web


class Connections:
    """Stands in for the operating system: hears where we would connect to, and refuses."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: list[Any] = []
        monkeypatch.setattr(socket, "create_connection", self._refuse)

    def _refuse(self, address: Any, *_: Any, **__: Any) -> socket.socket:
        self.made.append(address)
        raise ConnectionRefusedError


def backend(names: Names, **options: Any) -> GuardedBackend:
    return GuardedBackend(Guard(resolve=names, **options), Deadline("x", 5), "http://bron.test/")


def test_we_connect_to_the_address_that_was_checked_and_look_up_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connections = Connections(monkeypatch)
    names = Names({"bron.test": [["8.8.8.8"], ["127.0.0.1"]]})  # changes its mind
    with pytest.raises(httpcore2.ConnectError):
        backend(names).connect_tcp("bron.test", 80, 1.0)
    assert connections.made == [("8.8.8.8", 80)]
    assert names.asked == ["bron.test"]


def test_a_private_address_is_refused_before_any_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connections = Connections(monkeypatch)
    names = Names({"bron.test": [["8.8.8.8", "169.254.169.254"]]})
    with pytest.raises(SourceRefused, match=r"http://bron.test/.*169\.254\.169\.254"):
        backend(names).connect_tcp("bron.test", 80, 1.0)
    assert connections.made == []


def test_the_next_address_is_tried_when_one_does_not_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connections = Connections(monkeypatch)
    names = Names({"bron.test": [["8.8.8.8", "8.8.4.4"]]})
    with pytest.raises(httpcore2.ConnectError):
        backend(names).connect_tcp("bron.test", 443, 1.0)
    assert connections.made == [("8.8.8.8", 443), ("8.8.4.4", 443)]


def test_no_socket_of_this_machine_is_opened(tmp_path: Path) -> None:
    with pytest.raises(httpcore2.ConnectError):
        backend(Names({})).connect_unix_socket(str(tmp_path / "x"))


def test_a_step_gets_what_is_left_of_the_time_and_then_none() -> None:
    now = 0.0
    deadline = Deadline("x", 10, lambda: now)
    with deadline.within(3) as seconds:
        assert seconds == 3
    now = 8.0
    with deadline.within(3) as seconds:
        assert seconds == 2
    with deadline.within(None) as seconds:
        assert seconds == 2
    with pytest.raises(httpcore2.ReadTimeout), deadline.within(1):
        raise httpcore2.ReadTimeout
    now = 10.0
    with pytest.raises(SourceUnreachable, match="langer dan 10 seconden"), deadline.within(3):
        pytest.fail("there is no time for this")


def test_a_time_out_at_the_end_of_the_time_is_the_end() -> None:
    moments = iter((0.0, 9.0, 10.0))
    deadline = Deadline("x", 10, lambda: next(moments))
    with pytest.raises(SourceUnreachable), deadline.within(30):
        raise httpcore2.ReadTimeout


def test_a_connection_is_read_until_the_time_is_up(web: Web) -> None:
    names = Names({"bron.test": [["127.0.0.1"]]})
    guard = Guard(resolve=names, allow_private=True)
    begun = time.monotonic()
    stream = GuardedBackend(guard, Deadline("x", 0.3), "x").connect_tcp("bron.test", web.port, 5)
    with pytest.raises(SourceUnreachable):
        stream.read(1, 60)  # the server waits for a request that never comes
    stream.close()
    assert 0.2 < time.monotonic() - begun < 5
