"""What can be wrong with a question. How a question *ends* is a status, not an error."""

from __future__ import annotations

from indexer.errors import AppError


class InvalidQuestion(AppError):
    """The question cannot be read as one; whoever asked must change it."""

    def __init__(self, reason: str, *, nl: str, en: str) -> None:
        """Say what is wrong, in both languages; `reason` is a stable word for programs."""
        self.reason = reason
        self.texts = {"nl": nl, "en": en}
        super().__init__(nl)


class UnsupportedRequest(AppError):
    """The request asks for something that this installation cannot do."""
