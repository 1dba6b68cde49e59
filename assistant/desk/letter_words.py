"""The fixed words of a letter, in Dutch and English, and how a day is written in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers import Language
from assistant.desk.nouns import Part

_MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": tuple(
        "januari februari maart april mei juni juli augustus september oktober november "
        "december".split()
    ),
    "en": tuple(
        "January February March April May June July August September October November "
        "December".split()
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWords:
    """What a letter says around its sentences."""

    locale: str
    title: str
    day: str
    reference: str
    question: str
    parts: Mapping[Part, str]
    """What stands above each part; empty for the answer itself."""
    notes: str
    seen: str
    gone: str
    page: str


WORDS: dict[Language, LetterWords] = {
    "nl": LetterWords(
        locale="nl-NL",
        title="Antwoord op uw vraag",
        day="Datum",
        reference="Kenmerk",
        question="Uw vraag",
        parts={
            "answer": "",
            "condition": "Let op",
            "action": "Wat u kunt doen",
            "where": "Waar u terechtkunt",
        },
        notes="Bronnen",
        seen="bekeken: {day}",
        gone="bron {source}, niet meer in het bronnenregister",
        page="Pagina",
    ),
    "en": LetterWords(
        locale="en-GB",
        title="Answer to your question",
        day="Date",
        reference="Reference",
        question="Your question",
        parts={
            "answer": "",
            "condition": "Please note",
            "action": "What you can do",
            "where": "Where you can turn",
        },
        notes="Sources",
        seen="consulted: {day}",
        gone="source {source}, no longer in the register of sources",
        page="Page",
    ),
}


def spoken_day(iso: str, language: Language) -> str:
    """Write a date as people do: 2026-11-22 as "22 november 2026", 2026-11 as "november 2026".

    What is no such date comes back as it is.
    """
    year, *rest = iso.split("-")
    try:
        month = [_MONTHS[language][int(rest[0]) - 1]] if rest else []
        day = [str(int(rest[1]))] if len(rest) > 1 else []
    except (ValueError, IndexError):
        return iso
    return " ".join((*day, *month, year))
