"""The nouns of the assistant: questions, hits, citations, answers. All frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from assistant.errors import InvalidQuestion
from indexer.contacts import Contact
from indexer.documents import Role
from indexer.passages import Passage, Span
from indexer.sources import Source

Language = Literal["nl", "en"]
Mode = Literal["extractive", "generative"]
Style = Literal["normal", "b1"]
Speaker = Literal["user", "assistant"]

MAX_QUESTION = 2000
MAX_HISTORY = 20


class Status(StrEnum):
    """How a question ended: a value, never an exception."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NO_ANSWER = "no_answer"
    OUT_OF_SCOPE = "out_of_scope"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One earlier turn of the conversation, as the client tells it; data, never trusted."""

    role: Speaker
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody asks, with the conversation before it.

    Raises:
        InvalidQuestion: the text is blank or longer than 2,000 characters, or the history is
            longer than 20 turns.
    """

    text: str
    history: tuple[Message, ...] = ()
    language: Language | None = None
    mode: Mode | None = None
    """How to answer; None leaves it to the installation."""
    style: Style = "normal"
    on: date | None = None
    """The day whose law is asked for; None for today."""

    def __post_init__(self) -> None:
        """Refuse what cannot be a question."""
        if not any(character.isalnum() for character in self.text):
            raise InvalidQuestion(
                "empty",
                nl="De vraag is leeg. Typ een vraag in gewone woorden.",
                en="The question is empty. Type a question in plain words.",
            )
        if len(self.text) > MAX_QUESTION:
            raise InvalidQuestion(
                "too_long",
                nl=f"De vraag telt {len(self.text)} tekens; het maximum is {MAX_QUESTION}. "
                "Maak de vraag korter.",
                en=f"The question has {len(self.text)} characters; the most is {MAX_QUESTION}. "
                "Please make it shorter.",
            )
        if len(self.history) > MAX_HISTORY:
            raise InvalidQuestion(
                "history_too_long",
                nl=f"Het gesprek telt meer dan {MAX_HISTORY} beurten. Begin een nieuw gesprek.",
                en=f"The conversation has more than {MAX_HISTORY} turns. Start a new one.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What each stage of the search thought of a passage; None where it did not see it."""

    dense: float | None = None
    """Cosine of question and passage."""
    hint: float | None = None
    """Cosine of question and the nearest question hint."""
    keyword: float | None = None
    """BM25 over words of passage and hints."""
    fused: float = 0.0
    """Mean of the standardised scores above; 0 is an average candidate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage found for a question, kept for the answer or rejected."""

    passage: Passage
    scores: Scores
    kept: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The span of a passage that supports a sentence, and the sources it rests on.

    `source` is the one of highest authority; `further_sources` are the others.
    """

    number: int
    passage: Passage
    span: Span
    source: Source
    further_sources: tuple[Source, ...]

    @property
    def quote(self) -> str:
        """The words of the span, to the letter."""
        return self.passage.quote(self.span)

    @property
    def secondary(self) -> bool:
        """True when no official source carries the span."""
        return not any(source.official for source in (self.source, *self.further_sources))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenSentence:
    """A sentence that the verifier let through, and how well its citations support it (0..1)."""

    text: str
    citations: tuple[int, ...]
    support: float
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAdvice:
    """Whom to ask, and why, in the reader's language."""

    contact: Contact
    reason: str


NoticeKind = Literal[
    "own_summary",
    "partly_own_summary",
    "dated",
    "not_yet",
    "secondary",
    "past_review",
    "no_legal_advice",
    "language",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something the reader should know about an answer."""

    kind: NoticeKind | Literal["sensitive", "personal_data"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A sentence that a language model wrote and that was not proven: for the trace only."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """An event of the stream: the draft of the language model ends here, and why.

    What follows comes from the sources to the letter; what was shown stays.
    """

    reason: Literal["slow", "broken", "resting", "declined", "unproven"]
    language: Language = "nl"
    """The language of the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The only thing that leaves the assistant."""

    id: str
    status: Status
    language: Language
    reply: str
    """The fixed reply of a status other than `answered`; empty when there are sentences."""
    sentences: tuple[ProvenSentence, ...]
    citations: tuple[Citation, ...]
    contacts: tuple[ContactAdvice, ...]
    notices: tuple[Notice, ...]
    missing: str | None
    follow_ups: tuple[str, ...]
    sensitive: bool
    approved_on: date | None
    confidence: float
    mode: Mode
    model: str | None
    index_version: str
    timings_ms: dict[str, float]
    hits: tuple[Hit, ...]
    """What was searched, kept and rejected: for people who judge the search, not for readers."""
    dropped: tuple[Dropped, ...] = ()
    """What a language model wrote and nobody saw, with the reasons."""
    prompt: str | None = None
    """The version of the prompt that the language model was given."""

    def citation(self, number: int) -> Citation:
        """Return the citation with this number."""
        return self.citations[number - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    """An event of the stream: a step has ended."""

    name: str
    milliseconds: float


Event = StepDone | ProvenSentence | Citation | Notice | Fallback | Answer
"""What a streamed answer consists of; the Answer comes last."""
