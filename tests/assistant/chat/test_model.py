from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from assistant.chat.draft import Drafted
from assistant.chat.model import ChatModel, DraftFailed, Form
from tests.assistant.chat.models import ScriptedModel, scripted


def told(form: Form) -> str:
    return f"schrijf {form}"


def drafted(chat: ChatModel) -> Iterator[Drafted]:
    return chat.draft(told, "vraag", "nl", 2)


def texts(chat: ChatModel) -> list[str]:
    return [sentence.text for sentence in drafted(chat)]


def test_a_draft_comes_in_pieces() -> None:
    assert texts(scripted(["Een ", "zin. [1]"])) == ["Een zin."]


def test_a_model_that_breaks_off_gives_what_it_had_and_the_reason() -> None:
    pieces: list[str] = []
    with pytest.raises(DraftFailed) as caught:  # noqa: PT012  # what came before counts too
        for piece in drafted(scripted(["Een zin. [1]\n", "Nog", RuntimeError("weg")])):
            pieces.append(piece.text)
    assert (pieces, caught.value.reason) == (["Een zin."], "broken")


def test_a_model_that_hangs_is_left_when_its_time_is_up() -> None:
    started = time.monotonic()
    with pytest.raises(DraftFailed) as caught:
        texts(scripted(["Een ", 3.0, "zin."], seconds=0.2))
    assert caught.value.reason == "slow"
    assert time.monotonic() - started < 2.0


def test_a_model_that_keeps_failing_is_left_alone_for_a_while() -> None:
    now = [0.0]
    model = ScriptedModel(script=lambda _: [RuntimeError("weg")])
    chat = ChatModel(model, "test", seconds=5.0, clock=lambda: now[0])
    reasons = []
    for _ in range(4):
        with pytest.raises(DraftFailed) as caught:
            texts(chat)
        reasons.append(caught.value.reason)
    assert reasons == ["broken", "broken", "broken", "resting"]
    now[0] = 61.0
    with pytest.raises(DraftFailed) as caught:
        texts(chat)
    assert caught.value.reason == "broken"


def test_one_good_draft_makes_up_for_earlier_failures() -> None:
    broken: list[str | Exception | float] = ["ni", RuntimeError("weg")]
    scripts: Iterator[list[str | Exception | float]] = iter(
        [broken, broken, ["goed"], broken, ["goed"]]
    )
    chat = scripted(lambda _: next(scripts))
    heard = []
    for _ in range(5):
        try:
            heard.append("".join(texts(chat)))
        except DraftFailed as error:
            heard.append(error.reason)
    assert heard == ["broken", "broken", "goed", "broken", "goed"]


def test_a_reader_who_has_had_enough_is_no_failure() -> None:
    now = [0.0]
    model = ScriptedModel(script=lambda _: ["Een zin. [1]\n", "Nog een. [1]\n"])
    chat = ChatModel(model, "test", seconds=5.0, clock=lambda: now[0])
    for _ in range(5):
        draft = drafted(chat)
        assert next(draft).text == "Een zin."
        draft.close()  # type: ignore[attr-defined]  # a generator


def test_a_short_reply_comes_whole_and_in_time() -> None:
    assert scripted(["Mag ", "dat?"]).reply("s", "p", seconds=5.0) == "Mag dat?"
    with pytest.raises(DraftFailed) as caught:
        scripted(["Mag ", 3.0, "dat?"]).reply("s", "p", seconds=0.2)
    assert caught.value.reason == "slow"


def test_a_model_without_schemas_drafts_lines_from_then_on() -> None:
    model = ScriptedModel(script=lambda _: ["Een zin. [1]"])  # LangChain's fakes know no schema
    chat = ChatModel(model, "test", seconds=5.0, form="json")
    assert texts(chat) == ["Een zin."]
    assert chat.form == "text"
