"""Reads `questions.toml` into the nouns of the check; strict about form, silent about content.

Whether the words of a line stand in the corpus is found out when a list is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assistant.answers import Language
from assistant.check.questions import Check, CheckQuestion, Heading, Line, Option, Saying
from indexer.errors import CorpusError
from indexer.sources import is_list_of_text, read_entries

QUESTIONS = Path(__file__).with_name("questions.toml")
_LANGUAGES: tuple[Language, ...] = ("nl", "en")


@cache
def load_check(path: Path = QUESTIONS) -> Check:
    """Read the check; once, because it is part of the program.

    Raises:
        CorpusError: the file cannot be read, an entry is incomplete or named twice, or a name
            stands for nothing.
    """
    start = [entry for _, entry in read_entries(path, "start")]
    check = Check(
        headings=tuple(_heading(path, *found) for found in read_entries(path, "heading")),
        questions=tuple(_question(path, *found) for found in read_entries(path, "question")),
        lines=tuple(_line(path, *found) for found in read_entries(path, "line")),
        always=tuple(name for entry in start for name in _names(path, None, entry, "lines")),
        contacts=tuple(name for entry in start for name in _names(path, None, entry, "contacts")),
    )
    for problem in _faults(check):
        raise CorpusError(path, None, problem)
    return check


def _text(path: Path, line: int | None, entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value.strip():
        raise CorpusError(path, line, f"`{name}` is missing")
    return value


def _names(path: Path, line: int | None, entry: Mapping[str, Any], name: str) -> tuple[str, ...]:
    if not is_list_of_text(entry.get(name, [])):
        raise CorpusError(path, line, f"`{name}` is not a list of names")
    return tuple(entry.get(name, ()))


def _both(path: Path, line: int | None, entry: Mapping[str, Any]) -> Mapping[Language, str]:
    return {language: _text(path, line, entry, language) for language in _LANGUAGES}


def _heading(path: Path, line: int | None, entry: Mapping[str, Any]) -> Heading:
    return Heading(id=_text(path, line, entry, "id"), text=_both(path, line, entry))


def _question(path: Path, line: int | None, entry: Mapping[str, Any]) -> CheckQuestion:
    options = entry.get("option", [])
    if not options:
        raise CorpusError(path, line, "a question holds `[[question.option]]` entries")
    return CheckQuestion(
        id=_text(path, line, entry, "id"),
        text=_both(path, line, entry),
        hint={name: str(entry.get(f"hint_{name}", "")) for name in _LANGUAGES},
        options=tuple(_option(path, line, option) for option in options),
    )


def _option(path: Path, line: int | None, entry: Mapping[str, Any]) -> Option:
    return Option(
        id=_text(path, line, entry, "id"),
        label=_both(path, line, entry),
        lines=_names(path, line, entry, "lines"),
        contacts=_names(path, line, entry, "contacts"),
        alone=entry.get("alone") is True,
    )


def _line(path: Path, line: int | None, entry: Mapping[str, Any]) -> Line:
    saying: dict[Language, Saying] = {"nl": _saying(path, line, entry.get("nl"))}
    if "en" in entry:
        saying["en"] = _saying(path, line, entry["en"])
    return Line(
        id=_text(path, line, entry, "id"),
        heading=_text(path, line, entry, "heading"),
        saying=saying,
        needs=_names(path, line, entry, "needs"),
    )


def _saying(path: Path, line: int | None, entry: object) -> Saying:
    if not isinstance(entry, dict):
        raise CorpusError(path, line, "`section` and `words` are missing")
    words = _names(path, line, entry, "words")
    if not words:
        raise CorpusError(path, line, "`words` names no sentence")
    return Saying(section=_text(path, line, entry, "section"), words=words)


def _faults(check: Check) -> Iterator[str]:
    headings = [heading.id for heading in check.headings]
    lines = [line.id for line in check.lines]
    questions = [question.id for question in check.questions]
    options = [f"{q.id}.{option.id}" for q in check.questions for option in q.options]
    for names in (headings, lines, questions, options):
        yield from (
            f"{name} is there twice" for name in sorted(set(names)) if names.count(name) > 1
        )
    yield from (
        f"line {x.id}: no heading {x.heading}" for x in check.lines if x.heading not in headings
    )
    brought = {*check.always, *(n for q in check.questions for o in q.options for n in o.lines)}
    yield from (
        f"an answer brings the line {name}, which is not there"
        for name in sorted(brought - set(lines))
    )
    yield from (f"line {name} comes with no answer" for name in lines if name not in brought)
    needed = {name for line in check.lines for name in line.needs}
    yield from (
        f"a line needs {name}, which is no answer"
        for name in sorted(needed - {*options, *questions})
    )
