"""Files of the desk: the letter of an approved case, and the whole of a case or an answer.

All are sent to be saved, never shown in our own pages. That a case left the desk stands in the
audit trail.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from assistant.desk import audit
from assistant.desk.assemble import Desk
from assistant.desk.case_file import answer_bundle, case_bundle
from assistant.desk.case_rows import audit_subject
from assistant.desk.errors import CaseErased, CaseUnknown, DeskRefused
from assistant.desk.letter import letter_of
from assistant.desk.letter_text import to_html, to_markdown
from assistant.desk.letter_word import to_word
from assistant.desk.nouns import Actor, Case
from indexer.sources import Source
from ui.desk.case_access import FOR_STAFF, KEY, CaseId, OurDesk, Reader
from ui.desk.openapi_desk import HTML, MARKDOWN, WORD, ZIP, files_documented
from ui.openapi_answer_examples import QUESTIONS
from ui.openapi_parts import asking
from ui.openapi_problems import EVERY_OTHER, NO_ANSWER, NOT_NOW, documented
from ui.request_schemas import AnswerRequest
from ui.routes import PREFIX, Live

ANSWER_FILE = "/answers/file"
_MOST_LINES = 100_000  # of the audit trail; of one case there are never so many

Sources = Mapping[str, Source]


class Format(StrEnum):
    """The forms of a case outside the desk."""

    WORD = "docx"
    MARKDOWN = "md"
    HTML = "html"
    FILE = "zip"


export_router = APIRouter(prefix=PREFIX, responses=EVERY_OTHER, tags=["loket"])


def _word(_: Desk, case: Case, sources: Sources) -> bytes:
    return to_word(letter_of(case, sources))


def _markdown(_: Desk, case: Case, sources: Sources) -> bytes:
    return to_markdown(letter_of(case, sources)).encode()


def _html(_: Desk, case: Case, sources: Sources) -> bytes:
    return to_html(letter_of(case, sources)).encode()


def _file(desk: Desk, case: Case, sources: Sources) -> bytes:
    lines = audit.entries(desk.database, subject=audit_subject(case.row.id), limit=_MOST_LINES)
    return case_bundle(case, lines, sources)


_MAKERS: Mapping[Format, tuple[str, Callable[[Desk, Case, Sources], bytes]]] = {
    Format.WORD: (WORD, _word),
    Format.MARKDOWN: (f"{MARKDOWN}; charset=utf-8", _markdown),
    Format.HTML: (f"{HTML}; charset=utf-8", _html),
    Format.FILE: (ZIP, _file),
}


@export_router.get(
    "/cases/{case_id}/export",
    operation_id="export_case",
    summary="Haal een zaak op als bestand",
    description="`docx`, `md` en `html`: de brief, met alleen goedgekeurde zinnen; daarvoor moet "
    "de zaak zijn goedgekeurd. `zip`: het dossier, met de hele zaak als JSON en als HTML.",
    response_class=Response,
    responses={
        **files_documented("Het bestand", letters=True),
        **documented(422, CaseUnknown, CaseErased, DeskRefused, *FOR_STAFF, *NOT_NOW),
    },
    dependencies=[Depends(KEY)],
)
def export(
    case_id: CaseId,
    actor: Reader,
    desk: OurDesk,
    live: Live,
    form: Annotated[
        Format, Query(alias="format", description="In welke vorm: docx, md, html of zip.")
    ] = Format.WORD,
) -> Response:
    """Send a case as a file."""
    case = desk.cases.get(actor, case_id)
    with live.using() as assistant:
        sources = assistant.index.sources
    media_type, make = _MAKERS[form]
    content = make(desk, case, sources)
    _note(desk, actor, case_id, form)
    return file_response(content, media_type, f"zaak-{case_id}.{form.value}")


@export_router.post(
    ANSWER_FILE,
    operation_id="get_answer_file",
    summary="Haal een antwoord op als dossier",
    description="De vraag wordt beantwoord, en vraag, antwoord, zekerheid per zin en passages met "
    "hun digest komen als één zip met JSON en HTML. Er wordt niets bewaard. `loket replay` stelt "
    "de vraag later opnieuw en laat de verschillen zien.",
    response_class=Response,
    responses={
        **files_documented("Het dossier", letters=False),
        **documented(400, 413, 422, 429, *NO_ANSWER),
    },
    openapi_extra=asking(QUESTIONS),
)
def answer_file(asked: AnswerRequest, live: Live) -> Response:
    """Send an answer as a file."""
    question = asked.as_question()
    with live.using() as assistant:
        content = answer_bundle(question, assistant.invoke(question))
    return file_response(content, ZIP, "antwoord.zip")


def file_response(content: bytes, media_type: str, name: str) -> Response:
    """Return a file that a browser saves."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(content, media_type=media_type, headers=headers)


def _note(desk: Desk, actor: Actor, case_id: int, form: Format) -> None:
    """Write down that the text of a case left the desk."""
    database = desk.database
    with database.writing() as connection:
        audit.record(
            connection, database.keys, actor.name, f"exported {form.value}", audit_subject(case_id)
        )
