"""The cookie of a session in requests and responses."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

_PLAIN = "loket_sessie"
_SECURE = "__Host-loket_sessie"
"""A browser takes a cookie of this name only over https, from this very host, for all paths."""


def is_secure(scope: Scope) -> bool:
    """True over https, also when a proxy that we trust says so (uvicorn sets the scheme then)."""
    return scope.get("scheme") == "https"


def cookie_name(scope: Scope) -> str:
    """Return how the cookie is called on this connection."""
    return _SECURE if is_secure(scope) else _PLAIN


def session_cookie(scope: Scope) -> str | None:
    """Return the value of the session cookie of a request; None when there is none, or two."""
    name = cookie_name(scope)
    sent = "; ".join(Headers(scope=scope).getlist("cookie")).split(";")
    found = [
        value.strip()
        for key, _, value in (one.partition("=") for one in sent)
        if key.strip() == name
    ]
    return found[0] if len(found) == 1 and found[0] else None


def give_cookie(scope: Scope, response: Response, value: str) -> None:
    """Have the browser keep a session until it is closed; the server ends it earlier if need be."""
    response.set_cookie(
        cookie_name(scope),
        value,
        path="/",
        secure=is_secure(scope),
        httponly=True,
        samesite="strict",
    )


def take_cookie(scope: Scope, response: Response) -> None:
    """Have the browser forget a session."""
    response.delete_cookie(
        cookie_name(scope), path="/", secure=is_secure(scope), httponly=True, samesite="strict"
    )
