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


class ChatModelUnusable(AppError):
    """The language model that the settings name cannot be used; the operator must mend them."""

    def __init__(self, model: str, way_out: str) -> None:
        """Name the model and what to do."""
        self.model = model
        super().__init__(f"Het taalmodel {model!r} kan niet worden gebruikt: {way_out}")


class UnsupportedRequest(AppError):
    """The request asks for something that this installation cannot do."""
