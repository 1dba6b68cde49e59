"""What operators send and get over REST: a document with what is said of it, and how it fares."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from fastapi import File, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from indexer.documents import Label
from indexer.errors import SourceRefused
from indexer.library.intake import Said
from indexer.sources import Kind
from ui.intake_notes import Note
from ui.routes import PREFIX
from ui.schemas import Response
from ui.source_options import Options

State = Literal[
    "waiting", "reading", "indexing", "ready", "failed", "merged", "removing", "removed"
]

_Text = Annotated[str, Field(max_length=300)]
_Address = Annotated[str, Field(max_length=2_000)]


class SourceForm(BaseModel):
    """A document, or where it is, and what the operator says of it."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    file: Annotated[
        UploadFile | None,
        File(description="Het document: PDF, Word (.docx), HTML, Markdown, tekst of wet-XML."),
    ] = None
    address: _Address | None = Field(
        None, description="Het webadres van het document, in plaats van `file`."
    )
    title: _Text | None = Field(None, description="De titel; anders die van het document zelf.")
    publisher: _Text | None = Field(None, description="De uitgever.")
    kind: Kind | None = Field(None, description="De soort bron.")
    published: _Text | None = Field(
        None, description="Wanneer het verscheen: 2026, 2026-11 of 2026-11-22."
    )
    label: Label | None = Field(
        None,
        description="Wie eruit antwoord krijgt: `public` (iedereen, ook zonder dit veld) of "
        "`internal` (alleen medewerkers).",
    )
    topic: _Text | None = Field(
        None, description="Het onderwerp van het corpus waar het bij hoort."
    )
    url: _Address | None = Field(None, description="Waar een lezer het document zelf kan vinden.")
    valid_from: _Text | None = Field(None, description="Vanaf welke dag het geldt: 2026-11-22.")
    apart: bool = Field(
        False, description="true: een bron op zichzelf, hoezeer hij ook op een andere lijkt."
    )

    def said(self, corpus_dir: Path, today: date) -> Said:
        """Return what is said of the source.

        Raises:
            SourceRefused: a field has a value that cannot be; names the field.
        """
        values = {name: _plain(getattr(self, name)) for name in _SAID}
        options = Options(kind=self.kind, label=self.label, apart=self.apart, **values)
        try:
            return options.said(corpus_dir, today)
        except SourceRefused as error:  # it names an option of the command line
            field = error.name.lstrip("-").replace("-", "_")
            raise SourceRefused(field, error.reason, error.advice) from error


_SAID = ("title", "publisher", "published", "topic", "url", "valid_from")


def _plain(text: str | None) -> str | None:
    """Return text on one line, without characters that cannot be seen; None when none is left."""
    if text is None:
        return None
    return " ".join("".join(c if c.isprintable() else " " for c in text).split()) or None


class AcceptedOut(Response):
    """What was asked is written down and will be done; `status_url` tells how far it is."""

    id: str
    state: State
    status_url: str

    @classmethod
    def of(cls, note: Note) -> Self:
        """Build from our own noun."""
        state: State = note.step if note.step in ("removing", "removed") else "waiting"
        return cls(id=note.id, state=state, status_url=f"{PREFIX}/sources/{note.id}/status")


class SourceStatusOut(Response):
    """How a source of the library fares.

    `waiting`: its turn has not come. `reading`: `pages_read` of `pages`. `indexing`: taken in, and
    answers do not use it yet. `ready`: answers use it. `failed`: `reason` and `advice` tell why;
    versions that were taken in before stay in use. `merged`: it is a version of `merged_into`, or
    was there already. `removing`: gone from the library, and answers may still use it. `removed`:
    gone. An unfinished state with a `reason` is tried again by itself.
    """

    id: str
    state: State
    title: str
    label: Label | None
    versions: int
    pages: int | None
    pages_read: int | None
    passages: int
    remarks: list[str]
    quotable: bool | None
    likeness: float | None
    merged_into: str | None
    reason: str | None
    advice: str | None
