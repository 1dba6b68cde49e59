"""The contacts table: competent bodies and how to reach them, each with its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from indexer.errors import CorpusError
from indexer.sources import is_list_of_text, read_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A competent body; `primary` lists the topics for which it is the first one to ask."""

    id: str
    name: str
    url: str | None
    phone: str | None
    email: str | None
    topics: tuple[str, ...]
    primary: tuple[str, ...]
    reason: Mapping[str, str]
    source_id: str
    checked: date
    line: int = 1
    """Where it stands in the table."""


def _faults(entry: Mapping[str, Any]) -> Iterator[str]:
    for field in ("id", "name", "topics", "reason", "source", "checked"):
        if not entry.get(field):
            yield f"`{field}` is missing"
    for field in ("id", "name", "source", "url", "phone", "email"):
        if not isinstance(entry.get(field, ""), str):
            yield f"`{field}` is not text"
    for field in ("topics", "primary"):
        if not is_list_of_text(entry.get(field, ["-"])):
            yield f"`{field}` is not a list of topics"
    if not isinstance(entry["checked"], date):
        yield "`checked` is not a date like 2026-11-21 (without quotation marks)"
    texts = entry["reason"] if isinstance(entry["reason"], dict) else {}
    yield from (f"`reason.{name}` is missing" for name in ("nl", "en") if not texts.get(name))


def _contact(entry: Mapping[str, Any], path: Path, line: int | None) -> Contact:
    for problem in _faults(entry):
        raise CorpusError(path, line, f"contact {entry.get('id', '?')}: {problem}")
    return Contact(
        id=entry["id"],
        name=entry["name"],
        url=entry.get("url"),
        phone=entry.get("phone"),
        email=entry.get("email"),
        topics=tuple(entry["topics"]),
        primary=tuple(entry.get("primary", ())),
        reason=dict(entry["reason"]),
        source_id=entry["source"],
        checked=entry["checked"],
        line=line or 1,
    )


def load_contacts(path: Path) -> tuple[Contact, ...]:
    """Read the table, in its own order.

    Raises:
        CorpusError: the file cannot be read, or an entry is incomplete or named twice.
    """
    contacts: dict[str, Contact] = {}
    for line, entry in read_entries(path, "contact"):
        contact = _contact(entry, path, line)
        if contact.id in contacts:
            raise CorpusError(path, line, f"contact {contact.id} is there twice")
        contacts[contact.id] = contact
    return tuple(contacts.values())
