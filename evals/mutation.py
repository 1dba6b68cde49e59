"""Wrong sentences made by rule, each beside the quote it pretends to rest on.

The rules share no code with `assistant/proof`: a pattern that both used would hide the same hole
twice. A rule that might leave the meaning as it was says so and skips the sentence.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.mutation_figures import FIGURE_RULES
from evals.mutation_names import change_name, exchange_names
from evals.mutation_swaps import Origin, invented, other_sentences
from evals.mutation_wording import WORDING_RULES

Rule = Callable[[str, str, random.Random], Iterator[str]]
"""(sentence, language, chance) -> wrong versions of the sentence."""

RULES: Mapping[str, Rule] = {
    **FIGURE_RULES,
    "name": change_name,
    "names exchanged": exchange_names,
    **WORDING_RULES,
}
AIMS: Mapping[str, float] = {
    **dict.fromkeys(
        ("number", "unit", "date", "article", "reference", "contact", "name", "citation"), 0.98
    ),
    **dict.fromkeys(("modality", "negation dropped", "negation added"), 0.95),
}
"""The least share of a kind that must be caught, where there is an aim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """A wrong sentence: the true one it was made from, and the quote and passage it cites."""

    kind: str
    original: str
    mutated: str
    passage: str
    quote: str
    language: str


def by_rule(origin: Origin, told: str = "", *, seed: int = 7) -> Iterator[Mutation]:
    """Yield every wrong version that the rules make of one sentence; the same for every run.

    `told` is the sentence that is changed: a true paraphrase of the quote, or the quote itself.
    """
    told = told or origin.quote
    for kind, rule in RULES.items():
        chance = random.Random(f"{seed} {kind} {told}")  # noqa: S311  # no secret
        for mutated in dict.fromkeys(rule(told, origin.language, chance)):
            if mutated not in (told, origin.quote):
                yield Mutation(
                    kind=kind,
                    original=told,
                    mutated=mutated,
                    passage=origin.passage,
                    quote=origin.quote,
                    language=origin.language,
                )


def mutations(origins: Sequence[Origin], *, seed: int = 7) -> Iterator[Mutation]:
    """Yield the wrong sentences of all kinds for these true ones.

    `citation` is a true sentence beside the quote that is nearest to it in another section of its
    topic, `topic` one beside a quote from another topic, `invented` one of a fixed list.
    """
    for origin in origins:
        yield from by_rule(origin, seed=seed)
    for kind, told, cited in (*other_sentences(origins, seed=seed), *invented(origins)):
        yield Mutation(
            kind=kind,
            original=cited.quote,
            mutated=told,
            passage=cited.passage,
            quote=cited.quote,
            language=cited.language,
        )
