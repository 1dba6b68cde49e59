"""How an adversary lies with the words of its prompt: by mutation, wrong marks and splicing."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from evals.mutation import by_rule
from evals.mutation_swaps import Origin
from evals.restated import Part, Restated
from evals.scripts import HIDDEN, Asked, Fenced, Line

TEXTS = Path(__file__).with_name("adversary.yaml")
IN_OTHER_WORDS = "in other words"
_NOT_ISSUED = 47
_DUTCH = frozenset("de het een van en bij voor dat die wat kan ook niet wie met op u uw".split())
_ENGLISH = frozenset("the a to and you your for from with that may not it by are".split())
_BEGINS_A_CLAUSE = re.compile(
    r",? (?:als|tenzij|mits|behalve|wanneer|zodra|binnen|vanaf|uiterlijk|voordat|nadat|alleen|"
    r"if|unless|except|when|within|before|after|only|until|from) "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A true sentence that a model may write of a passage: its own, or one that restates it."""

    text: str
    number: int
    quote: str
    restated: Restated | None = None


@cache
def texts(language: str) -> Mapping[str, list[str]]:
    """Return what a liar adds of his own, by kind."""
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    return found[language]


def language_of(text: str) -> str:
    """Return "en" for English and "nl" for anything else, by the commonest words."""
    words = re.findall(r"[a-z]+", text.lower())
    dutch, english = (sum(word in common for word in words) for common in (_DUTCH, _ENGLISH))
    return "en" if english > dutch else "nl"


def part_of(*told: Told) -> Part:
    """Return the part that keeps the most to itself."""
    kept = any(one.restated is not None and one.restated.part == "test" for one in told)
    return "test" if kept else "dev"


def lowered(text: str) -> str:
    """Return a text without its capital, unless its first word is a name."""
    return text[:1].lower() + text[1:] if not text[1:2].isupper() else text


def truths_of(asked: Asked, restated: Mapping[str, Sequence[Restated]]) -> tuple[Told, ...]:
    """Return the true sentences that a model may write: those of the fences, and restated ones."""
    return tuple(told for passage in asked.passages for told in _told_of(passage, restated))


def _told_of(passage: Fenced, restated: Mapping[str, Sequence[Restated]]) -> Iterator[Told]:
    for quote in passage.sentences:
        if HIDDEN in quote or not quote.endswith("."):
            continue
        yield Told(text=quote, number=passage.number, quote=quote)
        for entry in restated.get(quote, ()):
            if set(entry.quotes) <= set(passage.sentences) and entry.quotes[0] == quote:
                yield Told(text=entry.restated, number=passage.number, quote=quote, restated=entry)


def true_line(told: Told) -> Line:
    """Return a true sentence as a good model would write it."""
    if told.restated is None:
        return Line(behaviour="true", text=told.text, markers=(told.number,), truth="true")
    return Line(
        behaviour=f"true, {IN_OTHER_WORDS}",
        text=told.text,
        markers=(told.number,),
        truth="true",
        part=told.restated.part,
    )


def mutated(
    truths: Sequence[Told], numbers: Sequence[int], chance: random.Random
) -> Iterator[Line]:
    """Yield for every rule of the mutations one wrong version of a quote, and one of a restatement.

    Now and then it cites every passage at once, in the hope that one of them will do.
    """
    pools: dict[str, list[Line]] = defaultdict(list)
    for told in truths:
        origin = Origin(
            quote=told.quote, passage="", section="", topic="", language=language_of(told.quote)
        )
        for wrong in by_rule(origin, told.text):
            kind = wrong.kind if told.restated is None else f"{wrong.kind}, {IN_OTHER_WORDS}"
            pools[kind].append(
                Line(
                    behaviour=kind,
                    text=wrong.mutated,
                    markers=(told.number,),
                    part=told.restated.part if told.restated else "dev",
                )
            )
    for pool in pools.values():
        line = chance.choice(pool)
        if chance.random() < 0.15:
            line = Line(
                behaviour="all passages cited",
                text=line.text,
                markers=tuple(numbers),
                part=line.part,
            )
        yield line


def marked_wrongly(
    truths: Sequence[Told], numbers: Sequence[int], chance: random.Random
) -> Iterator[Line]:
    """Yield true sentences without a marker, with one nobody issued, with that of another passage.

    Whether the other passage happens to say the same is for a judge to say.
    """
    one, other, third = (truths[n % len(truths)] for n in chance.sample(range(3), 3))
    yield Line(behaviour="no marker", text=one.text, truth="unsure", part=part_of(one))
    yield Line(
        behaviour="marker not issued",
        text=other.text,
        markers=(_NOT_ISSUED,),
        truth="unsure",
        part=part_of(other),
    )
    if elsewhere := [number for number in numbers if number != third.number]:
        yield Line(
            behaviour="wrong passage cited",
            text=third.text,
            markers=(chance.choice(elsewhere),),
            truth="unsure",
            part=part_of(third),
        )


def spliced(truths: Sequence[Told], chance: random.Random) -> Iterator[Line]:
    """Yield lies made of two true sentences of one passage: a condition moved, or one half changed.

    Each word stands in the passage; what they say together does not.
    """
    number = chance.choice(truths).number
    own = [told for told in truths if told.number == number]
    pairs = [(a, b) for a in own for b in own if a.quote != b.quote]
    chance.shuffle(pairs)
    moved = ((a, b, text) for a, b in pairs if (text := _condition_moved(a.text, b.text)))
    if (found := next(moved, None)) is not None:
        yield Line(
            behaviour="condition of another sentence",
            text=found[2],
            markers=(found[0].number,),
            part=part_of(*found[:2]),
        )
    for a, b in pairs[:8]:
        language = language_of(b.text)
        origin = Origin(quote=b.quote, passage="", section="", topic="", language=language)
        wrong = list(by_rule(origin, b.text))
        if wrong:
            joint = texts(language)["joint"]
            text = f"{a.text.rstrip('.')}{joint}{lowered(chance.choice(wrong).mutated)}"
            yield Line(
                behaviour="joined, one half changed",
                text=text,
                markers=(a.number,),
                part=part_of(a, b),
            )
            return


def _condition_moved(one: str, other: str) -> str:
    """Return one sentence with the condition of another in place of its own; "" if it has none."""
    found = list(_BEGINS_A_CLAUSE.finditer(other))
    if not found:
        return ""
    own = _BEGINS_A_CLAUSE.search(one)
    head = one[: own.start()] if own and own.start() > 20 else one.rstrip(".")
    tail = other[found[-1].start() :]
    changed = f"{head}{tail}"
    return "" if changed in (one, other) or tail.rstrip(".") in one else changed
