"""Does a question ask what applied on a day ("Wat gold er op 1 mei 2024?"), and on which?"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february feb", "maart march mrt mar", "april apr",
            "mei may", "juni june jun", "juli july jul", "augustus august aug",
            "september sept sep", "oktober october okt oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_APPLIED = re.compile(
    r"\b(?:gold|golden|toen geldende?|van kracht|applied|in force|in effect"
    r"|was (?:de wet|the law))\b",
    re.IGNORECASE,
)
_METAL = re.compile(
    r"^(?=.*\bgold(?:en)?\b)(?=.*\b(?:the|may|can|are|do|does|what|which|to)\b)"
    r"(?!.*\b(?:applied|in force|in effect|was the law)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""An English question about gold; in Dutch "gold" is what applied."""
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_NUMBERS = re.compile(r"\b(\d{1,2})-(\d{1,2})-((?:19|20)\d\d)\b")
_WRITTEN = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)})\.? ((?:19|20)\d\d)\b", re.I)
_ENGLISH = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}}),? ((?:19|20)\d\d)\b", re.I)
_YEAR = re.compile(r"\b(?:in|eind|begin|at the end of) ((?:19|20)\d\d)\b", re.I)


def day_asked_about(question: str) -> date | None:
    """Return the day whose law is asked for; None when the question is about today.

    A month means its first day, a year its last: by then what changed in that year had changed.
    """
    if not _APPLIED.search(question) or _METAL.search(question):
        return None
    if found := _ISO.search(question):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.search(question):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := _ENGLISH.search(question):
        return _day(int(found[3]), _MONTHS[found[1].lower()], int(found[2]))
    if found := _WRITTEN.search(question):
        return _day(int(found[3]), _MONTHS[found[2].lower()], int(found[1] or 1))
    if found := _YEAR.search(question):
        return date(int(found[1]), 12, 31)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
