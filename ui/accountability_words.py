"""How the account writes dates and shares, as people here do."""

from __future__ import annotations

from datetime import date

from ui.chat_sources import spoken_date
from ui.chat_texts import ANSWER_TEXTS


def in_words(day: date) -> str:
    """Return a date in words: 22 november 2026."""
    return spoken_date(day.isoformat(), ANSWER_TEXTS["nl"])


def percent(share: float) -> str:
    """Return a share (0 to 1) as a percentage with one decimal: 97,0%."""
    return f"{100 * share:.1f}%".replace(".", ",")
