"""The tab with one case: claim, give back, make a draft; refusals leave the page as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from assistant.answers import Answer, Question
from indexer.settings import IndexSettings
from tests.ui.desk.desk_parts import (
    ANNA,
    ASKED,
    BRAM,
    Asking,
    Bench,
    World,
    by_cookie,
    by_id,
    world_in,
)
from ui.desk.draft_page import CasePage
from ui.desk.draft_parts import Shown


@pytest.fixture
def world(small_settings: IndexSettings, tmp_path: Path) -> Iterator[World]:
    """A desk with two cases."""
    with world_in(small_settings, tmp_path) as made:
        yield made


def _bench(world: World) -> Bench:
    return Bench(lambda: CasePage(world.live, world.desk, by_cookie, gr.State(None)))


def _shown(world: World) -> Shown:
    return Shown(world.desk.cases.get(ANNA, world.answered))


def _made(bench: Bench, world: World, name: str, *more: Any) -> dict[Any, Any]:
    asking = Asking(name)
    return bench.handler("_make")(_shown(world), "letter", "nl", *more, asking)


def test_a_case_is_claimed_by_one_and_given_back(world: World) -> None:
    bench = _bench(world)
    seen = by_id(bench.handler("_claim")(_shown(world), Asking("anna")))
    assert "U behandelt deze zaak." in seen["zaak-melding"]
    assert seen["neem"]["visible"] is False
    assert seen["maken"]["visible"] is True
    refused = by_id(bench.handler("_claim")(_shown(world), Asking("bram")))
    assert set(refused) == {"zaak-melding"}
    assert "anna" in refused["zaak-melding"]
    seen = by_id(bench.handler("_release")(_shown(world), Asking("anna")))
    assert seen["neem"]["visible"] is True
    assert world.desk.cases.get(BRAM, world.answered).row.claimed_by is None


def test_a_reader_sees_a_case_and_no_buttons(world: World) -> None:
    bench = _bench(world)
    seen = by_id(bench.made.open(world.answered, Asking("rita")))
    assert "investeerder" in seen["zaak"]
    assert seen["neem"]["visible"] is False
    assert seen["keur-goed"]["visible"] is False
    refused = by_id(bench.handler("_claim")(_shown(world), Asking("rita")))
    assert "niet" in refused["zaak-melding"]


def test_a_draft_is_made_and_not_replaced_by_accident(world: World) -> None:
    bench = _bench(world)
    world.desk.cases.claim(ANNA, world.answered)
    done = _made(bench, world, "anna", False)
    shown = done[bench.made.parts.shown]
    assert shown.sentences
    seen = by_id(done)
    assert "Brief, Nederlands" in seen["aanhef"]
    assert "Nog geen besluit over zin 1" in seen["voortgang"]
    assert seen["bronnen"]["visible"] is True
    assert seen["keur-goed"]["visible"] is True
    first = world.desk.cases.get(ANNA, world.answered).draft
    assert first is not None
    world.decide(first.sentences[0], "kept")
    refused = by_id(_made(bench, world, "anna", False))
    assert set(refused) == {"zaak-melding"}
    again = _made(bench, world, "anna", True)[bench.made.parts.shown]
    assert again.sentences[0].decision == "open"


def test_a_reply_is_searched_for_in_its_own_language(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = _bench(world)
    world.desk.cases.claim(ANNA, world.answered)
    asked: list[Question] = []
    with world.live.using() as assistant:
        invoke = assistant.invoke

        def listen(question: Question) -> Answer:
            asked.append(question)
            answer = invoke(question)
            return replace(answer, sentences=answer.sentences[:1])

        monkeypatch.setattr(assistant, "invoke", listen)
        made = bench.handler("_make")(_shown(world), "letter", "en", False, Asking("anna"))
    assert [(one.text, one.language) for one in asked] == [(ASKED, "en")]
    drafted = len(made[bench.made.parts.shown].sentences)
    assert drafted < len(world.desk.cases.get(ANNA, world.answered).found.sentences)


def test_without_a_session_nothing_is_made(world: World) -> None:
    bench = _bench(world)
    world.desk.cases.claim(ANNA, world.answered)
    refused = by_id(_made(bench, world, "", False))
    assert set(refused) == {"zaak-melding"}
    assert "/loket/inloggen" in refused["zaak-melding"]
    assert world.desk.cases.get(ANNA, world.answered).draft is None


def test_before_a_case_is_open_the_buttons_say_so(world: World) -> None:
    bench = _bench(world)
    seen = by_id(bench.handler("_claim")(None, Asking("anna")))
    assert "Kies in de inbox" in seen["zaak-melding"]
