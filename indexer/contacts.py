"""The contacts table: competent bodies and how to reach them, each with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from indexer.errors import CorpusError
from indexer.sources import read_toml


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


def _contact(entry: Mapping[str, Any], path: Path) -> Contact:
    identifier = entry.get("id", "?")
    for field in ("id", "name", "topics", "reason", "source", "checked"):
        if not entry.get(field):
            raise CorpusError(path, None, f"contact {identifier}: `{field}` is missing")
    reason = {str(language): str(text) for language, text in entry["reason"].items()}
    for language in ("nl", "en"):
        if language not in reason:
            raise CorpusError(path, None, f"contact {identifier}: `reason.{language}` is missing")
    return Contact(
        id=entry["id"],
        name=entry["name"],
        url=entry.get("url"),
        phone=entry.get("phone"),
        email=entry.get("email"),
        topics=tuple(entry["topics"]),
        primary=tuple(entry.get("primary", ())),
        reason=reason,
        source_id=entry["source"],
        checked=entry["checked"],
    )


def load_contacts(path: Path) -> tuple[Contact, ...]:
    """Read the table, in its own order.

    Raises:
        CorpusError: the file cannot be read, or an entry is incomplete or named twice.
    """
    contacts = tuple(_contact(entry, path) for entry in read_toml(path).get("contact", []))
    seen: set[str] = set()
    for contact in contacts:
        if contact.id in seen:
            raise CorpusError(path, None, f"contact {contact.id} is there twice")
        seen.add(contact.id)
    return contacts
