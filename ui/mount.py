"""The chat page inside the running server: first a waiting page at `/`, then Gradio.

Importing Gradio takes seconds, so REST answers first and the page is built in a thread. Gradio's
own way of mounting hooks into the start of the application it is mounted in, and ours has started
by then. So it is mounted in an application of its own, whose start and end we run as an ASGI
server would, and requests that no route of ours takes are handed to that one.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.desk.assemble import Desk
from ui.access.gate import actor_of
from ui.access.places import DESK
from ui.limits import AnswerRate
from ui.live import LiveAssistant
from ui.waiting_page import FAILED, STARTING

logger = logging.getLogger(__name__)

_OPEN = frozenset(
    {"assets", "config", "favicon.ico", "manifest.json", "robots.txt"} | {"static", "theme.css"}
)
"""What the page loads besides `/` itself, by the first part of its path."""
_OPEN_API = frozenset(
    {"app_id", "cancel", "heartbeat", "queue", "reset", "startup-events", "theme.css"}
)
"""What the page asks of `/gradio_api/`. All else is refused before Gradio sees it: among it `info`,
`openapi.json` and `runs`, which tell about handlers and visitors, `upload`, which writes to disk,
and `proxy=`, which fetches addresses."""


def build_gradio(
    live: LiveAssistant, rate: AnswerRate, *, feedback_days: int = 0, desk: Desk | None = None
) -> FastAPI:
    """Import Gradio, build the pages and return an application that holds nothing else.

    With a desk there are two: the chat page at `/`, and that of staff at `/loket`.
    """
    live.wait()  # REST first: the two imports would only slow each other down
    import gradio as gr

    from ui.chat_look import page_theme, serve_document
    from ui.chat_page import build_page

    holder = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    serve_document(holder)
    pages = {"/": build_page(live, rate, feedback_days=feedback_days, desk=desk is not None)}
    if desk is not None:
        from ui.desk.desk_document import serve_desk_document
        from ui.desk.inbox_page import build_desk_page

        serve_desk_document(holder)
        # First: the page at `/` would take every path.
        pages = {DESK: build_desk_page(live, desk, actor_of), **pages}
    for path, page in pages.items():
        gr.mount_gradio_app(
            holder,
            page,
            path=path,
            theme=page_theme(),
            footer_links=[],
            run_history=False,
            show_error=False,
            enable_monitoring=False,
            mcp_server=False,
            ssr_mode=False,
            pwa=False,
        )
    return holder


class ChatPage:
    """An ASGI application for all that REST does not take."""

    def __init__(self, build: Callable[[], FastAPI]) -> None:
        """Take what builds the page; it is called in a thread, once."""
        self._build = build
        self._page: ASGIApp | None = None
        self._failed = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request to the page, or show that it is on its way."""
        path: str = scope["path"]
        if not _is_open(path):
            raise HTTPException(404)
        if self._page is not None:
            await self._page(scope, receive, send)
            return
        if path not in ("/", DESK, f"{DESK}/") or scope["type"] != "http":
            raise HTTPException(404)
        headers = {"Cache-Control": "no-store", "Retry-After": "1"}
        text = FAILED if self._failed else STARTING
        await HTMLResponse(text, status_code=503, headers=headers)(scope, receive, send)

    @asynccontextmanager
    async def alongside(self) -> AsyncIterator[None]:
        """Build and run the page in the background for as long as the application runs."""
        stop = asyncio.Event()
        running = asyncio.create_task(self._run(stop))
        try:
            yield
        finally:
            stop.set()
            await running

    async def _run(self, stop: asyncio.Event) -> None:
        # One task from start to end: what Gradio opens, the same task must close.
        try:
            page = await asyncio.to_thread(self._build)
            async with page.router.lifespan_context(page):
                self._page = page
                logger.info("De chatpagina is klaar.")
                await stop.wait()
                self._page = None
        except Exception:
            # REST goes on without its page.
            logger.exception("De chatpagina kan niet worden gestart")
            self._failed = True


def _is_open(path: str) -> bool:
    if path == DESK:
        return True
    path = path.removeprefix(DESK) if path.startswith(f"{DESK}/") else path
    first, _, rest = path.removeprefix("/").partition("/")
    if first == "gradio_api":
        return rest.partition("/")[0] in _OPEN_API
    return path == "/" or first in _OPEN
