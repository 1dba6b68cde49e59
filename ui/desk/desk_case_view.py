"""A case as HTML: who asks what, and what the assistant found and did not find. Pure."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.desk.nouns import Case, Found, FoundSentence, HandOver
from ui.chat_markup import Html, join, tag
from ui.desk import desk_texts as texts
from ui.desk.inbox_view import age, percent

_HERE = ZoneInfo("Europe/Amsterdam")


def render_case(case: Case, now: datetime) -> Html:
    """Render all of a case but its draft."""
    row = case.row
    head = join(
        tag("h2", f"Zaak {row.id}"),
        tag(
            "p",
            tag("span", texts.IMPACTS[row.impact], class_=f"impact i{row.impact}"),
            " ",
            tag("strong", texts.STATES[row.state]),
            f" · {age(row.created, now)} oud ({moment(row.created)}) · ",
            f"behandelaar: {row.claimed_by or 'niemand'}",
            class_="facts-line",
        ),
    )
    return tag("article", head, _asked(case.handed), _found(case.found), class_="the-case")


def moment(at: datetime) -> str:
    """Return a moment as a clock in the Netherlands shows it."""
    return at.astimezone(_HERE).strftime("%d-%m-%Y %H:%M")


def day(at: datetime) -> str:
    """Return a day as a calendar in the Netherlands shows it."""
    return at.astimezone(_HERE).strftime("%d-%m-%Y")


def _asked(handed: HandOver) -> Html:
    who = " · ".join(part for part in (handed.name, handed.email) if part)
    return tag(
        "section",
        tag("h3", "De vraag"),
        tag("p", handed.question, class_="asked", lang=handed.language),
        tag("p", tag("span", "Toelichting: ", class_="label"), handed.remark)
        if handed.remark
        else None,
        tag("p", tag("span", "Afzender: ", class_="label"), who or "geen naam of adres"),
        _conversation(handed),
        class_="asked-block",
    )


def _conversation(handed: HandOver) -> Html | None:
    if not handed.conversation:
        return None
    turns = (
        tag("li", tag("strong", f"{texts.SPEAKERS[turn.role]}: "), turn.content, class_=turn.role)
        for turn in handed.conversation
    )
    count = len(handed.conversation)
    title = f"Het gesprek ervoor ({count} {'beurt' if count == 1 else 'beurten'})"
    return tag(
        "details",
        tag("summary", title),
        tag("p", "Zoals de vrager het stuurde.", class_="hint"),
        tag("ul", *turns, class_="turns", lang=handed.language),
    )


def _found(found: Found) -> Html:
    """Render what the assistant found; what it did not find comes first."""
    missing = found.missing or ("" if found.sentences else found.reply)
    contacts = "; ".join(found.contacts)
    how = f"index {found.index_version} · versie {found.version}" + (
        f" · taalmodel {found.model}" if found.model else ""
    )
    return tag(
        "section",
        tag("h3", "Wat Loketwijzer vond"),
        tag(
            "p",
            f"{texts.STATUSES[found.status].capitalize()}; zekerheid {percent(found.confidence)}.",
        ),
        tag("p", tag("span", "Niet gevonden: ", class_="label"), missing) if missing else None,
        _sentences(found),
        tag("p", tag("span", "Genoemde instanties: ", class_="label"), contacts)
        if contacts
        else None,
        tag("p", how, class_="hint"),
        class_="found-block",
    )


def _sentences(found: Found) -> Html | None:
    """Render the sentences folded up: below, the draft shows them once more."""
    if not found.sentences:
        return None
    count = len(found.sentences)
    return tag(
        "details",
        tag(
            "summary",
            "De zin van het antwoord" if count == 1 else f"De {count} zinnen van het antwoord",
        ),
        tag("ul", *map(_sentence, found.sentences), class_="found"),
    )


def _sentence(sentence: FoundSentence) -> Html:
    where = ", ".join(dict.fromkeys(one.heading for one in sentence.evidence))
    note = f"steun {percent(sentence.support)}" + (f" · {where}" if where else "")
    return tag("li", sentence.text, " ", tag("span", f"({note})", class_="hint"))
