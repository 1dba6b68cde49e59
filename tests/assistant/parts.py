"""Small values for tests of single steps: passages, hits and turns, made in one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answers import Hit, Language, Question, Scores
from assistant.turn import Turn
from indexer.documents import Role
from indexer.passages import Passage, Span

Said = Sequence[tuple[str, Role]]

ANSWER, CONDITION, ACTION, ALSO, WHERE, MORE = Role


def make_passage(
    name: str,
    said: Said,
    *,
    sources: tuple[str, ...] = ("S01",),
    topic: str = "wet-vifo",
    language: Language = "nl",
    review_by: date = date(2027, 5, 21),
    hints: tuple[str, ...] = (),
) -> Passage:
    text, spans = "", []
    for sentence, role in said:
        text += " " if text else ""
        start = len(text)
        text += sentence
        spans.append(Span(start=start, end=len(text), role=role, source_ids=sources))
    return Passage(
        id=f"document.{name}",
        document_id="document",
        section_id=name,
        title="Titel",
        heading=name,
        topic=topic,
        label="public",
        language=language,
        basis="digest",
        secondary=False,
        checked=date(2026, 11, 21),
        review_by=review_by,
        text=text,
        spans=tuple(spans),
        hints=hints,
    )


def make_hit(passage: Passage, *, kept: bool = True, fused: float = 0.05) -> Hit:
    return Hit(passage=passage, scores=Scores(dense=0.9, hint=0.9, fused=fused), kept=kept)


def make_turn(*hits: Hit, text: str = "Moet ik dat melden?", language: Language = "nl") -> Turn:
    return Turn(question=Question(text=text), text=text, query=text, language=language, hits=hits)
