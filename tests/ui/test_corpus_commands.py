"""`loket corpus stats` counts what is there, per topic."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.corpus_stats import corpus_stats
from indexer.corpus import load_corpus
from ui.cli import app


def test_every_topic_is_counted(small_corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOKET_CORPUS_DIR", str(small_corpus))
    monkeypatch.setenv("COLUMNS", "120")
    corpus = load_corpus(small_corpus)
    rows = corpus_stats(corpus)
    assert {row.topic for row in rows} == {document.topic for document in corpus.documents}
    sections = sum(len(document.sections) for document in corpus.documents)
    assert sum(sum(row.sections.values()) for row in rows) == sections
    shown = CliRunner().invoke(app, ["corpus", "stats"])
    assert shown.exit_code == 0
    for row in rows:
        assert row.topic[:20] in shown.output
        assert str(row.words) in shown.output
