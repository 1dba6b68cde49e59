"""The page's handlers: private, many at a time, and each visitor's own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.answers import StepDone
from indexer.documents import Role
from tests.ui.answer_parts import answer, exchange, passage
from tests.ui.test_chat_turn import Scripted
from ui.chat_page import Stopping, build_page
from ui.chat_session import Conversation
from ui.desk.handover_page import STATUS, address_of
from ui.limits import AnswerRate
from ui.page_texts import PAGE_TEXTS

_EXCHANGE = exchange(passage((Role.ANSWER, "U meldt vooraf.")))


class _Client:
    host = "203.0.113.7"


class _Request:
    session_hash = "visitor"
    client = _Client()


def _page(*script: Any, per_minute: int = 100, desk: bool = False) -> gr.Blocks:
    async def build() -> gr.Blocks:
        live: Any = Scripted(*script)  # plays an assistant
        return build_page(live, AnswerRate(per_minute), desk=desk)

    # In a loop, since outside of one Gradio makes one and leaves it open.
    return asyncio.run(build())


def _handler(page: gr.Blocks, name: str) -> Any:
    return next(made.fn for made in page.fns.values() if made.name == name)


def _seen(page: gr.Blocks, text: str, so_far: Conversation = ()) -> list[dict[str | None, Any]]:
    """Return what the visitor gets to see at each step, by the name of the part of the page."""
    steps: Iterator[dict[Any, Any]] = _handler(page, "ask")(text, so_far, "English", _Request())
    return [{getattr(part, "elem_id", None): new for part, new in step.items()} for step in steps]


def _by_name(updates: dict[Any, Any]) -> dict[str | None, Any]:
    return {getattr(part, "elem_id", None): new for part, new in updates.items()}


def test_no_handler_is_public_and_many_run_at_once() -> None:
    page = _page()
    assert page.get_api_info()["named_endpoints"] == {}
    for made in page.fns.values():
        if made.name in {"ask", "begin_again", "switch"}:
            assert made.api_visibility == "private"
            assert made.concurrency_limit >= 20


def test_nothing_on_the_page_needs_eval_in_the_browser() -> None:
    assert not [part for part in _page().blocks.values() if isinstance(part, gr.HTML)]


def test_asking_empties_the_box_hides_the_examples_and_remembers_the_answer() -> None:
    first, last = _seen(_page(answer(reply="Nee.")), "Moet ik melden?", (_EXCHANGE,))
    assert first["vraag"] == ""
    assert first["voorbeelden"]["visible"] is False
    assert "U meldt vooraf." in first["eerder"]
    assert "Moet ik melden?" in first["nu"]
    assert [kept.number for kept in last[None]] == [1, 2]


def test_a_wrong_question_changes_nothing_but_the_message() -> None:
    (only,) = _seen(_page(), "x" * 2001)
    assert set(only) == {"melding", "vraag"}
    assert only["vraag"] == "x" * 2001


def test_after_a_failure_the_question_is_in_the_box_again() -> None:
    *_, last = _seen(_page(StepDone(name="screen", milliseconds=1), OSError()), "Melden?")
    assert last["vraag"] == "Melden?"
    assert last["nu"] == ""
    assert "Er ging bij ons iets mis" in last["melding"]


def test_a_closed_tab_leaves_nothing_behind() -> None:
    page = _page()
    page.state_holder = gr.state_holder.StateHolder()
    page.state_holder.set_blocks(page)
    assert page.state_holder["visitor"] is not None
    asyncio.run(_handler(page, "forget")(_Request()))
    assert "visitor" not in page.state_holder


def test_who_asks_too_fast_is_told_when_to_ask_again_and_keeps_the_question() -> None:
    page = _page(answer(reply="Nee."), per_minute=1)
    _seen(page, "Moet ik melden?")
    (refused,) = _seen(page, "En nu?")
    assert refused["vraag"] == "En nu?"
    assert "seconden" in refused["melding"]


def test_the_interface_changes_its_language_and_the_conversation_stays() -> None:
    switched = _handler(page := _page(), "switch")("English", (_EXCHANGE,), None)
    told = {getattr(part, "elem_id", None): new for part, new in switched.items()}
    assert PAGE_TEXTS["en"].tagline in told["naam"]
    assert told["taal"]["value"] == "Nederlands"
    assert told["vraag"]["label"] == "Your question"
    assert "nu" not in told
    back = _handler(page, "switch")("Nederlands", (), None)
    assert PAGE_TEXTS["nl"].welcome in str(list(back.values()))


def _footers(page: gr.Blocks) -> list[str]:
    """Return the footer as the page opens, and in English and Dutch after a switch."""
    (first,) = [part.value for part in page.blocks.values() if part.elem_id == "voet"]
    switch = _handler(page, "switch")
    spoken = [_by_name(switch(button, (), None))["voet"] for button in ("English", "Nederlands")]
    return [first, *spoken]


def test_with_a_desk_the_footer_leads_to_how_far_a_question_is() -> None:
    texts = {language: f">{PAGE_TEXTS[language].status}</a>" for language in PAGE_TEXTS}
    addresses = {language: f'href="{address_of(STATUS, language)}"' for language in PAGE_TEXTS}
    footers = _footers(_page(desk=True))
    for language, footer in zip(("nl", "en", "nl"), footers, strict=True):
        assert texts[language] in footer  # type: ignore[index]
        assert addresses[language] in footer  # type: ignore[index]
    assert not [footer for footer in _footers(_page()) if STATUS in footer]


def test_stopping_sets_what_the_turn_looks_at() -> None:
    page = _page(answer(reply="Nee."))
    first, *_ = _seen(page, "Moet ik melden?")
    (stopping,) = [new for new in first.values() if isinstance(new, threading.Event)]
    assert not stopping.is_set()
    assert first["stop"]["visible"] is True
    _handler(page, "stop")(stopping)
    assert stopping.is_set()
    _handler(page, "stop")(None)


def test_a_new_conversation_ends_the_answer_that_grows() -> None:
    page = _page(StepDone(name="screen", milliseconds=1), answer(reply="Nee."))
    steps = _handler(page, "ask")("Moet ik melden?", (), "English", _Request())
    (stopping,) = [new for new in next(steps).values() if isinstance(new, Stopping)]
    begun = _handler(page, "begin_again")("English", stopping)
    assert stopping.is_set()
    assert {"visible": False}.items() <= _by_name(begun)["stop"].items()
    assert list(steps) == []


def test_an_answer_that_grows_stays_when_the_language_changes() -> None:
    page = _page(StepDone(name="screen", milliseconds=1), answer(reply="Nee."))
    steps = _handler(page, "ask")("Moet ik melden?", (), "English", _Request())
    (stopping,) = [new for new in next(steps).values() if isinstance(new, Stopping)]
    assert "nu" not in _by_name(_handler(page, "switch")("English", (), stopping))
    list(steps)
    assert stopping.over
    assert "nu" in _by_name(_handler(page, "switch")("English", (), stopping))
