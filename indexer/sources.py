"""The register of sources: `corpus/sources.toml` as frozen values."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from indexer.errors import CorpusError

Kind = Literal["wettekst", "kamerstuk", "rapport", "webpagina", "nieuwsbericht"]
Authority = Literal["wet", "beleid", "handreiking", "dreiging", "nieuws"]
Read = Literal["full", "part", "secondary"]

_DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")

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


def read_entries(path: Path, table: str) -> list[tuple[int | None, dict[str, Any]]]:
    """Read the entries `[[table]]` of a TOML file of the corpus, each with its first line.

    Raises:
        CorpusError: the file cannot be read, is not UTF-8 or TOML, or holds no such entries.
    """
    try:
        text = path.read_text(encoding="utf-8")
        entries = tomllib.loads(text).get(table, [])
    except FileNotFoundError as error:
        raise CorpusError(path, None, "the file is missing") from error
    except OSError as error:
        raise CorpusError(path, None, f"the file cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CorpusError(path, None, "the file is not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else None
        raise CorpusError(path, line, f"not valid TOML: {error}") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CorpusError(path, None, f"begin every entry with a line `[[{table}]]`")
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == f"[[{table}]]"]
    if len(lines) == len(entries):
        return list(zip(lines, entries, strict=True))
    return [(None, entry) for entry in entries]  # written some other way that TOML knows


def is_list_of_text(value: object) -> bool:
    """True for a list that holds strings only (or nothing)."""
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _faults(entry: Mapping[str, Any]) -> Iterator[str]:
    for field in ("id", "title", "publisher", "kind", "authority", "retrieved", "language", "read"):
        if not isinstance(entry.get(field), str):
            yield f"`{field}` is missing"
    if not (entry.get("url") or entry.get("where")):
        yield "give a `url` or say `where` it is"
    for field, allowed in (("kind", Kind), ("authority", Authority), ("read", Read)):
        if entry[field] not in get_args(allowed):
            yield f"`{field}` is {entry[field]!r}, not one of {', '.join(get_args(allowed))}"
    known = Source.__dataclass_fields__
    yield from (f"unknown field {field!r}" for field in entry if field not in known)
    yield from _bad_dates(entry)
    texts = (field for field, value in entry.items() if not isinstance(value, str))
    yield from (f"`{field}` is not text; put it between quotation marks" for field in texts)


def _bad_dates(entry: Mapping[str, Any]) -> Iterator[str]:
    days = {name: str(entry[name]) for name in ("published", "retrieved") if entry.get(name)}
    for name, text in days.items():
        if not _DATE.fullmatch(text):
            yield f"`{name}` is {text!r}, not a date like 2026, 2026-11 or 2026-11-21"
    if len(days) == len({"published", "retrieved"}):
        as_precise = min(map(len, days.values()))
        if days["published"][:as_precise] > days["retrieved"][:as_precise]:
            yield "`published` is later than `retrieved`"


def _source(entry: Mapping[str, Any], path: Path, line: int | None) -> Source:
    for problem in _faults(entry):
        raise CorpusError(path, line, f"source {entry.get('id', '?')}: {problem}")
    values: dict[str, Any] = dict.fromkeys(("url", "where", "published", "version", "note"))
    return Source(**(values | dict(entry)))


def load_sources(path: Path) -> dict[str, Source]:
    """Read the register, by source id.

    Raises:
        CorpusError: the file cannot be read, or an entry is incomplete or named twice.
    """
    sources: dict[str, Source] = {}
    for line, entry in read_entries(path, "source"):
        source = _source(entry, path, line)
        if source.id in sources:
            raise CorpusError(path, line, f"source {source.id} is there twice")
        sources[source.id] = source
    return sources
