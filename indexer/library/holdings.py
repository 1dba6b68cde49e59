"""What the library gives to an index: the passages of every version of a source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from indexer.library.entry import Entry, Version
from indexer.library.shelf import Library
from indexer.originals import OriginalFacts, passages_of_original
from indexer.passages import Passage

_REVIEW = timedelta(days=365)
"""After a year without a look at the origin an original is shown with a warning."""


def passages_of_entry(
    library: Library, entry: Entry, most_words: int, today: date
) -> Iterator[Passage]:
    """Yield the passages of the version that holds today, then those of other days.

    Words that stand in several versions are yielded once, for as long as they held.

    Raises:
        LibraryDamaged: a version cannot be read.
    """
    current = entry.current(today)
    found: dict[str, Passage] = {}
    for version, until in reversed(_with_ends(entry.versions)):
        facts = facts_of(entry, version, until, is_current=version is current)
        extract = library.extract_of(entry, version)
        for passage in passages_of_original(extract, facts, most_words):
            other = found.get(passage.id)
            if other is None:
                found[passage.id] = passage
            elif other.valid_from is not None and other.valid_from == passage.valid_until:
                merged = passage if passage.current else other
                ends = other.valid_until
                found[passage.id] = replace(merged, valid_from=passage.valid_from, valid_until=ends)
    yield from sorted(found.values(), key=lambda passage: not passage.current)


def _with_ends(versions: tuple[Version, ...]) -> list[tuple[Version, date | None]]:
    """Return each version with the first day on which the next one held."""
    ends: list[date | None] = [version.holds_from for version in versions[1:]]
    return list(zip(versions, [*ends, None], strict=True))


def facts_of(
    entry: Entry, version: Version, until: date | None, *, is_current: bool
) -> OriginalFacts:
    """Return what is known of a version; `until` is the first day on which it no longer held."""
    looked = date.fromisoformat((entry.looked_at or version.taken_in)[:10])
    checked = looked if is_current else date.fromisoformat(version.taken_in[:10])
    first = version is entry.versions[0]
    return OriginalFacts(
        source_id=entry.id,
        title=entry.source.title,
        topic=entry.topic,
        language=version.language,
        label=entry.label,
        checked=checked,
        review_by=checked + _REVIEW,
        secondary=not entry.source.official,
        quotable=version.mangled is None,
        # Since when the first version held is known only when it says so itself.
        valid_from=None if first and not version.dated else version.holds_from,
        valid_until=until,
        current=is_current,
        file=version.file,
    )
