"""What the staff page reads in the index: passages, sources, the light of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from assistant.abuse import visible_text
from assistant.answers import MAX_QUESTION, Language
from assistant.desk.errors import DeskRefused
from assistant.desk.proofreading import Proofreader
from assistant.search import Search
from indexer.errors import AppError
from indexer.index import Index
from indexer.passages import Passage
from indexer.sources import Source
from ui.desk import desk_texts as texts
from ui.live import LiveAssistant

_FOUND = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """An open index, and who looks at sentences with it."""

    index: Index
    reader: Proofreader

    def passage(self, name: str | None) -> Passage:
        """Return a passage by its id.

        Raises:
            DeskRefused: none was chosen, or the index does not hold it any more.
        """
        if not name:
            raise DeskRefused(texts.NO_PASSAGE)
        passage = self.index.by_id.get(name)
        if passage is None:
            raise DeskRefused(texts.PASSAGE_GONE)
        return passage


@contextmanager
def reading(live: LiveAssistant) -> Iterator[Reading]:
    """Lend the current index for as long as one act takes.

    Raises:
        AppError: no index is open; the error says why.
    """
    with live.using() as assistant:
        yield Reading(assistant.index, Proofreader(assistant.index))


def sources_of(live: LiveAssistant) -> Mapping[str, Source]:
    """Return the register of sources; empty when no index is open, so that the page still shows."""
    try:
        with live.using(patient=False) as assistant:
            return assistant.index.sources
    except AppError:
        return {}


def find_passages(live: LiveAssistant, query: str, language: Language) -> tuple[Passage, ...]:
    """Return passages that a sentence may rest on, best first.

    Raises:
        DeskRefused: there are no words to look for.
        AppError: no index is open.
    """
    query = visible_text(query)[:MAX_QUESTION]
    if not any(character.isalnum() for character in query):
        raise DeskRefused(texts.NO_WORDS)
    with live.using() as assistant:
        search = Search(assistant.index, candidates=live.settings.candidates)
        hits = search.find(query, language, count=2 * _FOUND)
    usable = [hit.passage for hit in hits if hit.passage.quotable and hit.passage.label == "public"]
    return tuple(usable[:_FOUND])
