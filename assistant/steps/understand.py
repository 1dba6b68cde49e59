"""Step 2: which language, what a follow-up is about, and away with where a person is from."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.abuse import visible_text
from assistant.answers import Language, Status
from assistant.day_asked import day_asked_about
from assistant.language import detect_language
from assistant.neutral import without_origin
from assistant.personal_data import mask_personal_data
from assistant.turn import Ending, Turn

_LEANS_ON_HISTORY = re.compile(
    r"^(en|maar|dus|of|and|but|so|what about|how about|en (als|wat|hoe|wie|wanneer|waar|dan))\b|"
    r"\b(dat|dit|die|deze|daar\w*|hier\w*|het|hij|zij|ze|ervoor|erover|ermee|eraan|dan|zoiets|zo'n|"
    r"that|this|those|these|it|they|them|there|then|such)\b",
    re.IGNORECASE,
)
_FEW_CONTENT_WORDS = 5

Rewriting = Callable[[str, Sequence[str], Language], str | None]
"""Writes a question out so that it stands alone, from the earlier ones; None if it cannot."""


def self_contained(text: str, earlier: tuple[str, ...], content: Callable[[str], int]) -> str:
    """Put the earlier question before a follow-up that cannot be understood alone.

    `earlier` holds the user's own questions, oldest first; `content` counts content words. A
    question is a follow-up when it is short and leans on something ("dat", "en als ...").
    """
    if not earlier or content(text) > _FEW_CONTENT_WORDS or not _LEANS_ON_HISTORY.search(text):
        return text
    before = earlier[-1]
    if len(earlier) > 1:
        before = self_contained(before, earlier[:-1], content)
    return f"{before} {text}"


class Understand:
    """Finds the language and makes follow-ups self-contained."""

    def __init__(
        self, content_words: Callable[[str, str], list[str]], rewrite: Rewriting | None = None
    ) -> None:
        """Take what tells content words from the rest (text, language), and who may rewrite."""
        self._content_words = content_words
        self._rewrite = rewrite

    def __call__(self, turn: Turn) -> Turn | Ending:
        """Return the turn with language and query, or end it for a language we do not speak."""
        asked = turn.question.language
        detected = detect_language(turn.text)
        if asked is None and detected == "other":
            return Ending(status=Status.OUT_OF_SCOPE, turn=turn, reason="language")
        language: Language = asked or ("en" if detected == "en" else "nl")
        earlier = tuple(
            mask_personal_data(visible_text(message.content))
            for message in turn.question.history
            if message.role == "user" and message.content.strip()
        )
        query = self._rewritten(turn, earlier, language) or self_contained(
            turn.text, earlier, lambda text: len(self._content_words(text, language))
        )
        on = turn.question.on or day_asked_about(query)
        return replace(turn, language=language, query=without_origin(query), on=on)

    def _rewritten(self, turn: Turn, earlier: Sequence[str], language: Language) -> str | None:
        """Let the language model write a follow-up out, if there is one and it may be asked."""
        if self._rewrite is None or not earlier or turn.question.mode == "extractive":
            return None
        return self._rewrite(turn.text, earlier, language)
