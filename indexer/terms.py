"""Words as the keyword search sees them: lower case, folded, stemmed, compounds taken apart.

Compounds are split by the corpus's own vocabulary (linking -s-, -en-, -e-), because the published
splitter for Dutch cuts wrongly ("Bes|chermingsvoorziening").
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import snowballstemmer

from indexer.lexicon import Entry

_WORD = re.compile(r"[a-z0-9]+(?:[.,][0-9]+)*")
_HYPHENATED = re.compile(r"[a-z]+(?:-[a-z]+)+")

STOP_WORDS: dict[str, frozenset[str]] = {
    "nl": frozenset(
        "aan al alle als altijd ander andere anders ben bij bijna daar dan dat de deze die "
        "dit doe doen doet door dus echt een eens eigenlijk elk elke en er ergens erg even "
        "gaan gaat geen geef geeft gewoon ging had hadden hallo heb hebben heeft hem het "
        "hetzelfde hij hoe hoor hun ik iemand iets in is ja je jij jou jouw jullie kan ken "
        "krijg krijgen krijgt kun kunnen kunt laat laten maar mag mee meer men met mij mijn "
        "moet moeten na naar nee niet niets nog nou nu nodig of om omdat ons onze ook op over "
        "soms steeds te tegen toch toen tot u uit uw van veel voor waar waarom wanneer want "
        "waren was wat we weet weg wel welk welke werd weten wie wij wil willen word worden "
        "wordt zal ze zeg zelf zich zij zijn zit zo zoals zou zouden zonder zulke".split()
    ),
    "en": frozenset(
        "a about am an and any are as at be been before but by can could did do does for from "
        "get had has have he her him his how i if in into is it its just may me more must my "
        "need not now of on one or our out over shall she should so some than that the their "
        "them then there these they this those to too under up us want was we were what when "
        "where which who why will with would you your".split()
    ),
}

_LINKS = ("", "s", "en", "e", "n")
_EXPLAINED = 2  # terms that say what a lay word means
_SHORTEST = 4  # letters in a part of a compound


def fold(text: str) -> str:
    """Lower the case and drop diacritics (é -> e), so that spelling variants meet."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """Return the folded words and numbers of a text, in order."""
    return _WORD.findall(fold(text))


class Terms:
    """Turns text into search terms, with one vocabulary and one lexicon."""

    def __init__(
        self,
        vocabulary: Iterable[str],
        lexicon: Sequence[Entry],
        known_stems: Iterable[str] = (),
    ) -> None:
        """Learn the words that compounds may consist of and the terms behind lay words."""
        self._known_stems = frozenset(known_stems)
        self._stemmers = {
            "nl": snowballstemmer.stemmer("dutch"),
            "en": snowballstemmer.stemmer("english"),
        }
        # A Snowball stemmer works in fields of its own: two questions at once would spoil each
        # other's stems, and the cache would keep what they made of them.
        self._stemming = threading.Lock()
        # Only words of the corpus are remembered: what visitors type must neither fill the memory
        # nor stay in it.
        self._stems: dict[tuple[str, str], str] = {}
        self._all_words = frozenset(vocabulary)
        self._vocabulary = frozenset(word for word in self._all_words if len(word) >= _SHORTEST)
        self._parts: dict[str, tuple[str, ...]] = {}
        self._lexicon: dict[tuple[str, ...], list[str]] = {}
        for entry in lexicon:
            for phrase in entry.words:
                self._lexicon.setdefault(tuple(words(phrase)), []).extend(entry.terms)
        self._longest = max((len(key) for key in self._lexicon), default=0)

    @property
    def vocabulary(self) -> frozenset[str]:
        """The words that compounds may consist of, and shorter ones."""
        return self._all_words

    def stem(self, word: str, language: str) -> str:
        """Return the stem of a folded word (Snowball; numbers stay as they are)."""
        key = (word, language)
        known = self._stems.get(key)
        if known is not None:
            return known
        stemmer = self._stemmers.get(language, self._stemmers["nl"])
        with self._stemming:
            stem: str = stemmer.stemWord(word)
        if word in self._all_words:
            self._stems[key] = stem
        return stem

    def knows(self, word: str) -> bool:
        """True when a folded word stands in the vocabulary, as it is or in an inflection."""
        return word in self._all_words or self._is_indexed(word)

    def parts(self, word: str) -> tuple[str, ...]:
        """Split a compound into two known words, or return nothing when it is none.

        The split with the longest first part wins, which keeps "exportcontrole" + "regels" whole.
        """
        known = self._parts.get(word)
        if known is not None:
            return known
        parts = self._split(word)
        if word in self._all_words:
            self._parts[word] = parts
        return parts

    def _split(self, word: str) -> tuple[str, ...]:
        if len(word) < 2 * _SHORTEST or not word.isalpha():
            return ()
        for cut in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
            tail = word[cut:]
            if tail not in self._vocabulary:
                continue
            for link in _LINKS:
                head = word[:cut].removesuffix(link) if link else word[:cut]
                if (word[:cut] == head + link) and head in self._vocabulary:
                    return (head, tail)
        return ()

    def content_words(self, text: str, language: str) -> list[str]:
        """Return the folded words that carry meaning: no stop words, no single letters."""
        stop = STOP_WORDS.get(language, STOP_WORDS["nl"])
        return [word for word in words(text) if word not in stop and len(word) > 1]

    def of_text(self, text: str, language: str) -> list[str]:
        """Return the search terms of a passage or hint."""
        terms: list[str] = []
        for word in self.content_words(text, language):
            terms.append(self.stem(word, language))
            terms.extend(self.stem(part, language) for part in self.parts(word))
        # "start-up" is also the word that others write "startup".
        for whole in _HYPHENATED.findall(fold(text)):
            terms.append(self.stem(whole.replace("-", ""), language))
        return terms

    def of_question(self, text: str, language: str) -> list[str]:
        """Return the search terms of a question: its own, and those the lexicon adds."""
        return self.of_text(text, language) + [
            self.stem(word, language) for word in self.expansion(text)
        ]

    def expansion(self, text: str) -> list[str]:
        """Return the words that the lexicon adds to a text."""
        return [
            word for _, terms in self._looked_up(text) for term in terms for word in words(term)
        ]

    def explained(self, text: str) -> str:
        """Return the text, followed by what its words mean that stand in no passage.

        An embedding model makes little of a lay word alone ("reservekopie"); where a passage or a
        hint knows the word, adding to it only blurs the question.
        """
        meanings = (
            " ".join(terms[:_EXPLAINED])
            for phrase, terms in self._looked_up(text)
            if not any(self._is_indexed(word) for word in phrase)
        )
        return " ".join((text, *meanings))

    def _is_indexed(self, word: str) -> bool:
        return any(self.stem(word, language) in self._known_stems for language in self._stemmers)

    def _looked_up(self, text: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
        """Yield the phrases of a text that the lexicon knows, with their terms."""
        found = words(text)
        for size in range(1, self._longest + 1):
            for start in range(len(found) - size + 1):
                phrase = tuple(found[start : start + size])
                if phrase in self._lexicon:
                    yield phrase, self._lexicon[phrase]
