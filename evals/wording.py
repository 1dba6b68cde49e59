"""How an answer reads: its length, its language, and whether a sentence can be quoted alone."""

from __future__ import annotations

import re

from assistant.answers import Answer, Language

# Stated here again, not imported from the corpus check: a suite that borrows the rule it judges
# by cannot see that the rule was broken.
_POINTS_BACK = {
    "nl": re.compile(
        r"(?:(?:ja|nee|deels|niet zonder meer)[,:.]|"
        r"(?:dit|deze|dat|die|zij|ze|hij|daar\w*|hier\w*)\s)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:(?:yes|no|partly|in part)[,:.]|(?:this|these|those|they|it|he|she)\s)", re.IGNORECASE
    ),
}


def length(answer: Answer) -> int | None:
    """Return how many words its sentences hold; None when it has no sentences."""
    return sum(len(s.text.split()) for s in answer.sentences) if answer.sentences else None


def stands_alone(sentence: str, language: str) -> bool:
    """True when a sentence leans on no other: it does not open with yes, no, or a word that points.

    Languages are "nl" and "en".
    """
    return _POINTS_BACK[language].match(sentence) is None


def standing_alone(answer: Answer) -> float | None:
    """Return the share (0..1) of sentences that can be quoted alone; None without sentences."""
    found = [
        stands_alone(sentence.text, _language_of(answer, sentence.citations))
        for sentence in answer.sentences
    ]
    return sum(found) / len(found) if found else None


def _language_of(answer: Answer, numbers: tuple[int, ...]) -> str:
    cited = (c.passage.language for c in answer.citations if c.number in numbers)
    return next(cited, answer.language)


def right_language(answer: Answer, wanted: Language) -> bool:
    """True when the reader is addressed in their language, and told where the sentences are not.

    An English question may be answered from Dutch sections; then the notice `language` says so.
    """
    foreign = any(c.passage.language != wanted for c in answer.citations)
    told = any(notice.kind == "language" for notice in answer.notices)
    return answer.language == wanted and (told or not foreign)
