"""The search beside a draft: find, put under a sentence, add a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from indexer.settings import IndexSettings
from tests.ui.desk.desk_parts import ANNA, Asking, Bench, World, by_cookie, by_id, world_in
from ui.desk import draft_view as view
from ui.desk.draft_page import CasePage
from ui.desk.draft_parts import Shown, lay_out_slot
from ui.desk.draft_sentences import typed_in


@pytest.fixture
def world(small_settings: IndexSettings, tmp_path: Path) -> Iterator[World]:
    """A desk with a draft that Anna has claimed."""
    with world_in(small_settings, tmp_path) as made:
        made.drafted()
        yield made


def _laid_out(world: World) -> tuple[Bench, Shown]:
    shown = Shown(world.desk.cases.get(ANNA, world.answered))

    def lay_out() -> CasePage:
        page = CasePage(world.live, world.desk, by_cookie, gr.State(None))
        slots = [
            lay_out_slot(shown.at(one), number, lambda s, n: view.render_sentence(s, n, {}))
            for number, one in enumerate(shown.sentences, 1)
        ]
        page._panel.connect_draft(slots, shown)
        return page

    return Bench(lay_out), shown


def _values(shown: Shown, typed: str | None = None) -> list[Any]:
    values: list[Any] = []
    for one in shown.sentences:
        values += [typed or one.text, "", one]
    return values


def _passage(bench: Bench) -> str:
    found = by_id(bench.handler("_search")("investeerder melden", Asking("anna")))
    name: str = found["bron-keus"]["choices"][0][1]
    return name


def test_a_search_gives_passages_to_choose_from(world: World) -> None:
    bench, _ = _laid_out(world)
    found = by_id(bench.handler("_search")("investeerder melden", Asking("anna")))
    assert found["bron-keus"]["visible"] is True
    assert "passages gevonden" in found["bron-melding"]
    name = found["bron-keus"]["choices"][0][1]
    read = by_id(bench.handler("_preview")(name, Asking("anna")))["bron-tekst"]
    assert 'class="quote"' in read


@pytest.mark.parametrize("words", ["", "  ?! "])
def test_a_search_without_words_says_so(world: World, words: str) -> None:
    bench, _ = _laid_out(world)
    seen = by_id(bench.handler("_search")(words, Asking("anna")))
    assert set(seen) == {"bron-melding"}


def test_a_passage_comes_under_a_sentence_and_what_was_typed_stays(world: World) -> None:
    bench, shown = _laid_out(world)
    target = shown.sentences[0].id
    values = _values(shown, "Getypt.")
    seen = by_id(bench.handler("rest")(Asking("anna"), _passage(bench), target, *values))
    assert "onder zin 1" in seen["bron-melding"]
    assert "nog niet bewaard" in seen["gezegd"]
    assert "zintekst" not in seen
    draft = world.desk.cases.get(ANNA, world.answered).draft
    assert draft is not None
    evidence = draft.sentences[0].evidence
    assert evidence is not None
    assert evidence.passage_id == _passage(bench)


@pytest.mark.parametrize("passage", [None, "gone"])
def test_without_a_passage_nothing_happens(world: World, passage: str | None) -> None:
    bench, shown = _laid_out(world)
    target = shown.sentences[0].id
    seen = by_id(bench.handler("rest")(Asking("anna"), passage, target, *_values(shown)))
    assert set(seen) == {"bron-melding"}
    seen = by_id(bench.handler("rest")(Asking("anna"), passage, None, *_values(shown)))
    assert "Bron nodig" in seen["bron-melding"]


def test_a_new_sentence_is_drawn_with_all_that_was_typed(world: World) -> None:
    bench, shown = _laid_out(world)
    values = _values(shown, "Getypt.")
    new = "Meld de investeerder op tijd."
    done = bench.handler("insert")(Asking("anna"), "action", new, _passage(bench), *values)
    drawn: Shown = done[bench.made.parts.shown]
    assert len(drawn.sentences) == len(shown.sentences) + 1
    assert drawn.typed == typed_in(values)
    assert drawn.drawn == shown.drawn + 1
    assert by_id(done)["nieuw-tekst"] == ""


def test_a_new_sentence_stays_in_its_box_when_it_is_refused(world: World) -> None:
    bench, shown = _laid_out(world)
    for who, text in (("", "Een zin."), ("rita", "Een zin."), ("anna", "  ")):
        seen = by_id(
            bench.handler("insert")(Asking(who), "action", text, _passage(bench), *_values(shown))
        )
        assert set(seen) == {"bron-melding"}


def test_with_a_new_sentence_one_is_told_what_a_colleague_changed(world: World) -> None:
    bench, shown = _laid_out(world)
    world.decide(shown.sentences[0], "kept")
    new = "Meld de investeerder op tijd."
    values = _values(shown)
    done = bench.handler("insert")(Asking("anna"), "where", new, _passage(bench), *values)
    assert "intussen zin 1 veranderd" in by_id(done)["bron-melding"]
