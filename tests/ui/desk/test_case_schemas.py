"""A case over REST holds everything that the case holds."""

from __future__ import annotations

from dataclasses import fields

import pytest
from pydantic import BaseModel

from assistant.desk import nouns
from ui.desk import case_schemas as shapes


@pytest.mark.parametrize(
    ("shape", "noun"),
    [
        (shapes.CaseRowOut, nouns.CaseRow),
        (shapes.EvidenceOut, nouns.Evidence),
        (shapes.FoundSentenceOut, nouns.FoundSentence),
        (shapes.FoundOut, nouns.Found),
        (shapes.DraftSentenceOut, nouns.DraftSentence),
        (shapes.DraftOut, nouns.Draft),
        (shapes.ApprovalOut, nouns.Approval),
        (shapes.HandedOut, nouns.HandOver),
        (shapes.CaseOut, nouns.Case),
    ],
)
def test_nothing_is_left_out(shape: type[BaseModel], noun: type) -> None:
    assert set(shape.model_fields) == {field.name for field in fields(noun)}


def test_a_stranger_sees_the_state_only() -> None:
    assert set(shapes.CaseStatusOut.model_fields) == {"state", "since"}
    assert "case_id" not in shapes.ReceiptOut.model_fields
