"""The gap register and the answers to look at again, as REST gives them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self

from assistant.answers import Language
from assistant.desk.nouns import Gap, StaffRole, VerifiedEntry
from ui.desk.case_schemas import DraftSentenceOut
from ui.schemas import Response


class GapOut(Response):
    """Questions that no source covers, together."""

    key: str
    label: str
    count: int
    examples: list[str]
    first: datetime
    last: datetime
    owner: str

    @classmethod
    def of(cls, gap: Gap) -> Self:
        """Build from our own noun."""
        told = {name: getattr(gap, name) for name in cls.model_fields}
        return cls(**{**told, "examples": list(gap.examples)})


class GapsOut(Response):
    """The gaps, those that most people asked about first."""

    gaps: list[GapOut]


class VerifiedOut(Response):
    """An approved answer that somebody must look at again, and why."""

    id: int
    case_id: int | None
    question: str
    language: Language
    sentences: list[DraftSentenceOut]
    approved_role: StaffRole
    approved_on: date
    valid_until: date
    review_reason: str

    @classmethod
    def of(cls, entry: VerifiedEntry) -> Self:
        """Build from our own noun."""
        told = {name: getattr(entry, name) for name in cls.model_fields}
        return cls(**{**told, "sentences": [DraftSentenceOut.of(one) for one in entry.sentences]})


class ToReviewOut(Response):
    """The approved answers to look at again, oldest first."""

    entries: list[VerifiedOut]


class WithdrawnOut(Response):
    """This approved answer is no longer used."""

    id: int
