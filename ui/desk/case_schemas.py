"""A case as REST gives it: built from the nouns of the desk, never the reverse."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from assistant.answers import Language, Speaker, Status
from assistant.desk.nouns import (
    Approval,
    Case,
    CaseRow,
    CaseState,
    Decision,
    Draft,
    DraftSentence,
    Evidence,
    Found,
    FoundSentence,
    Light,
    Part,
    StaffRole,
    Tone,
)
from ui.schemas import Response


class ReceiptOut(Response):
    """What whoever handed over a question gets: the reference, shown only once."""

    reference: str
    state: CaseState
    status: Status
    sensitive: bool


class CaseStatusOut(Response):
    """How far a case is; nothing of what is in it."""

    state: CaseState
    since: datetime


class CaseRowOut(Response):
    """A case as the inbox lists it."""

    id: int
    state: CaseState
    question: str
    topic: str
    language: Language
    status: Status
    confidence: float
    support: float
    impact: int
    created: datetime
    claimed_by: str | None
    version: int

    @classmethod
    def of(cls, row: CaseRow) -> Self:
        """Build from our own noun."""
        return cls(**{name: getattr(row, name) for name in cls.model_fields})


class CasesOut(Response):
    """The cases, doubt first."""

    cases: list[CaseRowOut]


class EvidenceOut(Response):
    """The words of a passage under a sentence, as they stood when it was decided."""

    passage_id: str
    passage_digest: str
    start: int
    end: int
    quote: str
    source_ids: list[str]
    heading: str
    language: str

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        """Build from our own noun."""
        told = {name: getattr(evidence, name) for name in cls.model_fields}
        return cls(**{**told, "source_ids": list(evidence.source_ids)})


class FoundSentenceOut(Response):
    """A sentence of the answer that the assistant gave."""

    text: str
    support: float
    part: Part
    evidence: list[EvidenceOut]

    @classmethod
    def of(cls, sentence: FoundSentence) -> Self:
        """Build from our own noun."""
        return cls(
            text=sentence.text,
            support=sentence.support,
            part=sentence.part,
            evidence=[EvidenceOut.of(one) for one in sentence.evidence],
        )


class FoundOut(Response):
    """What the assistant found when the question was handed over."""

    status: Status
    reply: str
    missing: str | None
    sentences: list[FoundSentenceOut]
    contacts: list[str]
    confidence: float
    mode: str
    model: str | None
    index_version: str
    version: str

    @classmethod
    def of(cls, found: Found) -> Self:
        """Build from our own noun."""
        told = {name: getattr(found, name) for name in cls.model_fields}
        sentences = [FoundSentenceOut.of(one) for one in found.sentences]
        return cls(**{**told, "sentences": sentences, "contacts": list(found.contacts)})


class DraftSentenceOut(Response):
    """A sentence of a reply, its light, and what was decided of it."""

    id: int
    position: int
    part: Part
    text: str
    original: str
    evidence: EvidenceOut | None
    light: Light
    reason: str
    support: float
    decision: Decision
    remark: str
    decided_by: str | None
    version: int

    @classmethod
    def of(cls, sentence: DraftSentence) -> Self:
        """Build from our own noun."""
        told = {name: getattr(sentence, name) for name in cls.model_fields}
        evidence = EvidenceOut.of(sentence.evidence) if sentence.evidence else None
        return cls(**{**told, "evidence": evidence})


class DraftOut(Response):
    """A reply in the making."""

    tone: Tone
    language: Language
    salutation: str
    closing: str
    contacts: list[str]
    sentences: list[DraftSentenceOut]
    version: int

    @classmethod
    def of(cls, draft: Draft) -> Self:
        """Build from our own noun."""
        told = {name: getattr(draft, name) for name in cls.model_fields}
        sentences = [DraftSentenceOut.of(one) for one in draft.sentences]
        return cls(**{**told, "sentences": sentences, "contacts": list(draft.contacts)})


class ApprovalOut(Response):
    """Somebody's word that a draft may be sent, exactly as it stood."""

    by: str
    role: StaffRole
    at: datetime
    digest: str

    @classmethod
    def of(cls, approval: Approval) -> Self:
        """Build from our own noun."""
        return cls(**{name: getattr(approval, name) for name in cls.model_fields})


class HandedTurnOut(Response):
    """One turn of the conversation that was handed over."""

    role: Speaker
    content: str


class HandedOut(Response):
    """What was handed over, as its sender saw and edited it."""

    question: str
    conversation: list[HandedTurnOut]
    language: Language
    name: str
    email: str
    remark: str


class CaseOut(Response):
    """A case in full."""

    row: CaseRowOut
    reference: str
    handed: HandedOut
    found: FoundOut
    draft: DraftOut | None
    approvals: list[ApprovalOut]

    @classmethod
    def of(cls, case: Case) -> Self:
        """Build from our own noun."""
        handed = case.handed
        return cls(
            row=CaseRowOut.of(case.row),
            reference=case.reference,
            handed=HandedOut(
                question=handed.question,
                conversation=[
                    HandedTurnOut(role=turn.role, content=turn.content)
                    for turn in handed.conversation
                ],
                language=handed.language,
                name=handed.name,
                email=handed.email,
                remark=handed.remark,
            ),
            found=FoundOut.of(case.found),
            draft=DraftOut.of(case.draft) if case.draft else None,
            approvals=[ApprovalOut.of(one) for one in case.approvals],
        )


class ErasedOut(Response):
    """The text of this case is gone."""

    id: int


class SentenceConflict(Response):
    """Problem details of a sentence that somebody else changed: both texts, so nothing is lost."""

    type: str
    title: str
    status: int
    detail: str
    sentence: DraftSentenceOut
    yours: str
