"""A language model that tells the truth in other words, as a good one would.

It finds the quotes in the fences of the prompt for which a person wrote a restated sentence, and
writes those with the right marker, in the order of the passages.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from evals.restated import Restated, by_quote
from evals.scripts import HIDDEN, Asked, Draft, Fenced, Line

MOST = 8
"""Lines of a draft, as the prompt has it."""
DECLINED = "GEEN ANTWOORD"


class Restater:
    """Writes restated sentences, and nothing else."""

    def __init__(self, restated: Sequence[Restated]) -> None:
        """Take the restated sentences."""
        self._restated = by_quote(restated)

    def __call__(self, asked: Asked) -> Draft:
        """Write at most eight lines: those nearest to the question, and each quote once.

        A follow-up question is handed back as it is.
        """
        if not asked.passages:
            return Draft(lines=(Line(behaviour="follow-up", text=asked.question, truth="true"),))
        chance = random.Random(asked.question)  # noqa: S311  # no secret
        found = [line for passage in asked.passages for line in self._lines(passage, chance)]
        wanted = _content(asked.question)
        best = sorted(found, key=lambda line: -len(wanted & _content(line.text)))[:MOST]
        lines = [line for line in found if line in best]
        return Draft(lines=tuple(lines) or (Line(behaviour="declined", text=DECLINED),))

    def _lines(self, passage: Fenced, chance: random.Random) -> Iterator[Line]:
        """Yield what there is to say of a passage; of several ways to say it, one by chance."""
        said: set[str] = set()
        for sentence in passage.sentences:
            ways = [
                entry
                for entry in self._restated.get(sentence, ())
                if not said & set(entry.quotes)
                and set(entry.quotes) <= set(passage.sentences)
                and HIDDEN not in entry.restated
            ]
            if ways:
                entry = chance.choice(ways)
                said |= set(entry.quotes)
                yield line_of(entry, passage.number)


def line_of(entry: Restated, number: int) -> Line:
    """Return a restated sentence as a line that cites a passage."""
    return Line(
        behaviour=f"{entry.form}, {entry.language}",
        text=entry.restated,
        markers=(number,),
        truth="true",
        part=entry.part,
    )


def _content(text: str) -> frozenset[str]:
    return frozenset(word[:5] for word in re.findall(r"[^\W\d_]{4,}|\d+", text.lower()))
