"""The parts of the hand-over's form: each shows a part of what will be sent, or warns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assistant.answers import MAX_QUESTION, Language, Message
from indexer.contacts import Contact
from ui.chat_markup import Html, join, tag
from ui.chat_sources import href
from ui.check_page import input_field
from ui.desk.handover_fields import Fields, Told, render_problem
from ui.desk.handover_form import (
    ANSWERED,
    ASKED,
    EMAIL,
    MOST_EMAIL,
    MOST_NAME,
    MOST_REMARK,
    NAME,
    QUESTION,
    REMARK,
    SEEN,
    TICKET,
    Filled,
    turn_id,
)
from ui.desk.handover_found import Sighting
from ui.desk.handover_texts import HANDOVER_PROBLEMS, HANDOVER_TEXTS, HandOverTexts
from ui.feedback_texts import spoken_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How long the text of a case is kept, in days."""

    open_days: int
    answered_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the form shows: what was typed, what was found, and what is wrong."""

    filled: Filled
    language: Language
    kept: Kept
    sighting: Sighting | None = None
    """None before the assistant has looked, or when it cannot."""
    problem: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)
    """What is wrong with a field, by the id of the field."""


class FormParts:
    """The parts of the form; each is None or empty where there is nothing to show."""

    def __init__(self, shown: Shown) -> None:
        """Take what the form shows."""
        self._shown = shown
        self._filled = shown.filled
        self._texts: HandOverTexts = HANDOVER_TEXTS[shown.language]
        self._fields = Fields(shown.faults)

    def problem(self) -> Html | None:
        """Return what is wrong, above the form, each with a link to where it is put right."""
        words = HANDOVER_PROBLEMS[self._shown.language]
        said = [self._shown.problem, words.shortened if self._filled.shortened else ""]
        return render_problem(words.heading, [one for one in said if one], self._shown.faults)

    def safe(self) -> Html | None:
        """Return what somebody reads first who may be in danger."""
        sighting = self._shown.sighting
        if not (sighting and sighting.sensitive):
            return None
        contacts = [_contact(advice.contact) for advice in sighting.contacts]
        return tag(
            "section",
            tag("h2", self._texts.safe_title),
            tag("p", tag("strong", self._texts.danger)),
            join(tag("p", self._texts.call), tag("ul", *contacts)) if contacts else None,
            tag("p", self._texts.safe),
            class_="safe",
        )

    def careful(self) -> Html:
        """Return the warning not to name suspects, and what was seen that may be personal."""
        personal = self._filled.holds_personal_data
        return tag(
            "section",
            tag("h2", self._texts.careful_title),
            tag("p", self._texts.careful),
            tag("p", tag("strong", self._texts.personal)) if personal else None,
            class_="careful",
        )

    def question(self) -> Html:
        """Return the question, to edit."""
        hint = self._texts.question_hint if self._shown.sighting else ""
        told = Told(id=QUESTION, label=self._texts.question, hint=hint, most=MAX_QUESTION)
        return self._fields.text(told, self._filled.question, heading=True)

    def conversation(self) -> Iterator[Html]:
        """Yield the earlier questions, to edit or to empty, each with what was answered."""
        turns = self._filled.conversation
        if turns:
            yield tag("h2", self._texts.conversation)
            yield tag("p", self._texts.conversation_hint, class_="hint")
        number = 0
        for place, turn in enumerate(turns):
            number += turn.role == "user"
            yield self._turn(place, turn, number)

    def _turn(self, place: int, turn: Message, number: int) -> Html:
        if turn.role == "user":
            label = self._texts.earlier.format(number=number)
            told = Told(id=turn_id(place), name=ASKED, label=label, most=MAX_QUESTION, rows=2)
            return self._fields.text(told, turn.content)
        return tag(
            "details",
            tag("summary", self._texts.answered.format(number=number)),
            tag("p", turn.content, class_="fixed said"),
            input_field(type="hidden", name_=ANSWERED, value=turn.content),
        )

    def about_you(self) -> Html:
        """Return name, e-mail address and remark, which may stay empty."""
        texts, filled = self._texts, self._filled
        optional = texts.optional
        name = Told(id=NAME, label=texts.name, optional=optional, most=MOST_NAME, fills="name")
        email = Told(
            id=EMAIL,
            label=texts.email,
            optional=optional,
            hint=texts.email_hint,
            most=MOST_EMAIL,
            kind="email",
            fills="email",
        )
        remark = Told(id=REMARK, label=texts.remark, optional=optional, most=MOST_REMARK)
        return join(
            tag("h2", texts.about_you),
            tag("p", texts.about_you_hint, class_="hint"),
            self._fields.line(name, filled.name),
            self._fields.line(email, filled.email),
            self._fields.text(remark, filled.remark),
        )

    def kept(self) -> Html:
        """Return what is kept and how long."""
        kept, language = self._shown.kept, self._shown.language
        waiting = spoken_days(kept.open_days, language)
        answered = spoken_days(kept.answered_days, language)
        return tag(
            "section",
            tag("h2", self._texts.kept),
            tag(
                "ul",
                tag("li", self._texts.kept_who),
                tag("li", self._texts.kept_open.format(days=waiting)),
                tag("li", self._texts.kept_answered.format(days=answered)),
                tag("li", self._texts.kept_used),
            ),
        )

    def hidden(self) -> Iterator[Html]:
        """Yield what the next step needs to know of this one."""
        sighting = self._shown.sighting
        if sighting:
            seen = sighting.digest(self._shown.language)
            yield input_field(type="hidden", name_=SEEN, value=seen)
        if self._filled.ticket:
            yield input_field(type="hidden", name_=TICKET, value=self._filled.ticket)

    def doors(self) -> Html:
        """Return the way on and the way out."""
        label = self._texts.send if self._shown.sighting else self._texts.look
        return tag(
            "div",
            tag("button", label, type="submit", class_="button"),
            tag("a", self._texts.cancel, href="/", class_="out"),
            class_="doors",
        )


def _contact(contact: Contact) -> Html:
    """Return whom to call; on a phone a touch is enough."""
    ways = [tag("strong", contact.name)]
    if contact.phone:
        digits = "".join(c for c in contact.phone if c.isdigit() or c == "+")
        ways.append(tag("a", contact.phone, href=f"tel:{digits}"))
    if contact.email:
        ways.append(tag("a", contact.email, href=f"mailto:{contact.email}"))
    if url := href(contact.url):
        ways.append(tag("a", url, href=url, rel="noopener noreferrer"))
    return tag("li", *(join(" " if place else None, way) for place, way in enumerate(ways)))
