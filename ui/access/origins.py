"""Whether a request was made by a page of this server: the guard against forged requests.

A browser says of every POST where it came from (`Sec-Fetch-Site`, or `Origin` where the connection
is not secure), and no page can change what it says. So no token in each form is needed, which also
covers what Gradio sends by itself.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_PORTS = {"http": 80, "https": 443}


def changes_something(scope: Scope) -> bool:
    """True for a request with a method that may change what is stored."""
    return scope["method"] not in _SAFE


def is_from_our_page(scope: Scope) -> bool:
    """True when the browser says that a page of this server made the request."""
    headers = Headers(scope=scope)
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origins, hosts = headers.getlist("origin"), headers.getlist("host")
    if len(origins) != 1 or len(hosts) != 1:
        return False
    return _same(origins[0], hosts[0], scope.get("scheme", "http"))


def _same(origin: str, host: str, scheme: str) -> bool:
    theirs = _place(origin)
    # Behind a proxy that we were not told of, https arrives as http: then the name must do.
    if theirs is None or (scheme == "https" != theirs[0]):
        return False
    return theirs == _place(f"{theirs[0]}://{host}")


def _place(origin: str) -> tuple[str, str, int] | None:
    """Return the scheme, name and port of an origin; None for what is none ("null")."""
    try:
        parts = urlsplit(origin)
        port = parts.port
    except ValueError:  # no number, or no address that is one
        return None
    if parts.scheme not in _PORTS or not parts.hostname or parts.path or parts.username is not None:
        return None
    return parts.scheme, parts.hostname, port or _PORTS[parts.scheme]
