"""The kind of thing a question asks for (a period, an amount, a phone number), and who holds it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from assistant.proof.figures import Figure, figures

Holds = Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A kind of thing: its name in both languages, the words that ask for it, and a test."""

    nl: str
    en: str
    asked: re.Pattern[str]
    holds: Holds


@lru_cache(maxsize=8192)
def stated_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a passage; remembered, because passages are asked again and again.

    Never call it with a question: what a visitor types is not kept.
    """
    return figures(text)


def _asked(*phrases: str) -> re.Pattern[str]:
    """Match any of the phrases; each is a regular expression in which a space is a space."""
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


def _figure(test: Callable[[Figure], bool]) -> Holds:
    return lambda text: any(test(figure) for figure in stated_figures(text))


def _words(*phrases: str) -> Holds:
    pattern = _asked(*phrases)
    return lambda text: pattern.search(text) is not None


def _either(*tests: Holds) -> Holds:
    return lambda text: any(test(text) for test in tests)


_TIMES = ("uur", "dag", "werkdag", "week", "maand", "jaar")
_SENTENCE_STARTS_WITH_WHEN = re.compile(
    r"^\W*(?:en |maar |and |but )?"
    r"(?:wanneer|sinds wanneer|vanaf wanneer|per wanneer|welke datum|when|since when)\b",
    re.IGNORECASE,
)

_MASKED = re.compile(r"\[[^\]]*\]")

KINDS = (
    Wanted(
        nl="een salaris",
        en="a salary",
        asked=_asked(
            r"(?:wat|hoeveel) (?:\w+ ){0,5}verdien\w*",
            r"(?:welk|hoe hoog|wat|hoeveel) (?:\w+ ){0,5}(?:salaris|loon|uurtarief)",
            r"(?:what|how much) (?:\w+ ){0,5}(?:salary|earn|wage)",
        ),
        holds=_words(r"salari\w*", r"verdien\w*", "loon", "salary", "wage"),
    ),
    Wanted(
        nl="een bedrag",
        en="an amount",
        asked=_asked(
            r"wat kost\w*",
            r"hoeveel kost\w*",
            "hoe duur",
            "prijs",
            "tarief",
            "tarieven",
            "how much does",
            r"what does .{0,40} cost",
            "price",
            "fee",
        ),
        holds=_words(r"euros?", "gratis", "kosteloos", "free", "kosten", "tarief"),
    ),
    Wanted(
        nl="een bedrag in euro",
        en="an amount in euros",
        asked=_asked(
            "hoeveel euro", "hoeveel geld", "welk bedrag", "how much money", "what amount"
        ),
        holds=_figure(lambda f: f.unit == "euro"),
    ),
    Wanted(
        nl="een bedrag",
        en="an amount",
        asked=_asked("hoe hoog is", "how high is"),
        holds=_figure(lambda f: f.unit in ("euro", "procent", "rang")),
    ),
    Wanted(
        nl="een telefoonnummer",
        en="a phone number",
        asked=_asked(
            "telefoonnummer", "welk nummer", "nummer van", "phone number", "telephone number"
        ),
        holds=_figure(lambda f: f.kind == "phone" or f.value in ("112", "113")),
    ),
    Wanted(
        nl="een e-mailadres",
        en="an e-mail address",
        asked=_asked("e-?mailadres", "mailadres", "e-?mail address"),
        holds=_figure(lambda f: f.kind == "email"),
    ),
    Wanted(
        nl="een subsidie",
        en="a grant",
        asked=_asked(
            r"(?:welke|een|is er|krijg\w*) (?:\w+ ){0,3}subsidies?", r"(?:a|any|which) grant"
        ),
        holds=_words(r"subsidi\w*", r"grants?", "financiering", "funding"),
    ),
    Wanted(
        nl="een verzekering",
        en="an insurance",
        asked=_asked(r"\w*verzekering\w*", r"insur\w+"),
        holds=_words(r"\w*verzeker\w*", r"insur\w+"),
    ),
    Wanted(
        nl="een wachttijd",
        en="a waiting time",
        asked=_asked(r"wachttijd\w*", r"wachtlijst\w*", r"waiting (?:time|list)s?"),
        holds=_words(r"wachttijd\w*", r"wachtlijst\w*", r"waiting (?:time|list)s?"),
    ),
    Wanted(
        nl="tijden",
        en="hours",
        asked=_asked(r"openingstijd\w*", "hoe laat", "opening hours", "what time"),
        holds=_words(r"\d{1,2}[.:]\d\d", "dag en nacht", "24/7", "day and night", "24 uur per dag"),
    ),
    Wanted(
        nl="een termijn",
        en="a period",
        asked=_asked(
            "hoe lang",
            "hoelang",
            "hoe snel",
            "binnen hoeveel",
            "welke termijn",
            "how long",
            "how soon",
            "how quickly",
        ),
        holds=_either(
            _figure(lambda f: f.unit in _TIMES),
            _words("zo snel mogelijk", "direct", "meteen", "onmiddellijk", "immediately"),
        ),
    ),
    Wanted(
        nl="een percentage",
        en="a percentage",
        asked=_asked("hoeveel procent", "welk percentage", "what percentage", "how many per ?cent"),
        holds=_figure(lambda f: f.unit == "procent"),
    ),
    Wanted(
        nl="de naam van een persoon",
        en="a person's name",
        asked=_asked(
            r"(?:wie is|hoe heet) (?:de |het |onze )?(?:huidige )?(?:minister|directeur|baas|hoofd"
            r"|voorzitter|staatssecretaris|contactpersoon)",
            r"who is the (?:current )?(?:minister|director|head|chair)",
        ),
        holds=lambda _: False,  # the corpus names offices, never people
    ),
    Wanted(
        nl="een datum",
        en="a date",
        asked=_SENTENCE_STARTS_WITH_WHEN,
        holds=_either(
            _figure(lambda f: f.kind == "date"),
            _words(
                "vanaf",
                "sinds",
                "vooraf",
                "voordat",
                "zodra",
                "uiterlijk",
                "binnen",
                "pas als",
                "na",
                "bij",
                "before",
                "after",
                "since",
                "within",
                "from",
                "until",
                "once",
                "in advance",
            ),
        ),
    ),
)


def wanted(question: str) -> tuple[Wanted, ...]:
    """Return the kinds of thing that a question asks for; usually none or one.

    What stands where personal data was ("[e-mailadres]") is not asked for.
    """
    asked = _MASKED.sub(" ", question)
    return tuple(kind for kind in KINDS if kind.asked.search(asked))
