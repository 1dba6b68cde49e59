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


def test_an_answer_that_is_gone_is_told_and_its_buttons_stay(world: World) -> None:
    bench = _verified(world, (entry(id=999),))
    for name in ("kept", "withdrawn"):
        seen = by_id(bench.handler(name)(Asking("anna")))
        assert set(seen) == {"gezegd"}
        assert "problem" in seen["gezegd"]
