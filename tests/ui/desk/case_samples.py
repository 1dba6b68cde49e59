"""Values of the desk to render: each as plain as can be, and any part can be another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from assistant.answers import Status
from assistant.desk.nouns import (
    Case,
    CaseRow,
    Draft,
    DraftSentence,
    Evidence,
    Found,
    FoundSentence,
    Gap,
    HandOver,
    VerifiedEntry,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
EVIDENCE = Evidence(
    passage_id="p",
    passage_digest="d",
    start=0,
    end=10,
    quote="U meldt vooraf.",
    source_ids=("S1",),
    heading="Wanneer meldt u?",
    language="nl",
)


def row(**changes: Any) -> CaseRow:
    """Make a row of the inbox."""
    made = CaseRow(
        id=7,
        state="new",
        question="Moet ik melden?",
        topic="wet-vifo",
        language="nl",
        status=Status.PARTIAL,
        confidence=0.42,
        support=0.61,
        impact=3,
        created=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
        claimed_by=None,
        version=1,
    )
    return replace(made, **changes)


def sentence(**changes: Any) -> DraftSentence:
    """Make a sentence of a draft."""
    made = DraftSentence(
        id=1,
        position=0,
        part="answer",
        text="U meldt vooraf.",
        original="U meldt vooraf.",
        evidence=EVIDENCE,
        light="green",
        reason="",
        support=1.0,
        decision="open",
        remark="",
        decided_by=None,
        version=1,
    )
    return replace(made, **changes)


def draft(*sentences: DraftSentence) -> Draft:
    """Make a draft."""
    return Draft(
        tone="letter",
        language="nl",
        salutation="Geachte heer, mevrouw,",
        closing="Met vriendelijke groet,",
        contacts=("BTI",),
        sentences=sentences,
        version=1,
    )


def case(*sentences: DraftSentence, handed: HandOver | None = None, **changes: Any) -> Case:
    """Make a case, with a draft when there are sentences."""
    found = Found(
        status=Status.PARTIAL,
        reply="",
        missing="de termijn",
        sentences=(
            FoundSentence(
                text="U meldt vooraf.", support=0.61, part="answer", evidence=(EVIDENCE,)
            ),
        ),
        contacts=("BTI",),
        confidence=0.42,
        mode="extractive",
        model=None,
        index_version="i1",
        version="0.1",
    )
    made = Case(
        row=row(),
        handed=handed or HandOver(question="Moet ik melden?"),
        found=found,
        reference="abcd",
        draft=draft(*sentences) if sentences else None,
        approvals=(),
    )
    return replace(made, **changes)


def gap(**changes: Any) -> Gap:
    """Make a gap."""
    made = Gap(
        key="k1",
        label="Hoe zit het met waterstof?",
        count=12,
        examples=("Hoe zit het met waterstof?", "Wat geldt er voor waterstof?"),
        first=datetime(2026, 10, 1, 9, 0, tzinfo=UTC),
        last=datetime(2026, 11, 1, 9, 0, tzinfo=UTC),
        owner="",
    )
    return replace(made, **changes)


def entry(**changes: Any) -> VerifiedEntry:
    """Make an approved answer that waits for somebody."""
    made = VerifiedEntry(
        id=3,
        case_id=7,
        question="Moet ik melden?",
        language="nl",
        sentences=(sentence(),),
        approved_role="approver",
        approved_on=date(2026, 5, 1),
        valid_until=date(2026, 11, 1),
        state="to_review",
        review_reason="De bron is veranderd.",
    )
    return replace(made, **changes)
