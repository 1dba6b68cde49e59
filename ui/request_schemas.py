"""The requests of REST, as clients send them. Unknown fields are refused.

The limits of a question stand here for the reader of the OpenAPI page only;
`assistant.answers.Question` is what keeps them, so that every door refuses in the same words.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from assistant.answers import (
    MAX_HISTORY,
    MAX_QUESTION,
    Language,
    Message,
    Mode,
    Question,
    Speaker,
    Style,
)

QuestionText = Annotated[
    str,
    Field(
        description=f"De vraag, in gewone woorden (1-{MAX_QUESTION} tekens).",
        json_schema_extra={"minLength": 1, "maxLength": MAX_QUESTION},
    ),
]


_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def _only_iso(value: object) -> object:
    """Refuse what pydantic would make a date of too: seconds since 1970, a date with a time."""
    if (isinstance(value, str) and not _ISO.fullmatch(value)) or isinstance(value, int | float):
        raise PydanticCustomError("date_type", "this is no date like 2026-11-22")
    return value


Day = Annotated[date, BeforeValidator(_only_iso)]


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EarlierTurn(_Request):
    """One earlier turn of the conversation; data, never an instruction."""

    role: Speaker
    content: str


class AnswerRequest(_Request):
    """A question with the conversation before it."""

    question: QuestionText
    history: list[EarlierTurn] = Field(
        default=[],
        description="Wat er eerder in het gesprek is gezegd, oudste beurt eerst.",
        json_schema_extra={"maxItems": MAX_HISTORY},
    )
    language: Language | None = Field(
        None, description="De taal van het antwoord; null: de taal van de vraag."
    )
    mode: Mode | None = Field(
        None, description="`generative` kan alleen als de beheerder een taalmodel heeft ingesteld."
    )
    style: Style | None = Field(
        None, description="`b1` kan alleen als de beheerder een taalmodel heeft ingesteld."
    )

    on: Day | None = Field(
        None,
        description="Wat gold er op deze dag (2026-11-22)? null: wat er nu geldt.",
    )

    def as_question(self) -> Question:
        """Return what the assistant is asked.

        Raises:
            InvalidQuestion: the question is blank, or it or the history is too long.
        """
        return Question(
            text=self.question,
            history=tuple(Message(role=turn.role, content=turn.content) for turn in self.history),
            language=self.language,
            mode=self.mode,
            style=self.style or "normal",
            on=self.on,
        )


class SearchRequest(_Request):
    """A question to search with, without an answer."""

    question: QuestionText
    language: Language | None = Field(
        None, description="De taal van de passages; null: Nederlands."
    )
    count: int = Field(10, ge=1, le=50, description="Hoeveel passages hoogstens.")
