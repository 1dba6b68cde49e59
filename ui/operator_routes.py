"""The routes of the operator: add a source, see how it fares, remove it.

They answer at once and the work is done in the background. Who may call them is decided before
they are reached (`ui.operator_key`); they only make sure that it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, File, HTTPException, Request, Response
from fastapi.security import HTTPBearer

from indexer.errors import (
    AppError,
    CorpusError,
    FolderNotWritable,
    LibraryDamaged,
    SourceRefused,
)
from ui.errors import NotRemovable, UnknownName
from ui.intake_desk import IntakeDesk
from ui.intake_jobs import IntakeWorker
from ui.intake_status import status_of
from ui.openapi_corpus_examples import ADDED, ADDING, FARING, REMOVED
from ui.openapi_parts import answered, asking
from ui.openapi_problems import EVERY_OTHER, documented
from ui.operator_key import OFF, PASSED, TOO_OFTEN
from ui.operator_schemas import AcceptedOut, SourceForm, SourceStatusOut
from ui.problem_responses import problem_response
from ui.problems import STATUSES
from ui.routes import PREFIX, Live, SourceId

_WEB = ("http://", "https://")
KEY_ROWS = (OFF, TOO_OFTEN)
"""What is told of the key besides the table."""
_BROKEN = (500, CorpusError, LibraryDamaged, FolderNotWritable, AppError)
_KEY = HTTPBearer(
    scheme_name="beheer", description="De sleutel uit LOKET_OPERATOR_KEY.", auto_error=False
)


@dataclass(frozen=True, slots=True)
class Intake:
    """What takes sources in: where they are handed in, and who does the work."""

    desk: IntakeDesk
    worker: IntakeWorker


def _intake(request: Request) -> Intake:
    """Return what takes sources in; nobody gets here without the key."""
    intake = request.app.state.intake
    if intake is None or request.scope.get(PASSED) is not True:
        raise HTTPException(401)
    return cast("Intake", intake)


async def _one_file(request: Request) -> None:
    form = await request.form()
    if len(form.getlist("file")) > 1:
        advice = "Stuur elk document in een eigen aanvraag."
        raise SourceRefused("file", "er is meer dan één bestand gestuurd.", advice)


Operated = Annotated[Intake, Depends(_intake)]

operator_router = APIRouter(
    prefix=PREFIX, responses=EVERY_OTHER, tags=["beheer"], dependencies=[Depends(_KEY)]
)


@operator_router.post(
    "/sources",
    status_code=202,
    summary="Voeg een bron toe",
    description="Stuur een document (`file`) of een webadres (`address`). Het wordt op de "
    "achtergrond gelezen en geïndexeerd; `status_url` zegt hoe ver dat is.",
    operation_id="add_source",
    responses={
        **answered("De bron is aangenomen", ADDED, status=202),
        **documented(400, 401, 413, 422, SourceRefused, *KEY_ROWS, *_BROKEN),
    },
    openapi_extra=asking(ADDING, "multipart/form-data"),
    dependencies=[Depends(_one_file)],
)
def add(form: Annotated[SourceForm, File()], intake: Operated, response: Response) -> AcceptedOut:
    """Keep a document for the worker."""
    if (form.file is None) == (form.address is None):
        advice = "Stuur een document als `file` óf een webadres als `address`."
        raise SourceRefused("file", "er moet precies één document zijn.", advice)
    desk = intake.desk
    said = form.said(desk.settings.corpus_dir, date.today())
    if form.file is not None:
        note = desk.receive_file(form.file.file, form.file.filename, said)
    else:
        note = desk.receive_address(_web_address(form.address or ""), said)
    accepted = AcceptedOut.of(note)
    response.headers["Location"] = accepted.status_url
    return accepted


@operator_router.get(
    "/sources/{source_id}/status",
    operation_id="get_source_status",
    summary="Hoe staat het met een bron?",
    description="Hoe ver het toevoegen of verwijderen is, en als het mislukte waarom.",
    responses={
        **answered("De toestand van de bron", FARING),
        **documented(401, UnknownName, *KEY_ROWS, *_BROKEN),
    },
)
def status(source_id: SourceId, intake: Operated, live: Live) -> SourceStatusOut:
    """Tell how a source fares."""
    return status_of(intake.desk, intake.worker, live, source_id)


@operator_router.delete(
    "/sources/{source_id}",
    status_code=202,
    summary="Verwijder een bron",
    description="De bron gaat met al zijn versies uit de bibliotheek, en op de achtergrond uit de "
    "index; `status_url` zegt wanneer dat is gebeurd.",
    operation_id="remove_source",
    responses={
        **answered("De bron wordt verwijderd", REMOVED, status=202),
        **documented(401, UnknownName, 409, *KEY_ROWS, *_BROKEN),
    },
    response_model=AcceptedOut,
)
def remove(source_id: SourceId, intake: Operated, response: Response) -> Any:
    """Remove a source."""
    try:
        accepted = AcceptedOut.of(intake.desk.remove(source_id))
    except NotRemovable as error:
        return problem_response(STATUSES[409], str(error))
    response.headers["Location"] = accepted.status_url
    return accepted


def _web_address(text: str) -> str:
    address = text.strip()
    if not address.lower().startswith(_WEB) or not address.isprintable() or " " in address:
        advice = "Een webadres begint met https:// of http:// en heeft geen spaties."
        raise SourceRefused("address", "dit is geen webadres.", advice)
    return address
