"""What an index is made of: the corpus as one group, and each source of the library as another.

A group whose digest did not change is taken over from the current build as it is, unread. So what
it costs to add a page does not grow with the passages that are there already.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date

from indexer.corpus import corpus_digest, load_corpus, require_indexable
from indexer.library.entry import Entry, to_json
from indexer.library.holdings import passages_of_entry
from indexer.library.shelf import Library
from indexer.passages import Passage, passages_of
from indexer.settings import IndexSettings

CORPUS = "corpus"
"""The name of the group of the digests."""


_OF_THE_LOOK = ("etag", "last_modified", "looked_at", "reason", "state")
"""What a look at the origin changes, though the source stays as it was."""


@dataclass(frozen=True, slots=True)
class Group:
    """Passages that change together; `passages` is called only when they did."""

    name: str
    digest: str
    passages: Callable[[], Iterable[Passage]]


def groups_of(settings: IndexSettings, today: date) -> tuple[Group, ...]:
    """Return what an index would be made of now; reads no document.

    Raises:
        LibraryDamaged: an entry of the library cannot be read.
    """
    library = Library(settings.library_dir)
    ready = [entry for entry in library.entries() if entry.versions]
    return (_corpus(settings), *(_original(settings, library, entry, today) for entry in ready))


def _corpus(settings: IndexSettings) -> Group:
    def passages() -> Iterable[Passage]:
        corpus = load_corpus(settings.corpus_dir)
        require_indexable(corpus)
        for document in corpus.documents:
            yield from passages_of(document, settings.passage_words)

    digest = f"{corpus_digest(settings.corpus_dir)} {settings.passage_words}"
    return Group(CORPUS, digest, passages)


def _original(settings: IndexSettings, library: Library, entry: Entry, today: date) -> Group:
    current = entry.current(today)
    known = {
        **{name: value for name, value in to_json(entry).items() if name not in _OF_THE_LOOK},
        "checked": (entry.looked_at or "")[: len("2026-11-22")],
        "current": current.sha256 if current else None,
        "words": settings.original_words,
    }
    digest = hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()
    return Group(
        f"bron:{entry.id}",
        digest,
        lambda: passages_of_entry(library, entry, settings.original_words, today),
    )


def originals_json(settings: IndexSettings) -> str:
    """Return the sources of the library, with who may read them, as a build keeps them."""
    entries = Library(settings.library_dir).entries()
    known = [
        {"source": asdict(entry.source), "label": entry.label}
        for entry in entries
        if entry.versions and not entry.registered
    ]
    return json.dumps(known, ensure_ascii=False, indent=1)
