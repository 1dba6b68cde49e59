"""Scores of one answer, and means with their bootstrap intervals. Pure functions."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers import Answer, Hit
from evals.cases import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one case; None where a measure does not apply."""

    case: Case
    answer: Answer
    milliseconds: float
    status: bool
    hit_at_1: bool | None
    hit_at_5: bool | None
    right_source: bool | None
    fact_recall: float | None
    condition_recall: float | None
    said_never: bool
    right_contact: bool | None
    missed: tuple[str, ...]


def answer_text(answer: Answer) -> str:
    """Return all that a reader sees of an answer: sentences and contacts."""
    contacts = (
        " ".join(filter(None, (c.contact.name, c.contact.phone, c.contact.email, c.contact.url)))
        for c in answer.contacts
    )
    return "\n".join((answer.reply, *(s.text for s in answer.sentences), *contacts))


def _matches(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def is_hit(case: Case, hit: Hit) -> bool:
    """True when a passage rests on a right source and states one of the facts asked for."""
    sources = {name for span in hit.passage.spans for name in span.source_ids}
    return bool(sources & set(case.sources)) and any(
        _matches(fact, hit.passage.text) for fact in case.facts
    )


def score(case: Case, answer: Answer, milliseconds: float) -> Outcome:
    """Judge an answer to a case."""
    text = answer_text(answer)
    cited = {
        source.id
        for citation in answer.citations
        for source in (citation.source, *citation.further_sources)
    }
    missed = tuple(p for p in (*case.facts, *case.conditions) if not _matches(p, text))
    answerable = case.answerable
    facts = [fact not in missed for fact in case.facts] if answerable else []
    conditions = [condition not in missed for condition in case.conditions] if answerable else []
    hits = [is_hit(case, hit) for hit in answer.hits] if answerable and case.facts else None
    return Outcome(
        case=case,
        answer=answer,
        milliseconds=milliseconds,
        status=answer.status in case.status,
        hit_at_1=any(hits[:1]) if hits is not None else None,
        hit_at_5=any(hits[:5]) if hits is not None else None,
        right_source=bool(cited & set(case.sources)) if answerable and case.sources else None,
        fact_recall=sum(facts) / len(facts) if facts else None,
        condition_recall=sum(conditions) / len(conditions) if conditions else None,
        said_never=any(_matches(pattern, text) for pattern in case.never),
        right_contact=(
            case.contact in {c.contact.id for c in answer.contacts} if case.contact else None
        ),
        missed=missed if answerable else (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """A mean with its bootstrap 95 % interval over `count` cases."""

    value: float
    low: float
    high: float
    count: int


def mean(values: Sequence[float], *, rounds: int = 1000, seed: int = 7) -> Mean | None:
    """Return the mean and its percentile bootstrap interval (Efron 1979); None when empty."""
    if not values:
        return None
    chance = random.Random(seed)  # noqa: S311  # resampling, not secrecy
    means = sorted(sum(chance.choices(values, k=len(values))) / len(values) for _ in range(rounds))
    return Mean(
        value=sum(values) / len(values),
        low=means[int(0.025 * rounds)],
        high=means[int(0.975 * rounds) - 1],
        count=len(values),
    )
