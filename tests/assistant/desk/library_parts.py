"""A desk with the real library on its shelf, and the questions that are asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from assistant.answers import Answer, Language
from assistant.assemble import assemble
from assistant.desk.database import Database
from assistant.desk.library import Library
from assistant.desk.nouns import Case, VerifiedEntry
from assistant.desk.tables import verified
from assistant.desk.verified_rows import entry_of
from assistant.pipeline import Assistant
from assistant.search import Search
from assistant.settings import AssistantSettings
from assistant.verified import VerifiedAnswer
from indexer.index import Index
from tests.assistant.desk.case_parts import APPROVER, ASKED, Clock, Office
from tests.conftest import TODAY
from tests.fakes import loose_confidence


@dataclass
class Shelved:
    """An office whose approved answers go to a library."""

    database: Database
    assistant: Assistant
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.library = Library(self.database, self.clock)
        shelf: Any = self.library
        self.office = Office(self.database, self.assistant, clock=self.clock, shelf=shelf)

    @property
    def index(self) -> Index:
        return self.assistant.index

    def approved(self, text: str = ASKED) -> Case:
        return self.approve(self.office.keep(self.office.drafted(text)))

    def approve(self, case: Case) -> Case:
        return self.office.drafts.approve(APPROVER, case.row.id, self.office.reader)

    def found(
        self, text: str = ASKED, *, index: Index | None = None, language: Language = "nl"
    ) -> VerifiedAnswer | None:
        """Look a question up with a library that has just been opened."""
        index = index or self.index
        vector = Search(index, candidates=5).embed(text)
        return Library(self.database, self.clock).find(text, vector, language, index)

    def asked(self, text: str = ASKED, *, index: Index | None = None) -> Answer:
        """Ask an assistant that answers from the library first."""
        settings = AssistantSettings(_env_file=None)
        library = Library(self.database, self.clock)
        index = index or self.index
        return assemble(
            index, settings, loose_confidence(), today=lambda: TODAY, verified=library
        ).invoke(text)

    def entries(self) -> tuple[VerifiedEntry, ...]:
        with self.database.reading() as connection:
            return tuple(map(entry_of, connection.execute(select(verified))))

    def count(self) -> int:
        with self.database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(verified)) or 0
