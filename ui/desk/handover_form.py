"""The form of the hand-over as it comes in: read within bounds, judged, and made a hand-over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from assistant.answers import MAX_HISTORY, MAX_QUESTION, Language, Message, Question
from assistant.desk.nouns import HandOver
from assistant.errors import InvalidQuestion
from assistant.personal_data import mask_personal_data
from ui.desk.handover_texts import HANDOVER_PROBLEMS

MOST_NAME = 100
MOST_EMAIL = 254
MOST_REMARK = 2000
_MOST_SAID = 6_000  # characters of one answer in the conversation
_MOST_FIELDS = 3 * MAX_HISTORY + 20
_MOST_TICKET = 100
_MOST_TYPED = 50_000  # characters of one field that are read at all
_UNSEEN = r"\x00-\x20\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
"""What shows as nothing, or turns what follows: an address with it is not what it seems."""
_LABEL = rf"(?:[^\W{_UNSEEN}]|-)+"
ADDRESS = rf"[^\s@<>()\[\],;:\\\"{_UNSEEN}]+@{_LABEL}(?:\.{_LABEL})+"
"""What an e-mail address looks like, for Python and for the engine of pydantic alike."""
_EMAIL = re.compile(ADDRESS)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

QUESTION, ASKED, ANSWERED = "vraag", "gevraagd", "geantwoord"
NAME, EMAIL, REMARK = "naam", "email", "opmerking"
SEEN, TICKET = "gezien", "verzending"
"""Names of the fields; `gevraagd` and `geantwoord` come once for every turn, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What somebody filled in."""

    question: str = ""
    conversation: tuple[Message, ...] = ()
    name: str = ""
    email: str = ""
    remark: str = ""
    seen: str = ""
    """Digest of what the assistant had found when the preview was shown."""
    ticket: str = ""
    """Says which preview this is, so that sending it twice makes one case."""
    shortened: bool = False
    """True when the oldest part of the conversation was left out."""

    def as_question(self, language: Language) -> Question:
        """Return what the assistant is asked; never of a language model, whose answers vary.

        Raises:
            InvalidQuestion: the question is blank or too long.
        """
        return Question(
            text=self.question, history=self.conversation, language=language, mode="extractive"
        )

    def handed(self, language: Language) -> HandOver:
        """Return what goes to the desk."""
        return HandOver(
            question=self.question,
            conversation=self.conversation,
            language=language,
            name=self.name,
            email=self.email,
            remark=self.remark,
        )

    @property
    def holds_personal_data(self) -> bool:
        """True when a free text holds what looks like an address, a telephone number and so on."""
        own = [self.question, self.remark]
        own += [turn.content for turn in self.conversation if turn.role == "user"]
        return any(mask_personal_data(text) != text for text in own)


def read_form(body: bytes) -> Filled:
    """Read a form; what is no form is a form in which nothing was filled in."""
    try:
        pairs = parse_qsl(
            body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS
        )
    except ValueError:
        return Filled()
    pairs = [(name, _text(value)) for name, value in pairs]
    fields = dict(pairs)
    turns = tuple(_turns(pairs))
    return Filled(
        question=fields.get(QUESTION, "").strip(),
        conversation=_last(turns),
        name=_line(fields.get(NAME, "")),
        email=_line(fields.get(EMAIL, "")),
        remark=fields.get(REMARK, "").strip(),
        seen=fields.get(SEEN, "")[:_MOST_TICKET],
        ticket=fields.get(TICKET, "")[:_MOST_TICKET],
        shortened=len(turns) > MAX_HISTORY,
    )


def faults(filled: Filled, language: Language) -> Mapping[str, str]:
    """Return what is wrong, by the id of the field; empty when it can be sent."""
    words = HANDOVER_PROBLEMS[language]
    found: dict[str, str] = {}
    try:
        filled.as_question(language)
    except InvalidQuestion as error:
        found[QUESTION] = error.texts[language]
    for place, turn in enumerate(filled.conversation):
        if turn.role == "user" and len(turn.content) > MAX_QUESTION:
            found[turn_id(place)] = words.turn_long.format(most=MAX_QUESTION)
    if len(filled.name) > MOST_NAME:
        found[NAME] = words.name_long.format(most=MOST_NAME)
    if filled.email and not _is_email(filled.email):
        found[EMAIL] = words.email_wrong
    if len(filled.remark) > MOST_REMARK:
        found[REMARK] = words.remark_long.format(most=MOST_REMARK)
    return found


def turn_id(place: int) -> str:
    """Return the id of the field of an earlier question."""
    return f"{ASKED}-{place}"


def _is_email(text: str) -> bool:
    return len(text) <= MOST_EMAIL and _EMAIL.fullmatch(text) is not None


def _turns(pairs: Sequence[tuple[str, str]]) -> Iterator[Message]:
    """Yield the conversation; a question that was emptied goes, and its answer with it."""
    left_out = True  # an answer before any question belongs to none
    for name, value in pairs:
        text = value.strip()
        if name == ASKED:
            left_out = not text
            if text:
                yield Message(role="user", content=text)
        elif name == ANSWERED and text and not left_out:
            cut = f"{text[: _MOST_SAID - 1]}…" if len(text) > _MOST_SAID else text
            yield Message(role="assistant", content=cut)


def _last(turns: tuple[Message, ...]) -> tuple[Message, ...]:
    """Return the last turns, as many as the assistant looks back; a question comes first."""
    kept = turns[-MAX_HISTORY:]
    return kept[1:] if kept and kept[0].role == "assistant" else kept


def _text(value: str) -> str:
    value = value[:_MOST_TYPED].replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", value)


def _line(value: str) -> str:
    return " ".join(value.split())


def with_ticket(filled: Filled, ticket: str) -> Filled:
    """Return the form with a ticket, unless it has one."""
    return filled if filled.ticket else replace(filled, ticket=ticket)
