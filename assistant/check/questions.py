"""The nouns of the check: questions, their options, and the lines that the options bring. Frozen.

An answer is the id of an option; all answers together are a mapping from the id of a question to
the ids that were chosen. Nothing here knows who answered, and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.answers import Language

Answers = Mapping[str, frozenset[str]]
"""Question id -> ids of the chosen options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One possible answer; `alone` means that it says nothing beside any other answer."""

    id: str
    label: Mapping[Language, str]
    lines: tuple[str, ...]
    contacts: tuple[str, ...]
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckQuestion:
    """One question; more than one option may be chosen."""

    id: str
    text: Mapping[Language, str]
    hint: Mapping[Language, str]
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What lines stand under."""

    id: str
    text: Mapping[Language, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The exact words of sentences of one section of a digest; the first is the line itself."""

    section: str
    """`<document id>.<section id>`."""
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that the list may hold.

    `needs` names answers ("question.option", or a question for any answer to it that brings
    lines) of which one must have been given too; empty needs nothing.
    """

    id: str
    heading: str
    saying: Mapping[Language, Saying]
    """In Dutch always; in English where the corpus says it in English."""
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The whole check, in the order in which it is asked and listed."""

    headings: tuple[Heading, ...]
    questions: tuple[CheckQuestion, ...]
    lines: tuple[Line, ...]
    """In the order of the list."""
    always: tuple[str, ...]
    """Lines that every list holds."""
    contacts: tuple[str, ...]
    """Whom every list names."""

    def unanswered(self, answers: Answers) -> tuple[CheckQuestion, ...]:
        """Return the questions without any answer."""
        return tuple(question for question in self.questions if not answers.get(question.id))

    def unknown(self, answers: Answers) -> bool:
        """Say whether there is an answer that no question offers."""
        offered = {question.id: {o.id for o in question.options} for question in self.questions}
        return any(chosen - offered.get(name, set()) for name, chosen in answers.items())

    def chosen(self, answers: Answers) -> Iterator[tuple[CheckQuestion, Option]]:
        """Yield the options that count: "none of these" does not, beside another answer."""
        for question in self.questions:
            found = [o for o in question.options if o.id in answers.get(question.id, ())]
            several = [option for option in found if not option.alone]
            yield from ((question, option) for option in several or found)

    def lines_for(self, answers: Answers) -> tuple[Line, ...]:
        """Return the lines that the answers bring, each once, in the order of the list."""
        chosen = list(self.chosen(answers))
        given = {f"{question.id}.{option.id}" for question, option in chosen}
        given |= {question.id for question, option in chosen if option.lines}
        brought = {*self.always, *(name for _, option in chosen for name in option.lines)}
        return tuple(
            line
            for heading in self.headings
            for line in self.lines
            if line.heading == heading.id
            and line.id in brought
            and (not line.needs or given & set(line.needs))
        )
