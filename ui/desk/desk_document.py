"""The document around the staff page: as that of the chat, with scripts and styles of its own."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from ui.chat_look import render_document
from ui.desk.desk_texts import TITLE
from ui.page_texts import PAGE_TEXTS

PATH = "/loket"
_SCRIPTS = ("desk.js",)
_STYLES = ("colours.css", "page.css", "desk.css")


def serve_desk_document(app: FastAPI) -> None:
    """Serve the document; before Gradio is mounted at `PATH`."""
    document = render_desk_document()

    @app.get(f"{PATH}/", include_in_schema=False)
    def page() -> HTMLResponse:
        return HTMLResponse(document, headers={"Cache-Control": "no-cache"})

    # Gradio's document asks for what stands beside it, so the slash at the end matters.
    @app.get(PATH, include_in_schema=False)
    def without_slash(request: Request) -> RedirectResponse:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{PATH}/{query}", 307)


def render_desk_document() -> str:
    """Return the document: Gradio's scripts, our own, and nothing in line."""
    return render_document(f"{TITLE} - {PAGE_TEXTS['nl'].name}", _SCRIPTS, _STYLES)
