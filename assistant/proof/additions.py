"""Does a sentence add a word of its own to what its quote says?

Who restates a fact chooses other verbs and turns; who invents adds nouns, adjectives and adverbs:
"for free", "and the municipality". So each word of a sentence must stand in the quote, in the same
or a kindred form, or be one that carries no fact (`carriers.toml`). A word that the quote has once
and the sentence twice stands in for another when a word of the quote is gone. How many words are
new in every form, and how far the order was changed, is counted for `assistant.proof.generated`.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from assistant.proof.clauses import in_common
from assistant.proof.numerals import with_digits
from assistant.proof.synonyms import plain_text, plainly, root_of
from indexer.terms import words

TermsOf = Callable[[str, str], list[str]]
"""Gives the search terms of a text in a language; none for stop words."""

_TOKEN = re.compile(r"\w+(?:[.,@/'’-]\w+)*")
_FREE = frozenset(
    "u uw de het een als dan is wordt worden er bij van in voor aan en zijn bent hij zij die dit "
    "dat the a an you your if are be of to for it that and".split()
)
_MOST_REPEATED = 1  # words that a sentence may say twice, to name its subject
_WHEN = frozenset("volgend volgende komend komende vorig vorige following next coming".split())
"""Forms of carrying verbs that tell when."""
_FILE = Path(__file__).with_name("carriers.toml")


@cache
def _carriers(language: str) -> frozenset[str]:
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return frozenset(" ".join(told.get(language, told["nl"]).values()).split())


class Additions:
    """Finds the words that a sentence adds."""

    def __init__(self, terms_of: TermsOf) -> None:
        """Take the search terms of a text."""
        self._terms_of = plainly(terms_of)
        self._carrying: dict[str, frozenset[frozenset[str]]] = {}

    def first(self, sentence: str, quote: str, language: str) -> str:
        """Return the first word that a sentence adds to its quote; empty when it adds none."""
        said = self._content(sentence, language)
        stated = self._content(quote, language)
        known = frozenset().union(*stated.values())
        for word, terms in said.items():
            if not _stands_in(terms, known):
                return word
        if (
            len(self._stems(sentence, language))
            > len(self._stems(quote, language)) + _MOST_REPEATED
        ):
            return next(iter(said))
        return self._repeated(sentence, quote, language)

    def new_words(self, sentence: str, quote: str, language: str) -> list[str]:
        """Return the words of a sentence that its quote has in no form, synonyms among them.

        Articles, pronouns and the words that turn a clause round ("als", "dan") are free.
        """

        def roots(text: str) -> set[str]:
            return {root_of(word, language) for word in _TOKEN.findall(text)}

        plain = with_digits(quote)
        stated = roots(plain) | roots(plain_text(plain))
        found = (word.lower() for word in _TOKEN.findall(with_digits(sentence)))
        return [
            word for word in found if word not in _FREE and root_of(word, language) not in stated
        ]

    def kept(self, sentence: str, clause: str, language: str) -> float:
        """Return the share (0..1) of a clause's words that a sentence keeps; 1 when it has none."""
        own = self._terms(with_digits(sentence), language)
        stated = self._content(clause, language).values()
        kept = sum(_stands_in(terms, own) for terms in stated)
        return kept / len(stated) if stated else 1.0

    def jumps(self, sentence: str, quote: str, language: str) -> int:
        """Return how often the words of a sentence go back in its quote.

        None in a copy, one where two halves changed places; two names that were exchanged make
        two, roles that were dealt out anew more.
        """
        stated = self._stems(quote, language)
        last, jumps = -1, 0
        for terms in self._stems(sentence, language):
            places = [n for n, other in enumerate(stated) if in_common(terms, other)]
            if places:
                place = min(places, key=lambda n: (n <= last, abs(n - last)))
                jumps += place < last
                last = place
        return jumps

    def _repeated(self, sentence: str, quote: str, language: str) -> str:
        """Return a word that is said more often than stated, when another stated word is gone."""
        said = Counter(self._stems(sentence, language))
        stated = Counter(self._stems(quote, language))
        gone = [terms for terms in stated if not in_common(terms, frozenset().union(*said))]
        if not gone:
            return ""
        return next((min(terms) for terms, count in said.items() if 0 < stated[terms] < count), "")

    def _stems(self, text: str, language: str) -> list[frozenset[str]]:
        found = (self._terms(word, language) for word in words(plain_text(with_digits(text))))
        return [terms for terms in found if terms and terms not in self._light(language)]

    def _content(self, text: str, language: str) -> dict[str, frozenset[str]]:
        """Return the words of a text that tell a fact, with the terms of each."""
        found: dict[str, frozenset[str]] = {}
        for word in words(plain_text(with_digits(text))):
            terms = self._terms(word, language)
            if word in _WHEN or (terms and not self._carries(word, terms, language)):
                found[word] = terms or frozenset({word})
        return found

    def _carries(self, word: str, terms: frozenset[str], language: str) -> bool:
        return word in _carriers(language) or terms in self._light(language)

    def _light(self, language: str) -> frozenset[frozenset[str]]:
        if language not in self._carrying:
            self._carrying[language] = frozenset(
                self._terms(word, language) for word in _carriers(language)
            )
        return self._carrying[language]

    def _terms(self, text: str, language: str) -> frozenset[str]:
        return frozenset(self._terms_of(text, language))


def _stands_in(terms: frozenset[str], known: frozenset[str]) -> bool:
    """True when a word is known; of a compound, when its parts are."""
    return len(in_common(terms, known)) >= max(1, len(terms) - 1)
