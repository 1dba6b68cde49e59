"""Vectors of a build that has not ended, so that a build that was stopped need not begin anew.

Embedding is what a build takes its time for. Each batch is kept here as soon as it is made; when
the build is there, this file goes: from then on Chroma holds the vectors.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from indexer.embedder import Embedder, Vectors

FILE = "vectors.sqlite3"


class RememberingEmbedder:
    """An embedder that asks the one behind it only for what it has not embedded yet."""

    def __init__(self, embedder: Embedder, database: sqlite3.Connection) -> None:
        """Wrap an embedder; the database holds what an earlier try embedded."""
        self._embedder = embedder
        self._database = database

    @property
    def name(self) -> str:
        """The name of the model behind it."""
        return self._embedder.name

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Embed passages (shape: texts, dimensions)."""
        return self._embedded("passage", texts, self._embedder.embed_passages)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Embed questions (shape: texts, dimensions)."""
        return self._embedded("query", texts, self._embedder.embed_queries)

    def _embedded(
        self, kind: str, texts: Sequence[str], embed: Callable[[Sequence[str]], Vectors]
    ) -> Vectors:
        keys = [hashlib.sha256(f"{self.name}\0{kind}\0{text}".encode()).digest() for text in texts]
        known = [self._known(key) for key in keys]
        missing = [place for place, vector in enumerate(known) if vector is None]
        if missing:
            made = embed([texts[place] for place in missing])
            rows = [(keys[place], row.tobytes()) for place, row in zip(missing, made, strict=True)]
            with self._database:  # commits
                self._database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
            for place, row in zip(missing, made, strict=True):
                known[place] = row
        return np.stack([row for row in known if row is not None])

    def _known(self, key: bytes) -> Vectors | None:
        found = self._database.execute("SELECT vector FROM vectors WHERE key = ?", (key,))
        row = found.fetchone()
        return np.frombuffer(row[0], np.float32) if row else None


@contextmanager
def remembering(embedder: Embedder, folder: Path) -> Iterator[Embedder]:
    """Lend an embedder that goes on where an earlier try in this folder stopped.

    What it remembers is forgotten when the block ends well, and kept when it does not.
    """
    path = folder / FILE
    database = _opened(path)
    try:
        yield RememberingEmbedder(embedder, database)
    finally:
        database.close()
    path.unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection:
    """Open the file, or begin a new one where it cannot be read."""
    try:
        return _connected(path)
    except sqlite3.DatabaseError:  # cut off in the middle, or no database at all
        path.unlink()
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    try:
        database.execute("PRAGMA synchronous = OFF")  # what is lost is only embedded again
        database.execute(
            "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID"
        )
        database.execute("SELECT count(*) FROM vectors").fetchone()
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
