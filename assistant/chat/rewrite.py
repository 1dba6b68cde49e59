"""A follow-up written out by the language model, and taken over only when it adds nothing.

"En bij 10 procent?" is no question to search with. The model may use the words of the user's own
questions and no others: what it makes of them is refused when it holds a figure, a name or too many
words that the user never wrote, or loses a figure or a name of the new question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answers import MAX_QUESTION, Language
from assistant.chat.model import ChatModel, DraftFailed
from assistant.chat.prompts import reaches_out, rewrite_prompt
from assistant.proof.clauses import in_common
from assistant.proof.verifier import unstated

_SECONDS = 5.0
_LEAST_OWN = 0.8
"""Share of the content words that must be the user's: "bedrijf" for "firma" is no harm."""


class Rewrite:
    """Makes follow-ups self-contained by a language model."""

    def __init__(self, model: ChatModel, terms_of: Callable[[str, str], list[str]]) -> None:
        """Take the model and the search terms of a text."""
        self._model = model
        self._terms_of = terms_of

    def __call__(self, question: str, earlier: Sequence[str], language: Language) -> str | None:
        """Return the question so that it stands alone; None when no such thing can be trusted.

        `earlier` holds the user's own questions, oldest first.
        """
        try:
            written = self._model.reply(
                *rewrite_prompt(question, earlier, language), seconds=_SECONDS
            ).strip()
        except DraftFailed:
            return None
        return written if self._is_faithful(written, question, earlier, language) else None

    def _is_faithful(
        self, written: str, question: str, earlier: Sequence[str], language: Language
    ) -> bool:
        if not written or "\n" in written or len(written) > MAX_QUESTION or reaches_out(written):
            return False
        said = " ".join((*earlier, question))
        if unstated(written, said) or unstated(question, written):
            return False
        own, theirs = self._terms(written, language), self._terms(said, language)
        asked = self._terms(question, language)
        return bool(
            own
            and len(in_common(own, theirs)) >= _LEAST_OWN * len(own)
            and len(in_common(asked, own)) >= _LEAST_OWN * len(asked)
        )

    def _terms(self, text: str, language: Language) -> frozenset[str]:
        return frozenset(self._terms_of(text, language))
