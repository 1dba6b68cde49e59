"""The nouns of the desk. All frozen; texts are plain, dates in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from assistant.answers import Language, Message, Status

StaffRole = Literal["reader", "editor", "approver", "admin"]
"""What somebody may do; each role may do what the ones before it may."""

Act = Literal["read", "edit", "approve", "administer"]

Light = Literal["green", "amber", "red"]
"""What the proof says of a sentence: proven, proven but worded freely, not proven."""

Decision = Literal["open", "kept", "edited", "rejected", "needs_source"]
CaseState = Literal["new", "claimed", "drafted", "half_approved", "approved"]
"""How far a case is; `half_approved` waits for a second approver, where two are asked for."""

Tone = Literal["letter", "email"]
Part = Literal["answer", "condition", "action", "where"]
"""Where in a reply a sentence stands."""

_MAY: dict[StaffRole, frozenset[Act]] = {
    "reader": frozenset({"read"}),
    "editor": frozenset({"read", "edit"}),
    "approver": frozenset({"read", "edit", "approve"}),
    "admin": frozenset({"read", "edit", "approve", "administer"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does something: a member of staff, or a program with a key."""

    name: str
    role: StaffRole

    def may(self, act: Act) -> bool:
        """True when the role allows it."""
        return act in _MAY[self.role]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of a passage under a sentence, as they stood when it was decided."""

    passage_id: str
    passage_digest: str
    """SHA-256 of the passage's text, so that a change of the source is seen."""
    start: int
    end: int
    quote: str
    source_ids: tuple[str, ...]
    heading: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSentence:
    """A sentence of the answer that the assistant gave, with what it cited and how well."""

    text: str
    support: float
    part: Part
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the assistant found when a question was handed over."""

    status: Status
    reply: str
    missing: str | None
    sentences: tuple[FoundSentence, ...]
    contacts: tuple[str, ...]
    confidence: float
    mode: str
    model: str | None
    index_version: str
    version: str
    """Of this program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """What somebody sends to the desk, as they saw and edited it themselves."""

    question: str
    conversation: tuple[Message, ...] = ()
    language: Language = "nl"
    name: str = ""
    email: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What whoever handed over a question gets."""

    case_id: int
    reference: str
    """At least 80 random bits; the only thing with which a stranger can look at the status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case as the inbox lists it."""

    id: int
    state: CaseState
    question: str
    topic: str
    language: Language
    status: Status
    """How the assistant's own answer ended."""
    confidence: float
    support: float
    """The lowest support of a sentence of that answer; 0 when there was none."""
    impact: int
    """3 when doing it wrong may break the law, 2 when it may cost the company much, else 1."""
    created: datetime
    claimed_by: str | None
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case in full."""

    row: CaseRow
    handed: HandOver
    found: Found
    reference: str
    draft: Draft | None
    approvals: tuple[Approval, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSentence:
    """A sentence of a reply, and what has been decided of it."""

    id: int
    position: int
    part: Part
    text: str
    original: str
    """What the assistant wrote; empty for a sentence that staff put in."""
    evidence: Evidence | None
    light: Light
    reason: str
    """Why the light is not green, in Dutch."""
    support: float
    decision: Decision
    remark: str
    """Why it was rejected, or the written ground on which a red sentence may stand."""
    decided_by: str | None
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reply in the making."""

    tone: Tone
    language: Language
    salutation: str
    closing: str
    contacts: tuple[str, ...]
    sentences: tuple[DraftSentence, ...]
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Somebody's word that a draft may be sent, exactly as it stood."""

    by: str
    role: StaffRole
    at: datetime
    digest: str
    """SHA-256 of the sentences as they stood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedEntry:
    """An approved answer in the library."""

    id: int
    case_id: int | None
    question: str
    language: Language
    sentences: tuple[DraftSentence, ...]
    approved_role: StaffRole
    approved_on: date
    valid_until: date
    state: Literal["active", "to_review", "withdrawn"]
    review_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Questions that no source covers, together."""

    key: str
    """Stays the same as long as its first question stays."""
    label: str
    count: int
    examples: tuple[str, ...]
    """At most five, without personal data."""
    first: datetime
    last: datetime
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line of the audit trail; it holds no text of a case, only keyed digests of it."""

    number: int
    at: datetime
    actor: str
    action: str
    subject: str
    digest: str
    chain: str
