"""Step 3: find passages for the question."""

from __future__ import annotations

from dataclasses import replace

from assistant.search import Search
from assistant.turn import Turn

HITS = 10


class Retrieve:
    """Searches the index in the reader's language, and in Dutch when English holds too little."""

    def __init__(self, search: Search) -> None:
        """Take the search."""
        self._search = search

    def __call__(self, turn: Turn) -> Turn:
        """Return the turn with its hits, best first."""
        vector = self._search.embed(turn.query)
        hits = self._search.find(turn.query, turn.language, count=HITS, vector=vector, on=turn.on)
        return replace(
            turn,
            vector=vector,
            hits=tuple(hit for hit in hits if hit.passage.quotable),
            unquotable=tuple(hit for hit in hits if not hit.passage.quotable),
        )
