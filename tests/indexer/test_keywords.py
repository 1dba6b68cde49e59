from __future__ import annotations

from pathlib import Path

import pytest

from indexer.corpus import Corpus, load_corpus
from indexer.errors import IndexDamaged
from indexer.keywords import KeywordIndex, terms_of_passage, vocabulary_of
from indexer.passages import Passage, passages_of
from indexer.terms import Terms
from tests.conftest import SMALL_CORPUS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(SMALL_CORPUS)


@pytest.fixture(scope="module")
def passages(corpus: Corpus) -> list[Passage]:
    return [p for document in corpus.documents for p in passages_of(document, 180)]


@pytest.fixture(scope="module")
def terms(corpus: Corpus, passages: list[Passage]) -> Terms:
    return Terms(vocabulary_of(passages, corpus.lexicon), corpus.lexicon)


@pytest.fixture(scope="module")
def index(passages: list[Passage], terms: Terms) -> KeywordIndex:
    own = {p.id: terms_of_passage(p, terms) for p in passages}
    return KeywordIndex.build([(p.id, p.scope) for p in passages], own, terms.vocabulary)


def asked(index: KeywordIndex, terms: Terms, question: str, language: str) -> list[str]:
    found = index.best(terms.of_question(question, language), count=3, scopes=[language])
    assert [score for _, score in found] == sorted((s for _, s in found), reverse=True)
    return [name for name, _ in found]


def test_the_passage_that_shares_most_words_comes_first(index: KeywordIndex, terms: Terms) -> None:
    best = asked(index, terms, "boete als ik een investering te laat meld", "nl")[0]
    assert best == "melden-nl.termijn"


def test_a_compound_finds_its_parts_and_the_lexicon_its_terms(
    index: KeywordIndex, passages: list[Passage], terms: Terms
) -> None:
    spying = asked(index, terms, "vermoedensmelding", "nl")
    assert spying[0] == "spionage-nl.spionage-melden"
    drones = asked(index, terms, "drones", "nl")
    assert {p.id: p.topic for p in passages}[drones[0]] == "exportcontrole-dual-use"


def test_only_passages_in_the_scopes_are_found(
    index: KeywordIndex, passages: list[Passage], terms: Terms
) -> None:
    found = asked(index, terms, "investment notification", "en")
    assert {p.language for p in passages if p.id in found} == {"en"}
    assert index.best(["invest"], count=3, scopes=["en-internal"]) == []


def test_unknown_words_find_nothing(index: KeywordIndex, terms: Terms) -> None:
    assert asked(index, terms, "erwtensoep", "nl") == []
    assert index.best([], count=3, scopes=["nl"]) == []


def test_no_more_are_returned_than_asked_for(index: KeywordIndex, terms: Terms) -> None:
    assert len(index.best(terms.of_text("spionage", "nl"), count=1, scopes=["nl"])) == 1


def test_a_saved_index_answers_the_same(index: KeywordIndex, terms: Terms, tmp_path: Path) -> None:
    index.save(tmp_path / "bm25")
    again = KeywordIndex.load(tmp_path / "bm25")
    asked_for = terms.of_question("investering melden bij de geheime dienst", "nl")
    assert again.best(asked_for, count=5, scopes=["nl"]) == index.best(
        asked_for, count=5, scopes=["nl"]
    )
    assert again.stems == index.stems
    assert again.vocabulary == index.vocabulary == terms.vocabulary
    assert {"sensitiev", "spionag"} & again.stems


def test_a_changed_index_equals_one_made_from_nothing(
    index: KeywordIndex, passages: list[Passage], terms: Terms
) -> None:
    own = {p.id: terms_of_passage(p, terms) for p in passages}
    kept = [(p.id, p.scope) for p in passages[1:]]
    added = {"nieuw": ["drone", "schroef", "drone"]}
    changed = index.changed([*kept, ("nieuw", "nl")], added)
    whole = KeywordIndex.build([*kept, ("nieuw", "nl")], own | added, terms.vocabulary)
    assert changed.stems == whole.stems  # what only the removed passage held is forgotten
    assert changed.stems != index.stems
    for asked_for in (["drone"], ["schroef", "melden"], terms.of_text("boete spionage", "nl")):
        found = changed.best(asked_for, count=9, scopes=["nl"])
        assert found == whole.best(asked_for, count=9, scopes=["nl"])
        assert found


FILES = [
    "passages.json",
    "params.index.json",
    "vocab.index.json",
    "data.csc.index.npy",
    "indices.csc.index.npy",
    "indptr.csc.index.npy",
    "tokens.npz",
    "vocabulary.json",
]


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff\xfe", b'"x"'])
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_reported(
    index: KeywordIndex, tmp_path: Path, name: str, content: bytes | None
) -> None:
    folder = tmp_path / "build" / "bm25"
    folder.mkdir(parents=True)
    index.save(folder)
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(IndexDamaged, match="keyword index") as caught:
        KeywordIndex.load(folder)
    assert caught.value.folder == tmp_path / "build"


def test_the_vocabulary_holds_words_of_passages_hints_and_lexicon(
    corpus: Corpus, passages: list[Passage]
) -> None:
    vocabulary = vocabulary_of(passages, corpus.lexicon)
    assert {"sensitieve", "minderheidsbelang", "uitvoeren", "geheime", "aivd"} <= vocabulary
    assert "Sensitieve" not in vocabulary
