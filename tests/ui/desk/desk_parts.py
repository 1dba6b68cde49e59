"""A desk with a few cases over SQLite, and the staff page served with whoever a cookie names."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import gradio as gr
from fastapi import FastAPI
from fastapi.responses import PlainTextResponse

from assistant.answers import Message
from assistant.desk.assemble import Desk, open_desk
from assistant.desk.found import found_of, topic_of
from assistant.desk.impact import impact_of
from assistant.desk.nouns import Actor, Case, Decision, DraftSentence, HandOver
from assistant.desk.settings import DeskSettings
from indexer.embedder import Vectors
from indexer.settings import IndexSettings
from tests.ui.conftest import live_over
from ui.assets import serve_assets
from ui.chat_look import page_theme
from ui.desk.desk_document import PATH, serve_desk_document
from ui.desk.desk_reading import reading
from ui.desk.inbox_page import build_desk_page
from ui.headers import SecurityHeaders
from ui.live import LiveAssistant

ANNA = Actor(name="anna", role="admin")
BRAM = Actor(name="bram", role="editor")
RITA = Actor(name="rita", role="reader")
PEOPLE = {one.name: one for one in (ANNA, BRAM, RITA)}
ASKED = "Moet ik een investeerder melden die 15 procent van mijn start-up koopt?"
UNKNOWN = "Hoeveel vergunningen gaf de gemeente Zwolle vorig jaar af voor waterstof?"


def desk_over(live: LiveAssistant, folder: Path, **settings: Any) -> Desk:
    """Open an empty desk in a folder."""
    with live.using() as assistant:
        embedder = assistant.index.embedder

    def embed(texts: Any) -> Vectors:
        return embedder.embed_queries(list(texts))

    chosen = DeskSettings(desk_key="k" * 40, _env_file=None, **settings)
    return open_desk(chosen, folder, embed=embed)


def hand_over(live: LiveAssistant, desk: Desk, question: str, **more: Any) -> int:
    """Hand a question over as the chat page does; return the number of the case."""
    with live.using() as assistant:
        answer = assistant.invoke(question)
    found = found_of(answer)
    topic = topic_of(answer)
    impact = impact_of(question, found)
    handed = HandOver(question=question, **more)
    return desk.cases.hand_over(handed, found, topic=topic, impact=impact).case_id


def filled(live: LiveAssistant, desk: Desk) -> tuple[int, int]:
    """Hand over a question that is answered and one that is not; return their numbers."""
    answered = hand_over(
        live,
        desk,
        ASKED,
        name="Mevrouw <b>De Vries</b>",
        email="devries@example.nl",
        conversation=(Message(role="user", content="Ik zoek geld voor mijn bedrijf."),),
    )
    return answered, hand_over(live, desk, UNKNOWN)


def by_cookie(request: gr.Request) -> Actor | None:
    """Say who the cookie `wie` names; nobody without one."""
    cookies = SimpleCookie(request.headers.get("cookie", ""))
    return PEOPLE.get(cookies["wie"].value) if "wie" in cookies else None


def application(
    live: LiveAssistant,
    desk: Desk,
    actor_from: Callable[[gr.Request], Actor | None] = by_cookie,
) -> FastAPI:
    """Mount the page as `ui.mount` does, with the headers of the server."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    serve_assets(app)
    serve_desk_document(app)

    @app.get("/api/v1/cases/{number}/export")
    def export(number: int, format: str) -> PlainTextResponse:
        return PlainTextResponse(f"<p>brief {number} als {format}</p>")

    gr.mount_gradio_app(
        app,
        build_desk_page(live, desk, actor_from),
        path=PATH,
        theme=page_theme(),
        footer_links=[],
        run_history=False,
        show_error=False,
        enable_monitoring=False,
        mcp_server=False,
        ssr_mode=False,
        pwa=False,
    )
    app.add_middleware(SecurityHeaders)
    return app


@dataclass(frozen=True, slots=True)
class World:
    """A desk with two cases over the small index."""

    live: LiveAssistant
    desk: Desk
    answered: int
    unanswered: int

    def drafted(self, actor: Actor = ANNA) -> Case:
        """Claim the answered case and make a draft of it."""
        self.desk.cases.claim(actor, self.answered)
        found = self.desk.cases.get(actor, self.answered).found
        with reading(self.live) as now:
            return self.desk.drafts.make(
                actor, self.answered, found, now.reader, tone="email", language="nl"
            )

    def decide(self, sentence: DraftSentence, decision: Decision, **more: Any) -> DraftSentence:
        """Decide on a sentence of the answered case, as Anna."""
        with reading(self.live) as now:
            return self.desk.drafts.decide(
                ANNA,
                self.answered,
                sentence.id,
                version=sentence.version,
                decision=decision,
                reader=now.reader,
                **more,
            )


@contextmanager
def world_in(settings: IndexSettings, folder: Path, **more: Any) -> Iterator[World]:
    """Open the small index and a desk in a folder; close both."""
    live = live_over(settings)
    live.refresh()
    desk = desk_over(live, folder, **more)
    try:
        yield World(live, desk, *filled(live, desk))
    finally:
        desk.close()
        live.close()


class Asking:
    """A request of somebody; of nobody without a name."""

    session_hash = "s"

    def __init__(self, name: str = "", **query: str) -> None:
        self.headers = {"cookie": f"wie={name}"} if name else {}
        self.query_params = query


class Bench:
    """A page without a browser: its handlers by name, and what they change by the part's name."""

    def __init__(self, lay_out: Callable[[], Any]) -> None:
        """Lay out a page."""

        async def build() -> tuple[gr.Blocks, Any]:
            with gr.Blocks() as page:
                return page, lay_out()

        # In a loop, since outside of one Gradio makes one and leaves it open.
        self.page, self.made = asyncio.run(build())

    def handler(self, name: str, place: int = 0) -> Callable[..., dict[Any, Any]]:
        """Return the handler of this name; the first one, or the one at this place."""
        named: list[Any] = [made.fn for made in self.page.fns.values() if made.name == name]
        handler: Callable[..., dict[Any, Any]] = named[place]
        return handler


def by_id(updates: dict[Any, Any]) -> dict[str, Any]:
    """Return what changed by the id of the part, or by its class."""
    return {part.elem_id or " ".join(part.elem_classes or []): new for part, new in updates.items()}
