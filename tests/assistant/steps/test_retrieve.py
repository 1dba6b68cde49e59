from __future__ import annotations

import numpy as np
import pytest

from assistant.search import Search
from assistant.steps.retrieve import HITS, Retrieve
from indexer.index import Index
from tests.assistant.parts import make_turn


@pytest.fixture
def retrieve(small_index: Index) -> Retrieve:
    return Retrieve(Search(small_index, candidates=30))


def test_the_turn_gets_hits_and_the_vector_of_its_query(retrieve: Retrieve) -> None:
    turn = retrieve(make_turn(text="Wat is het telefoonnummer van de AIVD?"))
    assert turn.hits[0].passage.id == "spionage-nl.spionage-melden"
    assert len(turn.hits) <= HITS
    assert turn.vector is not None
    assert float(np.linalg.norm(turn.vector)) == pytest.approx(1.0, abs=1e-5)


def test_the_search_is_in_the_language_of_the_reader(retrieve: Retrieve) -> None:
    turn = retrieve(make_turn(text="How long do I wait for the decision?", language="en"))
    assert {hit.passage.language for hit in turn.hits} == {"en"}
