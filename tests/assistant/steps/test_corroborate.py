from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from assistant.steps.corroborate import Corroborate
from assistant.turn import Turn
from indexer.build import build_index
from indexer.index import Index, open_index
from tests.assistant.parts import make_hit, make_turn
from tests.conftest import SMALL_CORPUS, quiet, settings_for
from tests.fakes import HashEmbedder
from tests.indexer.library.arrivals import LAW_NEW, LETTER, Sender, add_originals, extract_of

LEAD, SECOND = "melden-nl.klein-belang", "melden-nl.termijn"


def index_of(
    factory: pytest.TempPathFactory, *texts: str, mangled: str | None = None, label: str = "public"
) -> Index:
    """Return an open index of the small corpus with an original for each text."""
    settings = settings_for(SMALL_CORPUS, factory.mktemp("eigen"))
    sender = Sender(settings.data_dir)
    for number, text in enumerate(texts):
        sender.send(extract_of(text, title=f"Bron {number}", mangled=mangled), f"{number}.txt")
    for entry in sender.library.entries():
        sender.library.save(replace(entry, label=label))  # type: ignore[arg-type]
    build_index(settings, HashEmbedder, quiet)
    return open_index(settings.index_dir, HashEmbedder())


@pytest.fixture(scope="module")
def with_originals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    settings = settings_for(SMALL_CORPUS, tmp_path_factory.mktemp("eigen"))
    add_originals(settings.data_dir)
    build_index(settings, HashEmbedder, quiet)
    with open_index(settings.index_dir, HashEmbedder()) as index:
        yield index


def turn_of(index: Index, *names: str) -> Turn:
    return make_turn(*(make_hit(index.by_id[name]) for name in names))


def texts(turn: Turn) -> list[str]:
    return [hit.passage.text for hit in turn.hits]


def test_the_original_that_states_what_leads_comes_second(with_originals: Index) -> None:
    turn = Corroborate(with_originals)(turn_of(with_originals, LEAD, SECOND))
    lead, original, second = turn.hits
    assert (lead.passage.id, second.passage.id) == (LEAD, SECOND)
    assert original.passage.text == LAW_NEW
    assert original.passage.basis == "original"
    assert original.kept


def test_one_that_was_found_already_moves_up_and_stands_there_once(with_originals: Index) -> None:
    (law,) = (p for p in with_originals.passages if p.text == LAW_NEW)
    turn = turn_of(with_originals, LEAD, SECOND)
    found = make_hit(law, kept=False, fused=0.7)
    turn = Corroborate(with_originals)(replace(turn, hits=(*turn.hits, found)))
    assert [hit.passage.id for hit in turn.hits] == [LEAD, law.id, SECOND]
    assert turn.hits[1].kept
    assert turn.hits[1].scores == found.scores


def test_an_original_that_leads_needs_no_other(with_originals: Index) -> None:
    (law,) = (p for p in with_originals.passages if p.text == LAW_NEW)
    turn = make_turn(make_hit(law))
    assert Corroborate(with_originals)(turn) is turn


def test_of_a_day_nothing_is_added(with_originals: Index) -> None:
    turn = replace(turn_of(with_originals, LEAD), on=date(2024, 8, 1))
    assert Corroborate(with_originals)(turn) is turn


def test_without_originals_nothing_is_added(small_index: Index) -> None:
    turn = turn_of(small_index, LEAD, SECOND)
    assert Corroborate(small_index)(turn) is turn


FIGURE = LAW_NEW.replace("10", "15")


@pytest.mark.parametrize("text", [FIGURE, " ".join(LETTER)])
def test_another_figure_or_another_subject_bears_nothing_out(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    with index_of(tmp_path_factory, text) as index:
        turn = turn_of(index, LEAD)
        assert Corroborate(index)(turn) is turn


def test_the_one_that_states_most_is_taken(tmp_path_factory: pytest.TempPathFactory) -> None:
    lead = "Wie minstens 10 procent van de stemmen krijgt in een bedrijf met sensitieve technologie"
    with index_of(tmp_path_factory, lead + " let op.", LAW_NEW) as index:
        turn = Corroborate(index)(turn_of(index, LEAD))
        assert len(turn.hits) == 2
        assert turn.hits[1].passage.text == LAW_NEW


@pytest.mark.parametrize(
    ("mangled", "label"), [("Gemengde kolommen.", "public"), (None, "internal")]
)
def test_what_may_not_be_quoted_or_not_be_seen_is_never_added(
    tmp_path_factory: pytest.TempPathFactory, mangled: str | None, label: str
) -> None:
    with index_of(tmp_path_factory, LAW_NEW, mangled=mangled, label=label) as index:
        turn = turn_of(index, LEAD)
        assert Corroborate(index)(turn) is turn
