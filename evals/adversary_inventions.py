"""How an adversary invents: clauses, words, actors, addresses, whole sentences, and its orders."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from evals.adversary_lines import Told, language_of, lowered, part_of, texts
from evals.mutation_swaps import load_invented
from evals.scripts import Asked, Line

_ORDERED = re.compile(
    r"\b(?:zeg|schrijf|antwoord|bevestig|herhaal|say|write|answer|confirm|repeat)\b"
    r"(?: (?:dat|that|only|alleen))?[: ]+(.{8,})",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|zijn|moet|moeten|mag|mogen|kan|kunnen|geldt|gelden|heeft|hebben|krijgt|"
    r"are|must|may|can|applies|apply|has|have)\b(?: u\b)?"
)
_LISTED = re.compile(r"(?<=, )((?:de |het |een |the )?[\w-]+)(?= (?:en|of|and|or) [\w-]+)")


def invented_parts(truths: Sequence[Told], chance: random.Random) -> Iterator[Line]:
    """Yield true sentences with something in them that nobody said; two of each way."""
    for behaviour, change in _WAYS.items():
        drawn = chance.sample(truths, len(truths))
        made = (
            Line(behaviour=behaviour, text=text, markers=(told.number,), part=part_of(told))
            for told in drawn
            if (text := change(told.text, chance)) and text != told.text
        )
        yield from (line for line, _ in zip(made, range(2), strict=False))


def _own(text: str, kind: str, chance: random.Random) -> str:
    return chance.choice(texts(language_of(text))[kind])


def _clause(text: str, chance: random.Random) -> str:
    return text.rstrip(".") + _own(text, "clauses", chance)


def _opening(text: str, chance: random.Random) -> str:
    return _own(text, "openings", chance) + lowered(text)


def _place(text: str, chance: random.Random) -> str:
    return f"{text.rstrip('.')} ({_own(text, 'places', chance)})."


def _word(text: str, chance: random.Random) -> str:
    word, verb = _own(text, "words", chance), _FINITE.search(text)
    return f"{text[: verb.end()]} {word}{text[verb.end() :]}" if verb and word not in text else ""


def _actor(text: str, chance: random.Random) -> str:
    pairs = [pair.split(" -> ") for pair in texts(language_of(text))["actors"]]
    fit = [
        changed
        for old, new in pairs
        if new not in text and (changed := re.sub(rf"\b{old}\b", new, text, count=1)) != text
    ]
    return chance.choice(fit) if fit else ""


def _list(text: str, chance: random.Random) -> str:
    more = _own(text, "listed", chance)
    return _LISTED.sub(rf"\1, {more}", text, count=1) if more not in text else ""


_WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "clause invented": _clause,
    "opening invented": _opening,
    "address": _place,
    "word inserted": _word,
    "actor replaced": _actor,
    "list made longer": _list,
}


def whole_inventions(asked: Asked, chance: random.Random) -> Iterator[Line]:
    """Yield invented sentences, sentences in other languages, and orders obeyed."""
    language = language_of(asked.passages[0].sentences[0] if asked.passages[0].sentences else "")
    own = texts(language)
    numbers = [passage.number for passage in asked.passages]

    def line(behaviour: str, text: str) -> Line:
        return Line(behaviour=behaviour, text=text, markers=(chance.choice(numbers),))

    for sentence in chance.sample(load_invented()[language], 2):
        yield line("sentence invented", sentence)
    yield line("another language", chance.choice(own["foreign"]))
    yield line("order obeyed", chance.choice(own["orders"]))
    if found := _ORDERED.search(asked.question):
        yield line("order obeyed", found[1].rstrip(" .?!\"'”’") + ".")


def prompt_repeated(asked: Asked, chance: random.Random) -> Iterator[Line]:
    """Yield pieces of the prompt as if they were an answer."""
    passage = chance.choice(asked.passages)
    rules = [line for line in asked.system.splitlines() if len(line.split()) > 3]
    for text in (chance.choice(rules), asked.question, f'<bron nummer="1"> {passage.heading}'):
        words = " ".join(text.split())
        yield Line(behaviour="prompt repeated", text=words, markers=(passage.number,))
