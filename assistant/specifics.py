"""Does a text hold the specific thing that a question asks for?

Similarity cannot see that "Hoeveel meldingen kreeg het BTI in 2031?" has no answer: the passages
about BTI are near it. What can: the year must be there; "hoeveel" asks for a number with that noun
or unit, "wat kost" for an amount, "welk nummer" for a phone number, "hoe laat" for a time; and a
name that stands nowhere in the corpus cannot be what the sources talk about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.proof.figures import Figure, figures
from assistant.proof.names import names
from indexer.terms import fold

Holds = Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A kind of thing that a question asks for: a name for it in both languages, and a test."""

    nl: str
    en: str
    holds: Holds


def _has(test: Callable[[Figure], bool]) -> Holds:
    return lambda text: any(test(figure) for figure in figures(text))


_TIMES = ("uur", "dag", "werkdag", "week", "maand", "jaar")
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b|\bdag en nacht\b|\b24/7\b|\bday and night\b|24 uur per dag")
_MONEY = re.compile(r"€|\beuros?\b|\bgratis\b|\bkosteloos\b|\bfree\b|\bkosten\b|\btarief\b", re.I)
_MOMENT = re.compile(
    r"\b(vanaf|sinds|vooraf|voordat|zodra|uiterlijk|binnen|pas als|pas na|na|before|after|since|"
    r"within|from|until|once|as soon as|in advance|bij)\b",
    re.I,
)

_KINDS: tuple[tuple[re.Pattern[str], Wanted], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), wanted)
    for pattern, wanted in (
        (
            r"\b(verdien\w*|salaris\w*|loon|uurtarief|salary|earn|wage)\b",
            Wanted(
                nl="een salaris",
                en="a salary",
                holds=lambda text: bool(re.search(r"salari|verdien|loon\b|salary|wage", text, re.I)),
            ),
        ),
        (
            r"\b(wat kost\w*|hoeveel kost\w*|hoe duur|welke prijs|prijs|tarief|tarieven|how much does|"
            r"what does .{0,40} cost|price|fee)\b",
            Wanted(nl="een bedrag", en="an amount", holds=lambda t: bool(_MONEY.search(t))),
        ),
        (
            r"\b(hoeveel (euro|geld)|welk bedrag|how much money|what amount|how many euros?)\b",
            Wanted(nl="een bedrag", en="an amount", holds=_has(lambda f: f.unit == "euro")),
        ),
        (
            r"\bhoe hoog is\b",
            Wanted(
                nl="een bedrag",
                en="an amount",
                holds=lambda t: bool(_has(lambda f: f.unit in ("euro", "procent", "rang"))(t)),
            ),
        ),
        (
            r"\b(telefoonnummer|welk nummer|nummer van|phone number|telephone number)\b",
            Wanted(
                nl="een telefoonnummer",
                en="a phone number",
                holds=_has(lambda f: f.kind == "phone" or f.value in ("112", "113")),
            ),
        ),
        (
            r"\b(e-?mailadres|mailadres|email address|e-mail address)\b",
            Wanted(nl="een e-mailadres", en="an e-mail address", holds=_has(lambda f: f.kind == "email")),
        ),
        (
            r"\b(openingstijd\w*|hoe laat|tot hoe laat|opening hours|what time|bereikbaar tot)\b",
            Wanted(nl="tijden", en="hours", holds=lambda t: bool(_CLOCK.search(t))),
        ),
        (
            r"\b(hoe lang|hoelang|hoe snel|binnen hoeveel|welke termijn|how long|how soon|how quickly)\b",
            Wanted(
                nl="een termijn",
                en="a period",
                holds=lambda t: bool(
                    _has(lambda f: f.unit in _TIMES)(t)
                    or re.search(r"zo snel mogelijk|direct|meteen|onmiddellijk|immediately|at once", t, re.I)
                ),
            ),
        ),
        (
            r"\b(hoeveel procent|welk percentage|what percentage|how many per ?cent)\b",
            Wanted(nl="een percentage", en="a percentage", holds=_has(lambda f: f.unit == "procent")),
        ),
        (
            r"\b(wie is (de|het|onze)? ?(huidige )?(minister|directeur|baas|hoofd|voorzitter|staatssecretaris|"
            r"contactpersoon)|hoe heet (de|het)? ?(minister|directeur|baas|hoofd|voorzitter|contactpersoon)|"
            r"who is the (current )?(minister|director|head|chair))\b",
            Wanted(nl="de naam van een persoon", en="a person's name", holds=lambda _: False),
        ),
        (
            r"^\W*(en |maar |and )?(wanneer|sinds wanneer|vanaf wanneer|per wanneer|welke datum|when|since when)\b",
            Wanted(
                nl="een datum",
                en="a date",
                holds=lambda t: bool(_MOMENT.search(t) or _has(lambda f: f.kind == "date")(t)),
            ),
        ),
    )
)

_COUNT = re.compile(r"\b(?:hoeveel|how many)\s+(?:(?:de|het|er|van|extra|new|nieuwe)\s+)?([\w-]{3,})", re.I)
_NOT_COUNTED = frozenset("kost kosten procent tijd lang weken dagen maanden geld euro time".split())
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FACTUAL = re.compile(
    r"\b(hoeveel|wanneer|wie|welk[e]?|wat (was|waren|is|zijn|zegt|zei|kost|verdient)|staat|how many|when|"
    r"who|which|what (is|was|were|are|does))\b",
    re.IGNORECASE,
)
_CONTEXT = re.compile(
    r"\b(in|uit|naar|bij|van|vanuit|door|aan|met|via|op|from|in|to|at|by|with|of|for|voor)\s+"
    r"(de |het |een |the |a )?$",
    re.I,
)


def wanted(question: str) -> tuple[Wanted, ...]:
    """Return the kinds of thing that a question asks for; usually none or one."""
    return tuple(kind for pattern, kind in _KINDS if pattern.search(question))


_SHARED_UNITS = ("procent", "euro", "mw")


def asks_for(question: str) -> Holds | None:
    """Return a test whether a text holds what the question asks for or counts in; None for neither.

    Who asks about "15 procent" is helped by a text with percentages; who asks "hoe lang", by one
    with a period.
    """
    kinds = wanted(question)
    units = {f.unit for f in figures(question) if f.unit in _SHARED_UNITS}
    if not kinds and not units:
        return None
    return lambda text: all(kind.holds(text) for kind in kinds) and units <= {
        f.unit for f in figures(text)
    }


def unstated_count(question: str, texts: Sequence[str], stem: Callable[[str], str]) -> str | None:
    """Return the noun that is counted ("hoeveel meldingen") when no sentence gives its number."""
    found = _COUNT.search(question)
    if not found or fold(found[1]) in _NOT_COUNTED:
        return None
    noun = stem(fold(found[1]))
    for text in texts:
        for sentence in re.split(r"(?<=[.!?])\s+|\n", text):
            stems = {stem(word) for word in re.findall(r"[\w-]+", fold(sentence))}
            if noun in stems and any(f.kind == "number" for f in figures(sentence)):
                return None
    return found[1]


def unstated_years(question: str, texts: Iterable[str], this_year: int) -> tuple[str, ...]:
    """Return the years asked about that no text names.

    A year in somebody's story ("we zijn in 2019 begonnen") is not asked about, so past years count
    only in a factual question; a year to come always does.
    """
    stated = set(_YEAR.findall(" ".join(texts)))
    factual = bool(_FACTUAL.search(question))
    return tuple(
        year
        for year in dict.fromkeys(_YEAR.findall(question))
        if year not in stated and (factual or int(year) > this_year)
    )


def unknown_names(question: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the names that the question is about and the corpus does not know.

    A name after "in", "uit" or "bij" is the scene of a story, not what is asked about.
    """
    found: list[str] = []
    for name in names(question):
        before = question[: question.find(name)]
        if not known(fold(name)) and not _CONTEXT.search(before):
            found.append(name)
    return tuple(found)
