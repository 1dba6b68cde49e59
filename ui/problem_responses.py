"""Problem details over HTTP: every error of REST leaves through here, never a stack trace."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from indexer.errors import AppError
from ui.headers import DATA
from ui.problems import MEDIA_TYPE, STATUSES, Row, problem, problem_of, row_for
from ui.validation import faults

_MOST_FAULTS = 20


def _respond(details: Mapping[str, Any], headers: Mapping[str, str]) -> Response:
    # The headers stand here too: the answer to a crash is made outside every middleware.
    return Response(
        json.dumps(details, ensure_ascii=False),
        status_code=details["status"],
        media_type=MEDIA_TYPE,
        headers={**DATA, **headers},
    )


def problem_response(
    row: Row, detail: str | None = None, *, headers: Mapping[str, str] | None = None, **more: Any
) -> Response:
    """Return the response for a row of the table."""
    retry = {"Retry-After": str(row.retry_after)} if row.retry_after else {}
    return _respond(problem(row, detail, **more), {**retry, **(headers or {})})


def _app_error(_: Request, error: Exception) -> Response:
    if not isinstance(error, AppError):  # pragma: no cover  # only registered for AppError
        raise error
    row = row_for(error)
    headers = {"WWW-Authenticate": 'Bearer realm="loket"'} if row.status == 401 else None
    return problem_response(row, problem_of(error)["detail"], headers=headers)


def _invalid(_: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):  # pragma: no cover  # as above
        raise error
    found = faults(error.errors())
    unreadable = any(fault["type"] == "json_invalid" for fault in error.errors())
    row = STATUSES[400] if unreadable else STATUSES[422]
    first = found[0]
    detail = None if unreadable else f"{first['where']}: {first['problem']}."
    return problem_response(row, detail, errors=found[:_MOST_FAULTS])


def _http(_: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):  # pragma: no cover  # as above
        raise error
    row = STATUSES.get(error.status_code)
    if row is None:
        row = Row(error.status_code, f"http-{error.status_code}", "De aanvraag is geweigerd")
    return problem_response(row, headers=error.headers)


def _crash(_: Request, __: Exception) -> Response:
    # Starlette raises the error again after this response, so the server logs its traceback.
    return problem_response(STATUSES[500])


def tell_problems(app: FastAPI) -> None:
    """Make the application answer every error with problem details."""
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _crash)
