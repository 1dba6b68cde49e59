"""What an answer that is no document means for whoever asked for one, in plain Dutch."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from indexer.errors import SourceRefused
from indexer.fetch.errors import SourceUnreachable

LONGEST_WAIT = 60.0
"""Seconds; when a server asks us to wait longer, we give up for now and do not ask sooner."""

_MARK = re.compile(r"(?! )[\x20-\x7e]{1,300}(?<! )")


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds that a Retry-After asks us to wait (RFC 9110, section 10.2.3).

    Args:
        value: Seconds or a date, as the server sent it.
        now: The time, with its zone.
    """
    if value is None:
        return None
    if re.fullmatch(r"[0-9]{1,9}", value.strip()):
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:  # "-0000": UTC, of which the zone is not told
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, OverflowError):
        return None


def mark(value: str | None) -> str | None:
    """Return an ETag or Last-Modified that can be sent back as it is, or None."""
    return value if value and _MARK.fullmatch(value) else None


def busy(name: str, status: int, wait: float | None) -> SourceUnreachable:
    """Return the error for a server that cannot answer now (429 and 5xx)."""
    reason = (
        "De server vindt dat wij te vaak vragen (429)."
        if status == 429
        else f"De server heeft een storing ({status})."
    )
    if wait is not None and wait > LONGEST_WAIT:
        advice = f"De server vraagt om {wait / 60:.0f} minuten te wachten; probeer het daarna weer."
        return SourceUnreachable(name, reason, advice)
    return SourceUnreachable(name, reason, again=True, wait=wait)


def no_document(name: str, status: int) -> SourceRefused:
    """Return the error for an answer that carries no document (anything but 200)."""
    if status in (404, 410):
        return SourceRefused(
            name, f"Dit adres bestaat niet (meer) ({status}).", "Zoek het nieuwe adres van de bron."
        )
    if status in (401, 402, 403, 407, 451):
        return SourceRefused(
            name,
            f"De server geeft dit document niet aan ons ({status}).",
            "Haal het bestand zelf op en voeg het als bestand toe.",
        )
    return SourceRefused(
        name,
        f"De server geeft geen heel document, maar antwoord {status}.",
        "Controleer het webadres in een browser.",
    )
