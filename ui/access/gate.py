"""The gate of the desk: who is not logged in sees the login page, and nothing else.

`DeskGate` is plain ASGI and guards all under `/loket`. The routes of REST ask `require` (or
depend on `allowed`), which takes a session as well as a key.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.desk.errors import DeskOff, NotAllowed
from assistant.desk.nouns import Act, Actor
from indexer.errors import AppError
from ui.access.access import Access
from ui.access.cookies import session_cookie
from ui.access.errors import ForeignRequest, Unauthenticated
from ui.access.origins import changes_something, is_from_our_page
from ui.access.places import is_a_file, is_a_handler, is_of_the_desk, is_public, login_address
from ui.access.refusals import refusal, wants_a_page

_ACCESS = "loketwijzer.access"
_ACTOR = "loketwijzer.actor"
_KEPT_NOWHERE = {
    "Cache-Control": "no-store",
    # "no-referrer" would make browsers hide the origin of our own forms (`Origin: null`).
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


def access_of(request: Any) -> Access | None:
    """Return the access that the gate put in a request (or scope); None without a desk."""
    access: Access | None = _scope_of(request).get(_ACCESS)
    return access


def actor_of(request: Any) -> Actor | None:
    """Return who makes a request; None for a stranger. May read the database, so not in `async`.

    A request that changes something and comes with a cookie, yet not from a page of ours, is a
    stranger's.

    Args:
        request: a request of Starlette, FastAPI or Gradio, or an ASGI scope.

    Raises:
        DeskUnavailable: the database cannot be reached.
    """
    scope = _scope_of(request)
    if _ACTOR not in scope:
        scope[_ACTOR] = _found_actor(scope)
    actor: Actor | None = scope[_ACTOR]
    return actor


def require(request: Any, act: Act) -> Actor:
    """Return who makes a request, if he may do this.

    Raises:
        DeskOff: there is no desk here.
        Unauthenticated: it is a stranger.
        ForeignRequest: the request was made by a page of another site.
        NotAllowed: the role does not allow it.
        DeskUnavailable: the database cannot be reached.
    """
    scope = _scope_of(request)
    if scope.get(_ACCESS) is None:
        raise DeskOff
    actor = actor_of(scope)
    if actor is None:
        raise ForeignRequest if _is_forged(scope) else Unauthenticated
    if not actor.may(act):
        raise NotAllowed(actor, act)
    return actor


def allowed(act: Act) -> Callable[[Request], Actor]:
    """Make a dependency for a route: `actor: Annotated[Actor, Depends(allowed("edit"))]`."""

    def dependency(request: Request) -> Actor:
        return require(request, act)

    return dependency


class DeskGate:
    """Guards everything under `/loket`, and tells the other routes whom to ask about keys."""

    def __init__(self, app: ASGIApp, access: Access | None) -> None:
        """Wrap an application; None when there is no desk."""
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it unread."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        scope = {**scope, _ACCESS: self._access}
        if not is_of_the_desk(scope["path"]):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":  # nothing of ours speaks it
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._guard(scope, receive, send)

    async def _guard(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            answer = await self._refusal(scope)
        except AppError as error:  # the gate stands outside of what tells errors
            answer = refusal(scope, error)
        kept = not is_a_file(scope["path"])
        handler = self._app if answer is None else answer
        await handler(scope, receive, _marked(send) if kept else send)

    async def _refusal(self, scope: Scope) -> Response | None:
        """Return why a request goes no further, or None.

        Raises:
            AppError: it goes no further, and the table says how that is told.
        """
        if self._access is None:
            raise DeskOff
        if changes_something(scope) and not is_from_our_page(scope):
            raise ForeignRequest
        if is_public(scope["method"], scope["path"]):
            return None
        if await run_in_threadpool(actor_of, scope) is not None:
            return None
        if self._may_hear_it_from_the_page(scope):
            return None
        if scope["method"] == "GET" and wants_a_page(scope):
            query = scope.get("query_string", b"").decode("latin-1")
            return RedirectResponse(login_address(scope["path"], query), status_code=303)
        raise Unauthenticated

    def _may_hear_it_from_the_page(self, scope: Scope) -> bool:
        """True when somebody's session has ended while his page is open.

        His page may then call its own handlers, which find no actor and say so beside the text
        that he was writing. A stranger has no cookie that we signed, and gets no further.
        """
        value = session_cookie(scope)
        if self._access is None or value is None or not is_a_handler(scope["path"]):
            return False
        return self._access.had_session(value)


def _marked(send: Send) -> Send:
    async def send_marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(_KEPT_NOWHERE)
        await send(message)

    return send_marked


def _scope_of(request: Any) -> Scope:
    if isinstance(request, dict):
        return request
    # Gradio wraps the request, cannot hand out its scope, and sometimes has no request at all.
    inner = getattr(request, "request", request)
    scope: Scope = {} if inner is None else inner.scope
    return scope


def _found_actor(scope: Scope) -> Actor | None:
    access: Access | None = scope.get(_ACCESS)
    if access is None:
        return None
    sent = Headers(scope=scope).getlist("authorization")
    if sent:
        scheme, _, key = sent[0].partition(" ")
        one_key = len(sent) == 1 and scheme.lower() == "bearer"
        return access.actor_of_bearer(key.strip()) if one_key else None
    value = session_cookie(scope)
    if value is None or _is_forged(scope):
        return None
    return access.actor_of_cookie(value)


def _is_forged(scope: Scope) -> bool:
    with_cookie = "authorization" not in Headers(scope=scope) and session_cookie(scope) is not None
    return with_cookie and changes_something(scope) and not is_from_our_page(scope)
