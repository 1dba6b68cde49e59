"""Language models that do as they are told by a test."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from assistant.chat.model import ChatModel

Script = Callable[[str], Iterable[str | Exception | float]]
"""Given the prompt: the pieces to stream; a number waits so many seconds, an error breaks off."""


class ScriptedModel(BaseChatModel):
    """Streams what its script says."""

    script: Any
    prompts: list[str] = []  # noqa: RUF012  # pydantic copies it

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, *_: Any, **__: Any) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(""))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,  # noqa: ARG002  # LangChain's signature
        run_manager: CallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **_: Any,
    ) -> Iterator[ChatGenerationChunk]:
        prompt = str(messages[-1].content)
        self.prompts.append(prompt)
        for piece in self.script(prompt):
            if isinstance(piece, Exception):
                raise piece
            if isinstance(piece, float):
                time.sleep(piece)
                continue
            yield ChatGenerationChunk(message=AIMessageChunk(content=piece))


def scripted(
    script: Script | Sequence[str | Exception | float], *, seconds: float = 5.0
) -> ChatModel:
    """Return a chat model that streams these pieces, whatever it is asked."""
    told = script if callable(script) else lambda _: script
    return ChatModel(ScriptedModel(script=told), "scripted:test", seconds=seconds)
