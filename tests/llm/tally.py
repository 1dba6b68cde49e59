"""What became of the drafts: how many sentences, how many dropped and why, how long it took."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from assistant.answers import Answer
from tests.llm.judging import written

_REASONS = 5
_CUT = ("slow", "broken", "resting")


@dataclass(slots=True)
class Tally:
    """Counts over the questions that were asked."""

    questions: int = 0
    drafts: int = 0
    """Drafts that the model made: they came to an end, or were cut after a sentence or more."""
    shown: int = 0
    """Sentences that the model wrote and a reader would see."""
    reworded: list[str] = field(default_factory=list)
    """Those of them that are not the quote to the letter, with the quote: for a person to read."""
    endings: Counter[str] = field(default_factory=Counter)
    """How each draft ended: `whole`, or the reason of its fallback."""
    dropped: Counter[str] = field(default_factory=Counter)
    """Why sentences were dropped."""
    seconds: list[float] = field(default_factory=list)

    def add(self, answer: Answer, ending: str, seconds: float) -> None:
        """Count one answer."""
        own = written(answer)
        self.questions += 1
        self.drafts += ending not in _CUT or bool(own or answer.dropped)
        self.shown += len(own)
        self.endings[ending] += 1
        self.dropped.update(dropped.reason for dropped in answer.dropped)
        self.seconds.append(seconds)
        for sentence in own:
            quote = answer.citations[sentence.citations[0] - 1].quote
            if sentence.text != quote:
                self.reworded.append(f"shown: {sentence.text} <- {quote}")

    @property
    def drafted(self) -> int:
        """Sentences that the model wrote."""
        return self.shown + self.dropped.total()

    def percentile(self, share: float) -> float:
        """Return the time below which this share of the answers stayed (seconds)."""
        return sorted(self.seconds)[min(self.questions - 1, int(share * self.questions))]

    def lines(self) -> list[str]:
        """Return the figures as a person reads them."""
        endings = ", ".join(f"{count} {word}" for word, count in self.endings.most_common())
        told = [
            f"{self.questions} questions, {self.drafts} drafts ({endings})",
            f"{self.drafted} sentences drafted, {self.dropped.total()} dropped, {self.shown} shown",
            f"seconds an answer: p50 {self.percentile(0.5):.1f}, p95 {self.percentile(0.95):.1f}",
        ]
        told += [f"{count:5d} x {why}" for why, count in self.dropped.most_common(_REASONS)]
        return [*told, *self.reworded]
