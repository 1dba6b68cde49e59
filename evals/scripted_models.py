"""Language models that write by rule, for LangChain: they stream, break off and hang on purpose."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable, RunnableGenerator
from pydantic import Field

from evals.scripts import Asked, Draft, Line, Writer, read_prompt


class ScriptedModel(BaseChatModel):
    """Streams the draft that its writer makes of the prompt, and keeps the last one."""

    writer: Writer
    hang: float = 0.0
    """Seconds that a draft hangs whose ending says so."""
    drafts: list[tuple[Asked, Draft]] = Field(default_factory=list)
    """What was asked and written, oldest first; an attempt made again stands here again."""

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def with_structured_output(
        self, schema: dict[str, Any] | type, **_: Any
    ) -> Runnable[LanguageModelInput, Any]:
        """Return a model that writes to a schema of sentences with sources, as it grows."""
        del schema

        def growing(prompts: Iterator[Any]) -> Iterator[dict[str, Any]]:
            for prompt in prompts:
                sentences: list[dict[str, Any]] = []
                for line in self._lines(self._convert_input(prompt).to_messages()):
                    sentences.append({"text": line.text, "sources": list(line.markers)})
                    yield {"sentences": list(sentences)}

        return RunnableGenerator(growing)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **_: Any,
    ) -> ChatResult:
        whole = "".join(str(chunk.text) for chunk in self._stream(messages, stop, run_manager))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(whole))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,  # noqa: ARG002  # LangChain's signature
        run_manager: CallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **_: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for line in self._lines(messages):
            middle = len(line.written) // 2
            for piece in (line.written[:middle], line.written[middle:] + "\n"):
                yield ChatGenerationChunk(message=AIMessageChunk(content=piece))

    def _lines(self, messages: list[BaseMessage]) -> Iterator[Line]:
        asked = read_prompt(str(messages[0].content), str(messages[-1].content))
        draft = self.writer(asked)
        self.drafts.append((asked, draft))
        yield from draft.lines
        if draft.ending == "hang":
            threading.Event().wait(self.hang)
        if draft.ending == "error":
            raise ConnectionError("broken off, as the script says")
