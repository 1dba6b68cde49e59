"""Ways to say what a rule made of a sentence."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator


def made(
    rule: Callable[[str, str, random.Random], Iterator[str]], sentence: str, language: str = "nl"
) -> list[str]:
    """Return all that a rule makes of a sentence."""
    return list(rule(sentence, language, random.Random(1)))
