"""The lexicon: lay words and the terms they stand for, used to widen a keyword search."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from indexer.errors import CorpusError
from indexer.sources import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Words a layman uses, and terms that the corpus uses for the same thing."""

    words: tuple[str, ...]
    terms: tuple[str, ...]


def load_lexicon(path: Path) -> tuple[Entry, ...]:
    """Read the lexicon.

    Raises:
        CorpusError: the file cannot be read, or an entry lacks words or terms.
    """
    entries: list[Entry] = []
    for number, entry in enumerate(read_toml(path).get("entry", []), start=1):
        if not entry.get("words") or not entry.get("terms"):
            raise CorpusError(path, None, f"entry {number} lacks `words` or `terms`")
        entries.append(Entry(words=tuple(entry["words"]), terms=tuple(entry["terms"])))
    return tuple(entries)
