"""From the operator's settings to a chat model: `ollama:mistral-small`, `openai:gpt-…`.

LangChain's `init_chat_model` finds the provider; each provider's package is an extra of ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.chat.model import ChatModel, Form
from assistant.errors import ChatModelUnusable
from assistant.settings import AssistantSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_EXTRAS = {"openai": "openai", "azure_openai": "openai", "ollama": "ollama"}


def load_chat_model(settings: AssistantSettings) -> ChatModel | None:
    """Load the model that the settings name; None when they name none.

    Raises:
        ChatModelUnusable: the provider is not known or its package is not installed.
    """
    if not settings.chat_model:
        return None
    provider, colon, name = settings.chat_model.partition(":")
    if not (provider and colon and name):
        raise ChatModelUnusable(settings.chat_model, "noem aanbieder en model: `ollama:naam`.")
    try:
        from langchain.chat_models import init_chat_model

        model = init_chat_model(name, model_provider=provider, **_options(settings, provider))
    except ImportError as error:
        extra = _EXTRAS.get(provider)
        package = f"loketwijzer[{extra}]" if extra else f"langchain langchain-{provider}"
        way_out = f'installeer het pakket: pip install "{package}".'
        raise ChatModelUnusable(settings.chat_model, way_out) from error
    except Exception as error:  # LangChain and providers raise their own kinds
        raise ChatModelUnusable(settings.chat_model, f"{type(error).__name__}.") from error
    return ChatModel(
        model,
        settings.chat_model,
        seconds=settings.chat_seconds,
        form=_form(settings, provider, model),
    )


def _options(settings: AssistantSettings, provider: str) -> dict[str, Any]:
    """Return what every provider is told, and what only some know."""
    options: dict[str, Any] = {"temperature": 0}
    if settings.chat_base_url:
        options["base_url"] = settings.chat_base_url
    key = settings.chat_api_key.get_secret_value()
    if provider == "ollama":  # its client takes the time limit, and a key, its own way
        options["client_kwargs"] = {"timeout": settings.chat_seconds}
        if key:
            options["client_kwargs"]["headers"] = {"Authorization": f"Bearer {key}"}
        return options
    options["timeout"] = settings.chat_seconds
    if provider in ("openai", "azure_openai"):
        options["max_retries"] = 0  # we try again ourselves, for every provider alike
    if key:
        options["api_key"] = key
    elif settings.chat_base_url and provider == "openai":
        options["api_key"] = "none"  # a server of one's own asks for none, its client does
    return options


def _form(settings: AssistantSettings, provider: str, model: BaseChatModel) -> Form:
    """Choose how the model writes: as told, or to a schema where that is known to work."""
    if settings.chat_form != "auto":
        return settings.chat_form
    known = (model.profile or {}).get("structured_output", False)
    return "json" if known or provider == "ollama" else "text"
