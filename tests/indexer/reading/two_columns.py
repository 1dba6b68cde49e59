"""Text as a bad extraction leaves it: two columns run together line by line. For the tests."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from functools import cache

from indexer.reading.markdown_text import blocks_of
from indexer.settings import PROJECT

_SHORTEST = 60  # characters of a sentence that is prose


@cache
def corpus_prose(language: str) -> tuple[str, ...]:
    """Return the running text of the digests in a language, a paragraph each."""
    files = sorted((PROJECT / "corpus" / "documents").rglob(f"*.{language}.md"))
    return tuple(
        block.text.split(" [S")[0]
        for file in files
        for block in blocks_of(file.read_text(encoding="utf-8"))
        if block.kind == "paragraph" and len(block.text) > _SHORTEST and ": " not in block.text
    )


def wrap(text: str, width: int, *, hyphens: bool) -> list[str]:
    """Break a text into lines; with hyphens, long words are broken where the line is full."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if len(longer) <= width:
            line = longer
            continue
        room = min(width - len(line) - 2, len(word) - 3)
        if hyphens and len(word) >= 7 and room >= 3 and word.isalpha():
            lines.append(f"{line} {word[:room]}-".strip())
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _column(chance: random.Random, prose: Sequence[str], width: int, lines: int) -> list[str]:
    start = chance.randrange(len(prose))
    column: list[str] = []
    while len(column) < lines:
        size = chance.randint(2, 5)
        text = " ".join(prose[(start + at) % len(prose)] for at in range(size))
        column.extend(wrap(text, width, hyphens=True))
        start += size
    return column[:lines]


def interleave(seed: int, lines: int = 45) -> str:
    """Return a page of two columns of corpus prose, run together; a seed gives always the same."""
    chance = random.Random(seed)
    prose = corpus_prose(chance.choice(["nl", "nl", "en"]))
    width = chance.randint(40, 70)
    columns = (_column(chance, prose, width, lines) for _ in range(2))
    return "\n".join(f"{left} {right}" for left, right in zip(*columns, strict=True))


def single_column(seed: int, lines: int = 60) -> list[str]:
    """Return the lines of one column of corpus prose with words broken at their ends."""
    chance = random.Random(seed)
    prose = corpus_prose(chance.choice(["nl", "en"]))
    return list(itertools.islice(_column(chance, prose, chance.randint(40, 90), lines), lines))
