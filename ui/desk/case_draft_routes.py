"""The routes of a reply: make a draft, decide sentence by sentence, approve.

Staff only. Somebody who comes second gets both texts (409), and nothing is lost.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends

from assistant.desk.assemble import Desk
from assistant.desk.errors import (
    CaseClaimed,
    CaseErased,
    CaseUnknown,
    DeskRefused,
    SentenceChanged,
    SentenceUnknown,
)
from assistant.desk.nouns import Actor
from assistant.desk.proofreading import Proofreader
from assistant.pipeline import Assistant
from ui.desk import openapi_desk_examples as told
from ui.desk.case_access import FOR_STAFF, KEY, Approver, CaseId, Editor, OurDesk, SentenceId
from ui.desk.case_asking import find_again, passage_of
from ui.desk.case_requests import (
    ApproveRequest,
    DraftRequest,
    SentenceDecision,
    SentenceRequest,
)
from ui.desk.case_schemas import CaseOut, DraftSentenceOut
from ui.desk.openapi_desk import conflict_documented
from ui.errors import UnknownName
from ui.openapi_parts import answered, asking
from ui.openapi_problems import EVERY_OTHER, NOT_NOW, documented
from ui.problem_responses import problem_response
from ui.problems import problem_of, row_for
from ui.routes import PREFIX, Live

_WRITE = (400, 413, 422, CaseUnknown, CaseErased, DeskRefused, *FOR_STAFF)

draft_router = APIRouter(
    prefix=PREFIX, responses=EVERY_OTHER, tags=["loket"], dependencies=[Depends(KEY)]
)


class _Door:
    """What a decision needs of the server."""

    def __init__(self, desk: OurDesk, live: Live) -> None:
        self.desk, self.live = desk, live


@draft_router.post(
    "/cases/{case_id}/draft",
    operation_id="make_draft",
    summary="Maak een concept-antwoord",
    description="De vraag wordt opnieuw gezocht, in de taal van het antwoord; elke zin krijgt een "
    "kleur. U moet de zaak behandelen.",
    responses={
        **answered("De zaak met het concept", told.WHOLE_CASES),
        **documented(*_WRITE, CaseClaimed, *NOT_NOW),
    },
    openapi_extra=asking(told.DRAFTS),
)
def make_draft(
    case_id: CaseId, asked: DraftRequest, actor: Editor, desk: OurDesk, live: Live
) -> CaseOut:
    """Make a draft."""
    handed = desk.cases.get(actor, case_id).handed
    language = asked.language or handed.language
    with live.using() as assistant:
        case = desk.drafts.make(
            actor,
            case_id,
            find_again(assistant, handed, language),
            Proofreader(assistant.index),
            tone=asked.tone,
            language=language,
            again=asked.again,
        )
    return CaseOut.of(case)


@draft_router.patch(
    "/cases/{case_id}/sentences/{sentence_id}",
    operation_id="decide_sentence",
    summary="Beslis over een zin",
    description="Behouden, veranderen, afwijzen met een reden, of `needs_source`; of leg er met "
    "`passage_id` een andere passage onder. Een nieuwe tekst wordt meteen nagekeken. Heeft een "
    "collega de zin intussen veranderd, dan geeft 409 beide teksten en is er niets bewaard.",
    responses={
        **answered("De zin", told.SENTENCES),
        **documented(*_WRITE, SentenceUnknown, UnknownName, *NOT_NOW),
        **conflict_documented(),
    },
    openapi_extra=asking(told.DECISIONS),
    response_model=DraftSentenceOut,
)
def decide(
    case_id: CaseId,
    sentence_id: SentenceId,
    asked: SentenceDecision,
    actor: Editor,
    door: Annotated[_Door, Depends()],
) -> Any:
    """Decide on a sentence."""
    asked.check()
    try:
        with door.live.using() as assistant:
            return _decided(door.desk, assistant, actor, (case_id, sentence_id), asked)
    except SentenceChanged as error:
        return _conflict(error, asked)


def _decided(
    desk: Desk,
    assistant: Assistant,
    actor: Actor,
    place: tuple[int, int],
    asked: SentenceDecision,
) -> DraftSentenceOut:
    reader = Proofreader(assistant.index)
    if asked.passage_id is not None:
        passage = passage_of(assistant, asked.passage_id)
        return DraftSentenceOut.of(
            desk.drafts.rest_on(
                actor, *place, version=asked.version, passage=passage, reader=reader
            )
        )
    return DraftSentenceOut.of(
        desk.drafts.decide(
            actor,
            *place,
            version=asked.version,
            decision=asked.decision or "open",
            text=asked.text,
            remark=asked.remark,
            reader=reader,
        )
    )


def _conflict(error: SentenceChanged, asked: SentenceDecision) -> Any:
    """Give both texts, so that nothing is lost."""
    return problem_response(
        row_for(error),
        problem_of(error)["detail"],
        sentence=DraftSentenceOut.of(error.now).model_dump(mode="json"),
        yours=error.yours if asked.text is None else asked.text,
    )


@draft_router.post(
    "/cases/{case_id}/sentences",
    status_code=201,
    operation_id="add_sentence",
    summary="Voeg een eigen zin toe",
    description="De zin komt aan het einde van zijn deel en rust op een passage; zoek die met "
    "`/search`.",
    responses={
        **answered("De zin", told.SENTENCES, status=201),
        **documented(*_WRITE, UnknownName, *NOT_NOW),
    },
    openapi_extra=asking(told.NEW_SENTENCES),
)
def add_sentence(
    case_id: CaseId, asked: SentenceRequest, actor: Editor, desk: OurDesk, live: Live
) -> DraftSentenceOut:
    """Add a sentence."""
    with live.using() as assistant:
        added = desk.drafts.insert(
            actor,
            case_id,
            part=asked.part,
            text=asked.text,
            passage=passage_of(assistant, asked.passage_id),
            reader=Proofreader(assistant.index),
        )
    return DraftSentenceOut.of(added)


@draft_router.post(
    "/cases/{case_id}/approve",
    operation_id="approve_case",
    summary="Keur een concept goed",
    description="Het hele concept, zoals u het las. Elke zin wordt opnieuw nagekeken; een rode zin "
    "mag alleen blijven met een geschreven grond. Waar twee mensen moeten goedkeuren, is de zaak "
    "na de eerste `half_approved`.",
    responses={
        **answered("De zaak", told.WHOLE_CASES),
        **documented(*_WRITE, *NOT_NOW),
    },
    openapi_extra=asking(told.APPROVALS),
)
def approve(
    case_id: CaseId, asked: ApproveRequest, actor: Approver, desk: OurDesk, live: Live
) -> CaseOut:
    """Approve a draft."""
    with live.using() as assistant:
        reader = Proofreader(assistant.index)
        return CaseOut.of(desk.drafts.approve(actor, case_id, reader, version=asked.version))
