"""The gap register and the answers to look at again, as REST gives them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field

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


class VerifiedWanted(BaseModel):
    """Which approved answers to list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    state: Literal["to_review", "active"] = Field(
        "to_review",
        description="`to_review`: om opnieuw te bekijken; `active`: nu in gebruik.",
    )


class VerifiedOut(Response):
    """An approved answer; one that somebody must look at again says why."""

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
    """Approved answers: those to look at again, or those in use."""

    entries: list[VerifiedOut]


class WithdrawnOut(Response):
    """This approved answer is no longer used."""

    id: int
