from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from assistant.chat.model import ChatModel, DraftFailed, load_chat_model
from assistant.errors import ChatModelUnusable
from assistant.settings import AssistantSettings
from tests.assistant.chat.models import ScriptedModel, scripted


def test_a_draft_comes_in_pieces() -> None:
    assert "".join(scripted(["Een ", "zin."]).stream("stelsel", "vraag")) == "Een zin."


def test_a_model_that_breaks_off_gives_what_it_had_and_the_reason() -> None:
    pieces: list[str] = []
    with pytest.raises(DraftFailed) as caught:  # noqa: PT012  # what came before counts too
        for piece in scripted(["Een ", RuntimeError("weg")]).stream("s", "p"):
            pieces.append(piece)
    assert (pieces, caught.value.reason) == (["Een "], "broken")


def test_a_model_that_hangs_is_left_when_its_time_is_up() -> None:
    started = time.monotonic()
    with pytest.raises(DraftFailed) as caught:
        list(scripted(["Een ", 3.0, "zin."], seconds=0.2).stream("s", "p"))
    assert caught.value.reason == "slow"
    assert time.monotonic() - started < 2.0


def test_a_model_that_keeps_failing_is_left_alone_for_a_while() -> None:
    now = [0.0]
    model = ScriptedModel(script=lambda _: [RuntimeError("weg")])
    chat = ChatModel(model, "test", seconds=5.0, clock=lambda: now[0])
    reasons = []
    for _ in range(4):
        with pytest.raises(DraftFailed) as caught:
            list(chat.stream("s", "p"))
        reasons.append(caught.value.reason)
    assert reasons == ["broken", "broken", "broken", "resting"]
    now[0] = 61.0
    with pytest.raises(DraftFailed) as caught:
        list(chat.stream("s", "p"))
    assert caught.value.reason == "broken"


def test_one_good_draft_makes_up_for_earlier_failures() -> None:
    scripts: Iterator[list[str | Exception | float]] = iter(
        [[RuntimeError()], [RuntimeError()], ["goed"], [RuntimeError()], ["goed"]]
    )
    chat = scripted(lambda _: next(scripts))
    told = []
    for _ in range(5):
        try:
            told.append("".join(chat.stream("s", "p")))
        except DraftFailed as error:
            told.append(error.reason)
    assert told == ["broken", "broken", "goed", "broken", "goed"]


def test_no_model_is_the_default() -> None:
    assert load_chat_model(AssistantSettings(_env_file=None)) is None


@pytest.mark.parametrize("name", ["mistral", "ollama:", ":naam"])
def test_a_name_without_provider_is_refused_with_the_form(name: str) -> None:
    with pytest.raises(ChatModelUnusable, match="ollama:naam"):
        load_chat_model(AssistantSettings(chat_model=name, _env_file=None))


def test_a_provider_whose_package_is_not_there_is_named() -> None:
    settings = AssistantSettings(chat_model="ollama:mistral-small", _env_file=None)
    with pytest.raises(ChatModelUnusable, match=r"loketwijzer\[ollama\]"):
        load_chat_model(settings)


def test_an_openai_compatible_server_is_reached_by_its_address() -> None:
    settings = AssistantSettings(
        chat_model="openai:klein", chat_base_url="http://127.0.0.1:9/v1", _env_file=None
    )
    model = load_chat_model(settings)
    assert model is not None
    assert model.name == "openai:klein"
    with pytest.raises(DraftFailed) as caught:
        list(model.stream("s", "p"))
    assert caught.value.reason == "broken"
