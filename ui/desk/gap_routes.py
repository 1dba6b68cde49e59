"""The routes of what the desk learns: gaps in the sources, and its approved answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from assistant.desk.errors import DeskRefused
from ui.desk import openapi_desk_examples as told
from ui.desk.case_access import FOR_STAFF, KEY, MAX_ID, Approver, Editor, OurDesk, Reader
from ui.desk.case_requests import OwnerRequest
from ui.desk.gap_schemas import (
    GapOut,
    GapsOut,
    ToReviewOut,
    VerifiedOut,
    VerifiedWanted,
    WithdrawnOut,
)
from ui.errors import UnknownName
from ui.openapi_parts import answered, asking
from ui.openapi_problems import EVERY_OTHER, NOT_NOW, documented
from ui.routes import PREFIX, Live

gap_router = APIRouter(
    prefix=PREFIX, responses=EVERY_OTHER, tags=["loket"], dependencies=[Depends(KEY)]
)

GapKey = Annotated[
    str,
    Path(
        min_length=1,
        max_length=64,
        description="De `key` van een gat.",
        openapi_examples={"gat": {"summary": "Een gat", "value": "5f0c2a9e41d7b8c36a10"}},
    ),
]
EntryId = Annotated[
    int,
    Path(
        ge=1,
        le=MAX_ID,
        description="De `id` van een goedgekeurd antwoord.",
        openapi_examples={"antwoord": {"summary": "Een antwoord", "value": 3}},
    ),
]


@gap_router.get(
    "/gaps",
    operation_id="list_gaps",
    summary="Waar geen bron iets over zegt",
    description="Vragen zonder (heel) antwoord en antwoorden die niet hielpen, bij elkaar gelegd; "
    "zonder persoonsgegevens.",
    responses={**answered("De gaten", told.GAPS), **documented(*FOR_STAFF, *NOT_NOW)},
)
def list_gaps(actor: Reader, desk: OurDesk) -> GapsOut:
    """List gaps."""
    return GapsOut(gaps=[GapOut.of(gap) for gap in desk.gaps.register(actor)])


@gap_router.put(
    "/gaps/{key}/owner",
    operation_id="set_gap_owner",
    summary="Zeg wie er voor een gat zorgt",
    description="Een lege naam neemt de eigenaar weg.",
    responses={
        **answered("Het gat", told.OWNED),
        **documented(400, 413, 422, UnknownName, DeskRefused, *FOR_STAFF, *NOT_NOW),
    },
    openapi_extra=asking(told.OWNERS),
)
def set_gap_owner(key: GapKey, asked: OwnerRequest, actor: Editor, desk: OurDesk) -> GapOut:
    """Set the owner of a gap."""
    if key not in {gap.key for gap in desk.gaps.register(actor)}:
        raise UnknownName("gat", key)
    desk.gaps.set_owner(actor, key, asked.owner)
    found = (gap for gap in desk.gaps.register(actor) if gap.key == key)
    for gap in found:
        return GapOut.of(gap)
    raise UnknownName("gat", key)  # its questions were erased this very moment


@gap_router.get(
    "/verified",
    operation_id="list_to_review",
    summary="Goedgekeurde antwoorden om opnieuw te bekijken, of in gebruik",
    description="Zonder `state`: een passage eronder is veranderd, of de termijn is voorbij; tot "
    "iemand ze bekijkt worden ze niet gebruikt. Met `state=active`: die nu worden gebruikt.",
    responses={**answered("De antwoorden", told.TO_REVIEW), **documented(422, *FOR_STAFF)},
)
def list_to_review(
    actor: Reader, desk: OurDesk, wanted: Annotated[VerifiedWanted, Query()]
) -> ToReviewOut:
    """List approved answers, to review or in use."""
    library = desk.library
    chosen = library.active if wanted.state == "active" else library.to_review
    return ToReviewOut(entries=[VerifiedOut.of(one) for one in chosen(actor)])


@gap_router.post(
    "/verified/{entry_id}/keep",
    operation_id="keep_verified",
    summary="Keur een antwoord opnieuw goed",
    description="Elke zin wordt nagekeken bij de passages zoals zij nu zijn.",
    responses={
        **answered("Het antwoord", told.KEPT),
        **documented(422, DeskRefused, *FOR_STAFF, *NOT_NOW),
    },
)
def keep_verified(entry_id: EntryId, actor: Approver, desk: OurDesk, live: Live) -> VerifiedOut:
    """Keep an approved answer."""
    with live.using() as assistant:
        days = desk.settings.verified_days
        return VerifiedOut.of(desk.library.keep(actor, entry_id, assistant.index, days=days))


@gap_router.post(
    "/verified/{entry_id}/withdraw",
    operation_id="withdraw_verified",
    summary="Trek een goedgekeurd antwoord in",
    description="Het wordt niet meer gebruikt, ook als niemand het opnieuw hoefde te bekijken.",
    responses={
        **answered("Het antwoord is ingetrokken", told.WITHDRAWN),
        **documented(422, DeskRefused, *FOR_STAFF),
    },
)
def withdraw_verified(entry_id: EntryId, actor: Approver, desk: OurDesk) -> WithdrawnOut:
    """Withdraw an approved answer."""
    desk.library.withdraw(actor, entry_id)
    return WithdrawnOut(id=entry_id)
