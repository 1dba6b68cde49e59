from __future__ import annotations

from pathlib import Path

import pytest

from indexer.corpus import corpus_digest, load_corpus, require_indexable
from indexer.errors import CorpusError


def test_the_corpus_is_read_whole(small_corpus: Path) -> None:
    corpus = load_corpus(small_corpus)
    assert corpus.folder == small_corpus
    assert set(corpus.sources) == {"S01", "S02", "S03", "S04", "S05", "L01"}
    assert [document.id for document in corpus.documents] == [
        "uitvoer-nl",
        "spionage-nl",
        "melden-nl",
        "notify-en",
    ]
    assert {contact.id for contact in corpus.contacts} == {"olev", "bti", "aivd", "cdiu"}
    topics = {document.topic for document in corpus.documents}
    assert {fact.topic for fact in corpus.facts} == {*topics, "english"}
    assert len(corpus.lexicon) == 3


def test_a_missing_folder_names_the_setting(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="set LOKET_CORPUS_DIR"):
        load_corpus(tmp_path / "nergens")


@pytest.mark.parametrize("name", ["sources.toml", "contacts.toml", "lexicon.toml"])
def test_a_missing_file_is_named(small_corpus: Path, name: str) -> None:
    (small_corpus / name).unlink()
    with pytest.raises(CorpusError, match=name):
        load_corpus(small_corpus)


@pytest.mark.parametrize(
    "name", ["sources.toml", "contacts.toml", "lexicon.toml", "documents/wet-vifo/melden.nl.md"]
)
def test_the_digest_changes_with_every_file_that_an_index_depends_on(
    small_corpus: Path, name: str
) -> None:
    before = corpus_digest(small_corpus)
    with (small_corpus / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert corpus_digest(small_corpus) != before


def test_the_digest_sees_a_new_name(small_corpus: Path) -> None:
    before = corpus_digest(small_corpus)
    path = small_corpus / "documents/wet-vifo/melden.nl.md"
    path.rename(path.with_name("anders.nl.md"))
    assert corpus_digest(small_corpus) != before


def test_the_digest_does_not_see_the_evidence_or_the_place(
    small_corpus: Path, tmp_path: Path
) -> None:
    before = corpus_digest(small_corpus)
    (small_corpus / "evidence/wet-vifo.md").write_text("- Iets anders. [S01]\n", encoding="utf-8")
    assert corpus_digest(small_corpus) == before
    assert corpus_digest(small_corpus.rename(tmp_path / "elders")) == before


def test_a_whole_corpus_can_be_indexed(small_corpus: Path) -> None:
    require_indexable(load_corpus(small_corpus))


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("vooraf melden. [S01]", "vooraf melden.", 13, "names no source"),
        ("vooraf melden. [S01]", "vooraf melden. [S01][S77]", 13, "unknown source S77"),
        ("{#termijn}", "{#klein-belang}", 35, "section id klein-belang is used more than once"),
        ("id: melden-nl", "id: spionage-nl", 1, "document id spionage-nl is used more than once"),
    ],
)
def test_what_could_not_be_found_or_cited_cannot_be_indexed(
    small_corpus: Path, old: str, new: str, line: int, problem: str
) -> None:
    path = small_corpus / "documents/wet-vifo/melden.nl.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(CorpusError, match=problem) as caught:
        require_indexable(load_corpus(small_corpus))
    assert (caught.value.path, caught.value.line) == (path, line)
