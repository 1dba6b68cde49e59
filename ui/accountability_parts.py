"""What the account is made of: sections with paragraphs, lists and tables, apart from any form.

The page makes HTML of them and the document Markdown, so the two cannot say different things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers import Language


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    text: str
    language: Language = "nl"


@dataclass(frozen=True, slots=True)
class Bullets:
    """Points that belong together."""

    points: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows below a head; the first cell of a row names the row."""

    label: str
    """What the table holds, for whoever hears it."""
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Names with what is said of each: a table of two columns on paper, a list on a phone."""

    label: str
    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where to read more: text and address."""

    links: Sequence[tuple[str, str]]


Part = Paragraph | Bullets | Table | Facts | Links


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the account under a heading; `id` is where a link leads to."""

    id: str
    title: str
    parts: Sequence[Part]
