"""A request to the hand-over: who asks, in what language, and what the server has for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from fastapi import Request
from fastapi.responses import HTMLResponse

from assistant.answers import Language
from ui.desk.handover_form import Filled, faults
from ui.desk.handover_found import Sighting
from ui.desk.handover_once import OnceOnly
from ui.desk.handover_page import render_form, render_message
from ui.desk.handover_parts import Kept, Shown
from ui.desk.handover_texts import HANDOVER_PROBLEMS
from ui.limits import AnswerRate
from ui.live import LiveAssistant

if TYPE_CHECKING:  # the desk brings SQLAlchemy, which an installation without one need not load
    from assistant.desk.assemble import Desk

NOT_KEPT = {"Cache-Control": "no-store"}


@dataclass(frozen=True, slots=True)
class HandOverDoor:
    """What the routes remember between requests: how often each address came, what was sent."""

    looking: AnswerRate
    sending: AnswerRate
    status: AnswerRate
    once: OnceOnly


class Visit:
    """One request: who asks, in what language, and the parts of the server that it needs."""

    def __init__(self, request: Request, spoken: str) -> None:
        state = request.app.state
        self.desk = cast("Desk | None", state.desk)
        self.live = cast(LiveAssistant, state.live)
        self.door = cast(HandOverDoor, state.handover)
        self.language: Language = "en" if spoken == "en" else "nl"
        self.words = HANDOVER_PROBLEMS[self.language]
        self.address = request.client.host if request.client else "unknown"

    def off(self) -> HTMLResponse:
        """Say that there is no desk here."""
        page = render_message(self.words.off_title, [self.words.off], self.language)
        return HTMLResponse(page, 404, NOT_KEPT)

    def form(
        self,
        desk: Desk,
        filled: Filled,
        status: int = 200,
        *,
        wait: int = 0,
        sighting: Sighting | None = None,
        problem: str = "",
    ) -> HTMLResponse:
        """Show the form with all that was typed."""
        kept = Kept(open_days=desk.settings.open_case_days, answered_days=desk.settings.case_days)
        shown = Shown(
            filled=filled,
            language=self.language,
            kept=kept,
            sighting=sighting,
            problem=problem,
            faults={} if filled == Filled() and status == 200 else faults(filled, self.language),
        )
        headers = NOT_KEPT | ({"Retry-After": str(wait)} if wait else {})
        return HTMLResponse(render_form(shown), status, headers)
