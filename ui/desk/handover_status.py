"""The page that shows how far a case is, to whoever has its reference; it shows nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

from assistant.answers import Language
from assistant.desk.nouns import CaseState
from ui.chat_markup import Html, join, tag
from ui.chat_sources import spoken_date
from ui.chat_texts import ANSWER_TEXTS
from ui.check_page import other
from ui.desk.handover_fields import Fields, Told, render_problem
from ui.desk.handover_page import STATUS, STYLE, address_of
from ui.desk.handover_texts import HANDOVER_PROBLEMS, RECEIPT_TEXTS
from ui.plain_page import PlainPage, render_plain

REFERENCE = "kenmerk"
MOST_REFERENCE = 100
_MOST_FIELDS = 10
_TIME = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed, and what came of it."""

    language: Language
    reference: str = ""
    problem: str = ""
    """What is wrong with the whole; the reference may be good."""
    fault: str = ""
    """What is wrong with the reference."""
    state: CaseState | None = None
    since: datetime | None = None


def read_reference(body: bytes) -> str:
    """Read a form; empty when there is no reference in it."""
    try:
        fields = dict(parse_qsl(body.decode("ascii", "replace"), max_num_fields=_MOST_FIELDS))
    except ValueError:
        return ""
    return "".join(fields.get(REFERENCE, "").split())[:MOST_REFERENCE]


def render_status(asked: Asked) -> str:
    """Render the form, with how far the case is once a reference was looked up."""
    language = asked.language
    texts = RECEIPT_TEXTS[language]
    faults = {REFERENCE: asked.fault} if asked.fault else {}
    told = Told(id=REFERENCE, label=texts.status_label, hint=texts.status_hint, most=MOST_REFERENCE)
    said = [asked.problem] if asked.problem else []
    body = join(
        render_problem(HANDOVER_PROBLEMS[language].status_heading, said, faults),
        _found(asked),
        tag("p", texts.status_intro, class_="lead"),
        tag(
            "form",
            Fields(faults).line(told, asked.reference),
            tag("div", tag("button", texts.status_button, type="submit", class_="button")),
            method="post",
            action=address_of(STATUS, language),
            novalidate=True,
            class_="handover",
        ),
        tag("p", texts.status_only, class_="hint"),
    )
    page = PlainPage(
        title=texts.status_title,
        body=body,
        language=language,
        translation=address_of(STATUS, other(language)),
        styles=(STYLE,),
    )
    return render_plain(page)


def _found(asked: Asked) -> Html | None:
    if asked.state is None:
        return None
    texts = RECEIPT_TEXTS[asked.language]
    return tag(
        "section",
        tag("h2", texts.status_heading),
        tag("p", tag("strong", texts.states[asked.state])),
        tag("p", _since(asked.since, asked.language)) if asked.since else None,
        class_="state",
        role="status",
    )


def _since(moment: datetime, language: Language) -> str:
    here = moment.astimezone(_TIME)
    day = spoken_date(here.date().isoformat(), ANSWER_TEXTS[language])
    return RECEIPT_TEXTS[language].since.format(date=day, time=here.strftime("%H:%M"))
