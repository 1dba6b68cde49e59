"""How a refusal at the gate is told: a page to a person, problem details to a program."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, Response
from starlette.types import Scope

from indexer.errors import AppError
from ui.access.login_page import render_refusal
from ui.problem_responses import problem_response
from ui.problems import problem_of, row_for


def wants_a_page(scope: Scope) -> bool:
    """True for a browser that will show what it gets, not a script that will read it."""
    headers = Headers(scope=scope)
    shown = headers.get("sec-fetch-mode", "navigate") == "navigate"
    return shown and "text/html" in headers.get("accept", "")


def refusal(scope: Scope, error: AppError) -> Response:
    """Return the answer that tells an error of the gate."""
    row, details = row_for(error), problem_of(error)
    retry = {"Retry-After": str(row.retry_after)} if row.retry_after else {}
    headers = {**retry, "Connection": "close"} if scope["method"] == "POST" else retry
    if wants_a_page(scope):
        page = render_refusal(row.title, str(details["detail"]))
        return HTMLResponse(page, row.status, headers)
    if row.status == 401:
        headers = {**headers, "WWW-Authenticate": 'Bearer realm="loket"'}
    return problem_response(row, str(details["detail"]), headers=headers)
