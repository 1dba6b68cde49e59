"""Do two questions ask the very same thing? It fails closed: a wrong match is a wrong answer.

Meaning by an embedding model cannot tell "importeur" from "exporteur" or "10 procent" from "15
procent", so a near cosine is only the first sieve. Behind it two questions are the same when they
ask for the same kind of thing, state the same figures, names, duties, permissions and denials, do
the same with the same things, and neither has a content word that the other has not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations

from assistant.answers import Language
from assistant.proof.bindings import moved_figure, names_dealt_out, turned_relation
from assistant.proof.edits import exchanged
from assistant.proof.figures import figures
from assistant.proof.limits import limits
from assistant.proof.names import missing_names
from assistant.proof.numerals import with_digits
from assistant.proof.opposites import turned
from assistant.proof.small_words import moved_denial
from assistant.proof.synonyms import plain_text
from assistant.proof.verifier import departures
from assistant.proof.wording import denials, modalities
from assistant.wanted import wanted
from indexer.terms import fold

TermsOf = Callable[[str, str], list[str]]
"""Gives the search terms of a text in a language."""

# What is asked for, the most telling first: "hoe lang" is another question than "hoe".
_ASKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.I))
    for kind, words in (
        ("validity", r"geldig\w*|valid\w*"),
        (
            "period",
            r"hoe ?lang|hoe snel|hoe ?veel tijd|welke termijn|behandeltermijn|"
            r"how (?:long|soon|fast|quickly)",
        ),
        (
            "amount",
            r"hoe ?veel|hoe (?:hoog|groot|vaak|oud)|wat kost\w*|how (?:much|many|often|high)",
        ),
        (
            "where",
            r"waar(?=heen| (?!(?:ik|je|u|wij|we|ze|mijn|ons|de|het|een)\b))|waar naartoe|"
            r"(?:bij|aan|naar) wie|where|whom?|"
            r"(?:bij )?welke? (?:instantie|loket|organisatie|bureau|dienst)|"
            r"which (?:authority|authorities|office|agency|agencies)",
        ),
        ("when", r"wanneer|vanaf welk\w*|in welke gevallen|sinds wanneer|when"),
        ("why", r"waarom|waardoor|why"),
        ("which", r"welke?|which"),
        ("what", r"wat|what"),
        ("how", r"hoe|how|waaraan"),
        ("who", r"wie|who"),
    )
)
_ASKER = re.compile(r"\b(?:ik|wij|we|je|jij|u|men|i|you|one)\b", re.I)
_OTHER = re.compile(r"\b(?:hij|zij|ze|he|she|they|him|hem|them)\b", re.I)
_ASKED_OF = re.compile(r"\b(?:mij|me|us)\b", re.I)
_OWN = re.compile(r"\b(?:mijn|m'n|mn|onze|ons|jouw|uw|my|our|your)\s+(\w[\w'’-]*)", re.I)
_THEIR = re.compile(r"\b(?:zijn|haar|hun|his|her|their)\s+(\w[\w'’-]*)", re.I)
_ARTICLES = r"(?:(?:de|het|een|mijn|onze|ons|zijn|hun|uw|je|the|an?|my|our|your|their)\s+)?"
_HOLDS: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(in|uit|van|naar|aan|achter|tegen|door|met|zonder|na|voor|vóór|op|bij)\s+"
        rf"{_ARTICLES}(\w[\w'’-]*)",
        re.I,
    ),
    "en": re.compile(
        r"\b(in|from|of|to(?=\s+(?-i:[A-Z]))|at|into|behind|against|by|with|without|after|before|on)"
        rf"\s+{_ARTICLES}(\w[\w'’-]*)",
        re.I,
    ),
}
# A noun by what shows it: an article ("een grote koper": both words), a capital, a plural's ending.
_DETERMINERS = (
    r"(?:de|het|een|mijn|onze|ons|zijn|haar|hun|uw|je|geen|elke?|iedere?|alle|"
    r"the|an?|my|our|your|his|her|its|their|every|each|all|no)"
)
_NOUN = re.compile(
    rf"\b(?i:{_DETERMINERS})\s+(\w[\w'’-]*)(?:(?<=e)\s+(?!(?i:{_DETERMINERS})\b)(\w[\w'’-]*))?"
    r"|(?<=\w\s)([A-Z][\w'’-]*)|\b(\w{4,}(?:s|ingen))\b"
)
_IS_LAST = re.compile(r"\b(?:is|zijn|was|waren)\s*$", re.I)
_DONE = re.compile(r"\b(?:al|alreeds|reeds|already)\b", re.I)
_WORD = re.compile(r"\w+(?:[.,'’/-]\w+)*")
_PAST = re.compile(
    r"\b(?:had|hadden|moest|moesten|was|waren|werd|werden|duurde|duurden|gold|golden|kon|konden|"
    r"hoefde|hoefden|kostte|wilde|wilden|kreeg|kregen|kocht|kochten|meldde|meldden|destijds|"
    r"did|didn't|were|took|lasted|applied|used to|have had to|has had to)\b"
    r"|\b(?:heb|hebt|heeft|hebben)\b[^.?!,;]*\b(?:moeten|mogen|kunnen|hoeven|laten|ge\w{2,}[dt])\b",
    re.I,
)
_ALL = re.compile(
    r"\b(?:elke?|iedere?|alle|allemaal|every|each|all)\b(?:\s+(?:de|het|the|of))*", re.I
)
_ALL_OF = re.compile(rf"{_ALL.pattern}\s+(\w[\w'’-]*)", re.I)
_ROLES = {
    "asker": _ASKER,
    "other": _OTHER,
    "object": _ASKED_OF,
    "done already": _DONE,
    "past": _PAST,
    "all": _ALL,
    "always": re.compile(r"\b(?:altijd|steeds|always)\b", re.I),
    "let": re.compile(r"(?<!te )\b(?:laat|laten|liet|lieten|let|lets)\b", re.I),
    "still": re.compile(r"\b(?:nog|still|yet)\b", re.I),
    "before": re.compile(r"\b(?:voordat|vóórdat|alvorens|before|prior to)\b", re.I),
    "after": re.compile(r"\b(?:nadat|zodra|once|after)\b", re.I),
    "until": re.compile(r"\b(?:totdat|until)\b", re.I),
    "also": re.compile(r"\b(?:ook|zelfs|also|even)\b", re.I),
}
_CLAUSES = re.compile(
    r"[.?!,;:](?:\s|$)|\b(?:als|dat|die|wie|wat|en|of|om|terwijl|indien|if|that|who|which|and|or)\b",
    re.I,
)
# Words that change nothing in a question, or that are weighed elsewhere: duties, units, cases.
_FILLING = frozenset(
    "eigenlijk gewoon zomaar even graag toch nou precies alvast ergens nu dus man gevallen vraag "
    "weten klopt zeker eigen hele zelf mogen mocht mochten moest hoelang voordat me procent "
    "percent toegestaan verplicht just simply actually please exactly own whole allowed".split()
)
_SPELLINGS = (
    (re.compile(r"\bstart-up", re.I), "startup"),
    (re.compile(r"\blicens(?=e|es|ing\b)", re.I), "licenc"),
    (re.compile(r"\bhoe lang\b", re.I), "hoelang"),
    (re.compile(r"\b(eigen|hele|own|whole) ", re.I), ""),
    (re.compile(r"%"), " procent"),
)


@dataclass(frozen=True)
class Asked:
    """A question with all that is compared of it; worked out when it is first needed."""

    text: str
    language: Language
    terms_of: TermsOf

    @cached_property
    def plain(self) -> str:
        """The question in one spelling, with digits for number words."""
        text = self.text
        for pattern, spelling in _SPELLINGS:
            text = pattern.sub(spelling, text)
        return with_digits(text)

    @cached_property
    def words(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each content word with its term and, where it is a compound, those of its parts."""
        found: dict[str, tuple[str, ...]] = {}
        for word in _WORD.findall(plain_text(self.plain)):
            if fold(word) in _FILLING or any(letter.isdigit() for letter in word):
                continue
            terms = tuple(self.terms_of(word, self.language))
            if terms:
                found[fold(word)] = terms
        return tuple(found.items())

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms of all its content words."""
        return frozenset(term for _, terms in self.words for term in terms)

    @cached_property
    def orders(self) -> frozenset[tuple[str, str]]:
        """Which noun stands before which in one clause, but for those at a preposition.

        "Een koper een overname" is not "een overname een koper"; but what is at a preposition may
        be said first or last, and "de koper een bedrijf is" says no less the other way round.
        """
        found = set[tuple[str, str]]()
        for clause in _CLAUSES.split(plain_text(self.plain)):
            if _IS_LAST.search(clause):
                continue
            nouns = _NOUN.finditer(_HOLDS[self.language].sub(" ", clause))
            words = [word for noun in nouns for word in noun.groups() if word]
            roots = [self.terms_of(word, self.language)[:1] for word in words]
            terms = [term for root in roots for term in root]
            found |= {pair for pair in combinations(terms, 2) if pair[0] != pair[1]}
        return frozenset(pair for pair in found if pair[::-1] not in found)

    def roots(self, pattern: re.Pattern[str]) -> frozenset[tuple[str, ...]]:
        """Return what the groups of a pattern found, each word by its root."""
        return frozenset(
            (*map(fold, found.groups()[:-1]), terms[0])
            for found in pattern.finditer(plain_text(self.plain))
            if (terms := self.terms_of(found.groups()[-1], self.language))
        )


def differences(one: Asked, other: Asked) -> Iterator[str]:
    """Yield in what two questions differ, what costs least first; nothing when they do not."""
    if one.language != other.language:
        yield "language"
    for word in chain(_lacking(one, other), _lacking(other, one)):
        yield f"word: {word}"
    yield from _hard(one, other)
    yield from _small(one, other)
    yield from _bound(one, other)
    yield from _placed(one, other)
    yield from _placed(other, one)


def _hard(one: Asked, other: Asked) -> Iterator[str]:
    if _figures(one) != _figures(other):
        yield "figures"
    for name in (
        *missing_names(one.text, [other.text]),
        *missing_names(other.text, [one.text]),
    ):
        yield f"name: {name}"


def _small(one: Asked, other: Asked) -> Iterator[str]:
    if _asks(one.plain) != _asks(other.plain):
        yield "asks for something else"
    if {kind.en for kind in wanted(one.text)} != {kind.en for kind in wanted(other.text)}:
        yield "wants something else"
    if denials(one.plain) != denials(other.plain):
        yield "denial"
    if modalities(one.plain) != modalities(other.plain):
        yield "duty or permission"
    if limits(one.plain) != limits(other.plain):
        yield "limit"
    if word := turned(one.plain, other.plain):
        yield f"opposite: {word}"


def _bound(one: Asked, other: Asked) -> Iterator[str]:
    """Yield who does what to whom, where that differs."""
    for name, pattern in _ROLES.items():
        if bool(pattern.search(one.plain)) != bool(pattern.search(other.plain)):
            yield name
    for name, pattern in (("own", _OWN), ("their", _THEIR)):
        if one.roots(pattern) != other.roots(pattern):
            yield f"{name}: {one.roots(pattern) ^ other.roots(pattern)}"
    if one.roots(_ALL_OF) != other.roots(_ALL_OF):
        yield "all of something else"
    for first, second in one.orders & {(late, early) for early, late in other.orders}:
        yield f"order: {first}, {second}"
    held = _HOLDS[one.language]
    if one.roots(held) != other.roots(held):
        yield f"holds: {one.roots(held) ^ other.roots(held)}"


def _placed(one: Asked, other: Asked) -> Iterator[str]:
    """Yield what stands beside other words than in the other question: figures, names, denials."""

    def terms_of(text: str) -> frozenset[str]:
        return frozenset(one.terms_of(text, one.language))

    if figure := moved_figure(one.plain, other.plain, terms_of):
        yield f"moved: {figure}"
    if word := exchanged(one.plain, other.plain):
        yield f"exchanged: {word}"
    if names_dealt_out(one.plain, other.plain):
        yield "names changed places"
    if moved_denial(one.plain, other.plain, terms_of):
        yield "moved denial"
    if word := turned_relation(one.plain, other.plain):
        yield f"opposite: {word}"
    yield from departures(one.plain, other.plain, terms_of)


def _figures(asked: Asked) -> frozenset[tuple[str, str, str]]:
    return frozenset(figure.key for figure in figures(asked.plain))


def _asks(text: str) -> frozenset[str]:
    found = set[str]()
    for kind, pattern in _ASKS:
        text, count = pattern.subn(" ", text)
        if count:
            found.add(kind)
    return frozenset(found)


def _lacking(one: Asked, other: Asked) -> Iterator[str]:
    """Yield the content words of one question that the other has in no form."""
    for word, (whole, *parts) in one.words:
        if whole not in other.terms and not (parts and other.terms.issuperset(parts)):
            yield word
