"""THE GAP REGISTER: what people asked and no source covers, questions about one thing together.

It is worked out anew each time, so a question that was erased is gone from it too; only who takes
care of a gap is stored.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy import delete, insert, select

from assistant.answers import Language, Status
from assistant.desk import audit, tables
from assistant.desk.case_rows import allow, text_of
from assistant.desk.database import Database
from assistant.desk.errors import DeskKeyWrong, DeskRefused
from assistant.desk.gap_clusters import clusters, empty_questions, most_central, without_form
from assistant.desk.impersonal import impersonal
from assistant.desk.markup import clean
from assistant.desk.nouns import Actor, Gap
from assistant.happening import is_happening
from assistant.language import detect_language
from indexer.embedder import Vectors
from indexer.errors import AppError

_log = logging.getLogger(__name__)

MOST_QUESTIONS = 2_000
"""The newest so many are clustered: beyond them it would take long, and old gaps tell little."""
MOST_EXAMPLES = 5
MAX_OWNER = 100

_UNCOVERED = (Status.NO_ANSWER.value, Status.PARTIAL.value)
_KEY_LETTERS = 20


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that was not covered, without personal data."""

    text: str
    at: datetime


class Gaps:
    """What no source covers. Safe to share between threads."""

    def __init__(
        self,
        database: Database,
        feedback: Callable[[], Iterable[tuple[str, datetime]]],
        embed: Callable[[Sequence[str]], Vectors],
    ) -> None:
        """Take where cases are, and where to hear of answers that did not help.

        Args:
            database: holds the cases and the owners of gaps.
            feedback: gives the questions whose answers did not help, and when (UTC).
            embed: embeds questions (shape: texts, dimensions; vectors of length 1).
        """
        self._database = database
        self._feedback = feedback
        self._embed = embed
        self._empty: Vectors | None = None
        self._known: dict[str, Vectors] = {}  # only of questions that are still there
        self._one_at_a_time = threading.Lock()

    def register(self, actor: Actor) -> tuple[Gap, ...]:
        """Return the gaps, those that most people asked about first.

        Raises:
            NotAllowed: the actor may not read cases.
            DeskUnavailable: the database is gone.
        """
        allow(actor, "read")
        asked, owners = self._asked(), self._owners()
        with self._one_at_a_time:
            vectors = self._vectors([one.text for one in asked])
        found = [self._gap(asked, vectors, group, owners) for group in clusters(vectors)]
        return tuple(sorted(found, key=lambda gap: (-gap.count, -gap.last.timestamp(), gap.key)))

    def set_owner(self, actor: Actor, key: str, owner: str) -> None:
        """Write down who takes care of a gap; an empty name takes the owner away.

        Raises:
            NotAllowed: the actor may not handle cases.
            DeskRefused: there is no such gap, or the name is too long or cannot be printed.
            DeskUnavailable: the database is gone.
        """
        allow(actor, "edit")
        owner = owner.strip()
        if len(owner) > MAX_OWNER or not owner.isprintable():
            raise DeskRefused(f"Een naam is één regel van hoogstens {MAX_OWNER} tekens.")
        if key not in {gap.key for gap in self.register(actor)}:
            raise DeskRefused("Dit gat is er niet meer. Haal de lijst opnieuw op.")
        table = tables.gap_owners
        with self._database.writing() as connection:
            connection.execute(delete(table).where(table.c.key == key))
            if owner:
                connection.execute(insert(table).values(key=key, owner=owner))
            audit.record(
                connection, self._database.keys, actor.name, "gap owned", f"gap {key}", owner
            )

    def _gap(
        self,
        asked: Sequence[_Asked],
        vectors: Vectors,
        group: Sequence[int],
        owners: dict[str, str],
    ) -> Gap:
        texts = list(dict.fromkeys(asked[place].text for place in most_central(vectors, group)))
        first = min((asked[place] for place in group), key=lambda one: (one.at, one.text))
        key = self._database.keys.digest("gap", first.text)[:_KEY_LETTERS]
        return Gap(
            key=key,
            label=texts[0],
            count=len(group),
            examples=tuple(texts[:MOST_EXAMPLES]),
            first=first.at,
            last=max(asked[place].at for place in group),
            owner=owners.get(key, ""),
        )

    def _asked(self) -> list[_Asked]:
        found = [*self._of_cases(), *self._of_feedback()]
        newest = sorted(found, key=lambda one: (one.at, one.text))[-MOST_QUESTIONS:]
        # Somebody who may be in danger is helped through the case; no list need repeat the words.
        return [one for one in newest if one.text.strip() and not is_happening(one.text)]

    def _of_cases(self) -> Iterator[_Asked]:
        table = tables.cases
        query = (
            select(table)
            .where(
                table.c.status.in_(_UNCOVERED),
                table.c.wrapped_key.is_not(None),
                table.c.body.is_not(None),
            )
            .order_by(table.c.created_at.desc())
            .limit(MOST_QUESTIONS)
        )
        with self._database.reading() as connection:
            for columns in connection.execute(query):
                try:
                    handed = text_of(columns, self._database.keys).handed
                except DeskKeyWrong:
                    _log.warning("case %s cannot be opened for the gap register", columns.id)
                    continue
                yield _asked(handed.question, columns.created_at, handed.name)

    def _of_feedback(self) -> Iterator[_Asked]:
        try:
            for question, at in self._feedback():
                yield _asked(question, at)
        except AppError as error:  # the register goes on with the cases
            _log.warning("feedback cannot be read for the gap register: %s", type(error).__name__)

    def _owners(self) -> dict[str, str]:
        table = tables.gap_owners
        with self._database.reading() as connection:
            return {row.key: row.owner for row in connection.execute(select(table))}

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        """Return what questions are about; whatever is no longer asked is forgotten."""
        if self._empty is None:
            self._empty = self._embed(empty_questions())
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        found = dict(zip(new, self._embed(new), strict=True)) if new else {}
        self._known = {text: found[text] if text in found else self._known[text] for text in texts}
        if not texts:
            return np.empty((0, 0), np.float32)
        vectors = np.stack([self._known[text] for text in texts])
        return without_form(vectors, [_language(text) for text in texts], self._empty)


def _asked(question: str, at: datetime, name: str = "") -> _Asked:
    """Return a question without what nobody can encode: one text never costs the register."""
    return _Asked(impersonal(clean(question), clean(name)), at)


def _language(text: str) -> Language:
    return "en" if detect_language(text) == "en" else "nl"
