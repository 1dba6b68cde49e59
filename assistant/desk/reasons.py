"""The reasons of the proof in Dutch: what in a sentence is not in its source, for staff.

`assistant.proof` gives its reasons in English, for the trace of an answer. A member of staff must
repair a sentence with them, so here each says which word or figure it is about and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.proof.figures import Kind, figures

NO_END = "it has no end"
"""The reason of the proof for a sentence that is not finished."""

_UNKNOWN = "De passage ondersteunt deze zin niet."

_FIXED = {
    "the quote does not stand in the passage": "De aangehaalde woorden staan niet in de passage.",
    "obligation or permission differs": (
        "Moeten, mogen of niet hoeven is anders dan in de passage; neem dat woord over zoals het "
        "er staat."
    ),
    "a denial was lost or added": (
        "Een ontkenning (niet, geen, zonder) is weggevallen of erbij gekomen, of hoort bij andere "
        "woorden dan in de passage."
    ),
    "a beginning became an end": (
        "De passage zegt vanaf wanneer iets geldt en de zin tot wanneer, of andersom."
    ),
    "leaves out most of what the quote says": (
        "De zin laat het meeste weg van wat de passage hierover zegt; daardoor kan de rest iets "
        "anders betekenen."
    ),
    NO_END: "De zin is niet af; laat hem eindigen met een punt en maak hem volledig.",
    "the passage has no sentence to cite": "De passage heeft geen zin die u kunt aanhalen.",
    "its meaning is not near that of the quote": (
        "De woorden komen overeen, maar de betekenis ligt te ver van die van de passage."
    ),
    "its words stand in quite another order": (
        "De woorden staan in een heel andere volgorde dan in de passage; daardoor kan iets bij een "
        "ander gaan horen."
    ),
    "a condition was lost": (
        "De passage noemt een voorwaarde (als, tenzij, alleen) die in de zin ontbreekt."
    ),
    "a condition was lost: if": "De passage geldt onder een voorwaarde (als, wanneer) en de zin "
    "noemt er geen.",
    "a condition was lost: only": (
        "In de zin ontbreekt een beperking uit de passage: alleen of pas."
    ),
    "a condition was lost: except": (
        "In de zin ontbreekt een uitzondering uit de passage: tenzij of behalve."
    ),
    "a condition was lost: hedge": (
        "De passage zegt dat het meestal, vaak of soms zo is; de zin zegt het stellig."
    ),
    "a condition was added": "De zin stelt een voorwaarde (als, wanneer) die niet in de passage "
    "staat.",
    "a condition was added: only": (
        "De zin beperkt meer dan de passage: alleen of pas staat er niet."
    ),
    "a condition was added: except": "De zin maakt een uitzondering die niet in de passage staat.",
    "a condition was added: always": (
        "De zin zegt dat het altijd of voor iedereen geldt; dat staat niet in de passage."
    ),
    "it does not say that this is our own inference": (
        "De passage noemt dit een eigen gevolgtrekking; dat moet de zin ook zeggen."
    ),
    "it puts the words in a mouth that the quote does not name": (
        "De zin zegt wie dit zegt of vindt; dat staat niet in de passage."
    ),
    "too long for the entailment model": (
        "De zin en de passage zijn samen te lang voor het controlemodel; maak de zin korter."
    ),
    "it holds an address or a telephone number": (
        "De zin bevat een adres of telefoonnummer dat niet uit de passage is overgenomen."
    ),
    "its marker was not issued": "De zin verwijst naar een passage die er niet was.",
    "it leaves an address or a telephone number open": (
        "De zin laat een adres of telefoonnummer open."
    ),
}

_ABOUT: Sequence[tuple[re.Pattern[str], str]] = tuple(
    (re.compile(pattern, re.DOTALL), dutch)
    for pattern, dutch in (
        (
            r"only (\d+%) of its words are in the quote",
            "Maar {} van de woorden van deze zin staat in de passage.",
        ),
        (
            r"a condition was lost: the bound of (.+)",
            "Bij {} staat een andere grens dan in de passage (minstens, hoogstens, meer dan).",
        ),
        (r"a condition was added: (.+)", "De passage stelt deze voorwaarde niet: “{}”."),
        (r"a condition was lost: (.+)", "In de zin ontbreekt een voorwaarde uit de passage: “{}”."),
        (
            r"obligation or permission differs: (.+)",
            "Het woord “{}” staat zo niet in de passage; dat verandert wat moet, mag of kan.",
        ),
        (r"the opposite of the quote: (.+)", "De passage zegt het tegendeel: let op “{}”."),
        (
            r"changed places: (.+)",
            "“{}” staat op een andere plaats dan in de passage, bij iets anders.",
        ),
        (
            r"another word than in the quote: (.+)",
            "Waar in de zin “{}” staat, heeft de passage een ander woord.",
        ),
        (r"a word that the quote has not: (.+)", "Het woord “{}” staat niet in de passage."),
        (
            r"beside other words than in the quote: (.+)",
            "{} staat bij andere woorden dan in de passage.",
        ),
        (
            r"the quote does not entail it: ([\d.]+), at least [\d.]+ needed",
            "Volgens het controlemodel volgt de zin niet uit de passage (zekerheid {}).",
        ),
    )
)
_NOT_STATED = "not in the quote: "
_KINDS: dict[Kind, str] = {
    "number": "Het getal {} staat niet in de passage.",
    "date": "De datum of het jaar {} staat niet in de passage.",
    "article": "De verwijzing {} staat niet in de passage.",
    "code": "De code {} staat niet in de passage.",
    "phone": "Het telefoonnummer {} staat niet in de passage.",
    "email": "Het e-mailadres {} staat niet in de passage.",
    "address": "Het adres {} staat niet in de passage.",
}
_NAME = "De naam {} staat niet in de passage."


def in_dutch(reason: str) -> str:
    """Return a reason of the proof in a Dutch sentence; a general one when it is not known."""
    if reason in _FIXED:
        return _FIXED[reason]
    if reason.startswith(_NOT_STATED):
        return _not_stated(reason.removeprefix(_NOT_STATED))
    return next(iter(_fitting(reason)), _UNKNOWN)


def is_known(reason: str) -> bool:
    """True when a reason has a text of its own."""
    return in_dutch(reason) != _UNKNOWN


def _fitting(reason: str) -> Sequence[str]:
    matches = ((pattern.fullmatch(reason), dutch) for pattern, dutch in _ABOUT)
    return [dutch.format(found[1].strip()) for found, dutch in matches if found]


def _not_stated(shown: str) -> str:
    """Say what kind of thing is not stated: a number, a date, a name."""
    kinds = [figure.kind for figure in figures(shown)]
    return (_KINDS[kinds[0]] if kinds else _NAME).format(shown)
