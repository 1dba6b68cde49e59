"""The golden questions: `evals/cases/*.yaml`, validated."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from assistant.answers import Language, Message, Question, Status
from indexer.errors import AppError
from indexer.index import Index

FOLDER = Path(__file__).parent / "cases"
Part = Literal["dev", "test"]
_PLACE = re.compile(r"\{(?:land|herkomst)\}")
_ORIGINS = 3


class InvalidCase(AppError):
    """A golden case is not well formed; its author must repair it."""


class Turn(BaseModel):
    """One earlier turn of a case's conversation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: Literal["user", "assistant"]
    content: str


class Case(BaseModel):
    """A question with what a right answer is. Patterns are regular expressions, any case.

    A case with `origins` is one case asked three times, with each of them in place of {land} or
    {herkomst}: advice follows role, access and behaviour, so it must not differ.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    question: str
    language: Language
    topic: str | None
    history: tuple[Turn, ...] = ()
    status: tuple[Status, ...] = Field(min_length=1)
    facts: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    """The passages that hold the answer, as `<document id>.<section id>`; optional."""
    origins: tuple[str, ...] = ()
    contact: str | None = None
    tags: tuple[str, ...] = ()

    @field_validator("facts", "conditions", "never")
    @classmethod
    def _compiles(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            re.compile(pattern)
        return patterns

    @model_validator(mode="after")
    def _has_a_place_for_its_origins(self) -> Self:
        if self.origins and len(set(self.origins)) != _ORIGINS:
            raise ValueError(f"{self.id}: origins are three different ones, or none")
        if bool(self.origins) != bool(_PLACE.search(self.question)):
            raise ValueError(f"{self.id}: origins go with {{land}} or {{herkomst}} in the question")
        return self

    @property
    def part(self) -> Part:
        """The part it belongs to: a third, by the hash of its id, is kept from all tuning."""
        return "test" if hashlib.sha256(self.id.encode()).digest()[0] % 3 == 0 else "dev"

    @property
    def answerable(self) -> bool:
        """True when an answer (perhaps a partial one) is what is right."""
        return self.status[0] in (Status.ANSWERED, Status.PARTIAL)

    def worded(self, origin: str | None = None) -> str:
        """Return the words of the question, with this origin (by default the first) in place.

        Raises:
            ValueError: the case does not have this origin.
        """
        if origin is not None and origin not in self.origins:
            raise ValueError(f"{self.id} has no origin {origin!r}")
        if not self.origins:
            return self.question
        # A function, so that no character of an origin is read as a group reference.
        return _PLACE.sub(lambda _: origin or self.origins[0], self.question)

    def asked(self, origin: str | None = None) -> Question:
        """Return the case as a question to the assistant; its language is left to detect.

        Raises:
            ValueError: the case does not have this origin.
        """
        return Question(
            text=self.worded(origin),
            history=tuple(Message(role=t.role, content=t.content) for t in self.history),
        )


def load_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Read all cases.

    Raises:
        InvalidCase: a file is not YAML, a case breaks the schema, or an id is used twice.
    """
    cases: list[Case] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            entries = yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
            cases.extend(Case.model_validate(entry) for entry in entries)
        except (yaml.YAMLError, KeyError, TypeError, ValidationError, re.error) as error:
            raise InvalidCase(f"{path.name}: {error}") from error
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise InvalidCase(f"the case {case.id} is there twice")
        seen.add(case.id)
    return tuple(cases)


def check_against(cases: tuple[Case, ...], index: Index) -> None:
    """Check what cases name against the index.

    Raises:
        InvalidCase: a case names a source, section or contact that does not exist, or a fact or
            condition that no passage states.
    """
    contacts = {contact.id for contact in index.contacts}
    sections = {f"{p.document_id}.{p.section_id}" for p in index.passages}
    text = "\n".join(passage.text for passage in index.passages)
    for case in cases:
        if unknown := [name for name in case.sources if name not in index.sources]:
            raise InvalidCase(f"{case.id}: unknown source {unknown[0]}")
        if unknown := [name for name in case.sections if name not in sections]:
            raise InvalidCase(f"{case.id}: unknown section {unknown[0]}")
        if case.contact and case.contact not in contacts:
            raise InvalidCase(f"{case.id}: unknown contact {case.contact}")
        for pattern in (*case.facts, *case.conditions):
            if not re.search(pattern, text, re.IGNORECASE):
                raise InvalidCase(f"{case.id}: no passage states {pattern!r}")
