"""One faulty answer as a piece of HTML: what was asked, what came back, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from evals.privacy import echoed
from evals.relevance import FUSED, matches
from evals.scores import Outcome, answer_text
from evals.worst import badness

_HITS = 5


def faults(outcome: Outcome) -> Iterator[str]:
    """Yield what is wrong, each as a line of HTML."""
    case, answer = outcome.case, outcome.answer
    if not outcome.status:
        expected = " or ".join(case.status)
        yield f"status is <b>{answer.status}</b>, expected {escape(expected)}"
    for pattern in outcome.missed:
        kind = "condition" if pattern in case.conditions else "fact"
        yield f"{kind} missed: <code>{escape(pattern)}</code>"
    text = answer_text(answer)
    for pattern in case.never:
        if matches(pattern, text):
            yield f"says what it must not: <code>{escape(pattern)}</code>"
    if outcome.right_source is False:
        yield f"cites none of the right sources: {escape(', '.join(case.sources))}"
    if outcome.right_contact is False:
        yield f"does not name the right contact: {escape(case.contact or '')}"
    if echoed(case.asked(outcome.origin), answer):
        yield "repeats personal data"


def article(outcome: Outcome) -> str:
    """Return the outcome in full; every word of a case or an answer is escaped."""
    case, answer = outcome.case, outcome.answer
    history = "".join(
        f'<li lang="{case.language}">{turn.role}: {escape(turn.content)}</li>'
        for turn in case.history
    )
    sentences = "".join(
        f"<li>{escape(s.text)} <small>{_sources(outcome, s.citations)}</small></li>"
        for s in answer.sentences
    )
    wrong = "".join(f"<li>{line}</li>" for line in faults(outcome))
    return (
        f"<article><h3>{escape(case.id)}</h3>"
        f'<p class="soft">{escape(case.topic or "no topic")}, badness {badness(outcome):g}, '
        f"status {answer.status}, confidence {answer.confidence:.2f}</p>"
        f"{f'<ul>{history}</ul>' if history else ''}"
        f'<p class="question" lang="{case.language}">{escape(case.worded(outcome.origin))}</p>'
        f'<p class="wrong">What is wrong</p><ul>{wrong}</ul>'
        f'<div lang="{answer.language}">'
        f"{f'<p>{escape(answer.reply)}</p>' if answer.reply else ''}"
        f"{f'<ol>{sentences}</ol>' if sentences else ''}</div>"
        f"<dl><dt>Contacts</dt><dd>{_contacts(outcome)}</dd>"
        f"<dt>Passages found</dt><dd>{_hits(outcome)}</dd></dl></article>"
    )


def _sources(outcome: Outcome, numbers: tuple[int, ...]) -> str:
    cited = [
        source.id
        for citation in outcome.answer.citations
        if citation.number in numbers
        for source in (citation.source, *citation.further_sources)
    ]
    return escape("[" + ", ".join(cited) + "]")


def _contacts(outcome: Outcome) -> str:
    return escape(", ".join(c.contact.id for c in outcome.answer.contacts)) or "none"


def _hits(outcome: Outcome) -> str:
    ranking = outcome.rankings.get(FUSED)
    right = set(ranking.ranks) if ranking else set()
    shown = (
        f"{rank}. <code>{escape(hit.passage.id)}</code>"
        f"{' (right)' if rank in right else ''}{' (used)' if hit.kept else ''}"
        for rank, hit in enumerate(outcome.answer.hits[:_HITS], start=1)
    )
    found = "; ".join(shown) or "none"
    if right and min(right) > _HITS:
        return f"{found}; the first right one is number {min(right)}"
    if ranking and not right:
        return f"{found}; no right one among {len(outcome.answer.hits)}"
    return found
