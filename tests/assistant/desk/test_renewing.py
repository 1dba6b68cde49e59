"""An approved answer beside another index."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant.desk.errors import DeskRefused
from assistant.desk.renewing import looked_at_again, moved_places
from assistant.search import Search
from indexer.index import Index
from tests.assistant.desk.test_standing import entry, evidence


def test_only_a_question_that_lies_elsewhere_is_moved(small_index: Index) -> None:
    one = replace(entry(), id=1, question="Hoe lang duurt de toets?")
    place = Search(small_index, candidates=5).embed(one.question)
    two, three = replace(one, id=2), replace(one, id=3)
    cut = np.ones(3, np.float32)
    moved = moved_places([(one, place), (two, -place), (three, cut)], small_index)
    assert set(moved) == {2, 3}
    assert all(np.allclose(vector, place) for vector in moved.values())
    assert moved_places([], small_index) == {}


def test_sentences_are_put_on_the_passages_of_now(small_index: Index) -> None:
    now = evidence(small_index)
    before = replace(now, passage_digest="0" * 64, start=40, end=40 + len(now.quote))
    (fresh,) = looked_at_again(entry(("answer", before)), small_index)
    assert (fresh.evidence, fresh.light) == (now, "green")


def test_a_sentence_that_fell_is_named(small_index: Index) -> None:
    now = evidence(small_index)
    told = entry(("answer", now), ("answer", replace(now, passage_id="weg")))
    with pytest.raises(DeskRefused, match="Zin 2 wordt niet meer"):
        looked_at_again(told, small_index)
    false = replace(told.sentences[0], text="Het BTI betaalt u 500 euro.")
    with pytest.raises(DeskRefused, match="Zin 1 wordt niet meer"):
        looked_at_again(replace(told, sentences=(false,)), small_index)
