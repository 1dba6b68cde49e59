"""A gap over REST holds everything that the gap holds."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime

from assistant.desk.nouns import Gap, VerifiedEntry
from ui.desk.gap_schemas import GapOut, VerifiedOut

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def test_a_gap() -> None:
    gap = Gap(key="k", label="l", count=2, examples=("a", "b"), first=MOMENT, last=MOMENT, owner="")
    told = GapOut.of(gap)
    assert set(GapOut.model_fields) == {field.name for field in fields(Gap)}
    assert (told.examples, told.count, told.first) == (["a", "b"], 2, MOMENT)


def test_an_answer_to_review() -> None:
    entry = VerifiedEntry(
        id=1,
        case_id=None,
        question="q",
        language="nl",
        sentences=(),
        approved_role="approver",
        approved_on=date(2026, 11, 21),
        valid_until=date(2027, 5, 20),
        state="to_review",
        review_reason="De termijn is voorbij.",
    )
    told = VerifiedOut.of(entry)
    assert (told.case_id, told.review_reason) == (None, "De termijn is voorbij.")
