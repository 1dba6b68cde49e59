"""The digests: Markdown files with front matter, read into documents, sections and sentences.

The format is described in `corpus/README.md`. Reading is strict about form (each error names file
and line) and silent about content: whether a sentence is true is the corpus check's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal, cast, get_args

from indexer.errors import CorpusError
from indexer.evidence import read_lines, split_ids


class Role(StrEnum):
    """What a sentence does for the reader; also the order in which an answer reads well."""

    ANSWER = "answer"
    CONDITION = "condition"
    ACTION = "action"
    ALSO = "also"
    """From a second section that an answer draws on; no document holds it."""
    WHERE = "where"
    MORE = "more"
    """What the sources add to a draft of a language model that broke off; no document holds it."""


_LABELS = {"Let op:": Role.CONDITION, "Doen:": Role.ACTION, "Waar:": Role.WHERE}
_HINTS = "Vragen:"
_HEADING = re.compile(r"^## (?P<title>.+?)\s*\{#(?P<id>[a-z0-9-]+)(?P<rest>[^}]*)\}\s*$")
_SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_FIELDS = ("id", "title", "topic", "language", "label", "checked", "review_by")

Label = Literal["public", "internal"]
"""Who may read a text: everybody, or the desk's own staff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a digest, with the sources it rests on and the line it stands on."""

    text: str
    source_ids: tuple[str, ...]
    role: Role
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A question that a section answers, in the words people use."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its sentences: the unit that answers one kind of question."""

    id: str
    heading: str
    sentences: tuple[Sentence, ...]
    hints: tuple[Hint, ...]
    secondary: bool
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One digest file. `review_by` is the day after which its text is shown with a warning."""

    id: str
    title: str
    topic: str
    language: str
    label: Label
    checked: date
    review_by: date
    sections: tuple[Section, ...]
    path: Path


def _front_matter(path: Path, lines: list[str]) -> tuple[dict[str, str], int]:
    if not lines or lines[0].strip() != "---":
        raise CorpusError(path, 1, "front matter is missing; the file begins with a line `---`")
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() == "---":
            missing = [name for name in _FIELDS if not fields.get(name)]
            if missing:
                raise CorpusError(path, number, f"front matter lacks `{missing[0]}`")
            return fields, number
        name, colon, value = line.partition(":")
        if not colon or name.strip() not in _FIELDS:
            raise CorpusError(path, number, f"unknown front matter line: {line.strip()!r}")
        fields[name.strip()] = value.strip()
    raise CorpusError(path, len(lines), "front matter does not end; close it with `---`")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _check_fields(path: Path, lines: list[str], fields: dict[str, str]) -> None:
    checks = (
        ("id", _SLUG.match(fields["id"]), "`id` holds small letters, digits and hyphens only"),
        ("language", fields["language"] in ("nl", "en"), "`language` is nl or en"),
        ("label", fields["label"] in get_args(Label), "`label` is public or internal"),
        ("checked", _day(fields["checked"]), "`checked` is not a date like 2026-11-21"),
        ("review_by", _day(fields["review_by"]), "`review_by` is not a date like 2026-11-21"),
    )
    for name, passed, problem in checks:
        if not passed:
            names = [line.partition(":")[0].strip() for line in lines]
            raise CorpusError(path, names.index(name) + 1, problem)


def _blocks(lines: list[str], start: int) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """Yield each section's heading line number and its non-empty lines, numbered."""
    heading, body = 0, list[tuple[int, str]]()
    for number, line in enumerate(lines[start:], start=start + 1):
        if line.startswith("## "):
            if heading:
                yield heading, body
            heading, body = number, []
        elif line.strip():
            body.append((number, line.strip()))
    if heading:
        yield heading, body


def _section(path: Path, title_line: str, number: int, body: list[tuple[int, str]]) -> Section:
    found = _HEADING.match(title_line)
    if not found:
        raise CorpusError(path, number, "a section heading looks like `## Titel {#kort-id}`")
    role: Role | None = Role.ANSWER
    sentences: list[Sentence] = []
    hints: list[Hint] = []
    for line_number, line in body:
        if line in _LABELS:
            role = _LABELS[line]
        elif line == _HINTS:
            role = None
        elif role is None:
            if not line.startswith("- "):
                raise CorpusError(path, line_number, "after `Vragen:` every line starts with `- `")
            hints.append(Hint(text=line[2:].strip(), line=line_number))
        else:
            text, ids = split_ids(line.removeprefix("- "))
            sentences.append(Sentence(text=text, source_ids=ids, role=role, line=line_number))
    if not sentences:
        raise CorpusError(path, number, "this section holds no sentence")
    return Section(
        id=found["id"],
        heading=found["title"].strip(),
        sentences=tuple(sentences),
        hints=tuple(hints),
        secondary="zekerheid=secundair" in found["rest"],
        line=number,
    )


def load_document(path: Path) -> Document:
    """Read one digest.

    Raises:
        CorpusError: the file is not UTF-8 or does not follow the format; names file and line.
    """
    lines = read_lines(path)
    fields, end = _front_matter(path, lines)
    for number, line in enumerate(lines[end:], start=end + 1):
        if line.startswith("## "):
            break
        if line.strip():
            raise CorpusError(path, number, "text before the first `## ` heading")
    _check_fields(path, lines, fields)
    sections = tuple(
        _section(path, lines[number - 1], number, body) for number, body in _blocks(lines, end)
    )
    if not sections:
        raise CorpusError(path, None, "the document holds no section")
    return Document(
        id=fields["id"],
        title=fields["title"],
        topic=fields["topic"],
        language=fields["language"],
        label=cast("Label", fields["label"]),
        checked=date.fromisoformat(fields["checked"]),
        review_by=date.fromisoformat(fields["review_by"]),
        sections=sections,
        path=path,
    )


def load_documents(folder: Path) -> tuple[Document, ...]:
    """Read every digest below the folder, in the order of their paths."""
    return tuple(load_document(path) for path in sorted(folder.rglob("*.md")))
