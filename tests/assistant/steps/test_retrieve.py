from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from assistant.search import Search
from assistant.steps.retrieve import HITS, Retrieve
from indexer.build import build_index
from indexer.index import Index, open_index
from tests.assistant.parts import make_turn
from tests.conftest import SMALL_CORPUS, quiet, settings_for
from tests.fakes import HashEmbedder
from tests.indexer.library.arrivals import LAW_OLD, TUGS, add_originals


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


@pytest.fixture(scope="module")
def with_originals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The small corpus with three originals: a law, a mangled page, one with an order in it."""
    settings = settings_for(SMALL_CORPUS, tmp_path_factory.mktemp("eigen"))
    add_originals(settings.data_dir)
    build_index(settings, HashEmbedder, quiet)
    with open_index(settings.index_dir, HashEmbedder()) as index:
        yield index


def test_what_may_not_be_quoted_is_kept_apart(with_originals: Index) -> None:
    retrieve = Retrieve(Search(with_originals, candidates=30))
    turn = retrieve(make_turn(text="Hoeveel onbemande sleepboten telt de havenmeester?"))
    assert [hit.passage.text for hit in turn.unquotable] == [TUGS]
    assert all(hit.passage.quotable for hit in turn.hits)
    assert turn.hits


def test_a_question_of_a_day_finds_what_held_then(with_originals: Index) -> None:
    retrieve = Retrieve(Search(with_originals, candidates=30))
    turn = make_turn(text="Welk percentage van de stemmen gold voor de meldplicht?")
    then = retrieve(replace(turn, on=date(2021, 1, 1)))
    assert then.hits[0].passage.text == LAW_OLD
    before = retrieve(replace(turn, on=date(2019, 1, 1)))
    assert LAW_OLD not in [hit.passage.text for hit in before.hits]
