"""What is sent to the desk over REST. Unknown fields are refused.

The limits of a question stand here for the reader of the OpenAPI page only: the assistant and the
desk keep them, so that every door refuses in the same words.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt

from assistant.answers import MAX_HISTORY, Language, Message, Question
from assistant.desk.errors import DeskRefused
from assistant.desk.markup import clean
from assistant.desk.nouns import CaseState, Decision, HandOver, Part, Tone
from ui.desk.handover_form import ADDRESS
from ui.request_schemas import EarlierTurn, QuestionText

MOST_NAME = 100
MOST_REMARK = 2_000
MOST_TEXT = 2_000
MOST_OWNER = 100

Version = Annotated[StrictInt, Field(ge=0, le=2**31 - 1)]
PassageName = Annotated[str, Field(min_length=1, max_length=200)]
_EMAIL = rf"^$|^{ADDRESS}$"
_ONE_LINE = r"^[^\x00-\x1f\x7f]*$"


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class HandOverRequest(_Request):
    """A question for the desk, with whatever its asker wants to add."""

    question: QuestionText
    conversation: list[EarlierTurn] = Field(
        default=[],
        description="Wat er eerder in het gesprek is gezegd, oudste beurt eerst.",
        json_schema_extra={"maxItems": MAX_HISTORY},
    )
    language: Language = Field("nl", description="De taal van wie het vraagt.")
    name: str = Field(
        "", max_length=MOST_NAME, pattern=_ONE_LINE, description="Een naam; leeg mag."
    )
    email: str = Field(
        "", max_length=254, pattern=_EMAIL, description="Waar het antwoord heen gaat; leeg mag."
    )
    remark: str = Field(
        "", max_length=MOST_REMARK, description="Wat het loket er nog bij moet weten; leeg mag."
    )

    def as_question(self) -> Question:
        """Return what the assistant is asked; never of a language model, whose answers vary.

        Raises:
            InvalidQuestion: the question is blank, or it or the conversation is too long.
        """
        return Question(
            text=clean(self.question),
            history=self._said(),
            language=self.language,
            mode="extractive",
        )

    def handed(self) -> HandOver:
        """Return what goes to the desk, in the words that the assistant is asked in."""
        return HandOver(
            question=clean(self.question),
            conversation=self._said(),
            language=self.language,
            name=" ".join(self.name.split()),
            email=self.email,
            remark=clean(self.remark).strip(),
        )

    def _said(self) -> tuple[Message, ...]:
        return tuple(
            Message(role=turn.role, content=clean(turn.content)) for turn in self.conversation
        )


class CaseStatusRequest(_Request):
    """The reference that was given when a question was handed over."""

    reference: str = Field(
        min_length=1,
        max_length=60,
        description="Hoofdletters, spaties en streepjes zijn om het even.",
    )


class Wanted(_Request):
    """Which cases to list."""

    q: str = Field(
        "", max_length=200, description="Woorden in vraag, naam of kenmerk; of een nummer."
    )
    state: CaseState | None = Field(None, description="Alleen zaken die zo ver zijn.")
    topic: str = Field("", max_length=100, description="Alleen dit onderwerp.")
    mine: bool = Field(default=False, description="Alleen zaken die u behandelt.")
    limit: int = Field(100, ge=1, le=500, description="Hoeveel hoogstens.")


class DraftRequest(_Request):
    """What reply to make."""

    tone: Tone = Field("letter", description="Een brief of een e-mail.")
    language: Language | None = Field(
        None, description="De taal van het antwoord; null: die van de zaak."
    )
    again: StrictBool = Field(
        False, description="true: gooi een concept weg waarin al over zinnen is beslist."
    )


class SentenceDecision(_Request):
    """What becomes of a sentence: a decision, or another passage under it."""

    version: Annotated[
        Version, Field(description="De `version` van de zin zoals u hem zag; anders volgt 409.")
    ]
    decision: Decision | None = Field(
        None, description="Wat er met de zin gebeurt; null als er een `passage_id` is."
    )
    text: Annotated[str, Field(max_length=MOST_TEXT)] | None = Field(
        None, description="De nieuwe tekst; null laat hem zoals hij is."
    )
    remark: str = Field(
        "",
        max_length=MOST_TEXT,
        description="Waarom de zin is afgewezen, of op welke grond een rode zin mag blijven.",
    )
    passage_id: PassageName | None = Field(
        None, description="Leg deze passage onder de zin; dan zonder `decision`."
    )

    def check(self) -> None:
        """Check that there is one thing to do.

        Raises:
            DeskRefused: there is a decision and a passage, or neither.
        """
        if (self.decision is None) == (self.passage_id is None):
            raise DeskRefused("Stuur `decision` of `passage_id`, en niet allebei.")


class SentenceRequest(_Request):
    """A sentence of one's own, with the passage it rests on."""

    part: Part = Field(description="Waar in het antwoord de zin komt.")
    text: Annotated[str, Field(min_length=1, max_length=MOST_TEXT)]
    passage_id: PassageName


class ApproveRequest(_Request):
    """Which draft is approved: as it stood when it was read."""

    version: Annotated[
        Version,
        Field(description="De `version` van het concept zoals u het las; anders volgt 422."),
    ]


class OwnerRequest(_Request):
    """Who takes care of a gap."""

    owner: str = Field(
        max_length=MOST_OWNER, pattern=_ONE_LINE, description="Een naam of afdeling; leeg: niemand."
    )
