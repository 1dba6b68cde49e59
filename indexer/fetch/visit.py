"""Visiting an address as a guest should: by robots.txt, in turn, patiently, with care for detours.

An address sends us on, to a host with rules of its own; so every step of the way goes through the
guard, robots.txt and the host's turn again.
"""

from __future__ import annotations

import io
import socket
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import BinaryIO

import httpx2
import tenacity

from indexer.errors import SourceRefused
from indexer.fetch.errors import SourceUnreachable
from indexer.fetch.exchange import Exchange, Reply
from indexer.fetch.guard import Guard, Resolve, shown
from indexer.fetch.polite import Turns
from indexer.fetch.robots import EVERYTHING, Robots, parse
from indexer.fetch.rules import MEGABYTE, FetchRules

_ROBOTS_BYTES = MEGABYTE // 2  # RFC 9309, section 2.5: read at least 500 KiB
_REDIRECTS = (301, 302, 303, 307, 308)
_BACK_OFF = tenacity.wait_exponential_jitter(initial=1, max=20)  # seconds
_USE_THE_END = "Gebruik het adres waarop het document in een browser uitkomt."


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a chain of redirects ended, and what was there."""

    url: httpx2.URL
    reply: Reply


class Visitor:
    """Asks websites for what they have; threads may share it."""

    def __init__(
        self,
        rules: FetchRules,
        *,
        resolve: Resolve = socket.getaddrinfo,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the rules, who looks names up and how time passes.

        Raises:
            OSError: the file with certificate authorities cannot be read.
        """
        self._rules, self._sleep = rules, sleep
        self._guard = Guard(
            allow_private=rules.allow_private, allowed=rules.allowed, resolve=resolve
        )
        self._exchange = Exchange(rules, self._guard, clock=clock)
        self._turns = Turns(clock=clock, sleep=sleep)
        self._robots: dict[str, Robots] = {}
        self._robots_locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._lock = Lock()

    def visit(self, url: str, sink: BinaryIO, headers: Mapping[str, str]) -> Arrival:
        """Ask for an address, go where it sends us, and write a body that comes with 200.

        Raises:
            SourceRefused: we may not ask there, or what is there is too large.
            SourceUnreachable: the server does not answer as it should now.
        """
        here = self._guard.check(url)
        for _ in range(self._rules.redirects + 1):
            robots = self._robots_of(here) if self._rules.respect_robots else EVERYTHING
            if not robots.allows(here.raw_path.decode("ascii")):
                raise SourceRefused(
                    shown(str(here)),
                    "De website vraagt robots (in robots.txt) om dit adres niet op te halen.",
                    "Haal het bestand zelf op en voeg het als bestand toe.",
                )
            pause = max(self._rules.pause_seconds, robots.delay)
            reply = self._ask(here, sink, self._rules.most_bytes, headers, pause)
            if not _leads_on(reply):
                return Arrival(here, reply)
            here = self._onward(here, reply)
        raise self._too_far(url)

    def _ask(
        self, url: httpx2.URL, sink: BinaryIO, most: int, headers: Mapping[str, str], pause: float
    ) -> Reply:
        """Ask in our turn; ask again when that may help, and wait for that out of our turn."""

        def once() -> Reply:
            with self._turns.turn(url.host, pause):
                return self._exchange.get(url, sink, most=most, headers=headers)

        retrying = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(self._rules.retries + 1),
            wait=_wait,
            retry=tenacity.retry_if_exception(_may_pass),
            sleep=self._sleep,
            reraise=True,
        )
        return retrying(once)

    def _onward(self, here: httpx2.URL, reply: Reply) -> httpx2.URL:
        """Return where a redirect leads, if we may go there."""
        try:
            there = self._guard.check(str(here.join(reply.headers["location"])))
        except (httpx2.InvalidURL, UnicodeError, ValueError) as error:
            raise _astray(here, "een ongeldig webadres.") from error
        except SourceRefused as error:
            raise _astray(here, f"{error.name}. {error.reason}") from error
        if here.scheme == "https" and there.scheme == "http":
            raise _astray(here, f"{shown(str(there))}, zonder beveiliging (http).")
        return there

    def _robots_of(self, url: httpx2.URL) -> Robots:
        """Return what the website allows us; it is asked once."""
        site = url.copy_with(path="/robots.txt", query=None)
        with self._lock:
            lock = self._robots_locks[str(site)]
        with lock:
            if str(site) not in self._robots:
                self._robots[str(site)] = self._fetch_robots(site, shown(str(url)))
            return self._robots[str(site)]

    def _fetch_robots(self, here: httpx2.URL, name: str) -> Robots:
        """Ask for the rules: no file is no rules, no answer is no permission (RFC 9309, 2.3.1)."""
        text = io.BytesIO()
        try:
            for _ in range(self._rules.redirects + 1):
                reply = self._ask(here, text, _ROBOTS_BYTES, {}, self._rules.pause_seconds)
                if not _leads_on(reply):
                    break
                here = self._onward(here, reply)
            else:
                return EVERYTHING
        except SourceUnreachable as error:
            reason = f"{error.reason} Zonder robots.txt weten we niet wat de website toestaat."
            raise SourceUnreachable(name, reason, error.advice) from error
        except SourceRefused as error:
            raise SourceRefused(name, error.reason, error.advice) from error
        if reply.status != 200:
            return EVERYTHING
        agent = self._rules.user_agent.partition("/")[0]
        return parse(text.getvalue().decode("utf-8", errors="replace"), agent)

    def _too_far(self, url: str) -> SourceRefused:
        reason = f"Het adres verwijst meer dan {self._rules.redirects} keer door."
        return SourceRefused(shown(url), reason, _USE_THE_END)


def _leads_on(reply: Reply) -> bool:
    return reply.status in _REDIRECTS and "location" in reply.headers


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, SourceUnreachable) and error.again


def _wait(state: tenacity.RetryCallState) -> float:
    """Return how long to wait: what the server asks, or ever longer with some chance in it."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, SourceUnreachable) and error.wait is not None:
        return error.wait
    return float(_BACK_OFF(state))


def _astray(here: httpx2.URL, where: str) -> SourceRefused:
    return SourceRefused(shown(str(here)), f"Dit adres verwijst door naar {where}", _USE_THE_END)
