"""Logging in and out at `/loket/inloggen` and `/loket/uitloggen`.

Passwords are compared in at most two threads at a time: each takes 64 MiB and a tenth of a second
on purpose, and nobody may fill the machine with them. Nothing that is typed here is logged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qs, urlencode

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from indexer.errors import AppError
from ui.access.access import Access
from ui.access.cookies import give_cookie, session_cookie, take_cookie
from ui.access.errors import LoginRefused, TooManyLogins
from ui.access.gate import access_of, actor_of
from ui.access.login_page import NAME, PASSWORD, LoginForm, render_login, render_logout
from ui.access.places import LOGIN, LOGOUT, ONWARD, onward
from ui.problems import problem_of, row_for

_AT_ONCE = 2
_MOST_WAITING = 20
_BUSY_SECONDS = 5
_MOST_BYTES = 16_384
_MOST_FIELDS = 10
_OUT = "uit"


def login_router() -> APIRouter:
    """Make the routes; they stand behind `DeskGate`."""
    router = APIRouter(include_in_schema=False)
    slots = CapacityLimiter(_AT_ONCE)

    @router.get(LOGIN)
    def login_page(naar: str = "", uit: str = "") -> HTMLResponse:
        form = LoginForm(onward=onward(naar), logged_out=bool(uit))
        return HTMLResponse(render_login(form))

    @router.post(LOGIN)
    async def login(request: Request) -> Response:
        body = await request.body()
        if len(body) > _MOST_BYTES:
            return _form_again(LoginForm(problem="Er is te veel ingevuld."), 413)
        fields = _fields(body)
        form = LoginForm(name=fields.get(NAME, ""), onward=onward(fields.get(ONWARD, "")))
        if slots.statistics().tasks_waiting >= _MOST_WAITING:
            return _told(form, TooManyLogins(_BUSY_SECONDS))
        password = fields.get(PASSWORD, "")
        return await to_thread.run_sync(_logged_in, request, form, password, limiter=slots)

    @router.get(LOGOUT)
    def logout_page(request: Request) -> Response:
        actor = actor_of(request)
        return HTMLResponse(render_logout(actor)) if actor else RedirectResponse(LOGIN, 303)

    @router.post(LOGOUT)
    def logout(request: Request) -> Response:
        access, value = access_of(request), session_cookie(request.scope)
        if access and value:
            access.logout(value)
        response = RedirectResponse(f"{LOGIN}?{urlencode({_OUT: '1'})}", 303)
        take_cookie(request.scope, response)
        return response

    return router


def _logged_in(request: Request, form: LoginForm, password: str) -> Response:
    access = access_of(request)
    if access is None:  # pragma: no cover  # the gate has refused it
        return RedirectResponse(LOGIN, 303)
    try:
        value = _session(access, request, form.name, password)
    except AppError as error:
        return _told(form, error)
    response = RedirectResponse(form.onward, 303)
    give_cookie(request.scope, response, value)
    return response


def _session(access: Access, request: Request, name: str, password: str) -> str:
    """Begin a new session, never go on with one that the browser came with."""
    address = request.client.host if request.client else "unknown"
    value = access.login(name, password, address)
    if earlier := session_cookie(request.scope):
        access.logout(earlier)
    return value


def _told(form: LoginForm, error: AppError) -> HTMLResponse:
    """Return the form again, with what is wrong above it."""
    row, seconds = row_for(error), getattr(error, "seconds", None)
    wait = seconds or row.retry_after
    headers = {"Retry-After": str(wait)} if wait else {}
    own = isinstance(error, LoginRefused | TooManyLogins)
    problem = str(error) if own else f"{row.title}. {problem_of(error)['detail']}"
    return _form_again(replace(form, problem=problem), row.status, headers)


def _form_again(
    form: LoginForm, status: int, headers: Mapping[str, str] | None = None
) -> HTMLResponse:
    return HTMLResponse(render_login(form), status, dict(headers or {}))


def _fields(body: bytes) -> dict[str, str]:
    """Read a form; of what is no form nothing is read, nor of one that says a thing twice."""
    try:
        read = parse_qs(
            body.decode("ascii", "replace"),
            keep_blank_values=True,
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:
        return {}
    return {name: values[0] for name, values in read.items() if len(values) == 1}
