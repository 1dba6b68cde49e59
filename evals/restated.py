"""True sentences in words of their own, beside the quotes they restate: `evals/restated/*.yaml`.

This is what a good language model writes: another order, other words, two sentences made one, and
nothing that the quotes do not say. Each was written by hand; none may be refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from indexer.errors import AppError
from indexer.passages import Passage

FOLDER = Path(__file__).parent / "restated"
Form = Literal["single", "joined"]
Part = Literal["dev", "test"]


class InvalidRestated(AppError):
    """A file of restated sentences is not well formed; its author must repair it."""


class Restated(BaseModel):
    """A true sentence, and the one or two quotes of one section that it restates."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    passage: str
    """`<document id>.<section id>`"""
    language: Literal["nl", "en"]
    quotes: tuple[str, ...] = Field(min_length=1, max_length=2)
    restated: str = Field(min_length=1)

    @property
    def part(self) -> Part:
        """A third of the sections, by hash, is kept from all tuning."""
        return "test" if hashlib.sha256(self.passage.encode()).digest()[0] % 3 == 0 else "dev"

    @property
    def form(self) -> Form:
        """Whether it restates one quote or joins two."""
        return "joined" if len(self.quotes) > 1 else "single"


_ENTRIES = TypeAdapter(tuple[Restated, ...])


def load_restated(folder: Path = FOLDER) -> tuple[Restated, ...]:
    """Read all restated sentences.

    Raises:
        InvalidRestated: a file is not YAML or breaks the schema.
    """
    found: list[Restated] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            entries = yaml.safe_load(path.read_text(encoding="utf-8"))
            found.extend(_ENTRIES.validate_python(entries))
        except (yaml.YAMLError, ValidationError) as error:
            raise InvalidRestated(f"{path.name}: {error}") from error
    return tuple(found)


def by_quote(entries: Iterable[Restated]) -> Mapping[str, tuple[Restated, ...]]:
    """Return what restates each quote, under the first quote of each sentence."""
    found: dict[str, tuple[Restated, ...]] = {}
    for entry in entries:
        found[entry.quotes[0]] = (*found.get(entry.quotes[0], ()), entry)
    return found


def by_section(passages: Iterable[Passage]) -> Mapping[str, tuple[Passage, ...]]:
    """Return the passages of every section; a long section has several."""
    found: dict[str, tuple[Passage, ...]] = {}
    for passage in passages:
        name = f"{passage.document_id}.{passage.section_id}"
        found[name] = (*found.get(name, ()), passage)
    return found


def placed(
    entries: Sequence[Restated], passages: Iterable[Passage]
) -> Iterator[tuple[Restated, Passage | None]]:
    """Yield every restated sentence with the passage that holds its quotes as whole sentences.

    None where no passage of its section does any more: the corpus was changed since.
    """
    sections = by_section(passages)
    for entry in entries:
        own = sections.get(entry.passage, ())
        yield entry, next((p for p in own if set(entry.quotes) <= set(map(p.quote, p.spans))), None)
