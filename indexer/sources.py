"""The register of sources: `corpus/sources.toml` as frozen values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from indexer.errors import CorpusError

Kind = Literal["wettekst", "kamerstuk", "rapport", "webpagina", "nieuwsbericht"]
Authority = Literal["wet", "beleid", "handreiking", "dreiging", "nieuws"]
Read = Literal["full", "part", "secondary"]

AUTHORITY_LADDER: tuple[Authority, ...] = get_args(Authority)
"""Highest first: a law outranks policy, policy outranks guidance, and so on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An official (or confirming) publication; dates are ISO, as precise as they are known."""

    id: str
    title: str
    publisher: str
    kind: Kind
    authority: Authority
    url: str | None
    where: str | None
    published: str | None
    version: str | None
    retrieved: str
    language: str
    read: Read
    note: str | None

    @property
    def official(self) -> bool:
        """True when the publisher speaks for itself; news and copies only confirm."""
        return self.read != "secondary"

    @property
    def rank(self) -> int:
        """Place on the authority ladder, 0 is highest."""
        return AUTHORITY_LADDER.index(self.authority)


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file of the corpus.

    Raises:
        CorpusError: the file is missing, not UTF-8 or not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CorpusError(path, None, "the file is missing") from error
    except UnicodeDecodeError as error:
        raise CorpusError(path, None, "the file is not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(path, None, f"not valid TOML: {error}") from error


def _source(entry: Mapping[str, Any], path: Path) -> Source:
    identifier = entry.get("id", "?")
    for field in ("id", "title", "publisher", "kind", "authority", "retrieved", "language", "read"):
        if not isinstance(entry.get(field), str):
            raise CorpusError(path, None, f"source {identifier}: `{field}` is missing")
    if not (entry.get("url") or entry.get("where")):
        raise CorpusError(path, None, f"source {identifier}: give a `url` or say `where` it is")
    for field, allowed in (("kind", Kind), ("authority", Authority), ("read", Read)):
        if entry[field] not in get_args(allowed):
            raise CorpusError(
                path,
                None,
                f"source {identifier}: `{field}` is {entry[field]!r}, "
                f"not one of {', '.join(get_args(allowed))}",
            )
    optional = {name: entry.get(name) for name in ("url", "where", "published", "version", "note")}
    known = set(Source.__dataclass_fields__)
    if unknown := set(entry) - known:
        raise CorpusError(path, None, f"source {identifier}: unknown field {sorted(unknown)[0]!r}")
    return Source(**{name: entry[name] for name in known if name not in optional}, **optional)


def load_sources(path: Path) -> dict[str, Source]:
    """Read the register, by source id.

    Raises:
        CorpusError: the file cannot be read, or an entry is incomplete or named twice.
    """
    sources: dict[str, Source] = {}
    for entry in read_toml(path).get("source", []):
        source = _source(entry, path)
        if source.id in sources:
            raise CorpusError(path, None, f"source {source.id} is there twice")
        sources[source.id] = source
    return sources
