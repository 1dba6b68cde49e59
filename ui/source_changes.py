"""What `loket changes` knows: per change the passages, their words, and the digests on them."""

from __future__ import annotations

from datetime import date
from typing import Any

from indexer.corpus import Corpus, load_corpus
from indexer.library.changes import Change, Resting, changes, word_diff
from indexer.library.entry import Version
from indexer.library.shelf import Library
from indexer.passages import Passage
from indexer.settings import IndexSettings
from ui.source_remove import not_in_library

Json = dict[str, Any]


def library_changes(
    settings: IndexSettings, source_id: str | None = None, since: date | None = None
) -> Json:
    """Return what changed between the versions of one source or of all, newest first.

    Raises:
        SourceRefused: the library has no such source.
        CorpusError: the corpus cannot be read.
        LibraryDamaged: a version cannot be read.
    """
    library = Library(settings.library_dir)
    if source_id is not None and library.get(source_id) is None:
        raise not_in_library(source_id)
    corpus = load_corpus(settings.corpus_dir)
    found = changes(library, corpus, settings.original_words, since=since)
    return {
        "changes": [
            _change(change, corpus)
            for change in found
            if source_id is None or change.entry.id == source_id
        ]
    }


def _change(change: Change, corpus: Corpus) -> Json:
    return {
        "source_id": change.entry.id,
        "title": change.entry.source.title,
        "before": _version(change.before),
        "after": _version(change.after),
        "reworded": [
            {
                "before": _passage(pair.before),
                "after": _passage(pair.after),
                "words": [
                    {"edit": edit, "text": text}
                    for edit, text in word_diff(pair.before.text, pair.after.text)
                ],
            }
            for pair in change.reworded
        ],
        "gone": [_passage(passage) for passage in change.gone],
        "new": [_passage(passage) for passage in change.new],
        "look_again": [_resting(resting, corpus) for resting in change.resting],
    }


def _version(version: Version) -> Json:
    return {"name": version.name, "dated": version.dated, "taken_in": version.taken_in}


def _passage(passage: Passage) -> Json:
    first = passage.spans[0]
    return {
        "id": passage.id,
        "heading": passage.heading,
        "page": first.page,
        "locator": first.locator,
        "text": passage.text,
    }


def _resting(resting: Resting, corpus: Corpus) -> Json:
    paths = {document.id: document.path for document in corpus.documents}
    return {
        "section": f"{resting.document_id}.{resting.section_id}",
        "heading": resting.heading,
        "checked": resting.checked.isoformat(),
        "file": str(paths[resting.document_id]),
    }
