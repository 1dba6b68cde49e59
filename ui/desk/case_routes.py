"""The routes of the desk: hand a question over, and all that staff do with it.

Handing over and looking at the status is for everybody, the rest for staff with a session or for
a program with a key. Nothing that was sent goes to the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from assistant.desk.errors import (
    CaseClaimed,
    CaseErased,
    CaseUnknown,
    DeskRefused,
)
from assistant.desk.found import found_of, topic_of
from assistant.desk.impact import impact_of
from ui.desk import openapi_desk_examples as told
from ui.desk.case_access import (
    FOR_STAFF,
    KEY,
    NO_DESK,
    Admin,
    CaseId,
    Editor,
    OurDesk,
    Reader,
)
from ui.desk.case_draft_routes import draft_router
from ui.desk.case_export import export_router
from ui.desk.case_requests import (
    CaseStatusRequest,
    HandOverRequest,
    Wanted,
)
from ui.desk.case_schemas import (
    CaseOut,
    CaseRowOut,
    CasesOut,
    CaseStatusOut,
    ErasedOut,
    ReceiptOut,
)
from ui.openapi_parts import answered, asking
from ui.openapi_problems import EVERY_OTHER, NO_ANSWER, documented
from ui.routes import PREFIX, Live

CASES = "/cases"
CASE_STATUS = "/cases/status"
CASES_PER_MINUTE: Mapping[str, int] = {PREFIX + CASES: 5, PREFIX + CASE_STATUS: 10}
"""How many times one address may send to these paths in a minute; `ui.limits` counts."""

_MOST = 500
_NO_CASE = (CaseUnknown, CaseErased)
_READ = (422, *_NO_CASE, *FOR_STAFF)
_WRITE = (400, 413, 422, *_NO_CASE, DeskRefused, *FOR_STAFF)

case_router = APIRouter(prefix=PREFIX, responses=EVERY_OTHER, tags=["loket"])


@case_router.post(
    CASES,
    status_code=201,
    operation_id="hand_over",
    summary="Leg een vraag voor aan het loket",
    description="De vraag gaat met het gesprek, en met wat er nu over te vinden is, naar een "
    "medewerker. `reference` is het enige waarmee de vraag te volgen is en komt maar één keer. "
    "Vraag uw bezoekers om niemand te noemen die zij verdenken.",
    responses={
        **answered("De vraag ligt bij het loket", told.RECEIPTS, status=201),
        **documented(400, 413, 422, 429, DeskRefused, *NO_DESK, *NO_ANSWER),
    },
    openapi_extra=asking(told.HAND_OVERS),
)
def hand_over(asked: HandOverRequest, desk: OurDesk, live: Live) -> ReceiptOut:
    """Hand a question over."""
    question = asked.as_question()
    with live.using() as assistant:
        answer = assistant.invoke(question)
    found, topic = found_of(answer), topic_of(answer)
    impact = impact_of(question.text, found, topic=topic)
    receipt = desk.cases.hand_over(asked.handed(), found, topic=topic, impact=impact)
    return ReceiptOut(
        reference=receipt.reference,
        state="new",
        status=answer.status,
        sensitive=answer.sensitive,
    )


@case_router.post(
    CASE_STATUS,
    operation_id="get_case_status",
    summary="Hoe ver is een vraag?",
    description="Alleen hoe ver de zaak is en sinds wanneer; nooit wat erin staat.",
    responses={
        **answered("Hoe ver de zaak is", told.STATUSES),
        **documented(400, 413, 422, 429, *_NO_CASE, *NO_DESK),
    },
    openapi_extra=asking(told.REFERENCES),
)
def case_status(asked: CaseStatusRequest, desk: OurDesk) -> CaseStatusOut:
    """Tell how far a case is."""
    state, since = desk.cases.status(asked.reference)
    return CaseStatusOut(state=state, since=since)


@case_router.get(
    CASES,
    operation_id="list_cases",
    summary="De zaken van het loket",
    description="Twijfel eerst: open zaken voor beantwoorde, dan de grootste gevolgen, dan de "
    "minst gedragen antwoorden, dan de oudste.",
    responses={**answered("De zaken", told.INBOX), **documented(422, *FOR_STAFF)},
    dependencies=[Depends(KEY)],
)
def list_cases(actor: Reader, desk: OurDesk, wanted: Annotated[Wanted, Query()]) -> CasesOut:
    """List cases."""
    rows = desk.cases.inbox(
        actor,
        text=wanted.q,
        state=wanted.state,
        topic=wanted.topic,
        mine=wanted.mine,
        limit=wanted.limit,
    )
    return CasesOut(cases=[CaseRowOut.of(row) for row in rows])


@case_router.get(
    "/cases/{case_id}",
    operation_id="get_case",
    summary="Een zaak",
    description="De vraag, wat er gevonden is, het concept en wie het goedkeurde.",
    responses={**answered("De zaak", told.WHOLE_CASES), **documented(*_READ)},
    dependencies=[Depends(KEY)],
)
def get_case(case_id: CaseId, actor: Reader, desk: OurDesk) -> CaseOut:
    """Show a case."""
    return CaseOut.of(desk.cases.get(actor, case_id))


@case_router.post(
    "/cases/{case_id}/claim",
    operation_id="claim_case",
    summary="Neem een zaak in behandeling",
    description="Een zaak is van één mens tegelijk.",
    responses={
        **answered("De zaak", told.WHOLE_CASES),
        **documented(*_READ, CaseClaimed, DeskRefused),
    },
    dependencies=[Depends(KEY)],
)
def claim(case_id: CaseId, actor: Editor, desk: OurDesk) -> CaseOut:
    """Claim a case."""
    desk.cases.claim(actor, case_id)
    return CaseOut.of(desk.cases.get(actor, case_id))


@case_router.post(
    "/cases/{case_id}/release",
    operation_id="release_case",
    summary="Geef een zaak terug",
    description="Het concept blijft; een beheerder kan ook de zaak van een collega teruggeven.",
    responses={
        **answered("De zaak", told.WHOLE_CASES),
        **documented(*_READ, CaseClaimed, DeskRefused),
    },
    dependencies=[Depends(KEY)],
)
def release(case_id: CaseId, actor: Editor, desk: OurDesk) -> CaseOut:
    """Release a case."""
    desk.cases.release(actor, case_id)
    return CaseOut.of(desk.cases.get(actor, case_id))


@case_router.delete(
    "/cases/{case_id}",
    operation_id="erase_case",
    summary="Wis een zaak",
    description="De sleutel van de zaak wordt vernietigd: de tekst is daarna voor niemand meer te "
    "lezen. Nummer en datums blijven.",
    responses={**answered("De zaak is gewist", told.ERASED), **documented(*_READ)},
    dependencies=[Depends(KEY)],
)
def erase(case_id: CaseId, actor: Admin, desk: OurDesk) -> ErasedOut:
    """Erase a case."""
    desk.cases.erase(actor, case_id)
    return ErasedOut(id=case_id)


# One router to the outside. Including them would hide them from whoever describes the routes.
case_router.routes.extend((*draft_router.routes, *export_router.routes))
