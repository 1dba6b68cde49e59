"""The library of verified answers as a step: an entry is used whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from assistant.answers import Language
from assistant.proof.verifier import Verifier
from assistant.steps.recall import Recall
from assistant.turn import DraftSentence, Turn
from assistant.verified import VerifiedAnswer
from indexer.embedder import Vectors
from indexer.index import Index
from tests.assistant.parts import ANSWER, make_hit, make_turn

APPROVED = date(2026, 11, 20)


class Shelf:
    def __init__(self, *sentences: DraftSentence) -> None:
        self.sentences = sentences

    def find(
        self,
        query: str,  # noqa: ARG002  # whatever is asked
        vector: Vectors,  # noqa: ARG002
        language: Language,  # noqa: ARG002
        index: Index,  # noqa: ARG002
    ) -> VerifiedAnswer:
        return VerifiedAnswer(sentences=self.sentences, approved_on=APPROVED)


@pytest.fixture
def drafts(small_index: Index) -> tuple[DraftSentence, ...]:
    passage = small_index.by_id["melden-nl.klein-belang"]
    return tuple(
        DraftSentence(text=passage.quote(span), passage=passage, span=span, role=ANSWER)
        for span in passage.spans[:2]
    )


def asked(index: Index, **changes: object) -> Turn:
    names = ("melden-nl.termijn", "melden-nl.klein-belang")
    turn = make_turn(*(make_hit(index.by_id[name]) for name in names))
    turn = replace(turn, vector=np.ones(4, np.float32))
    return replace(turn, **changes)  # type: ignore[arg-type]


def recalled(index: Index, turn: Turn, *sentences: DraftSentence) -> Turn:
    return Recall(Shelf(*sentences), index, Verifier(index.terms.of_text))(turn)


def test_what_it_cites_comes_first_and_is_all_that_is_kept(
    small_index: Index, drafts: tuple[DraftSentence, ...]
) -> None:
    turn = recalled(small_index, asked(small_index), *drafts)
    assert (turn.draft, turn.approved_on) == (drafts, APPROVED)
    assert [(hit.passage.id, hit.kept) for hit in turn.hits] == [
        ("melden-nl.klein-belang", True),
        ("melden-nl.termijn", False),
    ]
    assert turn.hits[0].scores.dense == 0.9
    assert 0.9 < turn.confidence < 1.0


def test_a_passage_that_the_search_did_not_bring_is_kept_too(
    small_index: Index, drafts: tuple[DraftSentence, ...]
) -> None:
    turn = recalled(small_index, asked(small_index, hits=()), *drafts)
    (hit,) = turn.hits
    assert (hit.passage, hit.scores.dense) == (drafts[0].passage, None)


def test_one_sentence_that_would_not_be_proven_and_nothing_is_used(
    small_index: Index, drafts: tuple[DraftSentence, ...]
) -> None:
    first, second = drafts
    false = replace(first, text=first.text.replace("10 procent", "15 procent"))
    order = replace(second, span=replace(second.span, order=True))
    unsure = replace(second, passage=replace(second.passage, quotable=False))
    turn = asked(small_index)
    for sentences in ((false, second), (first, order), (first, unsure), ()):
        assert recalled(small_index, turn, *sentences) is turn


@pytest.mark.parametrize(
    "changes", [{"sensitive": True}, {"on": date(2024, 3, 1)}, {"vector": None}]
)
def test_some_turns_are_left_alone(
    small_index: Index, drafts: tuple[DraftSentence, ...], changes: dict[str, object]
) -> None:
    turn = asked(small_index, **changes)
    assert recalled(small_index, turn, *drafts) is turn
