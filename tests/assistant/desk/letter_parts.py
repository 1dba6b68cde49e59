"""Cases made by hand, as the desk stores them, and the sources they rest on."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

from assistant.answers import Language, Message, Status
from assistant.desk.letter import Letter, letter_of
from assistant.desk.nouns import (
    Approval,
    AuditEntry,
    Case,
    CaseRow,
    CaseState,
    Decision,
    Draft,
    DraftSentence,
    Evidence,
    Found,
    FoundSentence,
    HandOver,
    Light,
    Part,
    Tone,
)
from indexer.sources import Source

REFERENCE = "MFRG-GZDF-MZTW-Q2LK"
AT = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
"""In the Netherlands that is already the next day."""


def make_source(
    name: str,
    *,
    title: str = "",
    url: str | None = "https://wetten.overheid.nl/BWBR0046747/",
    where: str | None = None,
    published: str | None = "2022-06-24",
) -> Source:
    return Source(
        id=name,
        title=title or f"Titel van {name}",
        publisher="Overheid.nl",
        kind="wettekst",
        authority="wet",
        url=url,
        where=where,
        published=published,
        version=None,
        retrieved="2026-11",
        language="nl",
        read="full",
        note=None,
    )


SOURCES = {name: make_source(name) for name in ("S01", "S02", "S03")}


def make_evidence(quote: str, *sources: str, language: str = "nl", name: str = "a") -> Evidence:
    return Evidence(
        passage_id=f"document.{name}",
        passage_digest=hashlib.sha256(quote.encode("utf-8", "replace")).hexdigest(),
        start=0,
        end=len(quote),
        quote=quote,
        source_ids=sources or ("S01",),
        heading="Wanneer u moet melden",
        language=language,
    )


def make_sentence(
    number: int,
    text: str,
    *sources: str,
    part: Part = "answer",
    decision: Decision = "kept",
    light: Light = "green",
    remark: str = "",
    evidence: Evidence | None = None,
    bare: bool = False,
) -> DraftSentence:
    return DraftSentence(
        id=number,
        position=number,
        part=part,
        text=text,
        original=text,
        evidence=None if bare else evidence or make_evidence(text, *sources),
        light=light,
        reason="",
        support=0.9,
        decision=decision,
        remark=remark,
        decided_by="behandelaar-1",
        version=1,
    )


SENTENCES = (
    make_sentence(1, "U moet een investering melden voordat u tekent.", "S01", "S02"),
    make_sentence(2, "Dat geldt voor vitale aanbieders.", "S01"),
    make_sentence(3, "Een overdracht binnen een groep telt ook mee.", "S02", part="condition"),
    make_sentence(
        4, "Deze zin is afgewezen.", part="condition", decision="rejected", remark="fout"
    ),
    make_sentence(5, "Meld de investering bij het bureau.", "S03", part="action"),
    make_sentence(
        6,
        "Vraag het na bij uw adviseur.",
        part="action",
        light="red",
        remark="vaste praktijk",
        bare=True,
    ),
    make_sentence(7, "Het bureau neemt meldingen aan.", "S02", part="where"),
)


def make_draft(
    *sentences: DraftSentence,
    tone: Tone = "letter",
    language: Language = "nl",
    salutation: str = "Geachte heer of mevrouw,",
) -> Draft:
    return Draft(
        tone=tone,
        language=language,
        salutation=salutation,
        closing="Deze brief geeft informatie.\n\nHoogachtend,",
        contacts=("Bureau Toetsing Investeringen, 070 000 0000, https://voorbeeld.nl",),
        sentences=sentences or SENTENCES,
        version=3,
    )


def make_found(*sentences: FoundSentence) -> Found:
    return Found(
        status=Status.PARTIAL,
        reply="",
        missing="wat het kost",
        sentences=sentences
        or (
            FoundSentence(
                text=SENTENCES[0].text,
                support=0.91,
                part="answer",
                evidence=(make_evidence(SENTENCES[0].text, "S01", "S02"),),
            ),
        ),
        contacts=("Bureau Toetsing Investeringen",),
        confidence=0.62,
        mode="extractive",
        model=None,
        index_version="build-1",
        version="0.1.0",
    )


def make_case(
    draft: Draft | None = None,
    *,
    state: CaseState = "approved",
    question: str = "Moet ik een investering in mijn bedrijf melden?",
    name: str = "",
    found: Found | None = None,
) -> Case:
    found = found or make_found()
    row = CaseRow(
        id=12,
        state=state,
        question=question,
        topic="wet-vifo",
        language="nl",
        status=found.status,
        confidence=found.confidence,
        support=0.91,
        impact=3,
        created=datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
        claimed_by="behandelaar-1",
        version=7,
    )
    approval = Approval(by="goedkeurder-1", role="approver", at=AT, digest="ab" * 32)
    return Case(
        row=row,
        handed=HandOver(
            question=question,
            conversation=(Message(role="user", content="Eerst iets anders"),),
            name=name,
            email="vraag@voorbeeld.nl",
        ),
        found=found,
        reference=REFERENCE,
        draft=draft or make_draft(),
        approvals=(approval,) if state == "approved" else (),
    )


ENTRIES = (
    AuditEntry(
        number=5,
        at=AT,
        actor="goedkeurder-1",
        action="draft approved",
        subject="case 12",
        digest="cd" * 32,
        chain="ef" * 32,
    ),
)


def make_letter(
    *sentences: DraftSentence,
    tone: Tone = "letter",
    language: Language = "nl",
    salutation: str = "Geachte heer of mevrouw,",
    question: str = "Mag het?",
    sources: dict[str, Source] | None = None,
) -> Letter:
    draft = make_draft(*sentences, tone=tone, language=language, salutation=salutation)
    case = make_case(draft, question=question)
    return letter_of(case, SOURCES if sources is None else sources)


def without_draft(case: Case) -> Case:
    return replace(case, draft=None, approvals=(), row=replace(case.row, state="claimed"))
