"""What one client may ask of us: a body of limited size, and so many answers a minute.

Both are plain ASGI, before anything of the request is parsed. The window moves: thirty answers in
any sixty seconds, not thirty per clock minute.
"""

from __future__ import annotations

import math
import time
from collections.abc import Collection

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.problem_responses import problem_response
from ui.problems import STATUSES


class BodyLimit:
    """Refuses a body that is too large, whether it says its size or comes in pieces.

    The body is read here, so that what follows never sees half of one; the limit bounds the memory.
    """

    def __init__(self, app: ASGIApp, *, most_bytes: int) -> None:
        """Wrap an application."""
        self._app = app
        self._most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its body, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "0")
        if declared.isdecimal() and int(declared) > self._most_bytes:
            await self._refuse(scope, receive, send)
            return
        body = bytearray()
        more = True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                return  # the client has gone before the end of its own request
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > self._most_bytes:
                await self._refuse(scope, receive, send)
                return
        waiting: list[Message] = [{"type": "http.request", "body": bytes(body)}]

        async def receive_again() -> Message:
            return waiting.pop() if waiting else await receive()

        await self._app(scope, receive_again, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        detail = f"Een aanvraag mag hoogstens {self._most_bytes // 1024} KB groot zijn."
        response = problem_response(STATUSES[413], detail, headers={"Connection": "close"})
        await response(scope, receive, send)


class AnswerRate:
    """Counts the answers that each address gets in a moving minute."""

    def __init__(self, per_minute: int) -> None:
        """Allow so many answers a minute to each address."""
        self._limit = RateLimitItemPerMinute(per_minute)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def seconds_to_wait(self, address: str) -> int:
        """Count one answer for an address; when it has had too many, return how long to wait."""
        if self._limiter.hit(self._limit, address):
            return 0
        reset = self._limiter.get_window_stats(self._limit, address).reset_time
        return max(1, math.ceil(reset - time.time()))


class RateLimit:
    """Refuses questions that come too fast."""

    def __init__(self, app: ASGIApp, *, rate: AnswerRate, paths: Collection[str]) -> None:
        """Wrap an application; only POST requests to these paths count."""
        self._app = app
        self._rate = rate
        self._paths = frozenset(paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it with the time to wait."""
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] not in self._paths:
            await self._app(scope, receive, send)
            return
        client = scope.get("client")
        wait = self._rate.seconds_to_wait(client[0] if client else "unknown")
        if not wait:
            await self._app(scope, receive, send)
            return
        detail = f"U kunt over {wait} seconden weer een vraag stellen."
        response = problem_response(STATUSES[429], detail, headers={"Retry-After": str(wait)})
        await response(scope, receive, send)
