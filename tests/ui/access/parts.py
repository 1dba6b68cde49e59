"""What the tests of the door share: accounts in a database, and an application behind the gate."""

from __future__ import annotations

from typing import Annotated, Any

from argon2 import PasswordHasher
from fastapi import Depends, FastAPI, Request
from fastapi.testclient import TestClient

from assistant.desk.nouns import Actor, StaffRole
from assistant.desk.staff import Staff
from tests.assistant.desk.databases import desk_settings
from ui.access.access import Access
from ui.access.attempts import Attempts
from ui.access.cookies import session_cookie
from ui.access.gate import DeskGate, actor_of, allowed
from ui.access.login_routes import login_router
from ui.access.passwords import Passwords
from ui.access.tokens import digest, new_key
from ui.headers import SecurityHeaders
from ui.problem_responses import tell_problems

NAME = "Noor de Wit"
PASSWORD = "vier fietsen in de regen"  # noqa: S105  # of the tests
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
LOGIN = "/loket/inloggen"
LOGOUT = "/loket/uitloggen"
OURS = {"Origin": "http://testserver"}
"""What a browser sends along with a form of our own page."""
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def access_to(staff: Staff, *, attempts: Attempts | None = None, **settings: Any) -> Access:
    """Return the access to a desk, with hashes that take no time."""
    return Access(staff, desk_settings(**settings), passwords=Passwords(CHEAP), attempts=attempts)


def hired(staff: Staff, name: str = NAME, role: StaffRole = "editor") -> Staff:
    """Add a member of staff with the password of the tests; the very first one becomes admin."""
    staff.add("proef", name, role, Passwords(CHEAP).hash(PASSWORD))
    return staff


def keyed(staff: Staff, role: StaffRole, name: str = "zaaksysteem") -> str:
    """Give a program a key."""
    key = new_key()
    staff.add_key(Actor(name="proef", role="admin"), name, role, digest(key))
    return key


def application(access: Access | None) -> FastAPI:
    """Make an application with a page, files, handlers and routes, all of which tell who asks."""
    app = FastAPI()
    app.include_router(login_router())

    @app.get("/")
    @app.get("/loket/")
    @app.get("/loket/zaken")
    @app.get("/loket/assets/index.js")
    @app.post("/loket/gradio_api/queue/join")
    def told(request: Request) -> dict[str, str | None]:
        actor = actor_of(request)
        return {"actor": actor.name if actor else None, "cookie": session_cookie(request.scope)}

    @app.get("/api/v1/cases")
    def cases(actor: Annotated[Actor, Depends(allowed("read"))]) -> str:
        return actor.name

    @app.post("/api/v1/cases/1/approve")
    def approve(actor: Annotated[Actor, Depends(allowed("approve"))]) -> str:
        return actor.name

    tell_problems(app)
    app.add_middleware(DeskGate, access=access)
    app.add_middleware(SecurityHeaders)
    return app


def client_of(access: Access | None, base_url: str = "http://testserver") -> TestClient:
    """Return a browser that follows no redirects by itself."""
    return TestClient(
        application(access),
        base_url=base_url,
        headers=BROWSER,
        follow_redirects=False,
        raise_server_exceptions=False,
    )


def log_in(client: TestClient, name: str = NAME, password: str = PASSWORD, **more: str) -> Any:
    """Send the form of the login page, as a browser does."""
    form = {"naam": name, "wachtwoord": password, **more}
    origin = {"Origin": str(client.base_url)}
    return client.post(LOGIN, data=form, headers=origin)
