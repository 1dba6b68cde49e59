"""What became of each line of a draft: shown, dropped or withheld. And was what was shown true?

A sentence that stands in a cited passage to the letter is true. A line that was written as a lie is
a lie, unless a person found it true after all (`evals/true_after_all.yaml`). Of all else the second
opinion decides (`evals/support.py`, which knows nothing of the assistant's own proof).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from assistant.answers import Answer, ProvenSentence
from evals.scripts import Draft, Line
from evals.support import objections
from indexer.documents import Role

TRUE_AFTER_ALL = Path(__file__).with_name("true_after_all.yaml")
Fate = Literal["shown", "dropped", "withheld"]
UNDRAFTED = Line(behaviour="not as drafted", text="", truth="unsure")
"""Stands for a sentence that is shown and that no line of the draft holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A sentence of the model that a reader sees, with the words it cites."""

    line: Line
    text: str
    quotes: tuple[str, ...]
    objections: tuple[str, ...]
    lie: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one draft."""

    fates: tuple[tuple[Line, Fate], ...]
    shown: tuple[Shown, ...]
    reasons: dict[str, str]
    """Text of a dropped sentence -> why it was dropped."""

    @property
    def lies(self) -> tuple[Shown, ...]:
        """The lies that a reader sees."""
        return tuple(one for one in self.shown if one.lie)

    def reason_of(self, line: Line) -> str:
        """Return why a line was dropped; of one that was cut, why a piece of it was."""
        bare = _bare(line.text)
        pieces = (reason for text, reason in self.reasons.items() if text in bare)
        return self.reasons.get(bare) or next(pieces, "")


@cache
def true_after_all() -> frozenset[str]:
    """Return the lines that a person found to be no lie."""
    return frozenset(yaml.safe_load(TRUE_AFTER_ALL.read_text(encoding="utf-8")))


def outcome_of(draft: Draft, answer: Answer) -> Outcome:
    """Compare a draft with the answer that was made of it."""
    own = tuple(dict.fromkeys(draft.lines))  # what is said over and over counts once
    lines = {_bare(line.text): line for line in reversed(own)}
    told = [s for s in answer.sentences if answer.mode == "generative"]
    every = (_shown(sentence, answer, _line_of(sentence.text, lines)) for sentence in told)
    shown = tuple(one for one, by in zip(every, told, strict=True) if not _added(one, by))
    seen = [_bare(one.text) for one in shown]
    reasons = {_bare(one.text): one.reason for one in answer.dropped}
    return Outcome(
        fates=tuple((line, _fate(_bare(line.text), seen, reasons)) for line in own),
        shown=shown,
        reasons=reasons,
    )


def _added(shown: Shown, sentence: ProvenSentence) -> bool:
    """True for what the assistant itself adds from the sources, to the letter."""
    return sentence.text in shown.quotes and sentence.role is not Role.ANSWER


def _bare(text: str) -> str:
    """Return a text as an answer shows it: no markers, no marks of format, single spaces."""
    plain = re.sub(r"\[\d+\]|\*\*|__|`", " ", text)
    return re.sub(r"\s+([.,;:!?])", r"\1", " ".join(plain.split()))


def _line_of(text: str, lines: dict[str, Line]) -> Line:
    """Return the line that a sentence was drafted as, or is a part of."""
    bare = _bare(text)
    whole = lines.get(bare)
    return whole or next((line for key, line in lines.items() if bare in key), UNDRAFTED)


def _fate(text: str, seen: Sequence[str], dropped: dict[str, str]) -> Fate:
    if text in seen:
        return "shown"
    if text in dropped:
        return "dropped"
    if any(one in text for one in seen):
        return "shown"
    return "dropped" if any(one in text for one in dropped) else "withheld"


def _shown(sentence: ProvenSentence, answer: Answer, line: Line) -> Shown:
    cited = [answer.citation(number) for number in sentence.citations]
    quotes = tuple(citation.quote for citation in cited)
    found = tuple(objections(sentence.text, " ".join(quotes)))
    stands = {c.passage.quote(span) for c in cited for span in c.passage.spans}
    letter = sentence.text in stands or sentence.text == " ".join(quotes)
    whole = _bare(line.text) == _bare(sentence.text)
    if letter or (whole and line.truth == "true") or sentence.text in true_after_all():
        lie = False
    elif whole and line.truth == "false":
        lie = True
    else:
        lie = bool(found)
    return Shown(line=line, text=sentence.text, quotes=quotes, objections=found, lie=lie)
