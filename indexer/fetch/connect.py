"""Connecting: to an address that the guard let through, and never beyond the time limit.

httpcore2 asks its backend for every connection, and ours looks the name up through the guard and
connects to what came back. TLS is above this, so it still checks the certificate against the name
in the web address. We build the transport ourselves because httpx2's takes no backend.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, cast

import httpcore2
import httpx2

from indexer.fetch.errors import SourceUnreachable
from indexer.fetch.guard import Guard


class Deadline:
    """The moment by which a request must be done, whatever the server still sends."""

    def __init__(
        self, name: str, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Start counting; the name is the web address, for the error."""
        self._name, self._seconds, self._clock = name, seconds, clock
        self._end = clock() + seconds

    @contextmanager
    def within(self, timeout: float | None) -> Iterator[float]:
        """Give the seconds that the next step may take.

        Raises:
            SourceUnreachable: the time is up, before or during the step.
        """
        left = self._end - self._clock()
        if left <= 0:
            raise self._late()
        try:
            yield left if timeout is None else min(timeout, left)
        except httpcore2.TimeoutException as error:
            if self._clock() >= self._end:
                raise self._late() from error
            raise

    def _late(self) -> SourceUnreachable:
        return SourceUnreachable(
            self._name,
            f"Het ophalen duurde langer dan {self._seconds:g} seconden.",
            "Probeer het later opnieuw of voeg het document als bestand toe.",
        )


class _TimedStream(httpcore2.NetworkStream):
    """A connection of which each step ends by the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with self._deadline.within(timeout) as seconds:
            return self._stream.read(max_bytes, seconds)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with self._deadline.within(timeout) as seconds:
            self._stream.write(buffer, seconds)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        with self._deadline.within(timeout) as seconds:
            stream = self._stream.start_tls(ssl_context, server_hostname, seconds)
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore2.NetworkBackend):
    """Opens connections to hosts that the guard lets through, for one web address."""

    def __init__(self, guard: Guard, deadline: Deadline, name: str) -> None:
        """Take the guard, the time limit and the web address, for the errors."""
        self._guard, self._deadline, self._name = guard, deadline, name
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of the host that answers.

        Raises:
            SourceRefused: the host may not be reached.
            SourceUnreachable: the name cannot be looked up, or the time is up.
            httpcore2.ConnectError: no address answers.
            httpcore2.ConnectTimeout: the last address does not answer in time.
        """
        failure: Exception = httpcore2.ConnectError("no address")
        for address in self._guard.addresses(host, port, name=self._name):
            try:
                with self._deadline.within(timeout) as seconds:
                    stream = self._plain.connect_tcp(
                        address, port, seconds, local_address, socket_options
                    )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failure

    def connect_unix_socket(self, *_args: Any, **_options: Any) -> httpcore2.NetworkStream:
        """Refuse: a web address never leads to a socket of this machine."""
        raise httpcore2.ConnectError("no unix sockets")


class _Body(httpx2.SyncByteStream):
    """The body as httpcore2 streams it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()


class GuardedTransport(httpx2.BaseTransport):
    """What httpx2 sends its requests through: no proxy, no second try, no other way out."""

    def __init__(self, backend: GuardedBackend, trust: ssl.SSLContext) -> None:
        """Take who connects and which certificates are trusted."""
        self._pool = httpcore2.ConnectionPool(
            ssl_context=trust, network_backend=backend, max_connections=1
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request and return the answer, of which the body is still to be read.

        Raises:
            httpcore2.TimeoutException: a step takes too long.
            httpcore2.NetworkError: the connection fails.
            httpcore2.ProtocolError: the server does not speak HTTP as it should.
        """
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=cast("Iterable[bytes]", request.stream),
                extensions=request.extensions,
            )
        )
        return httpx2.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()
