"""Judge one answer to one case. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answers import Answer
from evals.bootstrap import Mean, mean
from evals.cases import Case
from evals.nearness import Nearness
from evals.ranking import Ranking
from evals.relevance import Findings, matches

__all__ = ["Mean", "Outcome", "answer_text", "mean", "score"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one case, asked once; None where a measure does not apply."""

    case: Case
    origin: str | None
    answer: Answer
    milliseconds: float
    status: bool
    rankings: Mapping[str, Ranking]
    """Where the right passages stood: "fused" and each stage; empty where there is no right one."""
    nearness: Nearness | None
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


def score(
    case: Case,
    answer: Answer,
    milliseconds: float,
    *,
    origin: str | None = None,
    findings: Findings | None = None,
) -> Outcome:
    """Judge an answer to a case; without findings nothing is said about the search."""
    text = answer_text(answer)
    cited = {
        source.id
        for citation in answer.citations
        for source in (citation.source, *citation.further_sources)
    }
    missed = tuple(p for p in (*case.facts, *case.conditions) if not matches(p, text))
    answerable = case.answerable
    facts = [fact not in missed for fact in case.facts] if answerable else []
    conditions = [condition not in missed for condition in case.conditions] if answerable else []
    return Outcome(
        case=case,
        origin=origin,
        answer=answer,
        milliseconds=milliseconds,
        status=answer.status in case.status,
        rankings=findings.rankings if findings else {},
        nearness=findings.nearness if findings else None,
        right_source=bool(cited & set(case.sources)) if answerable and case.sources else None,
        fact_recall=sum(facts) / len(facts) if facts else None,
        condition_recall=sum(conditions) / len(conditions) if conditions else None,
        said_never=any(matches(pattern, text) for pattern in case.never),
        right_contact=(
            case.contact in {c.contact.id for c in answer.contacts} if case.contact else None
        ),
        missed=missed if answerable else (),
    )
