"""Makes the list: every line is looked up in the open index, word for word, with its proof.

Deterministic: the same answers over the same index give the same list. Nothing is kept. A text
that is not for everybody is left out. A line whose words no longer stand in the corpus is an
error, so that whoever changes the corpus sees that the check rests on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.answers import Citation, ContactAdvice, Language
from assistant.check.errors import CheckOutdated
from assistant.check.questions import Answers, Check, Line, Saying
from assistant.check.reading import load_check
from indexer.contacts import Contact
from indexer.index import Manifest
from indexer.passages import Passage, Span
from indexer.sources import Source


class OpenIndex(Protocol):
    """What the check reads of an open index (`indexer.index.Index`)."""

    @property
    def passages(self) -> Sequence[Passage]:
        """The passages that may be read."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """The register."""

    @property
    def contacts(self) -> Sequence[Contact]:
        """The competent bodies."""

    @property
    def manifest(self) -> Manifest:
        """What the build was made from; it names the hidden passages too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """A line of the list: sentences of one section, each with its citation."""

    line: str
    """The id of the line in the check."""
    heading: str
    """The id of the heading it stands under."""
    citations: tuple[Citation, ...]
    """The line itself first, then what goes with it; all bear the number of the line."""

    @property
    def number(self) -> int:
        """The place in the list, counted from 1; also the number of its citations."""
        return self.citations[0].number

    @property
    def language(self) -> str:
        """The language of the words, which may differ from that of the list."""
        return self.citations[0].passage.language

    @property
    def text(self) -> str:
        """The line itself, to the letter of the corpus."""
        return self.citations[0].quote

    @property
    def place(self) -> tuple[str, str]:
        """The document and the section of it in which the words stand."""
        passage = self.citations[0].passage
        return passage.document_id, passage.section_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The list that belongs to some answers."""

    language: Language
    items: tuple[ChecklistItem, ...]
    contacts: tuple[ContactAdvice, ...]
    index_version: str

    @property
    def checked(self) -> date | None:
        """The day since which every section on the list has been compared with its sources."""
        return min((i.citations[0].passage.checked for i in self.items), default=None)

    @property
    def review_by(self) -> date | None:
        """The first day after which a section on the list must be compared anew."""
        return min((i.citations[0].passage.review_by for i in self.items), default=None)


def checklist(
    answers: Answers, index: OpenIndex, language: Language, *, check: Check | None = None
) -> Checklist:
    """Make the list for some answers; answers that are missing or unknown bring nothing.

    Args:
        answers: question id -> ids of the chosen options.
        index: the open index in which every line is looked up.
        language: of the list; a line that the corpus says in Dutch only stays Dutch.
        check: the questions and lines; None for those of the program.

    Raises:
        CheckOutdated: a line does not stand in the corpus any more.
        CorpusError: the file of the check is damaged.
    """
    check = check or load_check()
    shelf = _Shelf(index)
    items: list[ChecklistItem] = []
    for line in check.lines_for(answers):
        citations = shelf.citations(line, language, len(items) + 1)
        if citations:
            items.append(ChecklistItem(line=line.id, heading=line.heading, citations=citations))
    named = [*check.contacts, *(c for _, option in check.chosen(answers) for c in option.contacts)]
    return Checklist(
        language=language,
        items=tuple(items),
        contacts=tuple(_advice(dict.fromkeys(named), index, language)),
        index_version=index.manifest.build_id,
    )


class _Shelf:
    """The digests of an index by section, for one list."""

    def __init__(self, index: OpenIndex) -> None:
        self._index = index
        self._sections: dict[str, list[Passage]] = {}
        for passage in index.passages:
            if passage.label == "public" and passage.basis == "digest":
                place = f"{passage.document_id}.{passage.section_id}"
                self._sections.setdefault(place, []).append(passage)

    def citations(self, line: Line, language: Language, number: int) -> tuple[Citation, ...]:
        """Return the citations of a line; none when its section is not for everybody."""
        saying = line.saying.get(language, line.saying["nl"])
        if saying.section not in self._sections and saying.section in self._index.manifest.passages:
            return ()
        found = (self._find(line, saying, words) for words in saying.words)
        return tuple(self._citation(passage, span, number) for passage, span in found)

    def _find(self, line: Line, saying: Saying, words: str) -> tuple[Passage, Span]:
        for passage in self._sections.get(saying.section, ()):
            for span in passage.spans:
                if passage.quote(span) == words and not span.order:
                    return passage, span
        raise CheckOutdated(line.id, saying.section, words)

    def _citation(self, passage: Passage, span: Span, number: int) -> Citation:
        sources = sorted(
            (self._index.sources[name] for name in span.source_ids),
            key=lambda source: (not source.official, source.rank),
        )
        return Citation(
            number=number,
            passage=passage,
            span=span,
            source=sources[0],
            further_sources=tuple(sources[1:]),
        )


def _advice(names: Iterable[str], index: OpenIndex, language: Language) -> Iterable[ContactAdvice]:
    known = {contact.id: contact for contact in index.contacts}
    for name in names:
        if name not in known:
            raise CheckOutdated(name, "contacts.toml", name)
        yield ContactAdvice(contact=known[name], reason=known[name].reason[language])
