"""The notes of a letter: for each source that a sentence rests on its number, words and address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from assistant.answers import Language
from assistant.desk.letter_words import WORDS, spoken_day
from assistant.desk.nouns import Evidence
from indexer.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Where a sentence comes from: the words of a footnote, and the address that ends it."""

    text: str
    url: str | None


class Notes:
    """Numbers the notes of one letter from 1; the same source has the same number again."""

    def __init__(self, sources: Mapping[str, Source], language: Language) -> None:
        """Take the register of sources, by id, and the language of the letter."""
        self._sources = sources
        self._language = language
        self._numbers: dict[Note, int] = {}

    def of(self, evidence: Evidence) -> tuple[int, ...]:
        """Return the numbers of the sources of a piece of evidence, lowest first."""
        notes = (self._note(name, evidence.heading) for name in evidence.source_ids)
        numbers = {self._numbers.setdefault(one, len(self._numbers) + 1) for one in notes}
        return tuple(sorted(numbers))

    def all(self) -> tuple[Note, ...]:
        """Return the notes that have a number, in their order."""
        return tuple(self._numbers)

    def _note(self, name: str, heading: str) -> Note:
        words = WORDS[self._language]
        source = self._sources.get(name)
        if source is None:
            return Note(text=f"{heading} ({words.gone.format(source=name)})", url=None)
        parts = [source.publisher, source.title]
        if source.published:
            parts.append(spoken_day(source.published, self._language))
        url = web_address(source.url)
        if url is None and source.where:
            parts.append(source.where)
        seen = words.seen.format(day=spoken_day(source.retrieved, self._language))
        return Note(text=f"{', '.join(parts)} ({seen})", url=url)


def web_address(url: str | None) -> str | None:
    """Return an address that a reader may follow on the web; None for anything else."""
    if not url or any(character.isspace() or character in '<>"{}|\\^`' for character in url):
        return None
    try:
        parts = urlsplit(url)
        followed = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        return None
    return url if followed and url.isprintable() else None
