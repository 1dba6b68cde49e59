"""A small server: a desk that keeps what it is given, an assistant that says what it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import SimpleNamespace
from urllib.parse import urlencode

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from assistant.answers import Answer, Question, Status
from assistant.desk.errors import CaseUnknown
from assistant.desk.nouns import CaseState, Found, HandOver, Receipt
from indexer.documents import Role
from indexer.errors import AppError
from tests.ui.answer_parts import answer, exchange, passage
from ui.desk.handover_refused import ReadableRefusals
from ui.desk.handover_routes import serve_handover
from ui.limits import BodyLimit
from ui.problem_responses import tell_problems

QUESTION = "Moet ik een koper uit het buitenland melden?"
REFERENCE = "AAAA-BBBB-CCCC-DDDD"
SENTENCE = "U meldt vooraf."
FORM = {"content-type": "application/x-www-form-urlencoded"}
BODY_BYTES = 262_144


def answered(**changes: object) -> Answer:
    """Make an answer with one sentence and its passage."""
    whole = exchange(passage((Role.ANSWER, SENTENCE))).answer
    assert whole
    return replace(whole, **changes)  # type: ignore[arg-type]


def unanswered(**changes: object) -> Answer:
    """Make the answer that there is none."""
    return answer(status=Status.NO_ANSWER, reply="Dat staat niet in onze bronnen.", **changes)


@dataclass
class FakeCases:
    """Keeps hand-overs in a list; fails when it is told to."""

    kept: list[tuple[HandOver, Found, str, int]] = field(default_factory=list)
    fault: AppError | None = None
    state: CaseState = "new"

    def hand_over(self, handed: HandOver, found: Found, *, topic: str, impact: int) -> Receipt:
        if self.fault:
            raise self.fault
        self.kept.append((handed, found, topic, impact))
        return Receipt(case_id=len(self.kept), reference=REFERENCE)

    def status(self, reference: str) -> tuple[CaseState, datetime]:
        if self.fault:
            raise self.fault
        if reference != REFERENCE:
            raise CaseUnknown(reference)
        return self.state, datetime(2026, 11, 22, 8, 5, tzinfo=UTC)


@dataclass
class FakeLive:
    """Answers every question as `answers` says; remembers what it was asked."""

    answers: Callable[[Question], Answer]
    asked: list[Question] = field(default_factory=list)
    fault: AppError | None = None

    @contextmanager
    def using(self, *, patient: bool = True) -> Iterator[SimpleNamespace]:
        assert not patient
        if self.fault:
            raise self.fault
        yield SimpleNamespace(invoke=self._invoke)

    def _invoke(self, question: Question) -> Answer:
        self.asked.append(question)
        return self.answers(question)


@dataclass
class World:
    """The server and what stands behind it."""

    cases: FakeCases
    live: FakeLive
    app: FastAPI
    client: TestClient

    def post(self, path: str, *pairs: tuple[str, str], taal: str = "nl") -> Response:
        """Post a form."""
        return self.client.post(f"{path}?taal={taal}", content=urlencode(pairs), headers=FORM)


def world(
    answers: Callable[[Question], Answer] = lambda _: answered(),
    *,
    desk: bool = True,
    per_minute: int = 1_000,
) -> World:
    """Build a server with the limits and the refusals around it, as the real one has them."""
    cases, live, app = FakeCases(), FakeLive(answers), FastAPI()
    settings = SimpleNamespace(open_case_days=365, case_days=730)
    app.state.desk = SimpleNamespace(cases=cases, settings=settings) if desk else None
    app.state.live = live
    serve_handover(app, answers_per_minute=per_minute)
    tell_problems(app)
    app.add_middleware(BodyLimit, most_bytes=BODY_BYTES)
    app.add_middleware(ReadableRefusals)
    return World(cases, live, app, TestClient(app, raise_server_exceptions=False))
