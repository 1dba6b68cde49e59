"""The REST application: routes, documentation, limits, and what every response carries."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from assistant.desk.assemble import Desk
from indexer.settings import IndexSettings
from ui.access.access import Access
from ui.access.gate import DeskGate
from ui.access.login_routes import login_router
from ui.accountability_routes import serve_accountability
from ui.assets import serve_assets
from ui.check_routes import router as check_router
from ui.desk.case_export import ANSWER_FILE
from ui.desk.case_routes import CASES_PER_MINUTE, case_router
from ui.desk.daily import keeping_house
from ui.desk.gap_routes import gap_router
from ui.desk.handover_refused import ReadableRefusals
from ui.desk.handover_routes import serve_handover
from ui.docs_page import serve_docs
from ui.feedback_retention import letting_go
from ui.feedback_routes import FEEDBACK, PER_MINUTE, feedback_router
from ui.feedback_store import FOLDER, FeedbackStore
from ui.headers import SecurityHeaders
from ui.intake_desk import IntakeDesk
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
    desk: Desk | None = None,
) -> FastAPI:
    """Build the application.

    Args:
        live: the assistant; it opens its index in the background once the application runs.
        settings: the limits, and how often to look for a new index.
        alongside: entered when the application starts, left when it stops: the chat page.
        index_settings: where sources are added when there is an operator's key; None reads them
            from the environment, as the server does.
        desk: where cases are kept; None when this installation has no desk.

    Raises:
        SettingsInvalid: the operator's key is too short, or a setting of the index is wrong.
    """
    key = settings.operator_key.get_secret_value()
    check_key(key)
    taken_in = key or desk
    intake = _intake(live, index_settings or read_settings(IndexSettings)) if taken_in else None
    access = Access(desk.staff, desk.settings) if desk else None

    # Beside the library, in the data folder.
    feedback = FeedbackStore(live.library_dir.with_name(FOLDER), settings.feedback_days)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        # The worker stops before the assistant that it renews is closed.
        async with AsyncExitStack() as until:
            until.enter_context(live.watching(settings.watch_seconds))
            if intake:
                until.enter_context(intake.worker.working())
            await until.enter_async_context(letting_go(feedback))
            if desk:
                await until.enter_async_context(keeping_house(desk, live))
            await until.enter_async_context(alongside())
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
    app.state.desk = desk
    _include(app, live, settings)
    _guard(app, settings, access)
    return app


def _include(app: FastAPI, live: LiveAssistant, settings: UiSettings) -> None:
    """Give the application its routes and pages."""
    described = (
        router,
        feedback_router,
        operator_router,
        openai_router,
        case_router,
        gap_router,
    )
    for one in (*described, check_router, login_router()):
        app.include_router(one)
    serve_handover(app, answers_per_minute=settings.answers_per_minute)
    completed(app, [route for one in described for route in one.routes])
    serve_docs(app)
    serve_assets(app)
    serve_accountability(app, live, settings)
    tell_problems(app)


def _guard(app: FastAPI, settings: UiSettings, access: Access | None) -> None:
    """Put the limits around the routes, from the inside out."""
    app.add_middleware(
        RateLimit,
        rate=AnswerRate(settings.answers_per_minute),
        paths=(PREFIX + ANSWERS, PREFIX + STREAM, PREFIX + ANSWER_FILE, CHAT),
    )
    for path, per_minute in {PREFIX + FEEDBACK: PER_MINUTE, **CASES_PER_MINUTE}.items():
        app.add_middleware(RateLimit, rate=AnswerRate(per_minute), paths=(path,))
    app.add_middleware(
        BodyLimit,
        most_bytes=settings.body_bytes,
        uploads=Uploads(f"{PREFIX}/sources", settings.upload_megabytes),
    )
    # Outside the limit: these two refuse bodies unread.
    app.add_middleware(
        OperatorGate,
        key=settings.operator_key.get_secret_value(),
        is_admin_key=access.is_admin_key if access else None,
    )
    app.add_middleware(DeskGate, access=access)
    app.add_middleware(ReadableRefusals)
    speak_openai(app)  # outside the limits: their refusals are told in its shape too
    app.add_middleware(SecurityHeaders)


def _intake(live: LiveAssistant, index_settings: IndexSettings) -> Intake:
    desk = IntakeDesk(index_settings)
    return Intake(desk, IntakeWorker(desk, live))
