"""What the layers around the hand-over refuse, as a page that a person can read.

The limits on bodies and the framework itself tell programs what is wrong, in problem details. On
the addresses of the hand-over a person is reading.
"""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.answers import Language
from ui.desk.handover_page import HANDOVER, render_message
from ui.desk.handover_texts import HANDOVER_PROBLEMS
from ui.headers import PAGE
from ui.problems import MEDIA_TYPE

_KEPT = ("retry-after", "allow", "connection")


class ReadableRefusals:
    """Turns problem details on the addresses of the hand-over into a page."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application; outside the limits, so that their refusals pass here."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; put a refusal in words on its way back."""
        path = scope.get("path", "")
        ours = path == HANDOVER or path.startswith(f"{HANDOVER}/")
        if scope["type"] != "http" or not ours:
            await self._app(scope, receive, send)
            return
        refused: Message | None = None

        async def send_readable(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and _is_problem(message):
                refused = message
            elif refused is None:
                await send(message)
            elif not message.get("more_body", False):
                await _page(refused, _language(scope))(scope, receive, send)

        await self._app(scope, receive, send_readable)


def _is_problem(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith(MEDIA_TYPE)


def _language(scope: Scope) -> Language:
    asked = dict(parse_qsl(scope.get("query_string", b"").decode("ascii", "replace")))
    return "en" if asked.get("taal") == "en" else "nl"


def _page(refused: Message, language: Language) -> HTMLResponse:
    status = int(refused["status"])
    words = HANDOVER_PROBLEMS[language]
    said = {413: words.too_large, 429: words.too_fast_blind}.get(status, words.refused)
    headers = Headers(raw=refused["headers"])
    kept = {name: headers[name] for name in _KEPT if name in headers}
    return HTMLResponse(
        render_message(words.refused_title, [said, words.refused_back], language),
        status,
        {**PAGE, "Cache-Control": "no-store", **kept},
    )
