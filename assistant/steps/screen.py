"""Step 1: clean the question, mask personal data, and stop abuse before anything else happens.

The history is data from the client: it is screened too, and an assistant's turn in it never counts.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.abuse import hidden_text, is_harmful, visible_text
from assistant.answers import Status
from assistant.happening import is_happening
from assistant.personal_data import mask_personal_data
from assistant.turn import Ending, Turn
from indexer.instructions import gives_orders

_LONGEST_HARMLESS_TAG = 7  # an emoji flag of a country part carries up to six tag letters


def screen(turn: Turn) -> Turn | Ending:
    """Return the turn with a clean text, or end it as blocked."""
    text = visible_text(turn.question.text)
    masked = mask_personal_data(text)
    turn = replace(
        turn, text=masked, query=masked, masked=masked != text, sensitive=is_happening(text)
    )
    if len(hidden_text(turn.question.text)) > _LONGEST_HARMLESS_TAG:
        return Ending(status=Status.BLOCKED, turn=turn, reason="hidden_text")
    said = [visible_text(m.content) for m in turn.question.history]
    if any(gives_orders(part) for part in (text, *said)):
        return Ending(status=Status.BLOCKED, turn=turn, reason="injection")
    if is_harmful(text):
        return Ending(status=Status.BLOCKED, turn=turn, reason="harmful")
    return turn
