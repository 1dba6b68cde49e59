"""What the page reads in the index; without an index it still shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.desk.errors import DeskRefused
from indexer.settings import IndexSettings
from tests.ui.conftest import live_over
from ui.desk.desk_reading import find_passages, reading, sources_of
from ui.live import LiveAssistant


@pytest.fixture
def live(small_settings: IndexSettings) -> Iterator[LiveAssistant]:
    """An assistant over the small index."""
    made = live_over(small_settings)
    made.refresh()
    yield made
    made.close()


def test_passages_that_may_be_cited_are_found_best_first(live: LiveAssistant) -> None:
    found = find_passages(live, "Moet ik een investeerder melden?", "nl")
    assert found
    assert all(one.quotable and one.label == "public" for one in found)


def test_no_words_find_nothing(live: LiveAssistant) -> None:
    with pytest.raises(DeskRefused, match="Typ eerst"):
        find_passages(live, " \u200b ?", "nl")


def test_a_passage_is_lent_by_its_name_and_a_wrong_name_is_told(live: LiveAssistant) -> None:
    name = find_passages(live, "investeerder", "nl")[0].id
    with reading(live) as now:
        assert now.passage(name).id == name
        with pytest.raises(DeskRefused, match="Zoek eerst"):
            now.passage(None)
        with pytest.raises(DeskRefused, match="niet meer"):
            now.passage("x")


def test_without_an_index_there_are_no_sources_and_no_error(
    live: LiveAssistant, small_settings: IndexSettings
) -> None:
    assert sources_of(live)
    assert sources_of(live_over(small_settings)) == {}
