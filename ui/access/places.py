"""Where the desk stands, and which addresses somebody may be sent on to after logging in."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode, urlsplit

DESK = "/loket"
HOME = f"{DESK}/"
LOGIN = f"{DESK}/inloggen"
LOGOUT = f"{DESK}/uitloggen"
ONWARD = "naar"
"""Name of the field that holds where to go after logging in."""

_FILES = (f"{DESK}/assets/", f"{DESK}/static/")
_HANDLERS = (f"{DESK}/gradio_api/queue/", f"{DESK}/gradio_api/heartbeat/")
_THEME = f"{DESK}/theme.css"
_LONGEST = 500
_NOT_IN_AN_ADDRESS = re.compile(r"[^!-~]|[\\\"<>^`{|}]")


def is_of_the_desk(path: str) -> bool:
    """True for the page of the desk and all below it."""
    return path == DESK or path.startswith(HOME)


def is_public(method: str, path: str) -> bool:
    """True for what strangers may have: logging in, and files that the chat page serves too."""
    return path == LOGIN or (method in ("GET", "HEAD") and is_a_file(path))


def is_a_file(path: str) -> bool:
    """True for scripts, styles and pictures of Gradio's, the same as under the chat page."""
    return (path == _THEME or path.startswith(_FILES)) and not _climbs(path)


def is_a_handler(path: str) -> bool:
    """True for where an open page calls its own handlers, and hears what they say."""
    return path.startswith(_HANDLERS) and not _climbs(path)


def login_address(path: str, query: str = "") -> str:
    """Return the address of the login page that leads on to a place of the desk."""
    place = quote(path, safe="/~") + (f"?{query}" if query else "")
    if onward(place) == HOME:
        return LOGIN
    return f"{LOGIN}?{urlencode({ONWARD: place})}"


def onward(asked: str) -> str:
    """Return where to go after logging in: a place of the desk, whatever was asked for."""
    if len(asked) > _LONGEST or _NOT_IN_AN_ADDRESS.search(asked):
        return HOME
    try:
        parts = urlsplit(asked)
    except ValueError:
        return HOME
    path = parts.path
    if parts.scheme or parts.netloc or not path.startswith(HOME) or _climbs(path):
        return HOME
    return HOME if path in (LOGIN, LOGOUT) else asked


def _climbs(path: str) -> bool:
    """True when a browser or a file system could read a path as another one than it looks."""
    lowered = path.lower()
    if "%2e" in lowered or "%2f" in lowered or "%5c" in lowered or "//" in path:
        return True
    return ".." in path.split("/") or "." in path.split("/")
