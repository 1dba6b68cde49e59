"""Small answers to render: each part as plain as can be, and any part can be another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.answers import (
    Answer,
    Citation,
    ContactAdvice,
    ProvenSentence,
    Status,
)
from indexer.contacts import Contact
from indexer.documents import Role
from indexer.passages import Passage, Span
from indexer.sources import Source
from ui.chat_session import Exchange

LAW = Source(
    id="S1",
    title="Wet veiligheidstoets",
    publisher="wetten.overheid.nl",
    kind="wettekst",
    authority="wet",
    url="https://wetten.overheid.nl/BWBR0046747",
    where=None,
    published="2023-06-01",
    version="versie 2025",
    retrieved="2026-11",
    language="nl",
    read="full",
    note=None,
)
NEWS = replace(
    LAW, id="L1", title="Bericht", publisher="Krant", kind="nieuwsbericht", read="secondary"
)
BTI = ContactAdvice(
    contact=Contact(
        id="bti",
        name="Bureau Toetsing Investeringen (BTI)",
        url="https://www.bureautoetsinginvesteringen.nl/",
        phone="070-123 45 67",
        email=None,
        topics=("bti",),
        primary=("bti",),
        reason={"nl": "Ontvangt meldingen.", "en": "Receives notifications."},
        source_id="S1",
        checked=date(2026, 11, 21),
    ),
    reason="Ontvangt meldingen.",
)


def passage(*sentences: tuple[Role, str], **changes: Any) -> Passage:
    """Make a passage of sentences, each a span of its own."""
    text = ""
    spans: list[Span] = []
    for role, sentence in sentences:
        text += "\n" if text else ""
        spans.append(
            Span(start=len(text), end=len(text) + len(sentence), role=role, source_ids=("S1",))
        )
        text += sentence
    made = Passage(
        id="wet-vifo-nl.melden",
        document_id="wet-vifo-nl",
        section_id="melden",
        title="Wet Vifo",
        heading="Wanneer meldt u?",
        topic="wet-vifo",
        language="nl",
        label="public",
        basis="digest",
        secondary=False,
        checked=date(2026, 11, 21),
        review_by=date(2027, 5, 21),
        text=text,
        spans=tuple(spans),
        hints=(),
    )
    return replace(made, **changes)


def original(*sentences: tuple[Role, str], **changes: Any) -> Passage:
    """Make a passage of an original, public and with a file; each sentence on a line of its own."""
    values = {"basis": "original", "document_id": "wet-vifo", "file": "ab12.pdf", **changes}
    return passage(*sentences, **values)


def exchange(
    cited: Passage, question: str = "Moet ik melden?", sources: Sequence[Source] = (LAW,)
) -> Exchange:
    """Make a complete exchange that cites every span of a passage."""
    citations = tuple(
        Citation(
            number=number,
            passage=cited,
            span=span,
            source=sources[0],
            further_sources=tuple(sources[1:]),
        )
        for number, span in enumerate(cited.spans, start=1)
    )
    sentences = tuple(
        ProvenSentence(
            text=citation.quote,
            citations=(citation.number,),
            support=1.0,
            role=citation.span.role,
        )
        for citation in citations
    )
    complete = answer(sentences=sentences, citations=citations)
    return Exchange(
        number=1, question=question, sentences=sentences, citations=citations, answer=complete
    )


def answer(**changes: Any) -> Answer:
    """Make an answer without sentences."""
    made = Answer(
        id="1",
        status=Status.ANSWERED,
        language="nl",
        reply="",
        sentences=(),
        citations=(),
        contacts=(BTI,),
        notices=(),
        missing=None,
        follow_ups=(),
        sensitive=False,
        approved_on=None,
        confidence=0.9,
        mode="extractive",
        model=None,
        index_version="1",
        timings_ms={},
        hits=(),
    )
    return replace(made, **changes)
