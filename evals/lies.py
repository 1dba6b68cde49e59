"""Does the verifier see a lie? Wrong sentences made from the golden answers, and labelled pairs.

In extractive mode every sentence stands in its passage, so an answer cannot show whether the
verifier looks. These measures can: they put wrong sentences to it, and true paraphrases.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from assistant.proof.verifier import Verifier
from evals.bootstrap import Mean
from evals.intervals import Share, share
from evals.mutation import RULES, Mutation, mutations
from evals.mutation_swaps import Origin
from evals.pairs import Pair, load_pairs
from evals.scores import Outcome

FALSE_ALARMS = "false alarms"
"""Measure: the share of true paraphrases, labelled by hand, that the verifier refuses."""
LABELLED = "lies caught: labelled by hand"
KINDS = (*RULES, "citation", "topic", "invented")
MEASURED = (*(f"lies caught: {kind}" for kind in KINDS), LABELLED, FALSE_ALARMS)
"""The names of these measures, in the order in which they are shown."""


def told_in(outcomes: Iterable[Outcome]) -> tuple[Origin, ...]:
    """Return every quote of the answers once, with the passage that it stands in."""
    found = {
        citation.quote: Origin(
            quote=citation.quote,
            passage=citation.passage.text,
            section=citation.passage.id,
            topic=citation.passage.topic,
            language=citation.passage.language,
        )
        for outcome in outcomes
        for citation in outcome.answer.citations
    }
    return tuple(found[quote] for quote in sorted(found))


def caught(
    verifier: Verifier, made: Iterable[Mutation], missed: list[Mutation] | None = None
) -> Mapping[str, Share]:
    """Return by kind which share of the wrong sentences is refused; collect what is not."""
    seen: dict[str, list[bool]] = defaultdict(list)
    for m in made:
        refused = not verifier.check(m.mutated, m.quote, m.passage, m.language).proven
        seen[m.kind].append(refused)
        if not refused and missed is not None:
            missed.append(m)
    return {kind: share(sum(found), len(found)) for kind, found in seen.items()}


def refused(verifier: Verifier, pairs: Sequence[Pair]) -> Share:
    """Return the share of these pairs that the verifier refuses; the quote is its own passage."""
    found = [verifier.check(p.sentence, p.quote, p.quote, p.language).proven for p in pairs]
    return share(found.count(False), len(found))


def seen_through(verifier: Verifier, outcomes: Iterable[Outcome]) -> dict[str, Mean]:
    """Measure the verifier on lies made from these answers and on the labelled pairs."""
    pairs = load_pairs()
    found = {
        f"lies caught: {kind}": told
        for kind, told in caught(verifier, mutations(told_in(outcomes))).items()
    }
    found[LABELLED] = refused(verifier, [pair for pair in pairs if not pair.supported])
    found[FALSE_ALARMS] = refused(verifier, [pair for pair in pairs if pair.supported])
    return {name: _mean(found[name]) for name in MEASURED if name in found}


def _mean(told: Share) -> Mean:
    return Mean(value=told.value, low=told.low, high=told.high, count=told.count)
