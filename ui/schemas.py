"""An answer as REST gives it, whole or in pieces: built from our own nouns, never the reverse."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict

from assistant.answers import (
    Answer,
    Citation,
    ContactAdvice,
    Fallback,
    Language,
    Mode,
    Notice,
    NoticeKind,
    ProvenSentence,
    Status,
    StepDone,
)
from assistant.replies import FALLBACK
from indexer.passages import Basis
from indexer.sources import Authority, Kind
from ui.answer_text import answer_text
from ui.original_links import copy_url, place_url

Certainty = Literal["official", "secondary"]


def certainty(*, secondary: bool) -> Certainty:
    """Return the word for whether an official source carries something."""
    return "secondary" if secondary else "official"


class Response(BaseModel):
    """What every response shape shares."""

    model_config = ConfigDict(frozen=True)


class SentenceOut(Response):
    """A proven sentence."""

    text: str
    citations: list[int]
    support: float

    @classmethod
    def of(cls, sentence: ProvenSentence) -> Self:
        """Build from our own noun."""
        return cls(text=sentence.text, citations=list(sentence.citations), support=sentence.support)


class CitationOut(Response):
    """Where a sentence comes from: `passage[start:end] == quote`, counted in code points.

    `url` leads to the place at the publisher, `original_url` to the place in our own copy.
    """

    number: int
    source_id: str
    further_source_ids: list[str]
    title: str
    publisher: str
    kind: Kind
    authority: Authority
    basis: Basis
    certainty: Certainty
    url: str | None
    original_url: str | None
    published: str | None
    checked: date
    page: int | None
    locator: str | None
    passage_id: str
    passage: str
    quote: str
    start: int
    end: int

    @classmethod
    def of(cls, citation: Citation) -> Self:
        """Build from our own noun."""
        source, passage = citation.source, citation.passage
        return cls(
            number=citation.number,
            source_id=source.id,
            further_source_ids=[further.id for further in citation.further_sources],
            title=source.title,
            publisher=source.publisher,
            kind=source.kind,
            authority=source.authority,
            basis=passage.basis,
            certainty=certainty(secondary=citation.secondary),
            url=place_url(citation),
            original_url=copy_url(passage, citation.span),
            published=source.published,
            checked=passage.checked,
            page=citation.span.page,
            locator=citation.span.locator,
            passage_id=passage.id,
            passage=passage.text,
            quote=citation.quote,
            start=citation.span.start,
            end=citation.span.end,
        )


class ContactOut(Response):
    """A competent body and how to reach it."""

    name: str
    url: str | None
    phone: str | None
    email: str | None
    reason: str
    source_id: str
    checked: date

    @classmethod
    def of(cls, advice: ContactAdvice) -> Self:
        """Build from our own noun."""
        contact = advice.contact
        return cls(
            name=contact.name,
            url=contact.url,
            phone=contact.phone,
            email=contact.email,
            reason=advice.reason,
            source_id=contact.source_id,
            checked=contact.checked,
        )


class NoticeOut(Response):
    """Something the reader should know about an answer."""

    kind: Literal[NoticeKind, "sensitive", "personal_data"]
    text: str

    @classmethod
    def of(cls, notice: Notice) -> Self:
        """Build from our own noun."""
        return cls(kind=notice.kind, text=notice.text)


class FallbackOut(Response):
    """Where a language model's draft ended, in the stream: what follows is from the sources."""

    reason: Literal["slow", "broken", "resting", "declined", "unproven"]
    text: str

    @classmethod
    def of(cls, fallback: Fallback) -> Self:
        """Build from our own noun."""
        return cls(reason=fallback.reason, text=FALLBACK[fallback.reason][fallback.language])


class StepOut(Response):
    """A step that has ended, in the stream."""

    name: str
    milliseconds: float

    @classmethod
    def of(cls, step: StepDone) -> Self:
        """Build from our own noun."""
        return cls(name=step.name, milliseconds=step.milliseconds)


class AnswerOut(Response):
    """An answer. `text` is Markdown with markers like [1] that point to `citations`."""

    id: str
    status: Status
    language: Language
    text: str
    sentences: list[SentenceOut]
    citations: list[CitationOut]
    contacts: list[ContactOut]
    notices: list[NoticeOut]
    missing: str | None
    follow_ups: list[str]
    sensitive: bool
    approved_on: date | None
    confidence: float
    mode: Mode
    model: str | None
    index_version: str
    timings_ms: dict[str, float]

    @classmethod
    def of(cls, answer: Answer) -> Self:
        """Build from our own noun."""
        return cls(
            id=answer.id,
            status=answer.status,
            language=answer.language,
            text=answer_text(answer),
            sentences=[SentenceOut.of(sentence) for sentence in answer.sentences],
            citations=[CitationOut.of(citation) for citation in answer.citations],
            contacts=[ContactOut.of(advice) for advice in answer.contacts],
            notices=[NoticeOut.of(notice) for notice in answer.notices],
            missing=answer.missing,
            follow_ups=list(answer.follow_ups),
            sensitive=answer.sensitive,
            approved_on=answer.approved_on,
            confidence=answer.confidence,
            mode=answer.mode,
            model=answer.model,
            index_version=answer.index_version,
            timings_ms=dict(answer.timings_ms),
        )
