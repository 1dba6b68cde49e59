"""The content terms of a text with one term for words that say the same.

`plainly` wraps the terms of the index for the proof of a sentence: "ga ... na" and "controleer"
become one term, inflections lose their endings, and words without a fact of their own ("daarnaast",
"krijgt") count neither for nor against. The search itself does not use it.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from functools import cache, lru_cache

import snowballstemmer

from assistant.proof.same_words import (
    FAINT,
    FULL_NAMES,
    INTERCHANGEABLE,
    LIGHT,
    PHRASES,
    SAME,
    SEPARABLE,
)
from indexer.terms import fold

_PARTICLES = (
    "aan|af|bekend|bij|deel|door|in|mee|na|neer|om|op|over|plaats|rond|samen|terug|toe|uit|vast|"
    "voor|weg|tegen|binnen"
)
_TOKEN = re.compile(r"\w+(?:[.,@/'’-]\w+)*|[^\w\s]")
_SPLIT_INFINITIVE = re.compile(
    r"\b(aan|af|bij|deel|in|mee|na|neer|op|over|samen|terug|uit|vast|voor|weg) te ([a-z]+n)\b", re.I
)
_CONTACT = (
    (
        re.compile(r"(?<![\w.,/-])(?:\+31|0)[\d ()-]{7,}\d\b|\b0[89]00[- ]?\d{3,4}\b|\b112\b"),
        "bellen phone",
    ),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "mail"),
)
_PARTICIPLE = re.compile(rf"^({_PARTICLES})?ge([a-z]{{3,}}(?:d|t|n|v))$")
_NO_PARTICIPLE = frozenset("gebied gerecht gewicht gezicht geluid gemeent gegeven gegev".split())
_NO_ENDING = frozenset("stad staat raad geld bod brand land hand wet".split())
_LEAST_ROOT = 3
_FRAGMENT = 4  # words of a piece of a near copy, which may end anywhere
_FARTHEST = 14  # words between a verb and its particle
# A particle that is also a preposition counts where no noun can follow it.
_NEVER_PREPOSITION = frozenset("af bekend deel mee neer plaats samen terug toe vast weg".split())
_BEHIND = frozenset(
    ", . ; : ! ? ( ) of dat wie wat welke welk hoe waar en als om in met bij voor tot van uit aan "
    "naar op volgens tegen door over zonder vóór binnen tijdens".split()
)
_ENDS = frozenset(", . ; : ! ?".split())
_NEVER_ALONE = frozenset({"aanraden"})
_IRREGULAR = {
    "raad": "raden", "raadt": "raden", "raadde": "raden",
    "ga": "gaan", "gaat": "gaan", "ging": "gaan", "sta": "staan", "staat": "staan",
    "doe": "doen", "doet": "doen", "zie": "zien", "ziet": "zien", "nam": "nemen",
    "sprak": "spreken", "gaf": "geven", "wijst": "wijzen", "liep": "lopen", "zocht": "zoeken",
}  # fmt: skip
TermsOf = Callable[[str, str], list[str]]
"""Gives the search terms of a text in a language; none for stop words."""


def plainly(terms_of: TermsOf) -> TermsOf:
    """Return the terms of a text in a language, with one term for each group of synonyms."""

    def of_word(word: str, language: str) -> list[str]:
        heads, light = _heads(language), _light(language)
        roots = [_root(term, language) for term in terms_of(word, language)]
        # A word of a group is no compound: "goedkeuring" is not "goed" and "keuring".
        if roots and "-" not in word and roots[0] in heads.keys() | light:
            roots = roots[:1]
        return [heads.get(root, root) for root in roots if root not in light]

    def terms(text: str, language: str) -> list[str]:
        return [term for word in plain_text(text).split() for term in of_word(word, language)]

    return terms


def plain_text(text: str) -> str:
    """Return a text with expressions and verbs in one piece and bodies under their abbreviation."""
    text = joined(text)
    for pattern, short in _names_in_full():
        text = pattern.sub(short, text)
    return text


@lru_cache(maxsize=16_384)
def joined(text: str) -> str:
    """Return a text with fixed expressions as one word and separable verbs in one piece."""
    for pattern, word in _phrases():
        text = pattern.sub(word, text)
    for pattern, way in _CONTACT:
        text = pattern.sub(rf"\g<0> {way}", text)
    text = _SPLIT_INFINITIVE.sub(r"\1\2", text)
    tokens = _TOKEN.findall(text)
    for place, token in enumerate(tokens):
        whole = _whole_verb(tokens, place, _separable().get(_verb_root(token), {}))
        if whole:
            at, verb = whole
            tokens[place], tokens[at] = verb, ""
    return " ".join(filter(None, tokens))


@cache
def interchangeable() -> dict[str, str]:
    """Return the word that stands for each word of grammar that has others for it."""
    return {word: group.split()[0] for group in INTERCHANGEABLE for word in group.split()}


def _whole_verb(tokens: list[str], place: int, verbs: dict[str, str]) -> tuple[int, str] | None:
    """Return where the particle of a verb stands and the verb in one piece; None without one."""
    if not verbs:
        return None
    for at in range(place + 1, min(place + 1 + _FARTHEST, len(tokens))):
        word = tokens[at].lower()
        if word in _ENDS:
            return None
        if word in verbs:
            behind = tokens[at + 1].lower() if at + 1 < len(tokens) else _end(tokens)
            sure = word in _NEVER_PREPOSITION or verbs[word] in _NEVER_ALONE
            if sure or behind in _BEHIND:
                return at, verbs[word]
    return None


def _end(tokens: list[str]) -> str:
    """Return what stands behind the last token: the end of a clause, unless it is a fragment."""
    return "." if len(tokens) > _FRAGMENT else ""


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b(?:{old})", re.I), new) for old, new in PHRASES)


@cache
def _names_in_full() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"\b{re.escape(full)}(?: \( {short} \))?", re.I), short.upper())
        for short, full in FULL_NAMES.items()
    )


@cache
def _separable() -> dict[str, dict[str, str]]:
    """Return for the root of a verb its particles, each with the verb in one piece."""
    found: dict[str, dict[str, str]] = {}
    for verb in SEPARABLE.split():
        parts = re.fullmatch(rf"({_PARTICLES})(\w+)", verb)
        if parts:
            found.setdefault(_verb_root(parts[2]), {})[parts[1]] = verb
    return found


@lru_cache(maxsize=16_384)
def _verb_root(word: str) -> str:
    folded = fold(word)
    return _root(_stem(_IRREGULAR.get(folded, folded), "nl"), "nl")


# A Snowball stemmer works in fields of its own: two proofs at once would spoil each other's stems,
# and the cache would keep what they made of them.
_STEMMING = threading.Lock()


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    named = {"nl": "dutch", "en": "english"}.get(language, "dutch")
    stem: Callable[[str], str] = snowballstemmer.stemmer(named).stemWord
    return stem


def _stem(word: str, language: str) -> str:
    with _STEMMING:
        return _stemmer(language)(word)


@lru_cache(maxsize=16_384)
def root_of(word: str, language: str) -> str:
    """Return what the inflections of a word have in common: "meldt" and "gemeld" have one root."""
    return _root(_stem(fold(word), language), language)


@lru_cache(maxsize=16_384)
def roots_of(word: str, language: str) -> frozenset[str]:
    """Return every root by which a word may be known: "staat" is also a form of "staan".

    The stemmer takes the last letter of "Nederlands" for an ending, that of "Nederlandse" not.
    """
    root = root_of(word, language)
    if language != "nl":
        return frozenset({root})
    adjective = root_of(f"{word}e", language) if word.endswith("s") else root
    return frozenset({root, adjective, _verb_root(word)})


@cache
def _heads(language: str) -> dict[str, str]:
    """Return the root that stands for each word of a group."""
    found: dict[str, str] = {}
    for group in SAME.get(language, ()):
        roots = [_root(_stem(fold(word), language), language) for word in group.split()]
        found.update(dict.fromkeys(roots, roots[0]))
    return found


@cache
def _light(language: str) -> frozenset[str]:
    words = f"{LIGHT.get(language, '')} {FAINT.get(language, '')}".split()
    return frozenset(_root(_stem(fold(word), language), language) for word in words)


def is_faint(word: str) -> bool:
    """True for a verb that tells little, such as "krijgt", yet is not any other verb."""
    return word in _faint()


@cache
def _faint() -> frozenset[str]:
    return frozenset(" ".join(FAINT.values()).split())


@lru_cache(maxsize=16_384)
def _root(stem: str, language: str) -> str:
    """Return a Dutch stem without what the stemmer leaves: ge-, -t, -d, and spelling variants.

    "gemeld", "meldt" and "meld" are one, and so are "geef" and "gev", "bewaart" and "bewar".
    """
    if language != "nl" or not stem.isalpha() or stem in _NO_ENDING:
        return stem
    participle = _PARTICIPLE.match(stem)
    if participle and stem not in _NO_PARTICIPLE:
        stem = (participle[1] or "") + participle[2]
    if len(stem) > _LEAST_ROOT + 1:
        stem = re.sub(r"(?<=[^aeiou])e$", "", stem)
    bare = stem.rstrip("dt")
    root = bare if len(bare) >= _LEAST_ROOT and stem not in _NO_ENDING else stem
    root = re.sub(r"([aeou])\1(?=[^aeiou]|$)", r"\1", root)
    root = re.sub(r"([^aeiou])\1$", r"\1", root)
    return re.sub(r"v$", "f", re.sub(r"z$", "s", root))
