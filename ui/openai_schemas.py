"""What clients of the OpenAI protocol send, and what of it makes a question.

Clients send many fields that mean nothing to us (temperature, seed, user, whatever they add
themselves): those are ignored. Only what would be answered *wrongly* is refused, such as a second
choice or a JSON schema. Messages of `system` and `developer` are orders to a language model; here
they are data that nothing reads.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from assistant.answers import MAX_HISTORY, Message, Question
from ui.errors import ChatRequestRefused

MODEL = "loketwijzer"
"""The one model there is."""

_NAMED_AT_MOST = 80  # characters of a name that an error repeats
_TEXT = frozenset({"text", "input_text"})
_TASK = re.compile(r"\s*### Task:")
"""How Open WebUI begins what it asks of a model on its own account: a title for the chat, tags, a
search query, or a question wrapped in documents. None of these is a question to us, and an answer
to one would end up as the title of a chat."""


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class ContentPart(_Lenient):
    """A part of a message; only text is read."""

    type: str
    text: str | None = None


def _parts(content: object) -> object:
    """Turn the three forms of content (text, parts, nothing) into parts."""
    if content is None:
        return []
    return [{"type": "text", "text": content}] if isinstance(content, str) else content


class ChatMessage(_Lenient):
    """One message of the conversation, as the client tells it."""

    role: str = Field(description="`user` of `assistant`; andere worden niet gelezen.")
    content: Annotated[
        list[ContentPart],
        BeforeValidator(_parts, json_schema_input_type=str | list[ContentPart] | None),
    ] = Field([], description="Tekst, of delen waarvan alleen tekst wordt gelezen.")

    @property
    def text(self) -> str:
        """Its text; parts stand on lines of their own."""
        return "\n".join(part.text or "" for part in self.content if part.type in _TEXT)

    @property
    def other(self) -> str | None:
        """The type of its first part that is no text; None when all is text."""
        return next((part.type for part in self.content if part.type not in _TEXT), None)


class StreamOptions(_Lenient):
    """What a client wants to know at the end of a stream."""

    include_usage: bool | None = None


class ChatRequest(_Lenient):
    """A request for a chat completion."""

    model: str = Field(description=f"`{MODEL}`; er is geen ander.")
    messages: list[ChatMessage] = Field(description="Het gesprek; de laatste vraag telt.")
    stream: bool | None = Field(None, description="true: zin voor zin.")
    stream_options: StreamOptions | None = None
    n: int | None = Field(None, description="1; er is een antwoord per vraag.")
    tool_choice: Any = Field(None, description="`auto` of `none`; functies zijn er niet.")
    function_call: Any = Field(None, description="`auto` of `none`; functies zijn er niet.")
    response_format: Any = Field(None, description="Alleen `text`.")
    modalities: Any = Field(None, description="Alleen tekst.")

    @property
    def with_usage(self) -> bool:
        """True when a stream must end with the usage."""
        return bool(self.stream_options and self.stream_options.include_usage)

    def as_question(self) -> Question:
        """Return what the assistant is asked: the last message of the user, and what preceded it.

        Clients send the whole conversation each time, so an old beginning is cut, not refused.

        Raises:
            ChatRequestRefused: it is for another model, or asks for what we would answer wrongly.
            InvalidQuestion: the question is blank or too long.
        """
        check_model(self.model)
        self._check_wishes()
        asked = [number for number, said in enumerate(self.messages) if said.role == "user"]
        if not asked:
            raise ChatRequestRefused(
                "Er staat geen vraag in `messages`: stuur een bericht met `role` op `user`.",
                param="messages",
                code="no_question",
            )
        for number in asked:
            _check_readable(self.messages[number], f"messages[{number}].content")
        text = self.messages[asked[-1]].text
        _check_asked_by_a_person(text, f"messages[{asked[-1]}].content")
        before = [turn for said in self.messages[: asked[-1]] for turn in _turns(said)]
        return Question(text=text, history=tuple(before[-MAX_HISTORY:]))

    def _check_wishes(self) -> None:
        for param, wrong, problem in (
            ("n", self.n not in (None, 1), "Er is een antwoord per vraag; zet `n` op 1."),
            (
                "tool_choice",
                _forces_a_tool(self.tool_choice),
                "Loketwijzer roept geen functies aan; zet `tool_choice` op `auto` of `none`.",
            ),
            (
                "function_call",
                isinstance(self.function_call, dict),
                "Loketwijzer roept geen functies aan; laat `function_call` weg.",
            ),
            (
                "response_format",
                _format(self.response_format) != "text",
                "Een antwoord is altijd tekst (Markdown); laat `response_format` weg. Het hele "
                "antwoord als JSON staat in het veld `loketwijzer`.",
            ),
            (
                "modalities",
                isinstance(self.modalities, list) and "audio" in self.modalities,
                "Een antwoord is altijd tekst; laat `modalities` weg.",
            ),
        ):
            if wrong:
                raise ChatRequestRefused(problem, param=param, code="unsupported_value")


def check_model(name: str) -> None:
    """Refuse a model that does not exist here.

    Raises:
        ChatRequestRefused: it is not our one model.
    """
    if name != MODEL:
        raise ChatRequestRefused(
            f"Het model {name[:_NAMED_AT_MOST]!r} bestaat hier niet; kies `{MODEL}`.",
            param="model",
            code="model_not_found",
            status=404,
        )


def _check_readable(said: ChatMessage, place: str) -> None:
    if said.other is not None:
        raise ChatRequestRefused(
            f"Loketwijzer leest alleen tekst, geen {said.other[:_NAMED_AT_MOST]!r}. Haal dat uit "
            "het bericht, of begin een nieuw gesprek.",
            param=place,
            code="unsupported_content",
        )


def _check_asked_by_a_person(text: str, place: str) -> None:
    if _TASK.match(text):
        raise ChatRequestRefused(
            "Dit is een opdracht van uw chatprogramma aan een taalmodel (`### Task:`), geen vraag. "
            "Loketwijzer beantwoordt alleen vragen. Zet in uw chatprogramma titels, trefwoorden "
            "en bijgevoegde documenten uit, of kies daarvoor een ander model.",
            param=place,
            code="unsupported_task",
        )


def _turns(said: ChatMessage) -> list[Message]:
    """Return a message as a turn of the history; nothing for a role that does not talk to us."""
    text = said.text
    if not text.strip():
        return []
    if said.role == "user":
        return [Message(role="user", content=text)]
    return [Message(role="assistant", content=text)] if said.role == "assistant" else []


def _forces_a_tool(choice: object) -> bool:
    """True when a client insists on a call; `allowed_tools` only narrows the choice."""
    if isinstance(choice, dict):
        allowed = choice.get("allowed_tools")
        return not (isinstance(allowed, dict) and allowed.get("mode") == "auto")
    return choice in ("required", "any")


def _format(wanted: object) -> object:
    return wanted.get("type", "text") if isinstance(wanted, dict) else "text"
