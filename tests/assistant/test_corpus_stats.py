"""Counting the corpus: sums per topic agree with the documents."""

from __future__ import annotations

from pathlib import Path

from assistant.corpus_stats import corpus_stats
from indexer.corpus import load_corpus


def test_the_sums_agree_with_the_documents(small_corpus: Path) -> None:
    corpus = load_corpus(small_corpus)
    rows = corpus_stats(corpus)
    assert [row.topic for row in rows] == sorted({d.topic for d in corpus.documents})
    sections = [section for document in corpus.documents for section in document.sections]
    assert sum(sum(row.sections.values()) for row in rows) == len(sections)
    assert sum(row.hints for row in rows) == sum(len(section.hints) for section in sections)
    words = sum(len(s.text.split()) for section in sections for s in section.sentences)
    assert sum(row.words for row in rows) == words
    for row in rows:
        own = [document for document in corpus.documents if document.topic == row.topic]
        assert row.oldest_check == min(document.checked for document in own)
        assert row.first_review == min(document.review_by for document in own)
        secondary = [section.secondary for document in own for section in document.sections]
        assert row.secondary == sum(secondary) / len(secondary)
