"""The inbox as HTML: a list of cases, doubt first. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from assistant.desk.nouns import CaseRow
from ui.chat_markup import Html, join, tag
from ui.desk import desk_texts as texts

_LONG = 220  # characters of a question that the list shows
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def render_inbox(rows: Sequence[CaseRow], now: datetime) -> Html:
    """Render the cases in the order they come in."""
    if not rows:
        return tag("p", texts.NO_CASES, class_="empty")
    count = "1 zaak" if len(rows) == 1 else f"{len(rows)} zaken"
    items = (_item(row, now) for row in rows)
    return join(
        tag(
            "p", f"{count}; wat het meeste twijfel en belang heeft, staat bovenaan.", class_="hint"
        ),
        tag("ul", *items, class_="cases"),
    )


def case_address(case_id: int) -> str:
    """Return where a case stands on the page."""
    return f"/loket/?zaak={case_id}"


def _item(row: CaseRow, now: datetime) -> Html:
    link = tag(
        "a",
        tag("span", f"Zaak {row.id}: ", class_="number"),
        shortened(row.question),
        href=case_address(row.id),
        class_="same-tab question",
        lang=row.language,
    )
    facts = (
        _fact("Stand", texts.STATES[row.state]),
        _fact("Leeftijd", age(row.created, now)),
        _fact("Onderwerp", row.topic or "onbekend"),
        _fact("Loketwijzer", texts.STATUSES[row.status]),
        _fact("Zekerheid", percent(row.confidence)),
        _fact("Zwakste zin", percent(row.support) if row.support else "geen zin"),
        _fact("Behandelaar", row.claimed_by or "niemand"),
    )
    impact = tag("span", texts.IMPACTS[row.impact], class_=f"impact i{row.impact}")
    return tag(
        "li",
        tag("p", impact, " ", link),
        tag("ul", *facts, class_="facts"),
        class_=f"case {row.state}",
    )


def _fact(label: str, value: str) -> Html:
    return tag("li", tag("span", f"{label}: ", class_="label"), value)


def shortened(text: str, most: int = _LONG) -> str:
    """Return a text on one line, cut at a word when it is long."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0] + "…"


def percent(share: float) -> str:
    """Return a share from 0 to 1 in whole percents."""
    return f"{round(share * 100)} %"


def age(since: datetime, now: datetime) -> str:
    """Say how long ago something was, in one word or two."""
    seconds = max(0, int((now - since).total_seconds()))
    if seconds < _HOUR:
        minutes = max(1, seconds // _MINUTE)
        return f"{minutes} minuut" if minutes == 1 else f"{minutes} minuten"
    if seconds < _DAY:
        return f"{seconds // _HOUR} uur"
    days = seconds // _DAY
    return f"{days} dag" if days == 1 else f"{days} dagen"
