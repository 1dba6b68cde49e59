"""Questions that a reader could ask next: question hints of the corpus, never invented ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from assistant.answers import Hit, Language
from assistant.language import detect_language
from indexer.passages import Passage

_MOST = 3
_SHORTEST_QUESTION = 20  # characters: a hint of one or two words is no question to offer


def question_of(passage: Passage, language: Language) -> str | None:
    """Return the first question hint of a section that is a whole question in this language."""
    return next((hint for hint in passage.hints if _is_question(hint, language)), None)


def follow_ups(
    hits: Sequence[Hit], language: Language, asked: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return questions that lead to sections near an answer and not in it, at most three.

    A section gives one question. What was `asked` in this conversation already is not suggested.
    """
    return tuple(islice(_fresh(hits, language, asked), _MOST))


def _fresh(hits: Sequence[Hit], language: Language, asked: Iterable[str]) -> Iterator[str]:
    seen = {_section(hit.passage) for hit in hits if hit.kept}
    said = {_folded(text) for text in asked}
    for hit in hits:
        passage = hit.passage
        if _section(passage) in seen or passage.language != language:
            continue
        seen.add(_section(passage))
        question = question_of(passage, language)
        if question and _folded(question) not in said:
            yield question


def _section(passage: Passage) -> tuple[str, str]:
    """Return which section a passage is of: a long one is cut into pieces with the same hints."""
    return passage.document_id, passage.section_id


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _is_question(hint: str, language: Language) -> bool:
    return (
        hint.endswith("?") and len(hint) > _SHORTEST_QUESTION and detect_language(hint) == language
    )
