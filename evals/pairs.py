"""Sentences that a person labelled beside the quote they cite: `evals/pairs/*.yaml`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from indexer.errors import AppError

FOLDER = Path(__file__).parent / "pairs"


class InvalidPairs(AppError):
    """A file of labelled pairs is not well formed; its author must repair it."""


class _Wrong(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str = Field(min_length=1)
    sentence: str = Field(min_length=1)


class _Quoted(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    passage: str
    language: Literal["nl", "en"]
    quote: str = Field(min_length=1)
    supported: tuple[str, ...] = Field(min_length=1)
    unsupported: tuple[_Wrong, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence, the quote it cites, and whether a person found that the quote supports it.

    `passage` is the passage the quote was taken from when it was labelled.
    """

    passage: str
    language: str
    quote: str
    sentence: str
    supported: bool
    kind: str

    @property
    def part(self) -> Literal["dev", "test"]:
        """A third of the quotes, by hash, is kept from all tuning."""
        return "test" if hashlib.sha256(self.quote.encode()).digest()[0] % 3 == 0 else "dev"


def load_pairs(folder: Path = FOLDER) -> tuple[Pair, ...]:
    """Read all pairs, supported and not.

    Raises:
        InvalidPairs: a file is not YAML or breaks the schema.
    """
    pairs: list[Pair] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            entries = yaml.safe_load(path.read_text(encoding="utf-8"))["quotes"]
            quoted = [_Quoted.model_validate(entry) for entry in entries]
        except (yaml.YAMLError, KeyError, TypeError, ValidationError) as error:
            raise InvalidPairs(f"{path.name}: {error}") from error
        for entry in quoted:
            sentences = [(text, True, "paraphrase") for text in entry.supported]
            sentences += [(wrong.sentence, False, wrong.kind) for wrong in entry.unsupported]
            pairs.extend(
                Pair(
                    passage=entry.passage,
                    language=entry.language,
                    quote=entry.quote,
                    sentence=text,
                    supported=supported,
                    kind=kind,
                )
                for text, supported, kind in sentences
            )
    return tuple(pairs)
