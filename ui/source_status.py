"""What `loket status` knows: the index and the sources of the library, as plain values."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from indexer.library.entry import Entry, Version
from indexer.library.shelf import Library
from indexer.settings import IndexSettings
from ui.source_index import Held, held_now
from ui.source_remove import not_in_library

Json = dict[str, Any]


def library_status(settings: IndexSettings) -> Json:
    """Return the state of the index and of every source; loads no model.

    Raises:
        LibraryDamaged: an entry of the library cannot be read.
    """
    today = date.today()
    held = held_now(settings, today)
    entries = Library(settings.library_dir).entries()
    return {
        "index": _index(held),
        "sources": [_short(entry, held, today) for entry in entries],
    }


def source_status(settings: IndexSettings, source_id: str) -> Json:
    """Return all that is known of one source.

    Raises:
        SourceRefused: the library has no such source.
        LibraryDamaged: an entry of the library cannot be read.
    """
    today = date.today()
    library = Library(settings.library_dir)
    entry = library.get(source_id)
    if entry is None:
        raise not_in_library(source_id)
    held = held_now(settings, today)
    current = entry.current(today)
    passages = held.passages(entry)
    return {
        **_short(entry, held, today),
        "source": asdict(entry.source),
        "topic": entry.topic or None,
        "origin": entry.origin,
        "folder": entry.folder,
        "looked_at": entry.looked_at,
        "orders": sum(any(span.order for span in passage.spans) for passage in passages),
        "versions": [
            _version(library, entry, version, is_current=version is current)
            for version in reversed(entry.versions)
        ],
    }


def _index(held: Held) -> Json:
    manifest = held.manifest
    return {
        "build_id": manifest.build_id if manifest else None,
        "built_at": manifest.built_at if manifest else None,
        "model": manifest.model if manifest else None,
        "model_asked_for": held.model,
        "digest_passages": held.digest_passages,
        "original_passages": held.original_passages,
        "up_to_date": held.up_to_date,
        "problem": held.problem,
    }


def _short(entry: Entry, held: Held, today: date) -> Json:
    current = entry.current(today)
    return {
        "id": entry.id,
        "title": entry.source.title,
        "kind": entry.source.kind,
        "label": entry.label,
        "registered": entry.registered,
        "version_count": len(entry.versions),
        "pages": current.pages if current else None,
        "passages": held.count(entry),
        "index": held.place(entry),
        "failed": entry.state == "failed",
        "reason": entry.reason,
        "quotable": current is None or current.mangled is None,
    }


def _version(library: Library, entry: Entry, version: Version, *, is_current: bool) -> Json:
    return {
        "current": is_current,
        "name": version.name,
        "file": str(library.file_of(entry, version)),
        "media_type": version.media_type,
        "taken_in": version.taken_in,
        "published": version.published,
        "valid_from": version.valid_from,
        "language": version.language,
        "pages": version.pages,
        "words": version.words,
        "remarks": list(version.remarks),
        "mangled": version.mangled,
    }
