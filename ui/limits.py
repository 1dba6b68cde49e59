"""What one client may ask of us: a body of limited size, and so many answers a minute.

Both are plain ASGI, before anything of the request is parsed. The window moves: thirty answers in
any sixty seconds, not thirty per clock minute.
"""

from __future__ import annotations

import math
import time
from collections.abc import Collection
from dataclasses import dataclass

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.problem_responses import problem_response
from ui.problems import STATUSES

_MEGABYTE = 1024 * 1024
_AROUND_A_FILE = 65_536  # bytes that the fields and seams of a form may take besides the file


@dataclass(frozen=True, slots=True)
class Uploads:
    """Where documents are sent to, and how large they may be."""

    path: str
    megabytes: int

    @property
    def most_bytes(self) -> int:
        """The largest body."""
        return self.megabytes * _MEGABYTE + _AROUND_A_FILE

    @property
    def told(self) -> str:
        """What somebody reads who sends more."""
        return f"Een document mag hoogstens {self.megabytes} MB groot zijn."

    def covers(self, scope: Scope) -> bool:
        """True for a request that brings a document."""
        return scope.get("method") == "POST" and scope.get("path") == self.path


class BodyLimit:
    """Refuses a body that is too large, whether it says its size or comes in pieces.

    The body is read here, so that what follows never sees half of one; the limit bounds the memory.
    Only documents are too large for that: those are counted while they pass.
    """

    def __init__(self, app: ASGIApp, *, most_bytes: int, uploads: Uploads | None = None) -> None:
        """Wrap an application; `uploads` says where larger bodies may be sent."""
        self._app = app
        self._most_bytes = most_bytes
        self._uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its body, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if self._uploads and self._uploads.covers(scope):
            await self._pass_counted(scope, receive, send, self._uploads)
            return
        if _declared(scope) > self._most_bytes:
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

    async def _pass_counted(
        self, scope: Scope, receive: Receive, send: Send, uploads: Uploads
    ) -> None:
        """Pass a body on piece by piece; whoever reads it hears when it becomes too large."""
        if _declared(scope) > uploads.most_bytes:
            await self._refuse(scope, receive, send, uploads.told)
            return
        seen = 0

        async def receive_counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > uploads.most_bytes:
                raise HTTPException(413)
            return message

        async def send_unless_refused(message: Message) -> None:
            if seen <= uploads.most_bytes:
                await send(message)

        await self._app(scope, receive_counted, send_unless_refused)
        if seen > uploads.most_bytes:
            await self._refuse(scope, receive, send, uploads.told)

    async def _refuse(
        self, scope: Scope, receive: Receive, send: Send, detail: str | None = None
    ) -> None:
        detail = detail or f"Een aanvraag mag hoogstens {self._most_bytes // 1024} KB groot zijn."
        response = problem_response(STATUSES[413], detail, headers={"Connection": "close"})
        await response(scope, receive, send)


def _declared(scope: Scope) -> int:
    """Return how long a body says it is; 0 when it does not say."""
    declared = Headers(scope=scope).get("content-length", "0")
    return int(declared) if declared.isdecimal() else 0


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
        detail = f"U kunt het over {wait} seconden opnieuw proberen."
        response = problem_response(STATUSES[429], detail, headers={"Retry-After": str(wait)})
        await response(scope, receive, send)
