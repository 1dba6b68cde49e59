"""The REST application: routes, documentation, limits, and what every response carries."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from ui.docs_page import serve_docs
from ui.headers import SecurityHeaders
from ui.limits import AnswerRate, BodyLimit, RateLimit
from ui.live import LiveAssistant
from ui.problem_responses import tell_problems
from ui.routes import ANSWERS, PREFIX, STREAM, router
from ui.settings import UiSettings

_ABOUT = (
    "Vragen over economische veiligheid, beantwoord uit bronnen: elke zin bewezen. "
    "Fouten komen als problem details (RFC 9457)."
)

Alongside = Callable[[], AbstractAsyncContextManager[None]]
"""Something that runs while the application runs."""


@asynccontextmanager
async def _nothing() -> AsyncIterator[None]:
    yield


def create_app(
    live: LiveAssistant, settings: UiSettings, *, alongside: Alongside = _nothing
) -> FastAPI:
    """Build the application.

    Args:
        live: the assistant; it opens its index in the background once the application runs.
        settings: the limits, and how often to look for a new index.
        alongside: entered when the application starts, left when it stops: the chat page.
    """

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        with live.watching(settings.watch_seconds):
            async with alongside():
                yield

    app = FastAPI(
        title="Loketwijzer",
        description=_ABOUT,
        version=version("loketwijzer"),
        lifespan=running,
        docs_url=None,
        redoc_url=None,
        # FastAPI can report to OpenTelemetry, bodies of refused requests among it. Not ours.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.live = live
    app.include_router(router)
    serve_docs(app)
    tell_problems(app)
    app.add_middleware(
        RateLimit,
        rate=AnswerRate(settings.answers_per_minute),
        paths=(PREFIX + ANSWERS, PREFIX + STREAM),
    )
    app.add_middleware(BodyLimit, most_bytes=settings.body_bytes)
    app.add_middleware(SecurityHeaders)
    return app
