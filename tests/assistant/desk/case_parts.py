"""Cases for the tests of the desk: questions, what the small corpus finds for them, people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection

from assistant.answers import Message, Question
from assistant.desk.cases import Cases
from assistant.desk.database import Database
from assistant.desk.drafts import Drafts
from assistant.desk.found import found_of, topic_of
from assistant.desk.impact import impact_of
from assistant.desk.nouns import Actor, Case, DraftSentence, Found, HandOver, StaffRole
from assistant.desk.proofreading import Proofreader
from assistant.pipeline import Assistant
from indexer.embedder import Vectors
from tests.assistant.desk.databases import desk_settings
from tests.fakes import HashEmbedder

READER = Actor(name="lezer", role="reader")
EDITOR = Actor(name="behandelaar", role="editor")
OTHER = Actor(name="collega", role="editor")
APPROVER = Actor(name="goedkeurder", role="approver")
SECOND = Actor(name="tweede", role="approver")
ADMIN = Actor(name="beheer", role="admin")

ASKED = "Moet ik een investeerder melden die 15 procent van mijn start-up koopt?"
"""A question that the small corpus answers."""
UNKNOWN = "Hoeveel subsidie krijgt een bakkerij?"
"""A question that the small corpus does not answer."""
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@dataclass
class Clock:
    """Tells a time that only goes on when it is told to."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class RecordingShelf:
    """A library that remembers what was put on it."""

    kept: list[tuple[Case, StaffRole, Vectors, date, int]] = field(default_factory=list)

    def put(
        self,
        connection: Connection,
        case: Case,
        *,
        role: StaffRole,
        vector: Vectors,
        today: date,
        days: int,
    ) -> None:
        assert connection.in_transaction()
        self.kept.append((case, role, vector, today, days))


@dataclass
class Office:
    """A desk over one database, with the assistant of the small corpus beside it."""

    database: Database
    assistant: Assistant
    approvals: int = 1
    clock: Clock = field(default_factory=Clock)
    shelf: RecordingShelf = field(default_factory=RecordingShelf)

    def __post_init__(self) -> None:
        self.cases = Cases(self.database, self.clock)
        self.drafts = Drafts(
            self.database,
            self.cases,
            self.shelf,
            desk_settings(desk_approvals=self.approvals),
            embed=HashEmbedder().embed_queries,
            clock=self.clock,
        )
        self.reader = Proofreader(self.assistant.index)

    def found(self, text: str = ASKED) -> Found:
        return found_of(self.assistant.invoke(Question(text=text)))

    def handed(
        self,
        text: str = ASKED,
        *,
        conversation: tuple[Message, ...] = (),
        name: str = "",
        email: str = "",
        remark: str = "",
    ) -> int:
        """Hand a question over and return the number of its case."""
        answer = self.assistant.invoke(Question(text=text, history=conversation))
        found = found_of(answer)
        handed = HandOver(
            question=text, conversation=conversation, name=name, email=email, remark=remark
        )
        topic, impact = topic_of(answer), impact_of(text, found, topic=topic_of(answer))
        return self.cases.hand_over(handed, found, topic=topic, impact=impact).case_id

    def drafted(self, text: str = ASKED, *, name: str = "") -> Case:
        """Hand a question over, claim it and make a letter of it."""
        number = self.handed(text, name=name)
        self.cases.claim(EDITOR, number)
        return self.made(number)

    def made(self, number: int, *, again: bool = False) -> Case:
        return self.drafts.make(
            EDITOR,
            number,
            self.found(self.cases.get(EDITOR, number).row.question),
            self.reader,
            tone="letter",
            language="nl",
            again=again,
        )

    def keep(self, case: Case) -> Case:
        """Keep every sentence as it stands."""
        for sentence in sentences_of(case):
            self.decide(case, sentence, "kept")
        return self.cases.get(EDITOR, case.row.id)

    def decide(
        self,
        case: Case,
        sentence: DraftSentence,
        decision: str,
        text: str | None = None,
        *,
        remark: str = "",
        actor: Actor = EDITOR,
        reader: Proofreader | None = None,
    ) -> DraftSentence:
        return self.drafts.decide(
            actor,
            case.row.id,
            sentence.id,
            version=sentence.version,
            decision=decision,  # type: ignore[arg-type]  # tests say it with plain words
            text=text,
            remark=remark,
            reader=reader or self.reader,
        )

    def seen(self, case: Case) -> Case:
        return self.cases.get(READER, case.row.id)


def sentences_of(case: Case) -> tuple[DraftSentence, ...]:
    assert case.draft
    return case.draft.sentences
