"""The whole page without a browser: private handlers, the inbox, opening a case by its address."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from indexer.settings import IndexSettings
from tests.ui.desk.desk_parts import ANNA, Asking, World, by_cookie, by_id, world_in
from ui.desk.inbox_page import build_desk_page


@pytest.fixture
def world(small_settings: IndexSettings, tmp_path: Path) -> Iterator[World]:
    """A desk with two cases."""
    with world_in(small_settings, tmp_path) as made:
        yield made


def _page(world: World) -> gr.Blocks:
    async def build() -> gr.Blocks:
        return build_desk_page(world.live, world.desk, by_cookie)

    return asyncio.run(build())


def _do(page: gr.Blocks, name: str, *values: Any) -> dict[str, Any]:
    handler: Any = next(made.fn for made in page.fns.values() if made.name == name)
    return by_id(handler(*values))


def test_no_handler_is_public_and_nothing_needs_eval(world: World) -> None:
    page = _page(world)
    assert page.get_api_info()["named_endpoints"] == {}
    assert not [part for part in page.blocks.values() if isinstance(part, gr.HTML)]
    acts = [made for made in page.fns.values() if made.targets and made.name != "forget"]
    assert all(made.api_visibility != "public" for made in acts)
    assert all(made.concurrency_limit == 16 for made in acts)


def test_nothing_of_a_case_is_in_what_anybody_may_load(world: World) -> None:
    config = str(_page(world).get_config_file())
    assert "De Vries" not in config
    assert "start-up" not in config


def test_arriving_shows_the_inbox_doubt_first(world: World) -> None:
    seen = _do(_page(world), "arrive", Asking("anna"))
    assert "Ingelogd als anna (beheerder)" in seen["naam"]
    assert seen["inbox"].index("Zwolle") < seen["inbox"].index("investeerder")
    assert "zaak" not in seen


def test_a_stranger_sees_only_the_way_to_log_in(world: World) -> None:
    seen = _do(_page(world), "arrive", Asking(zaak=str(world.answered)))
    assert "/loket/inloggen" in seen["inbox-melding"]
    assert "Ingelogd" not in seen["naam"]
    assert "investeerder" not in str(seen)
    assert "inbox" not in seen


def test_an_address_opens_a_case(world: World) -> None:
    seen = _do(_page(world), "arrive", Asking("anna", zaak=str(world.answered)))
    assert seen["tabs"]["selected"] == "zaak"
    assert "Mevrouw &lt;b&gt;De Vries" in seen["zaak"]
    assert seen["neem"]["visible"] is True
    assert seen["maken"]["visible"] is False


@pytest.mark.parametrize("number", ["999", "x", "-1", "9" * 40, "²"])
def test_a_case_that_does_not_exist_is_told(world: World, number: str) -> None:
    seen = _do(_page(world), "arrive", Asking("anna", zaak=number))
    assert "problem" in seen["zaak-melding"]
    assert "zaak" not in seen


def test_the_filters_search_and_say_when_nothing_fits(world: World) -> None:
    page = _page(world)
    found = _do(page, "_filter", "investeerder", "", "", False, Asking("anna"))["inbox"]
    assert "start-up" in found
    assert "Zwolle" not in found
    mine = _do(page, "_filter", "", "", "", True, Asking("anna"))["inbox"]
    assert "geen zaken" in mine
    world.desk.cases.claim(ANNA, world.unanswered)
    claimed = _do(page, "_filter", "", "claimed", "", True, Asking("anna"))["inbox"]
    assert "Zwolle" in claimed


def test_the_list_stays_when_the_session_is_over(world: World) -> None:
    seen = _do(_page(world), "_filter", "", "", "", False, Asking())
    assert set(seen) == {"inbox-melding"}
