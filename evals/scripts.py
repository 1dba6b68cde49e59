"""What a scripted language model reads and writes: a prompt taken apart, and a draft of lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from evals.restated import Part

Truth = Literal["true", "false", "unsure"]
"""What is known of a line when it is written; of an unsure one a judge must say."""
Ending = Literal["whole", "error", "hang"]

_PASSAGE = re.compile(r'<bron nummer="(\d+)"[^>]*>\n(.*?)\n</bron>', re.DOTALL)
_QUESTION = re.compile(r"<vraag[^>]*>\s*(.*?)\s*</vraag>", re.DOTALL)
HIDDEN = "…"
"""Stands in a prompt for an address or a telephone number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fenced:
    """A passage as the prompt shows it."""

    number: int
    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a model is asked. Without passages it is to write out a follow-up question."""

    system: str
    question: str
    passages: tuple[Fenced, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a draft: the behaviour that it shows, its words, and the passages it cites."""

    behaviour: str
    text: str
    markers: tuple[int, ...] = ()
    truth: Truth = "false"
    part: Part = "dev"
    """The part of the restated sentence it was made of; those of the test part are never shown."""

    @property
    def written(self) -> str:
        """The line as a model streams it."""
        return f"{self.text} {''.join(f'[{number}]' for number in self.markers)}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a model writes, and how it ends."""

    lines: tuple[Line, ...]
    ending: Ending = "whole"


Writer = Callable[[Asked], Draft]


def read_prompt(system: str, prompt: str) -> Asked:
    """Take a prompt apart by its fences, as a model must: nothing else is known to it."""
    questions = _QUESTION.findall(prompt)
    passages: list[Fenced] = []
    for number, text in _PASSAGE.findall(prompt):
        heading, *sentences = text.splitlines()
        passages.append(Fenced(number=int(number), heading=heading, sentences=tuple(sentences)))
    return Asked(
        system=system,
        question=questions[-1] if questions else "",
        passages=tuple(passages),
    )
