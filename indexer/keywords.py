"""The keyword index: BM25 (Lucene's variant, through bm25s) over passages with their hints."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Self

from indexer.errors import IndexDamaged
from indexer.lexicon import Entry
from indexer.passages import Passage
from indexer.terms import Terms, words


def vocabulary_of(passages: Iterable[Passage], lexicon: Sequence[Entry]) -> frozenset[str]:
    """Return every word of the passages, hints and lexicon: what compounds may consist of."""
    found: set[str] = set()
    for passage in passages:
        for text in (passage.title, passage.heading, passage.text, *passage.hints):
            found.update(words(text))
    for entry in lexicon:
        for text in (*entry.words, *entry.terms):
            found.update(words(text))
    return frozenset(found)


class KeywordIndex:
    """Scores passages by the words they share with a question."""

    def __init__(self, bm25: Any, languages: Sequence[str]) -> None:
        """Wrap a filled bm25s index; `languages[i]` is the language of passage i."""
        self._bm25 = bm25
        self._languages = tuple(languages)

    @classmethod
    def build(cls, passages: Sequence[Passage], terms: Terms) -> Self:
        """Index the passages, in their order."""
        import bm25s

        logging.getLogger("bm25s").setLevel(logging.WARNING)
        bm25 = bm25s.BM25(k1=1.2, b=0.6)
        texts = [
            terms.of_text(
                " ".join((passage.title, passage.heading, passage.text, *passage.hints)),
                passage.language,
            )
            for passage in passages
        ]
        bm25.index(texts, show_progress=False)
        return cls(bm25, [passage.language for passage in passages])

    @property
    def stems(self) -> frozenset[str]:
        """Every term that some passage holds."""
        return frozenset(self._bm25.vocab_dict)

    def save(self, folder: Path) -> None:
        """Write the index to a folder."""
        self._bm25.save(str(folder), show_progress=False)
        (folder / "languages.json").write_text(json.dumps(self._languages), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the index from a folder.

        Raises:
            IndexDamaged: a file is missing or unreadable.
        """
        import bm25s

        try:
            languages = json.loads((folder / "languages.json").read_text(encoding="utf-8"))
            bm25 = bm25s.BM25.load(str(folder))
            count = bm25.scores["num_docs"]
        except Exception as error:  # bm25s and numpy raise all kinds at a broken file
            problem = f"the keyword index is unreadable: {error}"
            raise IndexDamaged(folder.parent, problem) from error
        parts = isinstance(languages, list) and isinstance(bm25.vocab_dict, dict)
        if not parts or len(languages) != count:
            raise IndexDamaged(folder.parent, "the parts of the keyword index do not agree")
        return cls(bm25, languages)

    def best(self, terms: Sequence[str], *, count: int, language: str) -> list[tuple[int, float]]:
        """Return positions and scores of the best passages in a language, best first."""
        known = [term for term in terms if term in self._bm25.vocab_dict]
        if not known:
            return []
        scores = self._bm25.get_scores(known)
        ranked = sorted(
            (
                (position, float(score))
                for position, score in enumerate(scores)
                if score > 0 and self._languages[position] == language
            ),
            key=lambda pair: (-pair[1], pair[0]),
        )
        return ranked[:count]
