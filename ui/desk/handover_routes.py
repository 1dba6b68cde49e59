"""The hand-over at `/voorleggen`: a question goes to the desk, exactly as its asker saw it.

Step one shows all that will be sent, step two sends it. What the assistant found is asked of our
own assistant each time, never taken from the form; when it is no longer what was shown, it is shown
again. Nothing that was typed goes to the log.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from assistant.desk.errors import CaseErased, CaseUnknown
from assistant.desk.found import found_of, topic_of
from assistant.desk.impact import impact_of
from indexer.errors import AppError
from ui.desk.handover_form import EMAIL, NAME, REMARK, Filled, faults, read_form, with_ticket
from ui.desk.handover_found import Sighting
from ui.desk.handover_once import OnceOnly
from ui.desk.handover_page import HANDOVER, SEND, STATUS, render_receipt
from ui.desk.handover_status import Asked, read_reference, render_status
from ui.desk.handover_visit import NOT_KEPT, HandOverDoor, Visit
from ui.errors import NotReady
from ui.limits import AnswerRate
from ui.problems import one_line

if TYPE_CHECKING:  # the desk brings SQLAlchemy, which an installation without one need not load
    from assistant.desk.assemble import Desk

logger = logging.getLogger(__name__)
handover_router = APIRouter(include_in_schema=False)

Spoken = Annotated[str, Query()]
SENT_PER_MINUTE = 5
"""How many questions one address may send to the desk in a minute."""
LOOKED_UP_PER_MINUTE = 10
"""How many references one address may look up in a minute."""
_RETRY_SECONDS = 5
_BESIDE = {NAME, EMAIL, REMARK}
"""Fields that the assistant does not need to look."""


def serve_handover(app: FastAPI, *, answers_per_minute: int) -> None:
    """Serve the hand-over; `app.state` has the `desk` (or None) and the `live` assistant.

    Args:
        app: the application.
        answers_per_minute: how often one address may have the assistant look; both steps do.
    """
    app.state.handover = HandOverDoor(
        looking=AnswerRate(answers_per_minute),
        sending=AnswerRate(SENT_PER_MINUTE),
        status=AnswerRate(LOOKED_UP_PER_MINUTE),
        once=OnceOnly(),
    )
    app.include_router(handover_router)


@handover_router.get(HANDOVER)
def begin(request: Request, taal: Spoken = "nl") -> HTMLResponse:
    """Show a form for a question; from the chat one comes with it filled in."""
    visit = Visit(request, taal)
    return visit.form(visit.desk, Filled()) if visit.desk else visit.off()


@handover_router.post(HANDOVER)
async def preview(request: Request, taal: Spoken = "nl") -> HTMLResponse:
    """Show what will be sent."""
    visit, filled = Visit(request, taal), read_form(await request.body())
    return await run_in_threadpool(_looked, visit, filled, _shown)


@handover_router.post(SEND)
async def send(request: Request, taal: Spoken = "nl") -> HTMLResponse:
    """Send it, if it is what was shown."""
    visit, filled = Visit(request, taal), read_form(await request.body())
    return await run_in_threadpool(_looked, visit, filled, _sent)


_Then = Callable[[Visit, "Desk", Filled, Sighting], HTMLResponse]


def _looked(visit: Visit, filled: Filled, then: _Then) -> HTMLResponse:
    """Have the assistant look, and go on with what it found; else say why it cannot."""
    desk = visit.desk
    if desk is None:
        return visit.off()
    if wait := visit.door.looking.seconds_to_wait(visit.address):
        problem = visit.words.too_fast.format(seconds=wait)
        return visit.form(desk, filled, 429, wait=wait, problem=problem)
    wrong = faults(filled, visit.language)
    if any(name not in _BESIDE for name in wrong):
        return visit.form(desk, filled, 422)
    try:
        sighting = _sighting(visit, filled)
    except AppError as error:
        return _blind(visit, desk, filled, error)
    filled = with_ticket(filled, secrets.token_urlsafe(16))
    if wrong:
        return visit.form(desk, filled, 422, sighting=sighting)
    return then(visit, desk, filled, sighting)


def _sighting(visit: Visit, filled: Filled) -> Sighting:
    with visit.live.using(patient=False) as assistant:
        answer = assistant.invoke(filled.as_question(visit.language))
    found, topic = found_of(answer), topic_of(answer)
    return Sighting(
        found=found,
        topic=topic,
        impact=impact_of(filled.question, found, topic=topic),
        sensitive=answer.sensitive,
        contacts=answer.contacts,
    )


def _blind(visit: Visit, desk: Desk, filled: Filled, error: AppError) -> HTMLResponse:
    """Say that the assistant cannot look now; without that nothing is sent unseen."""
    starting = isinstance(error, NotReady)
    if not starting:
        logger.warning("Een vraag kan niet worden voorgelegd: %s", one_line(error))
    problem = visit.words.starting if starting else visit.words.no_answer_now
    return visit.form(desk, filled, 503, wait=_RETRY_SECONDS, problem=problem)


def _shown(visit: Visit, desk: Desk, filled: Filled, sighting: Sighting) -> HTMLResponse:
    return visit.form(desk, filled, sighting=sighting)


def _sent(visit: Visit, desk: Desk, filled: Filled, sighting: Sighting) -> HTMLResponse:
    if filled.seen != sighting.digest(visit.language):
        return visit.form(desk, filled, 409, sighting=sighting, problem=visit.words.changed)
    if wait := visit.door.sending.seconds_to_wait(visit.address):
        problem = visit.words.too_fast.format(seconds=wait)
        return visit.form(desk, filled, 429, wait=wait, sighting=sighting, problem=problem)
    handed = filled.handed(visit.language)
    key = hashlib.sha256(f"{filled.ticket} {handed!r}".encode()).hexdigest()
    try:
        receipt = visit.door.once.receipt(
            key,
            lambda: desk.cases.hand_over(
                handed, sighting.found, topic=sighting.topic, impact=sighting.impact
            ),
        )
    except AppError as error:
        logger.warning("Het loket kan een vraag niet aannemen: %s", one_line(error))
        problem = visit.words.desk_down
        return visit.form(
            desk, filled, 503, wait=_RETRY_SECONDS, sighting=sighting, problem=problem
        )
    return HTMLResponse(render_receipt(receipt, filled, visit.language), headers=NOT_KEPT)


@handover_router.get(STATUS)
def status_form(request: Request, taal: Spoken = "nl") -> HTMLResponse:
    """Show the form for a reference."""
    visit = Visit(request, taal)
    if visit.desk is None:
        return visit.off()
    return HTMLResponse(render_status(Asked(language=visit.language)), headers=NOT_KEPT)


@handover_router.post(STATUS)
async def status(request: Request, taal: Spoken = "nl") -> HTMLResponse:
    """Show how far a case is; every look counts against whoever guesses."""
    visit, reference = Visit(request, taal), read_reference(await request.body())
    return await run_in_threadpool(
        _looked_up, visit, Asked(language=visit.language, reference=reference)
    )


def _looked_up(visit: Visit, asked: Asked) -> HTMLResponse:
    words = visit.words
    if visit.desk is None:
        return visit.off()
    if not asked.reference:
        return _told(replace(asked, fault=words.reference_empty), 422)
    if wait := visit.door.status.seconds_to_wait(visit.address):
        problem = words.too_fast.format(seconds=wait)
        return _told(replace(asked, problem=problem), 429, wait)
    try:
        state, since = visit.desk.cases.status(asked.reference)
    except CaseUnknown:
        return _told(replace(asked, fault=words.reference_unknown), 404)
    except CaseErased:
        return _told(replace(asked, problem=words.reference_erased), 410)
    except AppError as error:
        logger.warning("De stand van een vraag is niet op te zoeken: %s", one_line(error))
        return _told(replace(asked, problem=words.status_down), 503, _RETRY_SECONDS)
    return _told(replace(asked, state=state, since=since))


def _told(asked: Asked, status: int = 200, wait: int = 0) -> HTMLResponse:
    headers = NOT_KEPT | ({"Retry-After": str(wait)} if wait else {})
    return HTMLResponse(render_status(asked), status, headers)
