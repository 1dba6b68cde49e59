"""The lexicon: lay words and the terms they stand for, used to widen a keyword search."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from indexer.errors import CorpusError
from indexer.sources import is_list_of_text, read_entries


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
    for number, (line, entry) in enumerate(read_entries(path, "entry"), start=1):
        lists = [entry.get("words"), entry.get("terms")]
        if not all(lists) or not all(map(is_list_of_text, lists)):
            raise CorpusError(path, line, f"entry {number} lacks `words` or `terms`")
        entries.append(Entry(words=tuple(entry["words"]), terms=tuple(entry["terms"])))
    return tuple(entries)
