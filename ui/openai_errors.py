"""Errors as clients of the OpenAI protocol read them: `{"error": {message, type, param, code}}`.

Everything below `/v1` leaves through here. What the rest of the server tells as problem details
(limits, a missing index, an address where nothing stands) is put in the other shape on its way
out, so that there is one table of errors and no client meets two shapes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.errors import ChatRequestRefused
from ui.headers import DATA, OPENAI
from ui.problems import MEDIA_TYPE, STATUSES, TYPE, problem

_INVALID = 422  # how the rest of the server refuses a body; the protocol says 400
_CODES: Mapping[str, str] = {"too-many-questions": "rate_limit_exceeded"}


def openai_error(details: Mapping[str, Any]) -> dict[str, Any]:
    """Return problem details in the shape of the protocol."""
    slug = str(details["type"]).removeprefix(TYPE)
    own_words = details["status"] == _INVALID
    message = details["detail"] if own_words else f"{details['title']}. {details['detail']}"
    faults = details.get("errors") if own_words else None
    return _shape(
        _status(details),
        message,
        param=faults[0]["where"] if faults else None,
        code=_CODES.get(slug, slug.replace("-", "_")),
    )


def speak_openai(app: FastAPI) -> None:
    """Make the application tell every error below `/v1` in the shape of the protocol."""
    app.add_exception_handler(ChatRequestRefused, _refused)
    app.add_middleware(OpenAIErrors)


class OpenAIErrors:
    """Puts problem details in the shape of the protocol, whichever layer they come from."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; rewrite what comes back when it is an error."""
        if scope["type"] != "http" or not scope["path"].startswith(OPENAI):
            await self._app(scope, receive, send)
            return
        rewriting = _Rewriting(send)
        try:
            await self._app(scope, receive, rewriting.send)
        except Exception:
            if not rewriting.started:
                details = problem(STATUSES[500])
                crash = JSONResponse(openai_error(details), 500, headers=dict(DATA))
                await crash(scope, receive, send)
            raise  # the server logs the traceback


class _Rewriting:
    """Hands a response on as it comes, except problem details: those are read whole first."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._held: Message | None = None
        self._body = b""
        self.started = False

    async def send(self, message: Message) -> None:
        self.started = True
        if message["type"] == "http.response.start" and _is_problem(message):
            self._held = message
            return
        if self._held is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._finish(self._held)

    async def _finish(self, start: Message) -> None:
        details = json.loads(self._body)
        body = json.dumps(openai_error(details), ensure_ascii=False).encode()
        headers = MutableHeaders(scope=start)
        headers["content-type"] = "application/json"
        headers["content-length"] = str(len(body))
        await self._send({**start, "status": _status(details), "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": body})


def _is_problem(start: Message) -> bool:
    return Headers(raw=start["headers"]).get("content-type", "").startswith(MEDIA_TYPE)


def _status(details: Mapping[str, Any]) -> int:
    return 400 if details["status"] == _INVALID else int(details["status"])


def _refused(_: Request, error: Exception) -> Response:
    if not isinstance(error, ChatRequestRefused):  # pragma: no cover
        raise error
    body = _shape(error.status, str(error), param=error.param, code=error.code)
    return JSONResponse(body, error.status)


def _shape(status: int, message: str, *, param: str | None, code: str) -> dict[str, Any]:
    kind = "invalid_request_error"
    if status == 429:
        kind = "rate_limit_error"
    elif status >= 500:
        kind = "server_error"
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}
