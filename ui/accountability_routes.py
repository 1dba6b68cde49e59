"""`/verantwoording`: the account of this server, made anew for each visitor who asks for it."""

from __future__ import annotations

from datetime import date

from fastapi import FastAPI
from starlette.responses import HTMLResponse

from indexer.errors import AppError
from ui.accountability import Account, Built, account_of, holdings_of
from ui.accountability_page import render_account, render_not_now
from ui.accountability_sections import sections_of
from ui.live import LiveAssistant
from ui.problems import row_for
from ui.settings import UiSettings

ADDRESS = "/verantwoording"
_NOT_KEPT = {"Cache-Control": "no-store"}


def serve_accountability(app: FastAPI, live: LiveAssistant, settings: UiSettings) -> None:
    """Add the page to the application."""

    def page() -> HTMLResponse:
        try:
            account = _account(app, live, settings)
        except AppError as error:
            row = row_for(error)
            again = {"Retry-After": str(row.retry_after)} if row.retry_after else {}
            return HTMLResponse(
                render_not_now(row.title, row.way_out or ""),
                status_code=503,
                headers=_NOT_KEPT | again,
            )
        return HTMLResponse(render_account(sections_of(account)), headers=_NOT_KEPT)

    app.add_api_route(ADDRESS, page, methods=["GET"], include_in_schema=False)


def _account(app: FastAPI, live: LiveAssistant, settings: UiSettings) -> Account:
    """Gather the account.

    Raises:
        AppError: no index is open.
    """
    today = date.today()
    with live.using(patient=False) as assistant:
        index = assistant.index
        built = Built(
            model=index.manifest.model,
            version=index.manifest.build_id,
            at=index.manifest.built_at,
        )
        holdings = holdings_of(index.passages, index.sources.values(), today)
    desk = getattr(app.state, "desk", None)
    periods = desk.settings if desk else None
    return account_of(built, holdings, live.settings, settings, today, periods)
