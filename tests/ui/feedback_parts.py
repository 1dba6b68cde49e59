"""What the tests of feedback share: a clock that stands still until it is moved, and feedback."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from ui.feedback_store import Feedback

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Clock:
    """Says noon, and later what it was moved to."""

    def __init__(self) -> None:
        """Begin at noon."""
        self.now = NOON

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now

    def pass_days(self, days: float) -> None:
        """Let time go by."""
        self.now += timedelta(days=days)


def feedback(name: str = "a", **changes: Any) -> Feedback:
    """Make feedback of noon."""
    return replace(Feedback(id=name, at=NOON, verdict="helped", answer_id="antwoord-1"), **changes)
