"""The unit of search: a section, or a piece of one that is too long.

A passage keeps its sentences as spans of its text, so that a citation can point at exactly the
words that support a sentence: `passage.text[span.start:span.end]`, counted in code points.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from indexer.documents import Document, Label, Role, Section, Sentence

Basis = Literal["original", "digest"]

_DAYS = ("checked", "review_by", "valid_from", "valid_until")


def scope(language: str, label: Label, *, current: bool = True) -> str:
    """Return the part of the index for a language and a label: "nl", "nl-internal-dated"."""
    parts = [language]
    if label != "public":
        parts.append(label)
    if not current:
        parts.append("dated")
    return "-".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One sentence of a passage: where it stands, what it does and what it rests on."""

    start: int
    end: int
    role: Role
    source_ids: tuple[str, ...]
    page: int | None = None
    """The page of the original on which it begins, counted from 1."""
    locator: str | None = None
    """Where it stands in an original without pages: "artikel 3, lid 2", "alinea 12"."""
    order: bool = False
    """True when it reads like an order to a model; then it may be found, never said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of text that can be found and cited.

    `valid_from` and `valid_until` (the first day on which it no longer held) are known of laws and
    of documents of which the library holds several versions. A passage that is not current is
    searched only when somebody asks what applied on a date.
    """

    id: str
    document_id: str
    section_id: str
    title: str
    heading: str
    topic: str
    language: str
    label: Label
    basis: Basis
    secondary: bool
    checked: date
    review_by: date
    text: str
    spans: tuple[Span, ...]
    hints: tuple[str, ...]
    path: tuple[str, ...] = ()
    """The headings above `heading`, outermost first."""
    quotable: bool = True
    """False when the words may not be those of the source: then it is found, never cited."""
    valid_from: date | None = None
    valid_until: date | None = None
    current: bool = True
    file: str | None = None
    """The file of the library that it was read from."""

    def held_on(self, day: date) -> bool:
        """True when it surely held on a day; of what bears no date that is never known."""
        if self.valid_from is None or day < self.valid_from:
            return False
        return self.valid_until is None or day < self.valid_until

    def quote(self, span: Span) -> str:
        """Return the words of a span, to the letter."""
        return self.text[span.start : span.end]

    @property
    def is_bare(self) -> bool:
        """True when it has no question hints: an original."""
        return self.basis == "original"

    @property
    def scope(self) -> str:
        """The part of the index it stands in, so that no search can cross to the other parts."""
        return scope(self.language, self.label, current=self.current)

    @property
    def embedded_text(self) -> str:
        """What the embedding model reads: the heading gives the sentences their subject."""
        return f"{'. '.join((self.title, *self.path, self.heading))}\n{self.text}"

    @property
    def digest(self) -> str:
        """Sha256 of everything that the search sees; with equal digests nothing is embedded."""
        seen = (self.scope, self.embedded_text, *self.hints)
        return hashlib.sha256("\0".join(seen).encode()).hexdigest()


def to_json(passage: Passage) -> dict[str, Any]:
    """Turn a passage into plain JSON values."""
    return json.loads(json.dumps(asdict(passage), default=str))  # type: ignore[no-any-return]


def from_json(values: dict[str, Any]) -> Passage:
    """Turn what `to_json` gave back into a passage."""
    spans = tuple(
        Span(**{**span, "role": Role(span["role"]), "source_ids": tuple(span["source_ids"])})
        for span in values["spans"]
    )
    days = {name: date.fromisoformat(values[name]) for name in _DAYS if values[name]}
    lists = {name: tuple(values[name]) for name in ("hints", "path")}
    return Passage(**{**values, **days, **lists, "spans": spans})


def _pieces(section: Section, most_words: int) -> Iterator[list[Sentence]]:
    piece: list[Sentence] = []
    words = 0
    for sentence in section.sentences:
        length = len(sentence.text.split())
        if piece and words + length > most_words:
            yield piece
            piece, words = [], 0
        piece.append(sentence)
        words += length
    yield piece


def _text_and_spans(sentences: list[Sentence]) -> tuple[str, tuple[Span, ...]]:
    text = ""
    spans: list[Span] = []
    for position, sentence in enumerate(sentences):
        if position:
            text += " " if sentences[position - 1].role is sentence.role else "\n"
        start = len(text)
        text += sentence.text
        spans.append(
            Span(start=start, end=len(text), role=sentence.role, source_ids=sentence.source_ids)
        )
    return text, tuple(spans)


def passages_of(document: Document, most_words: int) -> Iterator[Passage]:
    """Cut a digest into passages: one a section, more where a section exceeds `most_words`.

    The id of a passage is `<document id>.<section id>`, with `.2`, `.3` … for later pieces, so it
    stays the same as long as the section keeps its id.
    """
    for section in document.sections:
        for number, sentences in enumerate(_pieces(section, most_words), start=1):
            text, spans = _text_and_spans(sentences)
            suffix = f".{number}" if number > 1 else ""
            yield Passage(
                id=f"{document.id}.{section.id}{suffix}",
                document_id=document.id,
                section_id=section.id,
                title=document.title,
                heading=section.heading,
                topic=document.topic,
                language=document.language,
                label=document.label,
                basis="digest",
                secondary=section.secondary,
                checked=document.checked,
                review_by=document.review_by,
                text=text,
                spans=spans,
                hints=tuple(hint.text for hint in section.hints),
            )
