from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from assistant.chat.draft import Drafted
from assistant.chat.model import ChatModel, DraftFailed
from assistant.chat.providers import load_chat_model
from assistant.errors import ChatModelUnusable
from assistant.settings import AssistantSettings
from tests.assistant.chat.servers import ModelServer, Serve


def test_no_model_is_the_default() -> None:
    assert load_chat_model(AssistantSettings(_env_file=None)) is None


@pytest.mark.parametrize("name", ["mistral", "ollama:", ":naam"])
def test_a_name_without_provider_is_refused_with_the_form(name: str) -> None:
    with pytest.raises(ChatModelUnusable, match="ollama:naam"):
        load_chat_model(AssistantSettings(chat_model=name, _env_file=None))


def test_a_provider_whose_package_is_not_there_is_named() -> None:
    settings = AssistantSettings(chat_model="mistralai:mistral-small", _env_file=None)
    with pytest.raises(ChatModelUnusable, match=r"pip install .*langchain-mistralai"):
        load_chat_model(settings)


def test_a_provider_of_ours_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "langchain_ollama", None)
    settings = AssistantSettings(chat_model="ollama:mistral-small", _env_file=None)
    with pytest.raises(ChatModelUnusable, match=r"pip install .*loketwijzer\[ollama\]"):
        load_chat_model(settings)


SENTENCES = [
    {"text": "Meld een investering bij het BTI.", "sources": [1]},
    {"text": "Dat moet vooraf.", "sources": [2]},
]
AS_JSON = json.dumps({"sentences": SENTENCES})
IN_LINES = "Meld een investering bij het BTI. [1]\nDat moet vooraf. [2]\n"
EXPECTED = [Drafted("Meld een investering bij het BTI.", (1,)), Drafted("Dat moet vooraf.", (2,))]


def draft_of(server: ModelServer, model: str, **more: Any) -> tuple[ChatModel, list[Drafted]]:
    settings = AssistantSettings(
        chat_model=model, chat_base_url=server.address, chat_seconds=10, _env_file=None, **more
    )
    chat = load_chat_model(settings)
    assert chat is not None
    return chat, list(chat.draft(lambda form: f"schrijf {form}", "de vraag", "nl", 2))


@pytest.mark.parametrize(
    ("model", "form"),
    [("openai:eigen", "text"), ("ollama:eigen", "json"), ("openai:eigen", "json")],
)
def test_a_draft_comes_over_the_protocol_of_the_provider(
    model_server: Serve, model: str, form: str
) -> None:
    server = model_server(AS_JSON if form == "json" else IN_LINES)
    chat, drafted = draft_of(server, model, chat_form=form if "openai" in model else "auto")
    assert drafted == EXPECTED
    assert chat.form == form
    (asked,) = server.requests
    assert asked["messages"][0] == {"role": "system", "content": f"schrijf {form}"}
    assert asked["messages"][1] == {"role": "user", "content": "de vraag"}
    assert asked["stream"] is True
    if form == "json":
        schema = asked.get("format") or asked["response_format"]["json_schema"]["schema"]
        assert schema["properties"]["sentences"]["items"]["required"] == ["text", "sources"]
    else:
        assert "response_format" not in asked


def test_a_server_that_refuses_a_schema_is_asked_for_lines_from_then_on(
    model_server: Serve,
) -> None:
    server = model_server(IN_LINES, refuses="response_format")
    chat, drafted = draft_of(server, "openai:eigen", chat_form="json")
    assert drafted == EXPECTED
    assert [request["messages"][0]["content"] for request in server.requests] == [
        "schrijf json",
        "schrijf text",
    ]
    assert chat.form == "text"


@pytest.mark.parametrize("model", ["openai:eigen", "ollama:eigen"])
def test_a_server_that_is_busy_for_a_moment_is_asked_again(model_server: Serve, model: str) -> None:
    server = model_server(IN_LINES, busy=2)
    assert draft_of(server, model, chat_form="text")[1] == EXPECTED
    assert len(server.requests) == 3


def test_a_key_goes_along_and_a_server_of_ones_own_needs_none(model_server: Serve) -> None:
    server = model_server(IN_LINES)
    draft_of(server, "openai:eigen", chat_api_key="geheim", chat_form="text")
    draft_of(server, "openai:eigen", chat_form="text")
    draft_of(server, "ollama:eigen", chat_api_key="geheim", chat_form="text")
    assert [headers.get("authorization") for headers in server.headers] == [
        "Bearer geheim",
        "Bearer none",
        "Bearer geheim",
    ]


def test_an_openai_compatible_server_is_reached_by_its_address() -> None:
    settings = AssistantSettings(
        chat_model="openai:klein", chat_base_url="http://127.0.0.1:9/v1", _env_file=None
    )
    model = load_chat_model(settings)
    assert model is not None
    assert model.name == "openai:klein"
    with pytest.raises(DraftFailed) as caught:
        list(model.draft(str, "p", "nl", 1))
    assert caught.value.reason == "broken"


def test_a_draft_that_reached_its_limit_of_tokens_counts_as_far_as_it_came(
    model_server: Serve,
) -> None:
    server = model_server(AS_JSON[:-20], reason="length")
    _, drafted = draft_of(server, "openai:eigen", chat_form="json")
    assert drafted[0] == EXPECTED[0]
