"""The routes of the desk over a real desk in a file, with a program for each role."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from assistant.desk.assemble import Desk, open_desk
from assistant.desk.nouns import StaffRole
from tests.assistant.desk.databases import desk_settings
from tests.fakes import HashEmbedder
from tests.ui.access.parts import access_to, keyed
from ui.access.gate import DeskGate
from ui.desk.case_routes import CASES_PER_MINUTE, case_router
from ui.desk.gap_routes import gap_router
from ui.limits import AnswerRate, RateLimit
from ui.live import LiveAssistant
from ui.problem_responses import tell_problems
from ui.routes import PREFIX, router

ASKED = "Moet ik een investeerder melden die 15 procent van mijn start-up koopt?"
"""A question that the small corpus answers."""
UNKNOWN = "Hoeveel subsidie krijgt een bakkerij?"
"""A question that the small corpus does not answer."""

Unhelpful = Callable[[], Iterable[tuple[str, datetime]]]


@dataclass(frozen=True)
class World:
    """A running application, its desk, and keys by role."""

    client: TestClient
    desk: Desk
    keys: dict[StaffRole, str]

    def ask(
        self, method: str, path: str, role: StaffRole | None = "admin", **more: Any
    ) -> Response:
        """Send a request as a program with this role; None sends no key."""
        headers = {"Authorization": f"Bearer {self.keys[role]}"} if role else {}
        return self.client.request(method, f"{PREFIX}{path}", headers=headers, **more)

    def handed(self, question: str = ASKED, **more: Any) -> int:
        """Hand a question over and return the number of its case."""
        reference = self.ask("POST", "/cases", None, json={"question": question, **more}).json()
        found = self.ask("GET", "/cases", params={"q": reference["reference"]}).json()
        number: int = found["cases"][0]["id"]
        return number

    def drafted(self, question: str = ASKED) -> dict[str, Any]:
        """Hand a question over, claim it and make a draft; return the case."""
        number = self.handed(question)
        assert self.ask("POST", f"/cases/{number}/claim").status_code == 200
        made = self.ask("POST", f"/cases/{number}/draft", json={})
        assert made.status_code == 200, made.text
        case: dict[str, Any] = made.json()
        return case

    def approved(self) -> int:
        """Bring a case to its end, and return its number."""
        case = self.drafted()
        number: int = case["row"]["id"]
        for one in case["draft"]["sentences"]:
            done = self.decide(number, one, decision="kept")
            assert done.status_code == 200, done.text
        version = self.ask("GET", f"/cases/{number}").json()["draft"]["version"]
        done = self.ask("POST", f"/cases/{number}/approve", json={"version": version})
        assert done.status_code == 200, done.text
        return number

    def decide(self, number: int, sentence: dict[str, Any], **said: Any) -> Response:
        """Decide on a sentence as it was seen."""
        path = f"/cases/{number}/sentences/{sentence['id']}"
        return self.ask("PATCH", path, json={"version": sentence["version"], **said})


def opened(folder: Path, unhelpful: Unhelpful = tuple, **settings: Any) -> Desk:
    """Open a desk in a folder."""
    embed = HashEmbedder().embed_queries
    return open_desk(desk_settings(**settings), folder, embed=embed, unhelpful=unhelpful)


def application(live: LiveAssistant, desk: Desk | None, per_minute: int = 1_000) -> FastAPI:
    """Make an application of the routes of the desk; limits stand as wide as this."""
    app = FastAPI(telemetry={"auto_configure": False})
    app.state.live, app.state.desk = live, desk
    for one in (router, case_router, gap_router):
        app.include_router(one)
    tell_problems(app)
    for path in CASES_PER_MINUTE:
        app.add_middleware(RateLimit, rate=AnswerRate(per_minute), paths=(path,))
    app.add_middleware(DeskGate, access=access_to(desk.staff) if desk else None)
    return app


def world_of(live: LiveAssistant, desk: Desk) -> World:
    """Serve a desk, and give a program of each role a key."""
    roles: tuple[StaffRole, ...] = ("reader", "editor", "approver", "admin")
    keys: dict[StaffRole, str] = {
        role: keyed(desk.staff, role, f"programma {role}") for role in roles
    }
    client = TestClient(application(live, desk), raise_server_exceptions=False)
    return World(client, desk, keys)
