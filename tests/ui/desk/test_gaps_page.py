"""The register of gaps and the answers to review: shown when somebody comes, changed by few."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from indexer.settings import IndexSettings
from tests.ui.desk.case_samples import entry
from tests.ui.desk.desk_parts import ANNA, Asking, Bench, World, by_cookie, by_id, world_in
from ui.desk.desk_reading import reading
from ui.desk.gaps_page import GapsPage, VerifiedPage


@pytest.fixture
def world(small_settings: IndexSettings, tmp_path: Path) -> Iterator[World]:
    """A desk with two cases, of which one was not answered."""
    with world_in(small_settings, tmp_path) as made:
        yield made


def _gaps(world: World, *, drawn: bool = False) -> Bench:
    def lay_out() -> GapsPage:
        page = GapsPage(world.desk, by_cookie, gr.State(()))
        with gr.Tab("Gaten") as tab:
            page.connect(tab)
        if drawn:
            page._draw(world.desk.gaps.register(ANNA))
        return page

    return Bench(lay_out)


def test_the_register_is_shown_with_a_bar_for_each_gap(world: World) -> None:
    seen = by_id(_gaps(world).handler("_show")(Asking("rita")))
    assert "Zwolle" in seen["gaten-grafiek"]
    assert "1 keer" in seen["gaten-grafiek"]


def test_a_stranger_sees_no_gap(world: World) -> None:
    seen = by_id(_gaps(world).handler("_show")(Asking()))
    assert set(seen) == {"gaten-melding"}


def test_an_owner_is_set_and_a_reader_may_not(world: World) -> None:
    bench = _gaps(world, drawn=True)
    refused = by_id(bench.handler("set_owner")("rita", Asking("rita")))
    assert "niet" in refused["gezegd"]
    assert world.desk.gaps.register(ANNA)[0].owner == ""
    done = by_id(bench.handler("set_owner")(" team  waterstof ", Asking("bram")))
    assert "Eigenaar bewaard: team waterstof." in done["gezegd"]
    assert world.desk.gaps.register(ANNA)[0].owner == "team waterstof"


def _verified(world: World, entries: Any) -> Bench:
    def lay_out() -> VerifiedPage:
        page = VerifiedPage(world.live, world.desk, by_cookie, gr.State(()))
        with gr.Tab("Geverifieerd") as tab:
            page.connect(tab)
        page._draw(entries)
        return page

    return Bench(lay_out)


def test_with_nothing_to_review_the_page_says_so(world: World) -> None:
    seen = by_id(_verified(world, ()).handler("_show")(Asking("anna")))
    assert "niets om na te kijken" in seen["nakijken-melding"]


def test_an_answer_in_use_stands_under_its_own_heading_and_can_be_withdrawn(
    world: World,
) -> None:
    approve(world)
    (active,) = world.desk.library.active(ANNA)
    bench = _verified(world, (entry(id=999), active))
    shown = bench.handler("_show")(Asking("anna"))
    assert shown[bench.made._entries] == (active,)
    assert "niets om na te kijken" in by_id(shown)["nakijken-melding"]
    parts = list(bench.page.blocks.values())
    heads = [part.value for part in parts if part.elem_id == "in-gebruik-kop"]
    assert ["in gebruik</h2>" in head for head in heads] == [True]
    keeps = [part.visible for part in parts if "houd" in (part.elem_classes or [])]
    assert keeps == [True, False]  # what is in use needs no second word
    refused = by_id(bench.handler("withdrawn", 1)(Asking("rita")))
    assert set(refused) == {"gezegd"}
    done = by_id(bench.handler("withdrawn", 1)(Asking("anna")))
    assert "niet meer gebruikt" in done["gezegd"]
    assert world.desk.library.active(ANNA) == ()


def test_with_no_answer_at_all_the_page_says_so(world: World) -> None:
    seen = by_id(_verified(world, ()).handler("_show")(Asking("anna")))
    assert "nog geen antwoorden in gebruik" in seen["nakijken-melding"]


def test_of_many_answers_in_use_the_newest_are_shown_and_the_rest_is_told(world: World) -> None:
    many = tuple(entry(id=number, state="active") for number in range(1, 104))
    shown = list(_verified(world, many).page.blocks.values())
    ids = [part.elem_id for part in shown if (part.elem_id or "").startswith("antwoord-")]
    assert (len(ids), ids[0]) == (100, "antwoord-103")
    (head,) = [part.value for part in shown if part.elem_id == "in-gebruik-kop"]
    assert "nieuwste 100 van 103" in head


def approve(world: World) -> None:
    """Keep every sentence of a draft and approve it."""
    draft = world.drafted().draft
    assert draft is not None
    for one in draft.sentences:
        world.decide(one, "kept")
    with reading(world.live) as now:
        world.desk.drafts.approve(ANNA, world.answered, now.reader)


def test_an_answer_that_is_gone_is_told_and_its_buttons_stay(world: World) -> None:
    bench = _verified(world, (entry(id=999),))
    for name in ("kept", "withdrawn"):
        seen = by_id(bench.handler(name)(Asking("anna")))
        assert set(seen) == {"gezegd"}
        assert "problem" in seen["gezegd"]
