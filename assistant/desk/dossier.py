"""Dossier: all that must be kept of a case or an answer, in a form that outlives this program.

As JSON it is read without us; `schema_version` says which form. Who sent the question stands
apart, under `sender`, so that it can be left out of what is made public (Woo).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from assistant.answers import Language, Message, Mode, Style
from assistant.desk.errors import DeskRefused
from assistant.desk.nouns import Approval, AuditEntry, CaseState, Draft, Found
from indexer.sources import Source

SCHEMA = "loketwijzer-dossier"
SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked, and how the answer had to be."""

    question: str
    conversation: tuple[Message, ...]
    language: Language
    mode: Mode | None
    style: Style
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sent a question to the desk, as far as they said."""

    name: str
    email: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseParticulars:
    """What the desk noted of a case."""

    id: int
    reference: str
    state: CaseState
    topic: str
    impact: int
    created: datetime
    claimed_by: str | None
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedPassage:
    """A passage on which something in the dossier rests, as it stood then."""

    id: str
    digest: str
    """SHA-256 of its text."""
    heading: str
    language: str
    source_ids: tuple[str, ...]
    quotes: tuple[str, ...]
    """The words that were used, to the letter."""
    text: str | None = None
    """The whole passage, where it was at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A case, or an answer that somebody kept."""

    schema: Literal["loketwijzer-dossier"] = "loketwijzer-dossier"
    schema_version: Literal[1] = 1
    kind: Literal["case", "answer"]
    asked: Asked
    found: Found
    passages: tuple[UsedPassage, ...]
    sources: tuple[Source, ...]
    case: CaseParticulars | None = None
    sender: Sender | None = None
    draft: Draft | None = None
    approvals: tuple[Approval, ...] = ()
    audit: tuple[AuditEntry, ...] = ()


def write(dossier: Dossier) -> bytes:
    """Return a dossier as JSON; half a character, which JSON cannot hold, becomes "?"."""
    text = json.dumps(asdict(dossier), ensure_ascii=False, indent=1, default=_written)
    return text.encode("utf-8", "replace")


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()  # a datetime is a date
    raise TypeError(type(value).__name__)


def read(content: bytes) -> Dossier:
    """Return the dossier in a piece of JSON.

    Raises:
        DeskRefused: it is no JSON, no dossier, or one of a later version.
    """
    try:
        values: Any = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DeskRefused("Het dossier is beschadigd: case.json is geen JSON.") from error
    if not isinstance(values, dict) or values.get("schema") != SCHEMA:
        raise DeskRefused("Dit is geen dossier van de Loketwijzer.")
    version = values.get("schema_version")
    if version != SCHEMA_VERSION:
        raise DeskRefused(
            f"Dit dossier heeft vorm {version!s:.20}; deze versie leest vorm {SCHEMA_VERSION}. "
            "Gebruik de versie van de Loketwijzer waarmee het is gemaakt, of een nieuwere."
        )
    try:
        return TypeAdapter(Dossier).validate_python(values)
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise DeskRefused(f"Het dossier is beschadigd: {where} ontbreekt of klopt niet.") from error
