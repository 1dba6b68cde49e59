"""What can break while the check makes its list."""

from __future__ import annotations

from indexer.errors import AppError


class CheckOutdated(AppError):
    """A line of the check no longer stands in the corpus; the operator must repair the check."""

    def __init__(self, line: str, place: str, words: str) -> None:
        """Name the line of the check, where it should stand, and the words that are not there."""
        self.line, self.place, self.words = line, place, words
        super().__init__(
            f"The check's line {line!r} is not in the corpus: {place} does not hold {words!r}. "
            "Change assistant/check/questions.toml, or bring the index up to date with `loket "
            "index`."
        )
