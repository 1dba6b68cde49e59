"""What the operator is asked about a new source: only what no option said, with what was found.

An answer that is left empty says nothing, so what the document itself says stays.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from rich.console import Console
from rich.text import Text

from indexer.errors import SourceRefused
from indexer.library.intake import Arrival, Said, guessed_kind, guessed_publisher
from ui.source_options import KINDS, kind, label, published

Ask = Callable[[str], str]
"""Puts a question and returns what was typed."""

_Value = TypeVar("_Value")


def can_ask() -> bool:
    """True when somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_on_terminal(question: str) -> str:
    """Put a question on stderr, so that stdout holds only the outcome.

    Raises:
        KeyboardInterrupt: the operator wants to stop (also at the end of the input).
    """
    try:
        return Console(stderr=True, highlight=False).input(Text(question, style="bold")).strip()
    except EOFError as error:
        raise KeyboardInterrupt from error


def confirmed(question: str, ask: Ask = ask_on_terminal) -> bool:
    """Ask for a yes or a no; anything but a yes is a no."""
    return ask(f"{question} [j/N] ").lower() in ("j", "ja", "y", "yes")


def found_title(arrival: Arrival) -> str:
    """Return the title of a document, or the name of its file."""
    return arrival.extract.title or Path(urlsplit(arrival.name).path).stem


def found_publisher(arrival: Arrival, said: Said) -> str | None:
    """Return who publishes a document, as far as it can be found out."""
    web = arrival.origin if arrival.origin.startswith(("http://", "https://")) else None
    return guessed_publisher(arrival.extract, said.url or web or arrival.extract.url)


def ask_what_is_unknown(
    arrival: Arrival, said: Said, today: date, ask: Ask = ask_on_terminal
) -> Said:
    """Ask for what no option said; a source of the register is known, but not who may read it."""
    if arrival.register is None:
        said = _ask_for_source(arrival, said, ask)
    if said.published is None and not (arrival.register and arrival.register.published):
        question = _with("Verschenen op (jjjj, jjjj-mm of jjjj-mm-dd)", arrival.extract.published)
        said = replace(said, published=_asked(ask, question, lambda text: published(text, today)))
    return label_asked(said, ask) if said.label is None else said


def _ask_for_source(arrival: Arrival, said: Said, ask: Ask) -> Said:
    if said.title is None:
        said = replace(said, title=_asked(ask, _with("Titel", found_title(arrival)), _one_line))
    if said.publisher is None:
        found = found_publisher(arrival, said)
        said = replace(said, publisher=_asked(ask, _with("Uitgever", found), _one_line))
    if said.kind is None:
        question = f"Soort ({', '.join(KINDS)})"
        said = replace(said, kind=_asked(ask, _with(question, guessed_kind(arrival.extract)), kind))
    return said


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _with(question: str, found: str | None) -> str:
    return f"{question} [{found or 'onbekend'}]: "


def _asked(ask: Ask, question: str, checked: Callable[[str], _Value]) -> _Value | None:
    """Ask until the answer can be; None when it is left empty."""
    first = question
    while text := ask(question):
        try:
            return checked(text)
        except SourceRefused as error:
            ask_again = f"{error.reason[0].upper()}{error.reason[1:]} {error.advice}"
            question = f"{ask_again}\n{first}"
    return None


def label_asked(said: Said, ask: Ask = ask_on_terminal) -> Said:
    """Ask who may read what comes."""
    question = "Wie mag het lezen? public (iedereen) of internal (alleen medewerkers)"
    return replace(said, label=_asked(ask, _with(question, "public"), label))
