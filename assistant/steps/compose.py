"""Step 6: compose an answer from the kept hits, so that it reads like an answer.

The best section answers as a whole, its conditions with it: the short answer, then conditions ("let
op"), then what to do, then where to go. What a second section adds stands together under a heading
of its own ("ook van belang"), without repetition, so that its conditions are not read as those of
the first. A section is taken whole or not at all, so no condition is ever cut from what it limits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.turn import DraftSentence, Turn
from indexer.documents import Role
from indexer.passages import Passage

_ORDER = list(Role)
_SAME = 0.6  # share of terms above which two sentences say the same


class Compose:
    """Makes the extractive draft."""

    def __init__(self, terms_of: Callable[[str, str], list[str]], *, most_words: int) -> None:
        """Take the function that gives the search terms of a text, and the length limit."""
        self._terms_of = terms_of
        self._most_words = most_words

    def __call__(self, turn: Turn) -> Turn:
        """Return the turn with its draft."""
        kept = [hit.passage for hit in turn.hits if hit.kept]
        chosen: list[DraftSentence] = []
        said: list[frozenset[str]] = []
        for passage in kept:
            own = [
                (s, frozenset(self._terms_of(s.text, passage.language)))
                for s in _sentences(passage)
            ]
            fresh = [(sentence, terms) for sentence, terms in own if not _repeats(terms, said)]
            if passage.basis == "original" and fresh:
                fresh = own  # its sentences lean on each other
            if chosen and _length(chosen) + _length([s for s, _ in fresh]) > self._most_words:
                continue
            also = passage is not kept[0]
            chosen.extend(
                replace(sentence, role=Role.ALSO) if also else sentence for sentence, _ in fresh
            )
            said.extend(terms for _, terms in fresh)
        ordered = sorted(chosen, key=lambda sentence: _ORDER.index(sentence.role))
        return replace(turn, draft=tuple(ordered))


def _repeats(terms: frozenset[str], said: Sequence[frozenset[str]]) -> bool:
    """True when a sentence of another section said so before."""
    return any(len(terms & other) > _SAME * max(1, min(len(terms), len(other))) for other in said)


def _sentences(passage: Passage) -> Iterator[DraftSentence]:
    for span in passage.spans:
        if span.order:
            continue  # what a document tells a model to do is no advice to a reader
        yield DraftSentence(text=passage.quote(span), passage=passage, span=span, role=span.role)


def _length(sentences: Sequence[DraftSentence]) -> int:
    return sum(len(sentence.text.split()) for sentence in sentences)
