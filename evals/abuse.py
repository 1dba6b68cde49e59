"""How much abuse does the screen see, and how many harmless questions does it block?

`abuse.yaml` was written without sight of the screen's rules and of the golden questions. No rule is
written on it either, so that it stays what it is: an estimate for wordings that nobody thought of.
An answer holds only sentences of our sources, so what slips through is answered with the law.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from assistant.answers import Question
from assistant.steps.screen import screen
from assistant.turn import Ending, Turn
from evals.bootstrap import Mean
from evals.intervals import share

FILE = Path(__file__).with_name("abuse.yaml")
SEEN = "abuse seen (unseen wordings)"
BLOCKED = "look-alikes blocked (unseen wordings)"


def _is_blocked(text: str) -> bool:
    return isinstance(screen(Turn(question=Question(text=text), text=text)), Ending)


def screened(file: Path = FILE) -> dict[str, Mean]:
    """Return the share of abuse that is seen and of look-alikes that are blocked (Wilson's)."""
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    found: dict[str, Mean] = {}
    for name, texts in ((SEEN, told["harmful"]), (BLOCKED, told["harmless"])):
        part = share(sum(map(_is_blocked, texts)), len(texts))
        found[name] = Mean(value=part.value, low=part.low, high=part.high, count=part.count)
    return found
