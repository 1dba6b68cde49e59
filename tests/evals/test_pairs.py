from __future__ import annotations

from pathlib import Path

import pytest

from evals.pairs import InvalidPairs, load_pairs
from indexer.corpus import load_corpus
from indexer.passages import passages_of
from indexer.settings import IndexSettings


def test_there_are_enough_pairs_of_every_sort() -> None:
    pairs = load_pairs()
    true = [pair for pair in pairs if pair.supported]
    wrong = [pair for pair in pairs if not pair.supported]
    assert len(true) >= 120
    assert len([pair for pair in true if pair.language == "en"]) >= 20
    assert len(wrong) >= 100
    kinds = {pair.kind for pair in wrong}
    assert kinds >= {"number", "date", "name", "contact", "modality", "negation", "condition"}
    assert {pair.part for pair in pairs} == {"dev", "test"}


def test_no_pair_is_there_twice_and_none_is_the_quote_itself() -> None:
    pairs = load_pairs()
    assert len({(pair.quote, pair.sentence) for pair in pairs}) == len(pairs)
    assert not [pair for pair in pairs if pair.sentence == pair.quote]


def test_the_quotes_come_from_the_corpus() -> None:
    corpus = load_corpus(IndexSettings(_env_file=None).corpus_dir)
    texts = {p.id: p.text for d in corpus.documents for p in passages_of(d, 180)}
    pairs = load_pairs()
    there = [pair for pair in pairs if pair.quote in texts.get(pair.passage, "")]
    # A label stays right when the corpus moves on, but the pairs should not grow old unseen.
    assert len(there) >= 0.5 * len(pairs)


@pytest.mark.parametrize(
    "text",
    ["quotes: 7", "other: []", "quotes: [{passage: a}]", "quotes: [", "- 1"],
)
def test_a_file_that_is_not_well_formed_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "slecht.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidPairs, match=r"slecht\.yaml"):
        load_pairs(tmp_path)
