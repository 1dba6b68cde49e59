"""Drafts that a large language model wrote to our prompts: `evals/drafts/*.yaml`.

The model saw what any model sees: the instructions and the fenced passages of a golden question. So
this is what a good one truly writes, its own slips among it (`doubted`). `Replayer` plays it back.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from evals.restated import Part
from evals.scripts import Asked, Draft, Fenced, Line, Writer
from indexer.errors import AppError

FOLDER = Path(__file__).parent / "drafts"
BEHAVIOUR = "draft"
_MARKER = re.compile(r"\s*\[(\d+)\]")


class InvalidDrafts(AppError):
    """A file of drafts is not well formed; its author must repair it."""


class Drafted(BaseModel):
    """A draft for one golden question; `doubted` are its lines that say more than their source."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    language: Literal["nl", "en"]
    question: str
    """As it stands in the prompt, with addresses and telephone numbers masked."""
    passages: tuple[str, ...] = ()
    """The headings of the passages that the model was given, in their order, as far as it cites."""
    lines: tuple[str, ...] = Field(min_length=1)
    doubted: tuple[str, ...] = ()

    @property
    def part(self) -> Part:
        """That of the golden question."""
        return "test" if hashlib.sha256(self.id.encode()).digest()[0] % 3 == 0 else "dev"

    @model_validator(mode="after")
    def _cites_what_it_names(self) -> Drafted:
        for written in self.lines:
            if any(number > len(self.passages) for number in self.line(written).markers):
                raise ValueError(f"{self.id}: a line cites a passage that `passages` does not name")
        return self

    def replayed(self, passages: Sequence[Fenced]) -> tuple[Line, ...]:
        """Return the lines with the numbers that their passages have now.

        A line of which no passage is given any more is left out: no model would have written it.
        """
        now = {passage.heading: passage.number for passage in passages}
        numbers = {place: now.get(name) for place, name in enumerate(self.passages, start=1)}
        lines = []
        for line in map(self.line, self.lines):
            markers = tuple(found for old in line.markers if (found := numbers[old]) is not None)
            if markers or not line.markers:
                lines.append(replace(line, markers=markers))
        return tuple(lines)

    def line(self, written: str) -> Line:
        """Return a line as it was written."""
        text = _MARKER.sub("", written).strip()
        return Line(
            behaviour=f"{BEHAVIOUR}, {self.language}",
            text=text,
            markers=tuple(int(number) for number in _MARKER.findall(written)),
            truth="unsure" if text in self.doubted else "true",
            part=self.part,
        )


_ENTRIES = TypeAdapter(tuple[Drafted, ...])


def load_drafts(folder: Path = FOLDER) -> tuple[Drafted, ...]:
    """Read all drafts.

    Raises:
        InvalidDrafts: a file is not YAML or breaks the schema.
    """
    found: list[Drafted] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            found.extend(_ENTRIES.validate_python(yaml.safe_load(path.read_text("utf-8"))))
        except (yaml.YAMLError, ValidationError) as error:
            raise InvalidDrafts(f"{path.name}: {error}") from error
    return tuple(found)


class Replayer:
    """Writes the draft that was made for a question; for others it asks another writer.

    Passages are known by their headings, so a draft stays what it was when the search improves.
    """

    def __init__(self, drafts: Sequence[Drafted], otherwise: Writer) -> None:
        """Take the drafts, and who writes where there is none."""
        self._drafts = {" ".join(draft.question.split()): draft for draft in drafts}
        self._otherwise = otherwise

    def __call__(self, asked: Asked) -> Draft:
        """Write the draft of this question."""
        draft = self._drafts.get(" ".join(asked.question.split()))
        if draft is None or not asked.passages:
            return self._otherwise(asked)
        return Draft(lines=draft.replayed(asked.passages))
