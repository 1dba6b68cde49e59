"""Outcomes of made-up cases and answers, for tests that need no index."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answers import (
    Answer,
    Citation,
    ContactAdvice,
    Hit,
    Notice,
    ProvenSentence,
    Scores,
    Status,
)
from evals.cases import Case
from evals.nearness import Nearness
from evals.relevance import Findings
from evals.scores import Outcome, score
from indexer.contacts import Contact
from indexer.documents import Role
from indexer.passages import Passage, Span
from indexer.sources import Source, load_sources
from tests.conftest import SMALL_CORPUS

SENTENCE = "Meld een belang van 10 procent vooraf."
SOURCES = load_sources(SMALL_CORPUS / "sources.toml")


def passage(text: str = SENTENCE, *, name: str = "a", language: str = "nl") -> Passage:
    return Passage(
        id=f"doc-{language}.{name}",
        document_id=f"doc-{language}",
        section_id=name,
        title="Titel",
        heading="Kop",
        topic="bti",
        language=language,
        label="public",
        basis="digest",
        secondary=False,
        checked=date(2026, 1, 1),
        review_by=date(2026, 12, 1),
        text=text,
        spans=(Span(start=0, end=len(text), role=Role.ANSWER, source_ids=("S01",)),),
        hints=("Moet ik een belang melden?",),
    )


def citation(number: int = 1, text: str = SENTENCE, *, language: str = "nl") -> Citation:
    found = passage(text, language=language)
    return Citation(
        number=number,
        passage=found,
        span=found.spans[0],
        source=source("S01"),
        further_sources=(),
    )


def source(name: str) -> Source:
    return SOURCES[name]


def sentence(text: str = SENTENCE, citations: Sequence[int] = (1,)) -> ProvenSentence:
    return ProvenSentence(text=text, citations=tuple(citations), support=1.0, role=Role.ANSWER)


def contact(
    name: str = "bti", *, phone: str | None = None, email: str | None = None
) -> ContactAdvice:
    made = Contact(
        id=name,
        name=name.upper(),
        url=None,
        phone=phone,
        email=email,
        topics=("bti",),
        primary=(),
        reason={"nl": "Omdat."},
        source_id="S01",
        checked=date(2026, 1, 1),
    )
    return ContactAdvice(contact=made, reason="Omdat.")


def answer(
    status: Status = Status.ANSWERED,
    *,
    sentences: Sequence[ProvenSentence] | None = None,
    citations: Sequence[Citation] | None = None,
    contacts: Sequence[ContactAdvice] = (),
    notices: Sequence[Notice] = (),
    reply: str = "",
    confidence: float = 0.9,
    hits: Sequence[Passage] = (),
) -> Answer:
    given = status in (Status.ANSWERED, Status.PARTIAL)
    return Answer(
        id="1",
        status=status,
        language="nl",
        reply=reply,
        sentences=tuple((sentence(),) if sentences is None and given else sentences or ()),
        citations=tuple((citation(),) if citations is None and given else citations or ()),
        contacts=tuple(contacts),
        notices=tuple(notices),
        missing=None,
        follow_ups=(),
        sensitive=False,
        approved_on=None,
        confidence=confidence,
        mode="extractive",
        model=None,
        index_version="b1",
        timings_ms={},
        hits=tuple(Hit(passage=found, scores=Scores()) for found in hits),
    )


def case(name: str = "a-1", /, **values: object) -> Case:
    return Case.model_validate(
        {
            "id": name,
            "question": "Moet ik een belang van 10 procent melden?",
            "language": "nl",
            "topic": "bti",
            "status": ["answered"],
            "facts": ["10 procent"],
            "sources": ["S01"],
            **values,
        }
    )


def outcome(
    about: Case | None = None,
    given: Answer | None = None,
    *,
    milliseconds: float = 10.0,
    origin: str | None = None,
    findings: Findings | None = None,
    near: float | None = None,
) -> Outcome:
    if near is not None:
        findings = Findings(rankings={}, nearness=Nearness(letters=near, meaning=near))
    return score(about or case(), given or answer(), milliseconds, origin=origin, findings=findings)


def names(part: str, count: int) -> list[str]:
    """Return ids of cases that fall in this part."""
    found = (f"c-{number}" for number in range(10 * count))
    return [name for name in found if case(name).part == part][:count]
