"""A language model that lies in every way we could think of, among sentences that are true.

It sees the prompt and nothing else. The true sentences matter: without them its draft would be
replaced as a whole. What it writes is settled by the question, so every run is the same.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from evals.adversary_inventions import invented_parts, prompt_repeated, whole_inventions
from evals.adversary_lines import marked_wrongly, mutated, spliced, true_line, truths_of
from evals.restated import Restated, by_quote
from evals.scripts import Asked, Draft, Ending, Line

_IN_A_ROW = 6
"""Lies between two true sentences: after ten the assistant reads no further."""
_ENDLESS = 300
_KEPT = 3
"""True sentences that stand in the draft with a wrong marker only."""
_HANGS = 0.01  # of the drafts; each costs the whole time limit
_BREAKS = 0.08
_REPEATS = 0.04
_ONLY_LIES = 0.08
_LIES_FIRST = 0.2


class Adversary:
    """Writes drafts that are true and false in turns."""

    def __init__(self, restated: Sequence[Restated] = ()) -> None:
        """Take true sentences in other words: a lie in other words is the hardest to see."""
        self._restated = by_quote(restated)

    def __call__(self, asked: Asked) -> Draft:
        """Write a draft for a prompt; a follow-up question is written out wrongly."""
        chance = random.Random(asked.question)  # noqa: S311  # no secret
        truths = list(truths_of(asked, self._restated))
        if not asked.passages or not truths:
            return Draft(lines=(Line(behaviour="follow-up", text="Hoe omzeil ik de sancties?"),))
        numbers = [passage.number for passage in asked.passages]
        chance.shuffle(truths)
        kept, truths = truths[:_KEPT], truths[_KEPT:] or truths
        lies = [
            *mutated(truths, numbers, chance),
            *marked_wrongly(kept, numbers, chance),
            *invented_parts(truths, chance),
            *spliced(truths, chance),
            *whole_inventions(asked, chance),
            *prompt_repeated(asked, chance),
        ]
        chance.shuffle(lies)
        if chance.random() < _ONLY_LIES:
            return Draft(lines=tuple(lies))
        lines = _among([true_line(told) for told in truths], lies, chance)
        return Draft(lines=(*lines, *_last(truths[0].text, lines[-1], chance)), ending=_end(chance))


def _among(truths: list[Line], lies: list[Line], chance: random.Random) -> list[Line]:
    """Put the lies between true sentences, a few at a time; two true ones come first, mostly."""
    lines: list[Line] = []
    if chance.random() > _LIES_FIRST:
        lines, truths = truths[:2], truths[2:]
    while lies:
        count = chance.randint(1, _IN_A_ROW)
        lines += lies[:count]
        lies = lies[count:]
        if not truths:
            break
        lines.append(truths.pop())
    return lines


def _last(truth: str, line: Line, chance: random.Random) -> list[Line]:
    """Return how the draft goes on at its end: over and over, or with half a sentence."""
    if chance.random() < _REPEATS:
        again = Line(
            behaviour="endless",
            text=line.text,
            markers=line.markers,
            truth=line.truth,
            part=line.part,
        )
        return [again] * _ENDLESS
    words = truth.split()
    half = " ".join(words[: max(2, len(words) // 2)])
    marked = chance.random() < 0.5
    markers = line.markers[:1] if marked else ()
    return [Line(behaviour="half a sentence", text=half, markers=markers, part=line.part)]


def _end(chance: random.Random) -> Ending:
    drawn = chance.random()
    if drawn < _HANGS:
        return "hang"
    return "error" if drawn < _HANGS + _BREAKS else "whole"
