"""Turn: what is known so far about one question. Frozen: a step returns a new one, or an Ending."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from assistant.answers import Hit, Language, Question, Status
from indexer.documents import Role
from indexer.embedder import Vectors
from indexer.passages import Passage, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSentence:
    """A sentence that may be shown once the verifier agrees, and the span it cites."""

    text: str
    passage: Passage
    span: Span
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One question on its way through the steps; fields are filled from top to bottom."""

    question: Question
    text: str = ""
    """The question, cleaned and with personal data masked (screen)."""
    masked: bool = False
    """True when personal data was masked (screen)."""
    sensitive: bool = False
    """True when it reads like something happening now (screen)."""
    language: Language = "nl"
    """The language of the reader (understand)."""
    on: date | None = None
    """The day whose law is asked for; None for today (understand)."""
    query: str = ""
    """The question made self-contained with the history (understand)."""
    vector: Vectors | None = None
    """The query's place in the embedding space (retrieve)."""
    hits: tuple[Hit, ...] = ()
    """Passages, best first (retrieve); kept or rejected (judge)."""
    unquotable: tuple[Hit, ...] = ()
    """Passages as near, whose words may not be those of their source (retrieve)."""
    confidence: float = 0.0
    """How likely the hits answer the question (judge)."""
    draft: tuple[DraftSentence, ...] = ()
    """What the answer would say (compose; or recall, when the desk approved an answer)."""
    approved_on: date | None = None
    """When the desk approved this draft; None when it did not (recall)."""
    missing: str | None = None
    """What the answer does not cover (judge)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A step's word that the walk ends here: the status, and what is known so far."""

    status: Status
    turn: Turn
    reason: str = field(default="")
    """A stable word for the trace: why it ended."""
