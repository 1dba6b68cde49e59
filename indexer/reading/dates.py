"""Dates as documents write them, as ISO dates as precise as they were told."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBER = {name: number for names in (MONTHS, _ENGLISH) for number, name in enumerate(names, 1)}
_ISO = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?$")
_FIGURES = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
_WORDS = re.compile(r"^(?:(\d{1,2})\s+)?([a-z]+)\s+(\d{4})$", re.I)


def iso_date(text: str | None) -> str | None:
    """Read a date: "2025-03-01", "2025-03", "2025", "1-3-2025", "1 maart 2025", "March 2025".

    Figures are read the Dutch way round, the day first. None when it is no date that exists.
    """
    year, month, day = _parts((text or "").strip())
    if not year:
        return None
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    return whole[:10] if day else whole[:7] if month else whole[:4]


def _parts(text: str) -> tuple[str | None, str | int | None, str | None]:
    if found := _ISO.match(text):
        return found[1], found[2], found[3]
    if found := _FIGURES.match(text):
        return found[3], found[2], found[1]
    if (found := _WORDS.match(text)) and found[2].lower() in _NUMBER:
        return found[3], _NUMBER[found[2].lower()], found[1]
    return None, None, None


def long_date(iso: str) -> str:
    """Write a full ISO date as Dutch readers do: "1 maart 2025"."""
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
