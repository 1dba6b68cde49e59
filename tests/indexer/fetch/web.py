"""A small web of our own on 127.0.0.1: servers whose every page is a function of the test."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from indexer.fetch.rules import FetchRules

AGENT = "Loketwijzer/0.1 (+https://voorbeeld.test/robot)"


@dataclass(slots=True)
class Hit:
    """A request as the server saw it; times are of `time.monotonic`."""

    path: str
    headers: dict[str, str]
    begun: float
    ended: float = 0.0


class Visit(BaseHTTPRequestHandler):
    """One request that a page answers."""

    protocol_version = "HTTP/1.1"
    web: Web

    def do_GET(self) -> None:
        self.close_connection = True
        headers = {name.lower(): value for name, value in self.headers.items()}
        hit = Hit(self.path, headers, time.monotonic())
        self.web.hits.append(hit)
        try:
            self.web.pages.get(self.path, page(b"niets", status=404))(self)
        except OSError:
            pass  # the client went away, as it should
        finally:
            hit.ended = time.monotonic()

    def answer(self, body: bytes, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        if status not in (204, 304) and "Transfer-Encoding" not in headers:
            headers = {"Content-Length": str(len(body)), **headers}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, data: bytes, seconds: float) -> None:
        """Send byte by byte until the test is over."""
        for number in range(len(data)):
            if self.web.closing.wait(seconds):
                return
            self.wfile.write(data[number : number + 1])
            self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


Page = Callable[[Visit], None]


@dataclass(slots=True)
class Web:
    """A running server; put pages in `pages` and read what was asked from `hits`."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    """Which names were asked for in TLS (SNI)."""
    closing: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def asked(self, path: str) -> list[Hit]:
        return [hit for hit in self.hits if hit.path == path]

    def rules(self, **changes: Any) -> FetchRules:
        """Return quick rules that let this server through and nothing else that is private."""
        quick: dict[str, Any] = {
            "user_agent": AGENT,
            "allowed": frozenset({("127.0.0.1", self.port)}),
            "most_bytes": 100_000,
            "seconds_connect": 10.0,
            "seconds_read": 10.0,
            "seconds_total": 20.0,
            "pause_seconds": 0.0,
            "retries": 2,
        }
        return FetchRules(**(quick | changes))


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients break off on purpose here."""


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Web]:
    """Run a server in a thread until the end of the `with`."""
    visit = type("BoundVisit", (Visit,), {})
    server = _Server(("127.0.0.1", 0), visit)
    web = visit.web = Web(port=server.server_address[1])  # type: ignore[attr-defined]
    if tls is not None:

        def remember(_sock: ssl.SSLSocket, name: str | None, _context: ssl.SSLContext) -> None:
            web.names.append(name)

        tls.sni_callback = remember  # type: ignore[assignment]
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield web
    finally:
        web.closing.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


def page(body: bytes, *, status: int = 200, **headers: str) -> Page:
    """Return a page that always answers this; header names with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda visit: visit.answer(body, status, dict(named))


def sends_on(to: str, status: int = 302) -> Page:
    """Return a page that redirects."""
    return page(b"", status=status, Location=to)


def raw(data: bytes) -> Page:
    """Return a page that sends these bytes, headers and all, and breaks off."""

    def send(visit: Visit) -> None:
        visit.wfile.write(data)

    return send


def in_turn(*pages: Page) -> Page:
    """Return a page that answers as the next of these, and stays with the last."""
    rest = list(pages)

    def send(visit: Visit) -> None:
        (rest.pop(0) if len(rest) > 1 else rest[0])(visit)

    return send


@dataclass(slots=True)
class Names:
    """A resolver that knows a few names and counts how often each is looked up."""

    known: dict[str, list[list[str]]]
    """Per name the answers, one after the other; the last one stays."""
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, port: int, **_: Any) -> list[tuple[Any, ...]]:
        self.asked.append(host)
        if host not in self.known:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        answers = self.known[host]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in answer]
