"""The check at `/check`: a form, and the list that its answers lead to.

The answers come in the body of the request, are used once and are gone: they are neither stored
nor logged, and the page may not be kept by the browser either.
"""

from __future__ import annotations

import logging
from datetime import date
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from assistant.answers import Language
from assistant.check.checklist import checklist
from assistant.check.questions import Answers
from assistant.check.reading import load_check
from indexer.errors import AppError
from ui.check_page import CHECK, Filled, render_form
from ui.check_result import Result, render_result
from ui.check_texts import CHECK_TEXTS
from ui.errors import NotReady
from ui.live import LiveAssistant
from ui.problems import one_line
from ui.routes import Live

logger = logging.getLogger(__name__)
router = APIRouter(include_in_schema=False)

Spoken = Annotated[str, Query()]
_NOT_KEPT = {"Cache-Control": "no-store"}
_MOST_ANSWERS = 100
_RETRY_SECONDS = 5


@router.get(CHECK)
def check_form(taal: Spoken = "nl") -> HTMLResponse:
    """Show the five questions."""
    page = render_form(load_check(), _language(taal), Filled())
    return HTMLResponse(page, headers=_NOT_KEPT)


@router.post(CHECK)
async def check_list(request: Request, live: Live, taal: Spoken = "nl") -> HTMLResponse:
    """Show the list, or the form with what is wrong and the answers that were given."""
    answers = _answers(await request.body())
    return await run_in_threadpool(_answered, answers, live, _language(taal))


def _answered(answers: Answers, live: LiveAssistant, language: Language) -> HTMLResponse:
    check, texts = load_check(), CHECK_TEXTS[language]
    missing = check.unanswered(answers)
    if missing or check.unknown(answers):
        problem = texts.unknown if check.unknown(answers) else ""
        filled = Filled(answers=answers, problem=problem, missing=missing)
        return HTMLResponse(render_form(check, language, filled), 422, _NOT_KEPT)
    try:
        with live.using(patient=False) as assistant:
            found = checklist(answers, assistant.index, language)
    except AppError as error:
        starting = isinstance(error, NotReady)
        if not starting:
            logger.warning("De check kan geen lijst maken: %s", one_line(error))
        filled = Filled(answers=answers, problem=texts.starting if starting else texts.unavailable)
        headers = _NOT_KEPT | {"Retry-After": str(_RETRY_SECONDS)}
        return HTMLResponse(render_form(check, language, filled), 503, headers)
    page = render_result(Result(check=check, answers=answers, checklist=found), date.today())
    return HTMLResponse(page, headers=_NOT_KEPT)


def _language(asked: str) -> Language:
    return "en" if asked == "en" else "nl"


def _answers(body: bytes) -> Answers:
    """Read a form; what is no form holds no answers."""
    try:
        pairs = parse_qsl(body.decode("ascii", "replace"), max_num_fields=_MOST_ANSWERS)
    except ValueError:
        return {}
    answers: dict[str, frozenset[str]] = {}
    for name, value in pairs:
        answers[name] = answers.get(name, frozenset()) | {value}
    return answers
