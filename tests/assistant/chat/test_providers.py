from __future__ import annotations

import pytest

from assistant.chat.model import DraftFailed
from assistant.chat.providers import load_chat_model
from assistant.errors import ChatModelUnusable
from assistant.settings import AssistantSettings


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
        list(model.draft(str, "p", "nl"))
    assert caught.value.reason == "broken"
