"""The REST application: routes, documentation, limits, and what every response carries."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from importlib.metadata import version

from fastapi import FastAPI

from indexer.settings import IndexSettings
from ui.accountability_routes import serve_accountability
from ui.assets import serve_assets
from ui.check_routes import router as check_router
from ui.docs_page import serve_docs
from ui.feedback_retention import letting_go
from ui.feedback_routes import FEEDBACK, PER_MINUTE, feedback_router
from ui.feedback_store import FOLDER, FeedbackStore
from ui.headers import SecurityHeaders
from ui.intake_desk import Desk
from ui.intake_jobs import IntakeWorker
from ui.limits import AnswerRate, BodyLimit, RateLimit, Uploads
from ui.live import LiveAssistant
from ui.openai_errors import speak_openai
from ui.openai_routes import CHAT
from ui.openai_routes import router as openai_router
from ui.openapi_document import ABOUT, SERVERS, TAGS, completed
from ui.operator_key import OperatorGate, check_key
from ui.operator_routes import Intake, operator_router
from ui.problem_responses import tell_problems
from ui.routes import ANSWERS, PREFIX, STREAM, router
from ui.settings import UiSettings, read_settings

Alongside = Callable[[], AbstractAsyncContextManager[None]]
"""Something that runs while the application runs."""


@asynccontextmanager
async def _nothing() -> AsyncIterator[None]:
    yield


def create_app(
    live: LiveAssistant,
    settings: UiSettings,
    *,
    alongside: Alongside = _nothing,
    index_settings: IndexSettings | None = None,
) -> FastAPI:
    """Build the application.

    Args:
        live: the assistant; it opens its index in the background once the application runs.
        settings: the limits, and how often to look for a new index.
        alongside: entered when the application starts, left when it stops: the chat page.
        index_settings: where sources are added when there is an operator's key; None reads them
            from the environment, as the server does.

    Raises:
        SettingsInvalid: the operator's key is too short, or a setting of the index is wrong.
    """
    key = settings.operator_key.get_secret_value()
    check_key(key)
    intake = _intake(live, index_settings or read_settings(IndexSettings)) if key else None

    # Beside the library, in the data folder.
    feedback = FeedbackStore(live.library_dir.with_name(FOLDER), settings.feedback_days)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        # The worker stops before the assistant that it renews is closed.
        working = intake.worker.working() if intake else nullcontext()
        with live.watching(settings.watch_seconds), working:
            async with letting_go(feedback), alongside():
                yield

    app = FastAPI(
        title="Loketwijzer",
        description=ABOUT,
        openapi_tags=TAGS,
        servers=SERVERS,
        version=version("loketwijzer"),
        lifespan=running,
        docs_url=None,
        redoc_url=None,
        # FastAPI can report to OpenTelemetry, bodies of refused requests among it. Not ours.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.live = live
    app.state.intake = intake
    app.state.feedback = feedback
    app.include_router(router)
    app.include_router(feedback_router)
    app.include_router(operator_router)
    app.include_router(openai_router)
    app.include_router(check_router)
    routers = (router, feedback_router, operator_router, openai_router)
    completed(app, [route for one in routers for route in one.routes])
    serve_docs(app)
    serve_assets(app)
    serve_accountability(app, live, settings)
    tell_problems(app)
    app.add_middleware(
        RateLimit,
        rate=AnswerRate(settings.answers_per_minute),
        paths=(PREFIX + ANSWERS, PREFIX + STREAM, CHAT),
    )
    app.add_middleware(RateLimit, rate=AnswerRate(PER_MINUTE), paths=(PREFIX + FEEDBACK,))
    app.add_middleware(
        BodyLimit,
        most_bytes=settings.body_bytes,
        uploads=Uploads(f"{PREFIX}/sources", settings.upload_megabytes),
    )
    app.add_middleware(OperatorGate, key=key)  # outside the limit: it refuses bodies unread
    speak_openai(app)  # outside the limits: their refusals are told in its shape too
    app.add_middleware(SecurityHeaders)
    return app


def _intake(live: LiveAssistant, index_settings: IndexSettings) -> Intake:
    desk = Desk(index_settings)
    return Intake(desk, IntakeWorker(desk, live))
