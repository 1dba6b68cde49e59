"""One chat model, as the operator names it: `ollama:mistral-small`, `openai:gpt-…`.

LangChain's `init_chat_model` finds the provider. A model that keeps failing is left alone for a
while (a circuit breaker), so that a dead server does not cost every visitor the time limit.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any

from assistant.errors import ChatModelUnusable
from assistant.settings import AssistantSettings
from indexer.errors import AppError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_EXTRAS = {"openai": "openai", "azure_openai": "openai", "ollama": "ollama"}
_FAILURES = 3
_PAUSE = 60.0  # seconds that a model is left alone after so many failures in a row


class DraftFailed(AppError):
    """The model gave no whole draft; `reason` is a word for the trace: slow, broken, resting."""

    def __init__(self, reason: str) -> None:
        """Say why in one word."""
        super().__init__(reason)
        self.reason = reason


class ChatModel:
    """A language model that drafts within a time limit."""

    def __init__(
        self,
        model: BaseChatModel,
        name: str,
        *,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take a LangChain model, its name, and how long one draft may take."""
        self._model = model
        self.name = name
        self._seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._resting_until = 0.0

    def stream(self, system: str, prompt: str) -> Iterator[str]:
        """Yield the draft piece by piece.

        Raises:
            DraftFailed: it took too long, broke off, or failed too often lately.
        """
        with self._lock:
            if self._clock() < self._resting_until:
                raise DraftFailed("resting")
        try:
            yield from self._within_limit(system, prompt)
        except DraftFailed:
            self._note(failed=True)
            raise
        self._note(failed=False)

    def _note(self, *, failed: bool) -> None:
        with self._lock:
            self._failures = self._failures + 1 if failed else 0
            if self._failures >= _FAILURES:
                self._failures = 0
                self._resting_until = self._clock() + _PAUSE

    def _within_limit(self, system: str, prompt: str) -> Iterator[str]:
        """Read the model in a thread of its own: a model that hangs must not hang the answer."""
        pieces: Queue[str | Exception | None] = Queue()
        stopped = threading.Event()

        def read() -> None:
            try:
                for piece in self._model.stream([("system", system), ("human", prompt)]):
                    if stopped.is_set():
                        return
                    pieces.put(str(piece.text))
                pieces.put(None)
            except Exception as error:  # noqa: BLE001  # told to the reader of the queue
                # Each provider raises its own kinds; whatever it is, there is no draft.
                pieces.put(error)

        deadline = self._clock() + self._seconds
        threading.Thread(target=read, name="chat-model", daemon=True).start()
        try:
            while (piece := _next(pieces, deadline - self._clock())) is not None:
                yield piece
        finally:
            stopped.set()


def _next(pieces: Queue[str | Exception | None], seconds: float) -> str | None:
    try:
        piece = pieces.get(timeout=max(0.0, seconds))
    except Empty:
        raise DraftFailed("slow") from None
    if isinstance(piece, Exception):
        raise DraftFailed("broken") from piece
    return piece


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
    options = _options(settings, provider)
    try:
        from langchain.chat_models import init_chat_model

        model = init_chat_model(name, model_provider=provider, **options)
    except ImportError as error:
        extra = _EXTRAS.get(provider, provider)
        way_out = f'installeer het pakket: pip install "loketwijzer[{extra}]".'
        raise ChatModelUnusable(settings.chat_model, way_out) from error
    except Exception as error:  # LangChain and providers raise their own kinds
        raise ChatModelUnusable(settings.chat_model, f"{type(error).__name__}.") from error
    return ChatModel(model, settings.chat_model, seconds=settings.chat_seconds)


def _options(settings: AssistantSettings, provider: str) -> dict[str, Any]:
    """Return what every provider is told, and what only some know."""
    options: dict[str, Any] = {"temperature": 0, "timeout": settings.chat_seconds}
    if settings.chat_base_url:
        options["base_url"] = settings.chat_base_url
    if key := settings.chat_api_key.get_secret_value():
        options["api_key"] = key
    elif settings.chat_base_url and provider == "openai":
        options["api_key"] = "none"  # a server of one's own asks for none, its client does
    if provider == "openai":
        options["max_retries"] = 1
    return options
