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

    def __init__(self, bm25: Any, passages: Sequence[tuple[str, str]]) -> None:
        """Wrap a filled bm25s index; `passages[i]` holds id and scope of the passage it calls i."""
        self._bm25 = bm25
        self._passages = tuple(passages)

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
        return cls(bm25, [(passage.id, passage.scope) for passage in passages])

    @property
    def stems(self) -> frozenset[str]:
        """Every term that some passage holds."""
        return frozenset(self._bm25.vocab_dict)

    def save(self, folder: Path) -> None:
        """Write the index to a folder."""
        self._bm25.save(str(folder), show_progress=False)
        (folder / "passages.json").write_text(json.dumps(self._passages), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the index from a folder.

        Raises:
            IndexDamaged: a file is missing or unreadable.
        """
        import bm25s

        try:
            passages = json.loads((folder / "passages.json").read_text(encoding="utf-8"))
            bm25 = bm25s.BM25.load(str(folder))
            count = bm25.scores["num_docs"]
        except Exception as error:  # bm25s and numpy raise all kinds at a broken file
            problem = f"the keyword index is unreadable: {error}"
            raise IndexDamaged(folder.parent, problem) from error
        parts = _are_passages(passages) and isinstance(bm25.vocab_dict, dict)
        if not parts or len(passages) != count:
            raise IndexDamaged(folder.parent, "the parts of the keyword index do not agree")
        return cls(bm25, [(name, part) for name, part in passages])

    def best(
        self, terms: Sequence[str], *, count: int, scopes: Sequence[str]
    ) -> list[tuple[str, float]]:
        """Return ids and scores of the best passages within the scopes, best first."""
        known = [term for term in terms if term in self._bm25.vocab_dict]
        if not known:
            return []
        scores = self._bm25.get_scores(known)
        ranked = sorted(
            (
                (position, float(score))
                for position, score in enumerate(scores)
                if score > 0 and self._passages[position][1] in scopes
            ),
            key=lambda pair: (-pair[1], pair[0]),
        )
        return [(self._passages[position][0], score) for position, score in ranked[:count]]


def _are_passages(values: object) -> bool:
    return isinstance(values, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)
        for pair in values
    )
