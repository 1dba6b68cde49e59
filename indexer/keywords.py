"""The keyword index: BM25 (Lucene's variant, through bm25s) over passages with their hints."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np

from indexer.errors import IndexDamaged
from indexer.lexicon import Entry
from indexer.passages import Passage
from indexer.sources import is_list_of_text
from indexer.terms import Terms, words


def vocabulary_of(passages: Iterable[Passage], lexicon: Sequence[Entry]) -> frozenset[str]:
    """Return every word of the digests, hints and lexicon: what compounds may consist of.

    Originals do not count: with each that is added all others would have to be taken apart anew.
    """
    found: set[str] = set()
    for passage in passages:
        if passage.basis == "original":
            continue
        for text in (passage.title, passage.heading, passage.text, *passage.hints):
            found.update(words(text))
    for entry in lexicon:
        for text in (*entry.words, *entry.terms):
            found.update(words(text))
    return frozenset(found)


def terms_of_passage(passage: Passage, terms: Terms) -> list[str]:
    """Return the terms by which a passage is found."""
    text = " ".join((passage.title, *passage.path, passage.heading, passage.text, *passage.hints))
    return terms.of_text(text, passage.language)


class KeywordIndex:
    """Scores passages by the words they share with a question."""

    def __init__(
        self,
        bm25: Any,
        passages: Sequence[tuple[str, str]],
        tokens: _Tokens,
        vocabulary: frozenset[str],
    ) -> None:
        """Wrap a filled bm25s index; `passages[i]` holds id and scope of the passage it calls i."""
        self._bm25 = bm25
        self.vocabulary = vocabulary
        """The words that compounds were taken apart by."""
        self._passages = tuple(passages)
        self._tokens = tokens
        codes = {name: code for code, name in enumerate(dict.fromkeys(s for _, s in passages))}
        self._codes = codes
        self._scopes = np.array([codes[part] for _, part in passages], np.int16)

    @classmethod
    def build(
        cls,
        passages: Iterable[tuple[str, str]],
        terms: Mapping[str, Sequence[str]],
        vocabulary: frozenset[str],
    ) -> Self:
        """Index passages (id and scope), in their order.

        Args:
            passages: id and scope of each.
            terms: the terms of each, by id.
            vocabulary: the words that compounds were taken apart by.
        """
        listed = list(passages)
        return cls._of(listed, _Tokens.of([terms[name] for name, _ in listed]), vocabulary)

    def changed(
        self, passages: Iterable[tuple[str, str]], terms: Mapping[str, Sequence[str]]
    ) -> Self:
        """Return an index of these passages; who is not in `terms` keeps the terms it has here."""
        listed = list(passages)
        place = {name: number for number, (name, _) in enumerate(self._passages)}
        rows = [terms[name] if name in terms else place[name] for name, _ in listed]
        return self._of(listed, self._tokens.with_rows(rows), self.vocabulary)

    @classmethod
    def _of(
        cls, passages: Sequence[tuple[str, str]], tokens: _Tokens, vocabulary: frozenset[str]
    ) -> Self:
        import bm25s

        logging.getLogger("bm25s").setLevel(logging.WARNING)
        bm25 = bm25s.BM25(k1=1.2, b=0.6)
        # A copy: bm25s adds an empty term of its own.
        bm25.index((tokens.rows(), dict(tokens.vocabulary)), show_progress=False)
        return cls(bm25, passages, tokens, vocabulary)

    @property
    def passages(self) -> tuple[tuple[str, str], ...]:
        """Id and scope of every passage."""
        return self._passages

    @property
    def stems(self) -> frozenset[str]:
        """Every term that some passage holds."""
        return frozenset(self._tokens.vocabulary)

    def save(self, folder: Path) -> None:
        """Write the index to a folder."""
        self._bm25.save(str(folder), show_progress=False)
        (folder / "passages.json").write_text(json.dumps(self._passages), encoding="utf-8")
        (folder / "vocabulary.json").write_text(json.dumps(sorted(self.vocabulary)), "utf-8")
        np.savez(folder / "tokens.npz", ids=self._tokens.ids, ends=self._tokens.ends)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the index from a folder.

        Raises:
            IndexDamaged: a file is missing or unreadable.
        """
        import bm25s

        try:
            passages = json.loads((folder / "passages.json").read_text(encoding="utf-8"))
            vocabulary = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
            bm25 = bm25s.BM25.load(str(folder))
            count = bm25.scores["num_docs"]
            with np.load(folder / "tokens.npz") as saved:
                tokens = _Tokens(bm25.vocab_dict, saved["ids"], saved["ends"])
        except Exception as error:  # bm25s and numpy raise all kinds at a broken file
            problem = f"the keyword index is unreadable: {error}"
            raise IndexDamaged(folder.parent, problem) from error
        parts = _are_passages(passages) and isinstance(bm25.vocab_dict, dict)
        parts = parts and is_list_of_text(vocabulary)
        if not parts or len(passages) != count or len(tokens.ends) != count:
            raise IndexDamaged(folder.parent, "the parts of the keyword index do not agree")
        return cls(bm25, [tuple(pair) for pair in passages], tokens, frozenset(vocabulary))

    def best(
        self, terms: Sequence[str], *, count: int, scopes: Sequence[str]
    ) -> list[tuple[str, float]]:
        """Return ids and scores of the best passages within the scopes, best first."""
        known = [term for term in terms if term in self._bm25.vocab_dict]
        if not known:
            return []
        scores = self._bm25.get_scores(known)
        codes = [self._codes[part] for part in scopes if part in self._codes]
        found = np.flatnonzero((scores > 0) & np.isin(self._scopes, codes))
        ranked = found[np.argsort(-scores[found], kind="stable")][:count]
        return [(self._passages[place][0], float(scores[place])) for place in ranked]


class _Tokens:
    """The terms of all passages as numbers; `ids[ends[i-1]:ends[i]]` are those of passage i."""

    def __init__(self, vocabulary: dict[str, int], ids: Any, ends: Any) -> None:
        self.vocabulary = {term: number for term, number in vocabulary.items() if term}
        self.ids = ids
        self.ends = ends

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]]) -> Self:
        """Number the terms of texts."""
        return cls({}, np.zeros(0, np.int32), np.zeros(0, np.int64)).with_rows(texts)

    def rows(self) -> list[list[int]]:
        """Return the numbers per passage, as bm25s takes them."""
        return [part.tolist() for part in self._parts()]

    def with_rows(self, rows: Sequence[Sequence[str] | int]) -> Self:
        """Return other rows: new terms, or the number of a row here; unused terms are forgotten."""
        old = self._parts()
        numbers = dict(self.vocabulary)
        parts = [
            old[row]
            if isinstance(row, int)
            else np.array([numbers.setdefault(term, len(numbers)) for term in row], np.int32)
            for row in rows
        ]
        ids = np.concatenate([np.zeros(0, np.int32), *parts])
        used = np.bincount(ids, minlength=len(numbers)) > 0
        compact = np.cumsum(used, dtype=np.int32) - 1
        kept = (name for name, is_used in zip(numbers, used.tolist(), strict=True) if is_used)
        vocabulary = {name: number for number, name in enumerate(kept)}
        ends = np.cumsum([len(part) for part in parts], dtype=np.int64)
        return type(self)(vocabulary, compact[ids], ends)

    def _parts(self) -> list[Any]:
        return np.split(self.ids, self.ends[:-1]) if len(self.ends) else []


def _are_passages(values: object) -> bool:
    return isinstance(values, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)
        for pair in values
    )
