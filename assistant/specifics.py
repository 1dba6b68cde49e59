"""Does a text hold the specific thing that a question asks for?

Similarity cannot see that "Hoeveel meldingen kreeg het BTI in 2031?" has no answer: the passages
about BTI are near it. What can: the year must be there; "hoeveel" asks for a number with that noun
or unit, "wat kost" for an amount, "welk nummer" for a phone number, "hoe laat" for a time; and a
name that stands nowhere in the corpus cannot be what the sources talk about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.proof.figures import figures
from assistant.proof.names import names
from assistant.wanted import Holds, stated_figures, wanted
from indexer.terms import fold

_COUNT = re.compile(
    r"\b(?:hoeveel|how many)\s+(?:(?:de|het|er|van|extra|new|nieuwe)\s+)?([\w-]{3,})", re.I
)
_NOT_COUNTED = frozenset(
    "kost kosten procent tijd lang weken dagen maanden geld euro time hebben zijn worden moeten "
    "mogen kunnen krijgen".split()
)
_PLURAL = re.compile(r"(?:en|s)$", re.I)  # "hoeveel heeft", "met hoeveel sprong" count nothing
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FACTUAL = re.compile(
    r"\b(hoeveel|wanneer|wie|welke?|wat (was|waren|is|zijn|zegt|zei|kost|verdient)|staat|"
    r"how many|when|who|which|what (is|was|were|are|does))\b",
    re.IGNORECASE,
)
_CONTEXT = re.compile(
    r"\b(in|uit|naar|bij|van|vanuit|door|aan|met|via|op|from|in|to|at|by|with|of|for|voor)\s+"
    r"(de |het |een |the |a )?$",
    re.I,
)


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
    return lambda text: (
        all(kind.holds(text) for kind in kinds) and units <= {f.unit for f in stated_figures(text)}
    )


def unstated_count(question: str, texts: Sequence[str], stem: Callable[[str], str]) -> str | None:
    """Return the noun that is counted ("hoeveel meldingen") when no sentence gives its number."""
    found = _COUNT.search(question)
    if not found or fold(found[1]) in _NOT_COUNTED or not _PLURAL.search(found[1]):
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
