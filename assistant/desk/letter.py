"""An approved case as a letter: what every form of it (Word, Markdown, HTML) is made from. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from assistant.answers import Language
from assistant.desk.drafting import PARTS
from assistant.desk.errors import DeskRefused
from assistant.desk.letter_notes import Note, Notes
from assistant.desk.letter_words import WORDS, LetterWords, spoken_day
from assistant.desk.markup import clean
from assistant.desk.nouns import Case, Draft, DraftSentence, Part, Tone
from indexer.sources import Source

_SAID = frozenset({"kept", "edited"})
_DESK_TIME = ZoneInfo("Europe/Amsterdam")
_LONGEST_QUESTION = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSentence:
    """A sentence as it is sent, with the numbers of the notes for the sources it rests on."""

    text: str
    language: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The sentences of one part of the letter; the answer itself has no heading.

    Under where to turn stand also the bodies to turn to: without a footnote, as the register of
    contacts has them.
    """

    part: Part
    heading: str
    sentences: tuple[LetterSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A reply that may be sent: only sentences that somebody approved are in it."""

    language: Language
    tone: Tone
    day: date
    """On which the last approval was given, in Dutch time."""
    reference: str
    """The number with which the asker follows the case."""
    question: str
    """On one line, cut off where it is very long."""
    salutation: str
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    """Its paragraphs."""
    notes: tuple[Note, ...]
    """Numbered from 1 in the order in which the sentences first refer to them."""

    @property
    def words(self) -> LetterWords:
        """The fixed words of a letter in this language."""
        return WORDS[self.language]

    @property
    def particulars(self) -> tuple[tuple[str, str], ...]:
        """What stands above the salutation: label and value; an e-mail bears its own date."""
        found = [(self.words.reference, self.reference), (self.words.question, self.question)]
        if self.tone == "letter":
            found.insert(0, (self.words.day, spoken_day(self.day.isoformat(), self.language)))
        return tuple((label, value) for label, value in found if value)


def letter_of(case: Case, sources: Mapping[str, Source]) -> Letter:
    """Make the letter of an approved case.

    Args:
        case: the case; its sentences that were kept or edited are said, others are not.
        sources: the register, by source id; a source that is gone is named as such.

    Raises:
        DeskRefused: the answer has not been approved, or nothing of it was kept.
    """
    draft = case.draft
    if draft is None or case.row.state != "approved" or not case.approvals:
        raise DeskRefused(
            "Dit antwoord is nog niet goedgekeurd. Een brief kan pas daarna worden gemaakt."
        )
    notes = Notes(sources, draft.language)
    return Letter(
        language=draft.language,
        tone=draft.tone,
        day=max(approval.at for approval in case.approvals).astimezone(_DESK_TIME).date(),
        reference=case.reference,
        question=_on_one_line(case.handed.question),
        salutation=draft.salutation,
        sections=tuple(_sections(draft, notes)),
        closing=tuple(filter(None, map(str.strip, clean(draft.closing).split("\n\n")))),
        notes=notes.all(),  # after the sections, which refer to them
    )


def _sections(draft: Draft, notes: Notes) -> Iterator[Section]:
    said = sorted((s for s in draft.sentences if s.decision in _SAID), key=lambda s: s.position)
    if not said:
        raise DeskRefused(
            "In dit antwoord is geen enkele zin behouden, dus er is niets om te versturen."
        )
    for part in PARTS:
        own = [_sentence(one, draft.language, notes) for one in said if one.part == part]
        if part == "where":
            own += [LetterSentence(text=c, language=draft.language) for c in draft.contacts]
        if own:
            heading = WORDS[draft.language].parts[part]
            yield Section(part=part, heading=heading, sentences=tuple(own))


def _sentence(one: DraftSentence, language: Language, notes: Notes) -> LetterSentence:
    evidence = one.evidence
    if evidence is None or one.light == "red":
        # What no passage supports bears no note: a source beside it would seem to say it.
        return LetterSentence(text=one.text, language=language)
    # Words of the source to the letter are in its language; what staff wrote is in the draft's.
    to_the_letter = one.text.strip() == evidence.quote.strip()
    return LetterSentence(
        text=one.text,
        language=evidence.language if to_the_letter else language,
        notes=notes.of(evidence),
    )


def _on_one_line(question: str) -> str:
    line = " ".join(question.split())
    if len(line) <= _LONGEST_QUESTION:
        return line
    return line[:_LONGEST_QUESTION].rsplit(" ", 1)[0] + " …"
