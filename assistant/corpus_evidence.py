"""The evidence of a corpus: which facts may prove a sentence, and which texts a name in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from indexer.corpus import Corpus
from indexer.evidence import Fact
from indexer.terms import Terms, words

ENGLISH = "english"
"""The evidence file that proves the English digests; all others are Dutch."""
_MOST_FACTS = 10
_LEAST_SHARE = 0.35  # of the words that the best fact shares with the sentence


class Evidence:
    """The facts by source, and the texts that may prove a sentence."""

    def __init__(self, corpus: Corpus) -> None:
        """Index the facts of a corpus by the sources they name."""
        self._by_source: dict[str, list[Fact]] = defaultdict(list)
        for fact in corpus.facts:
            for source_id in fact.source_ids:
                self._by_source[source_id].append(fact)
        vocabulary = {word for fact in corpus.facts for word in words(fact.text)}
        self._terms = Terms(vocabulary, corpus.lexicon)
        self._corpus = corpus
        self._aliases = tuple(contact.name for contact in corpus.contacts)
        self._words: dict[Fact, frozenset[str]] = {}

    def _content(self, fact: Fact) -> frozenset[str]:
        if fact not in self._words:
            self._words[fact] = frozenset(self._terms.of_text(fact.text, "nl"))
        return self._words[fact]

    def facts_for(
        self, text: str, source_ids: Sequence[str], *, least_share: float = _LEAST_SHARE
    ) -> tuple[Fact, ...]:
        """Return the facts of these sources that share most words with a text, best first.

        Only those that share at least `least_share` of the words that the best one shares.
        """
        own = set(self._terms.of_text(text, "nl"))
        candidates = {fact for name in source_ids for fact in self._by_source.get(name, ())}
        scored = sorted(
            ((len(own & self._content(fact)), fact) for fact in candidates),
            key=lambda pair: (-pair[0], str(pair[1].path), pair[1].line),
        )
        if not scored:
            return ()
        line = scored[0][0] * least_share
        return tuple(fact for score, fact in scored[:_MOST_FACTS] if score >= line)

    def terms_of(self, text: str, language: str) -> frozenset[str]:
        """Return the search terms of a text."""
        return frozenset(self._terms.of_text(text, language))

    def names_for(self, source_ids: Sequence[str]) -> tuple[str, ...]:
        """Return the texts that may introduce a name: register entries, facts and full names.

        The full name of a body proves its abbreviation, and the other way round, where the sources
        speak of it. Ministries are publishers too and may be named anywhere.
        """
        facts = (fact.text for name in source_ids for fact in self._by_source.get(name, ()))
        return self.with_full_names(*self.entries_of(source_ids), *facts)

    def entries_of(self, source_ids: Sequence[str]) -> tuple[str, ...]:
        """Return the titles, publishers and addresses of these sources, where they are known."""
        register = self._corpus.sources
        entries = (register[name] for name in source_ids if name in register)
        return tuple(text for e in entries for text in (e.title, e.publisher, e.url or ""))

    def with_full_names(self, *texts: str) -> tuple[str, ...]:
        """Return these texts and the names, full and short, of the bodies that they speak of."""
        told = "\n".join(texts)
        return (*texts, *(alias for alias in self._aliases if _speaks_of(alias, told)))


def _speaks_of(name: str, told: str) -> bool:
    """True when a text holds a body's name: in full, without its abbreviation, or only that."""
    forms = (name, re.sub(r" \(.*", "", name), *re.findall(r"\(([^)]+)\)", name))
    return name.startswith("Ministerie") or any(form in told for form in forms)
