"""Does a sentence say anything in a word that its quote has not? A model may rearrange, not reword.

Each word of a sentence must stand in its quote, inflected or not, and as often; only articles,
pronouns and the words that turn a clause round are free (ADR 0011). Rules cannot tell a synonym
from another fact, and "alleen", "tot" or "bij de politie" turn a true sentence into a lie. How much
of a clause is kept, and how far the order was changed, is counted for `assistant.proof.generated`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from assistant.proof.bindings import names_a_voice
from assistant.proof.clauses import in_common
from assistant.proof.numerals import with_digits
from assistant.proof.synonyms import plain_text, plainly, root_of, roots_of
from indexer.terms import words

TermsOf = Callable[[str, str], list[str]]
"""Gives the search terms of a text in a language; none for stop words."""

_TOKEN = re.compile(r"\w+(?:[.,@/'’-]\w+)*")
_FREE = frozenset(
    "u uw de het een als dan is wordt worden er bij van in voor aan en zijn bent hij zij die dit "
    "deze ze om te dat the a an you your if are be of to for it its they this these that and by on "
    "at as".split()
)
_LEAST_PART = 4  # letters of a part of a compound
_JUST_AS = re.compile(r"\bnet (?=als\b)|\bjust (?=as\b)", re.IGNORECASE)
_OTHER_FORM = {"evenmin": "niet"}
_VOICED = frozenset({"volgens", "according"})
"""May stand for any word that puts a fact in a mouth: "stelt", "zegt"."""


class Additions:
    """Finds the words that a sentence adds."""

    def __init__(self, terms_of: TermsOf) -> None:
        """Take the search terms of a text."""
        self._terms_of = plainly(terms_of)

    def first(self, sentence: str, quote: str, language: str) -> str:
        """Return the first word that a sentence adds to its quote; empty when it adds none."""
        return next(iter(self.new_words(sentence, quote, language)), "")

    def new_words(self, sentence: str, quote: str, language: str) -> list[str]:
        """Return the words of a sentence that its quote has in no form, or less often.

        Of a verb that stands in one piece here and in two there the better reading counts.
        """
        stated = _counted(quote, language)
        readings = (list(_unfounded(said, stated, language)) for said in _readings(sentence))
        allowed = _VOICED if names_a_voice(quote) else frozenset()
        return [word for word in min(readings, key=len) if word not in allowed]

    def kept(self, sentence: str, clause: str, language: str) -> float:
        """Return the share (0..1) of a clause's words that a sentence keeps; 1 when it has none."""
        own = frozenset(self._terms_of(with_digits(sentence), language))
        stated = self._stems(clause, language)
        kept = sum(bool(in_common(terms, own)) for terms in stated)
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

    def _stems(self, text: str, language: str) -> list[frozenset[str]]:
        plain = words(plain_text(with_digits(text)))
        found = (frozenset(self._terms_of(word, language)) for word in plain)
        return [terms for terms in found if terms]


def _readings(text: str) -> tuple[str, str]:
    """Return a text as it stands, and with its verbs and names in one piece."""
    plain = _JUST_AS.sub("", with_digits(text))
    return plain, plain_text(plain)


def _unfounded(text: str, stated: Counter[str], language: str) -> Iterator[str]:
    said: Counter[str] = Counter()
    told = [word for word in map(str.lower, _TOKEN.findall(text)) if word not in _FREE]
    for word in told:
        roots = roots_of(word, language)
        said.update(roots)
        if any(stated[root] >= said[root] for root in roots):
            continue
        if not any(stated[root] for root in _compounds(word, told, language)):
            yield word


def _compounds(word: str, others: Sequence[str], language: str) -> Iterator[str]:
    """Yield the roots of what a word makes with another: "geheim ... houden", "geheimhouden"."""
    if len(word) >= _LEAST_PART:
        for other in others:
            if len(other) >= _LEAST_PART:
                yield root_of(word + other, language)
                yield root_of(other + word, language)


def _counted(text: str, language: str) -> Counter[str]:
    """Return how often each root stands in a text, in the reading that has it most."""
    found: Counter[str] = Counter()
    for reading in _readings(text):
        found |= Counter(
            root
            for token in _TOKEN.findall(reading)
            for word in {token.lower(), *token.lower().split("-")}
            for root in roots_of(_OTHER_FORM.get(word, word), language)
        )
    return found
