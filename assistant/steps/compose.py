"""Step 5: compose an answer from the kept hits, so that it reads like an answer.

The best section answers as a whole, its conditions with it. What other sections add comes after,
without repetition. Sentences are ordered by what they do for the reader: the short answer, then
conditions ("let op"), then what to do, then where to go. A section is taken whole or not at all,
so no condition is ever cut from what it limits.
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
        for passage in kept:
            fresh = [sentence for sentence in _sentences(passage) if self._adds(chosen, sentence)]
            if chosen and _length(chosen) + _length(fresh) > self._most_words:
                continue
            chosen.extend(fresh)
        ordered = sorted(chosen, key=lambda sentence: _ORDER.index(sentence.role))
        return replace(turn, draft=tuple(ordered))

    def _adds(self, chosen: Sequence[DraftSentence], sentence: DraftSentence) -> bool:
        """True when the sentence says something that none before it says."""
        language = sentence.passage.language
        own = set(self._terms_of(sentence.text, language))
        for other in chosen:
            if other.passage is sentence.passage:
                continue
            theirs = set(self._terms_of(other.text, language))
            if len(own & theirs) > _SAME * min(len(own), len(theirs)):
                return False
        return True


def _sentences(passage: Passage) -> Iterator[DraftSentence]:
    for span in passage.spans:
        yield DraftSentence(text=passage.quote(span), passage=passage, span=span, role=span.role)


def _length(sentences: Sequence[DraftSentence]) -> int:
    return sum(len(sentence.text.split()) for sentence in sentences)
