"""What the assistant found becomes the text of a reply: salutation, sentences in order, closing.

Pure: it decides nothing about the sentences; staff keep, edit or reject each of them. Nothing is
said that was not found: who has to say that something is missing is the member of staff.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answers import Language
from assistant.desk.nouns import Evidence, Found, FoundSentence, Part, Tone

PARTS: tuple[Part, ...] = ("answer", "condition", "action", "where")
"""The order in which a reply tells things."""

_SALUTATION: dict[tuple[Tone, Language], tuple[str, str]] = {
    # with a name, without one; a name tells nothing of who it is, so no "heer" or "mevrouw"
    ("letter", "nl"): ("Geachte {name},", "Geachte heer of mevrouw,"),
    ("letter", "en"): ("Dear {name},", "Dear Sir or Madam,"),
    ("email", "nl"): ("Beste {name},", "Beste ondernemer,"),
    ("email", "en"): ("Dear {name},", "Hello,"),
}
_MOST_LETTERS, _MOST_WORDS = 60, 6
_SITE = re.compile(r"(?!(?:[^\W\d_]\.)+$).*\.[^-]")
"""A dot within a word makes it an address, and so a link; not so in initials ("J.P.")."""
_CLOSING: dict[tuple[Tone, Language], str] = {
    ("letter", "nl"): (
        "Deze brief geeft informatie. Het is geen besluit en geen juridisch advies. "
        "Hebt u nog vragen? Dan kunt u ons die stellen.\n\nHoogachtend,"
    ),
    ("letter", "en"): (
        "This letter gives information. It is not a decision and not legal advice. "
        "If you have further questions, you can ask us.\n\nYours faithfully,"
    ),
    ("email", "nl"): (
        "Deze e-mail geeft informatie. Het is geen besluit en geen juridisch advies. "
        "Hebt u nog vragen? Dan kunt u antwoorden op deze e-mail.\n\nMet vriendelijke groet,"
    ),
    ("email", "en"): (
        "This e-mail gives information. It is not a decision and not legal advice. "
        "If you have further questions, you can reply to this e-mail.\n\nKind regards,"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySentence:
    """A sentence of a reply that nobody has judged yet."""

    part: Part
    text: str
    evidence: Evidence | None
    support: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyText:
    """The text of a reply in its order."""

    salutation: str
    sentences: tuple[ReplySentence, ...]
    contacts: tuple[str, ...]
    closing: str


def reply_of(found: Found, *, tone: Tone, language: Language, name: str = "") -> ReplyText:
    """Return what was found in the form of a reply.

    Args:
        found: what the assistant found; its sentences stay in the language they are in.
        tone: of the salutation and the closing.
        language: of the salutation and the closing.
        name: of whoever asked; empty when it is not known. What is no name is left out: it is
            a stranger's text, and the letter speaks for the desk.
    """
    named, unnamed = _SALUTATION[tone, language]
    name = _name(name)
    return ReplyText(
        salutation=named.format(name=name) if name else unnamed,
        sentences=tuple(_in_order(found.sentences)),
        contacts=found.contacts,
        closing=_CLOSING[tone, language],
    )


def _name(given: str) -> str:
    """Return a name on one line, or nothing when this does not look like one."""
    name = unicodedata.normalize("NFC", " ".join(given.split()))
    if len(name) > _MOST_LETTERS or len(name.split()) > _MOST_WORDS:
        return ""
    kinds = "".join(unicodedata.category(one)[0] for one in name if one not in " .'’-")
    # Many scripts write a vowel as a mark on a letter; a pile of marks is no name.
    if not kinds.startswith("L") or set(kinds) - {"L", "M"} or "M" * 4 in kinds:
        return ""
    return "" if any(_SITE.match(word) for word in name.split()) else name


def _in_order(sentences: Iterable[FoundSentence]) -> list[ReplySentence]:
    """Return each sentence once, part by part, and within a part as it was found."""
    unique: dict[str, FoundSentence] = {}
    for sentence in sentences:
        unique.setdefault(sentence.text, sentence)
    ordered = sorted(unique.values(), key=lambda one: PARTS.index(one.part))
    return [
        ReplySentence(
            part=one.part,
            text=one.text,
            evidence=one.evidence[0] if one.evidence else None,
            support=one.support,
        )
        for one in ordered
    ]
