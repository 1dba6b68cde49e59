"""The evidence: one fact a line, in our own words, with the sources that state it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from indexer.errors import CorpusError

_IDS = re.compile(r"(?:\s*\[([A-Z]\d+)\])+\s*\.?\s*$")
_ID = re.compile(r"\[([A-Z]\d+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of the evidence, and where it stands."""

    text: str
    source_ids: tuple[str, ...]
    topic: str
    path: Path
    line: int


def read_lines(path: Path) -> list[str]:
    """Read a text file of the corpus, line by line.

    Raises:
        CorpusError: the file cannot be read or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise CorpusError(path, None, f"the file cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CorpusError(path, None, "the file is not UTF-8; save it as UTF-8") from error


def split_ids(text: str) -> tuple[str, tuple[str, ...]]:
    """Split `Een zin. [S1][L2]` into its words and its source ids (empty when it names none)."""
    found = _IDS.search(text)
    if not found:
        return text.strip(), ()
    return text[: found.start()].strip(), tuple(_ID.findall(found.group(0)))


def load_evidence(folder: Path) -> tuple[Fact, ...]:
    """Read every `<topic>.md` in the folder.

    Raises:
        CorpusError: a file is not UTF-8, or a fact names no source.
    """
    facts: list[Fact] = []
    for path in sorted(folder.glob("*.md")):
        for number, line in enumerate(read_lines(path), start=1):
            if not line.startswith("- "):
                continue
            text, ids = split_ids(line[2:])
            if not ids:
                raise CorpusError(path, number, "this fact names no source; end it with [S…]")
            facts.append(Fact(text=text, source_ids=ids, topic=path.stem, path=path, line=number))
    return tuple(facts)
