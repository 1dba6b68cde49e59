"""Passages, sources and the state of the server, as REST gives them."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from assistant.answers import Hit, Language
from indexer.documents import Role
from indexer.index import Manifest
from indexer.passages import Basis, Passage, Span
from indexer.sources import Authority, Kind, Read, Source
from ui.schemas import Certainty, Response, certainty


class SpanOut(Response):
    """One sentence of a passage: `text[start:end]`, counted in code points.

    `page` and `locator` say where it stands in an original; both are null in a digest.
    """

    start: int
    end: int
    role: Role
    source_ids: list[str]
    page: int | None
    locator: str | None

    @classmethod
    def of(cls, span: Span) -> Self:
        """Build from our own noun."""
        return cls(
            start=span.start,
            end=span.end,
            role=span.role,
            source_ids=list(span.source_ids),
            page=span.page,
            locator=span.locator,
        )


class PassageOut(Response):
    """A piece of text that can be found and, when it is `quotable`, cited.

    It held from `valid_from` until the day before `valid_until`, as far as is known; `path` holds
    the headings above `heading`, outermost first.
    """

    id: str
    document_id: str
    section_id: str
    title: str
    heading: str
    path: list[str]
    topic: str
    language: str
    basis: Basis
    certainty: Certainty
    checked: date
    review_by: date
    quotable: bool
    valid_from: date | None
    valid_until: date | None
    current: bool
    text: str
    spans: list[SpanOut]

    @classmethod
    def of(cls, passage: Passage) -> Self:
        """Build from our own noun."""
        return cls(
            id=passage.id,
            document_id=passage.document_id,
            section_id=passage.section_id,
            title=passage.title,
            heading=passage.heading,
            path=list(passage.path),
            topic=passage.topic,
            language=passage.language,
            basis=passage.basis,
            certainty=certainty(secondary=passage.secondary),
            checked=passage.checked,
            review_by=passage.review_by,
            quotable=passage.quotable,
            valid_from=passage.valid_from,
            valid_until=passage.valid_until,
            current=passage.current,
            text=passage.text,
            spans=[SpanOut.of(span) for span in passage.spans],
        )


class ScoresOut(Response):
    """What each stage of the search thought of a passage; null where it did not see it."""

    dense: float | None
    hint: float | None
    keyword: float | None
    fused: float


class HitOut(Response):
    """A passage found for a question, with its scores."""

    passage: PassageOut
    scores: ScoresOut

    @classmethod
    def of(cls, hit: Hit) -> Self:
        """Build from our own noun."""
        return cls(
            passage=PassageOut.of(hit.passage),
            scores=ScoresOut(
                dense=hit.scores.dense,
                hint=hit.scores.hint,
                keyword=hit.scores.keyword,
                fused=hit.scores.fused,
            ),
        )


class SearchOut(Response):
    """Passages found for a question, best first."""

    language: Language
    hits: list[HitOut]
    index_version: str


class SourceOut(Response):
    """An entry of the register of sources."""

    id: str
    title: str
    publisher: str
    kind: Kind
    authority: Authority
    certainty: Certainty
    url: str | None
    where: str | None
    published: str | None
    version: str | None
    retrieved: str
    language: str
    read: Read

    @classmethod
    def of(cls, source: Source) -> Self:
        """Build from our own noun."""
        return cls(
            id=source.id,
            title=source.title,
            publisher=source.publisher,
            kind=source.kind,
            authority=source.authority,
            certainty=certainty(secondary=not source.official),
            url=source.url,
            where=source.where,
            published=source.published,
            version=source.version,
            retrieved=source.retrieved,
            language=source.language,
            read=source.read,
        )


class SourceDetailOut(Response):
    """A source and the passages that rest on it."""

    source: SourceOut
    passage_ids: list[str]


class SourcesOut(Response):
    """The register of sources, in its own order."""

    sources: list[SourceOut]
    index_version: str


class HealthOut(Response):
    """The process runs."""

    status: Literal["ok"] = "ok"


class ReadyOut(Response):
    """Questions can be answered; `warning` says when a newer index could not be opened."""

    status: Literal["ready"] = "ready"
    index_version: str
    built_at: str
    embedding_model: str
    passages: int
    warning: str | None

    @classmethod
    def of(cls, manifest: Manifest, warning: str | None) -> Self:
        """Build from our own noun."""
        return cls(
            index_version=manifest.build_id,
            built_at=manifest.built_at,
            embedding_model=manifest.model,
            passages=len(manifest.passages),
            warning=warning,
        )
