"""Step 4: are these hits enough? Below the line there is no answer, never a guess.

Two questions. Is it on topic: a calibrated probability from the signals of the search. And do the
hits answer it: a second probability, and the specifics, which similarity cannot see (a year, an
amount, a count, a name that must be there).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answers import Hit, Language, Status
from assistant.confidence import Confidence, signals
from assistant.specifics import unknown_names, unstated_count, unstated_years
from assistant.turn import Ending, Turn
from assistant.wanted import wanted
from indexer.index import Index
from indexer.terms import words

_READ = 2  # sections in which the specifics must stand
_PLAINLY = 0.9  # an original this likely is what is asked for; off topic, one in a hundred is
_CLEARLY = 0.5  # of the fused score
_NEAR = (0.0, 2.0, 1.0)  # how far below the best fused score the first, second and third may be


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What the question asks for and the hits do not hold; `fatal` when it is the whole point."""

    text: str
    fatal: bool


class Judge:
    """Decides whether to answer, and marks which hits an answer may use."""

    def __init__(
        self,
        index: Index,
        confidence: Confidence,
        *,
        on_topic_line: float,
        answerable_line: float,
        today: Callable[[], date],
    ) -> None:
        """Take the index, the fitted models, the two lines and a calendar."""
        self._index = index
        self._confidence = confidence
        self._on_topic_line = on_topic_line
        self._answerable_line = answerable_line
        self._today = today

    def __call__(self, turn: Turn) -> Turn | Ending:
        """Return the turn with kept and rejected hits, or end it."""
        if self._only_unquotable(turn):
            return Ending(status=Status.NO_ANSWER, turn=_rejected(turn), reason="unquotable")
        if turn.on is not None and not turn.hits:
            return Ending(status=Status.NO_ANSWER, turn=turn, reason="day")
        on_topic, answerable = self._likely(turn)
        turn = replace(turn, confidence=round(on_topic * answerable, 3))
        if not turn.hits or on_topic < self._on_topic_line:
            return Ending(status=Status.OUT_OF_SCOPE, turn=_rejected(turn), reason="off_topic")
        missing = self._missing(turn)
        if missing and missing.fatal:
            turn = replace(_rejected(turn), missing=missing.text)
            return Ending(status=Status.NO_ANSWER, turn=turn, reason="specifics")
        if answerable < self._answerable_line:
            return Ending(status=Status.NO_ANSWER, turn=_rejected(turn), reason="confidence")
        return replace(turn, hits=_kept(turn.hits), missing=missing.text if missing else None)

    def _likely(self, turn: Turn) -> tuple[float, float]:
        """Return how likely the question is on topic, and how likely the hits answer it."""
        found = self._signals(turn, turn.hits)
        on_topic = self._confidence.of("on_topic", found)
        answerable = self._confidence.of("answerable", found)
        if turn.hits and turn.hits[0].passage.is_bare:
            plainly = self._confidence.of("original", found)
            if plainly >= _PLAINLY:
                on_topic, answerable = max(on_topic, plainly), max(answerable, plainly)
        return on_topic, answerable

    def _signals(self, turn: Turn, hits: Sequence[Hit]) -> dict[str, float]:
        return signals(
            turn.query,
            turn.language,
            hits,
            self._index.terms,
            self._index.terms_of,
            leanings=self._confidence.leanings(turn.vector),
        )

    def _only_unquotable(self, turn: Turn) -> bool:
        """True when what is asked for plainly stands in a text whose words we cannot be sure of."""
        if not turn.unquotable:
            return False
        best = turn.hits[0].scores.fused if turn.hits else 0.0
        if turn.unquotable[0].scores.fused <= best + _CLEARLY:
            return False
        found = self._signals(turn, (*turn.unquotable, *turn.hits))
        return self._confidence.of("original", found) >= _PLAINLY

    def _missing(self, turn: Turn) -> Missing | None:
        texts = [hit.passage.text for hit in turn.hits[:_READ]]
        english = turn.language == "en"
        for kind in wanted(turn.text):
            if not any(kind.holds(text) for text in texts):
                return Missing(text=kind.en if english else kind.nl, fatal=True)
        years = unstated_years(turn.text, texts, self._today().year)
        if years:
            return Missing(text=", ".join(years), fatal=True)
        noun = unstated_count(turn.text, texts, lambda word: self._stem(word, turn.language))
        if noun:
            return Missing(text=noun, fatal=True)
        if silent := self._unreachable(turn.text):
            return Missing(text=silent, fatal=True)
        names = unknown_names(turn.text, self._known)
        return Missing(text=", ".join(names), fatal=False) if names else None

    def _unreachable(self, question: str) -> str | None:
        """Return the body whose phone number or address is asked for and not known."""
        asked = {kind.en for kind in wanted(question)}
        named = set(words(question))
        for contact in self._index.contacts:
            if contact.id not in named:
                continue
            for kind, value in (
                ("a phone number", contact.phone),
                ("an e-mail address", contact.email),
            ):
                if kind in asked and value is None:
                    return contact.name
        return None

    def _stem(self, word: str, language: Language) -> str:
        return self._index.terms.stem(word, language)

    def _known(self, name: str) -> bool:
        parts = [part for part in name.replace("'", "-").split("-") if part]
        return all(self._index.terms.knows(part) for part in parts)


def _rejected(turn: Turn) -> Turn:
    return replace(turn, hits=tuple(replace(hit, kept=False) for hit in turn.hits))


def _kept(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Keep the best hit, and a second and third only where the search could hardly tell them apart.

    A further section completes the answer where the first is not clearly the one asked for; where
    it is, more text only makes the answer harder to read.
    """
    best = hits[0].scores.fused
    return tuple(
        replace(hit, kept=number < len(_NEAR) and hit.scores.fused >= best - _NEAR[number])
        for number, hit in enumerate(hits)
    )
