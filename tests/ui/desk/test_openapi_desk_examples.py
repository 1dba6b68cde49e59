"""The examples are what the shapes take, and the requests are what the desk takes."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from indexer.settings import PROJECT
from ui.desk import case_requests, case_schemas, gap_schemas
from ui.desk import openapi_desk_examples as told

REQUESTS: tuple[tuple[dict[str, Any], type[BaseModel]], ...] = (
    (told.HAND_OVERS, case_requests.HandOverRequest),
    (told.REFERENCES, case_requests.CaseStatusRequest),
    (told.DRAFTS, case_requests.DraftRequest),
    (told.DECISIONS, case_requests.SentenceDecision),
    (told.NEW_SENTENCES, case_requests.SentenceRequest),
    (told.APPROVALS, case_requests.ApproveRequest),
    (told.OWNERS, case_requests.OwnerRequest),
)
ANSWERS: tuple[tuple[dict[str, Any], type[BaseModel]], ...] = (
    (told.RECEIPTS, case_schemas.ReceiptOut),
    (told.STATUSES, case_schemas.CaseStatusOut),
    (told.INBOX, case_schemas.CasesOut),
    (told.WHOLE_CASES, case_schemas.CaseOut),
    (told.SENTENCES, case_schemas.DraftSentenceOut),
    (told.ERASED, case_schemas.ErasedOut),
    (told.GAPS, gap_schemas.GapsOut),
    (told.OWNED, gap_schemas.GapOut),
    (told.TO_REVIEW, gap_schemas.ToReviewOut),
    (told.KEPT, gap_schemas.VerifiedOut),
    (told.WITHDRAWN, gap_schemas.WithdrawnOut),
)


@pytest.mark.parametrize(("examples", "shape"), REQUESTS)
def test_requests_are_taken(examples: dict[str, Any], shape: type[BaseModel]) -> None:
    for one in examples.values():
        shape(**one["value"])


@pytest.mark.parametrize(("examples", "shape"), ANSWERS)
def test_answers_hold_all_and_no_more(examples: dict[str, Any], shape: type[BaseModel]) -> None:
    for one in examples.values():
        assert shape(**one["value"]).model_dump(mode="json") == one["value"]


def test_the_sentence_stands_in_our_corpus() -> None:
    text = "".join(path.read_text() for path in (PROJECT / "corpus" / "documents").rglob("*.md"))
    assert told.DRAFT_SENTENCE["text"] in text
