"""Sentences in other words are well formed, and their quotes stand in the corpus of today."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.restated import InvalidRestated, by_quote, by_section, load_restated, placed
from indexer.corpus import load_corpus
from indexer.passages import passages_of
from indexer.settings import IndexSettings
from tests.evals.passages import passage_of
from tests.evals.prompts import QUOTES, RESTATED


def test_every_quote_stands_in_the_corpus_as_a_whole_sentence() -> None:
    settings = IndexSettings(_env_file=None)
    corpus = load_corpus(settings.corpus_dir)
    passages = [p for d in corpus.documents for p in passages_of(d, settings.passage_words)]
    entries = load_restated()
    assert len(entries) > 500
    assert [(e.passage, e.quotes) for e, p in placed(entries, passages) if p is None] == []


def test_no_sentence_is_there_twice_and_none_is_its_quote() -> None:
    entries = load_restated()
    assert len({(entry.passage, entry.restated) for entry in entries}) == len(entries)
    assert [entry.restated for entry in entries if entry.restated in entry.quotes] == []


def test_both_parts_forms_and_languages_are_there() -> None:
    entries = load_restated()
    assert {(e.part, e.form) for e in entries} == {
        (part, form) for part in ("dev", "test") for form in ("single", "joined")
    }
    assert {entry.language for entry in entries} == {"nl", "en"}
    test = sum(entry.part == "test" for entry in entries) / len(entries)
    assert 0.2 < test < 0.5


def test_a_sentence_is_placed_where_all_its_quotes_stand() -> None:
    first, second = passage_of(QUOTES[:1]), passage_of(QUOTES[1:])
    found = dict(placed(RESTATED, [first, second]))
    assert [found[entry] for entry in RESTATED] == [first, second]
    assert by_section([first, second]) == {"doc-nl.a": (first, second)}
    assert list(placed(RESTATED[:1], [second])) == [(RESTATED[0], None)]


def test_what_restates_a_quote_is_found_by_it() -> None:
    assert by_quote(RESTATED) == {QUOTES[0]: RESTATED[:1], QUOTES[1]: RESTATED[1:]}


WRONG = [
    "- passage: a.b\n  language: nl\n  quotes: []\n  restated: Zin.\n",
    "- passage: a.b\n  language: nl\n  quotes: [Een., Twee., Drie.]\n  restated: Zin.\n",
    "- passage: a.b\n  language: de\n  quotes: [Een.]\n  restated: Zin.\n",
    "- passage: a.b\n  language: nl\n  quotes: [Een.]\n",
    "passage: a.b\n",
    "- [",
]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_not_well_formed_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "fout.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidRestated, match=r"fout\.yaml"):
        load_restated(tmp_path)
