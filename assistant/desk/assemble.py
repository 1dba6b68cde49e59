"""READ THIS FIRST: settings and a data folder become the desk, with what each part needs.

hand over (cases) -> draft and decide (drafts) -> approve -> verified answers (library) and letters;
what no source covers (gaps); who may (staff); every act in the audit trail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.desk.cases import Cases
from assistant.desk.database import Database, open_database
from assistant.desk.drafts import Drafts
from assistant.desk.gaps import Gaps
from assistant.desk.library import Library
from assistant.desk.settings import DeskSettings
from assistant.desk.staff import Staff
from indexer.embedder import Vectors

Remarks = Callable[[], Iterable[tuple[str, datetime]]]
"""Gives the questions whose answers did not help, and when they were asked."""
Embed = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All parts of the desk over one database."""

    settings: DeskSettings
    database: Database
    cases: Cases
    drafts: Drafts
    library: Library
    gaps: Gaps
    staff: Staff

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def open_desk(
    settings: DeskSettings,
    data_dir: Path,
    *,
    embed: Embed,
    unhelpful: Remarks = tuple,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Desk:
    """Put the desk together. A database that cannot be reached now is tried again at each use.

    Args:
        settings: its key, its database and its periods.
        data_dir: the folder in which a SQLite file may stand.
        embed: embeds questions (shape: texts, dimensions).
        unhelpful: gives the questions of which visitors said that the answer did not help.
        clock: says what time it is, in UTC.

    Raises:
        DeskOff: the settings hold no key.
        DeskKeyWrong: the database was made with another key.
    """
    database = open_database(settings, data_dir, patient=True)
    cases = Cases(database, clock)
    library = Library(database, clock)
    return Desk(
        settings=settings,
        database=database,
        cases=cases,
        drafts=Drafts(database, cases, library, settings, embed=embed, clock=clock),
        library=library,
        gaps=Gaps(database, unhelpful, embed),
        staff=Staff(database, clock),
    )
