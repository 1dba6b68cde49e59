from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from indexer.documents import load_document
from indexer.embedder import Vectors
from indexer.errors import IndexDamaged
from indexer.offline import SILENT
from indexer.passages import Passage, passages_of
from indexer.store import Store, Text, hint_texts, passage_text
from tests.conftest import SMALL_CORPUS
from tests.fakes import DIMENSIONS, HashEmbedder

TEXTS = [
    Text(id="a", passage_id="a", scope="nl", text="spionage bij bedrijven"),
    Text(id="b", passage_id="b", scope="nl", text="een investering melden"),
    Text(id="c", passage_id="c", scope="en", text="espionage at companies"),
]


@pytest.fixture
def passage() -> Passage:
    return next(passages_of(load_document(SMALL_CORPUS / "documents/wet-vifo/melden.nl.md"), 180))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "chroma", HashEmbedder()) as store:
        assert list(store.add("passages", TEXTS))[-1] == 3
        yield store


def near(store: Store, question: str, *scopes: str) -> list[tuple[str, float]]:
    vector = HashEmbedder().embed_queries([question])[0]
    found = store.nearest("passages", vector, count=5, scopes=scopes or ["nl"])
    return [(text.passage_id, text.similarity) for text in found]


def test_the_nearest_text_comes_first_with_its_cosine(store: Store) -> None:
    (first, similarity), (second, lower) = near(store, "spionage bij bedrijven")
    assert (first, second) == ("a", "b")
    assert similarity == pytest.approx(1.0, abs=1e-5)
    vectors = HashEmbedder().embed_queries([TEXTS[0].text, TEXTS[1].text])
    assert lower == pytest.approx(float(vectors[0] @ vectors[1]), abs=1e-5)


def test_only_texts_in_the_scope_are_found(store: Store) -> None:
    assert [name for name, _ in near(store, "spionage", "en")] == ["c"]


def test_several_scopes_are_searched_as_one(store: Store) -> None:
    own = Text(id="d", passage_id="d", scope="nl-internal", text="een investering bij bedrijven")
    list(store.add("passages", [own]))
    assert "d" not in [name for name, _ in near(store, own.text)]
    found = near(store, own.text, "nl", "nl-internal")
    assert found[0][0] == "d"
    assert [s for _, s in found] == sorted((s for _, s in found), reverse=True)
    assert len(found) == 3


def test_no_more_are_returned_than_asked_for(store: Store) -> None:
    vector = np.ones(DIMENSIONS, np.float32)
    assert len(store.nearest("passages", vector, count=1, scopes=["nl"])) == 1


def test_a_text_with_the_same_id_is_replaced(store: Store) -> None:
    changed = Text(id="a", passage_id="a", scope="nl", text="erwtensoep met worst")
    list(store.add("passages", [changed]))
    assert store.count("passages") == 3
    name, similarity = near(store, "erwtensoep met worst")[0]
    assert name == "a"
    assert similarity == pytest.approx(1.0, abs=1e-5)


def test_removing_a_passage_takes_its_hints_with_it(store: Store) -> None:
    hint = Text(id="a?0", passage_id="a", scope="nl", text="Word ik bespioneerd?")
    list(store.add("hints", [hint]))
    store.remove(["a", "onbekend"])
    assert (store.count("passages"), store.count("hints")) == (2, 0)
    store.remove([])
    assert store.count("passages") == 2


def test_a_store_is_still_there_when_opened_again(store: Store, tmp_path: Path) -> None:
    store.close()
    with Store(tmp_path / "chroma", HashEmbedder()) as again:
        assert again.count("passages") == 3
        assert near(again, "een investering melden")[0][0] == "b"


def test_texts_are_added_in_batches_that_tell_how_far_they_are(tmp_path: Path) -> None:
    many = [Text(id=str(n), passage_id=str(n), scope="nl", text=f"tekst {n}") for n in range(130)]
    with Store(tmp_path / "chroma", HashEmbedder()) as store:
        assert list(store.add("hints", many)) == [64, 128, 130]
        assert store.count("hints") == 130


def test_a_passage_is_stored_with_title_and_heading(passage: Passage) -> None:
    text = passage_text(passage)
    assert (text.id, text.passage_id, text.scope) == (passage.id, passage.id, "nl")
    assert text.text == passage.embedded_text


def test_hints_and_the_heading_lead_to_the_passage(passage: Passage) -> None:
    texts = hint_texts(passage)
    assert [text.text for text in texts] == [passage.heading, *passage.hints]
    assert {text.passage_id for text in texts} == {passage.id}
    assert len({text.id for text in texts}) == len(texts)


def test_hints_are_embedded_as_questions_and_passages_as_passages(tmp_path: Path) -> None:
    kinds: list[str] = []

    class Recorder(HashEmbedder):
        def embed_queries(self, texts: Sequence[str]) -> Vectors:
            kinds.append("question")
            return super().embed_queries(texts)

        def embed_passages(self, texts: Sequence[str]) -> Vectors:
            kinds.append("passage")
            return super().embed_passages(texts)

    with Store(tmp_path / "chroma", Recorder()) as store:
        list(store.add("passages", TEXTS[:1]))
        list(store.add("hints", TEXTS[:1]))
    assert kinds == ["passage", "question"]


def test_what_chroma_cannot_read_is_reported_as_damaged(tmp_path: Path) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"geen databank" * 1000)
    with pytest.raises(IndexDamaged, match="Chroma cannot open it"):
        Store(tmp_path, HashEmbedder())


def test_what_breaks_while_open_is_reported_as_damaged(store: Store) -> None:
    vector = np.ones(3, np.float32)  # another number of dimensions than the texts have
    with pytest.raises(IndexDamaged, match="Chroma cannot search it"):
        store.nearest("passages", vector, count=1, scopes=["nl"])


def test_a_closed_store_cannot_be_searched(tmp_path: Path) -> None:
    with Store(tmp_path / "chroma", HashEmbedder()) as store:
        list(store.add("passages", TEXTS))
        assert near(store, "spionage")
    with pytest.raises(IndexDamaged):
        near(store, "spionage")


def test_chroma_sends_no_telemetry(store: Store) -> None:
    assert store._client.get_settings().anonymized_telemetry is False
    assert os.environ["ANONYMIZED_TELEMETRY"] == SILENT["ANONYMIZED_TELEMETRY"]


def test_an_original_has_no_hints_to_store(passage: Passage) -> None:
    assert hint_texts(replace(passage, basis="original", hints=())) == []


def test_what_does_not_hold_today_is_stored_apart(passage: Passage, tmp_path: Path) -> None:
    law = replace(passage, id="wet", basis="original", hints=())
    before = replace(law, id="vroeger", current=False)
    secret = replace(before, id="intern", label="internal")
    stored = [passage_text(one) for one in (law, before, secret)]
    assert [text.scope for text in stored] == ["nl", "nl-dated", "nl-internal-dated"]
    with Store(tmp_path / "chroma", HashEmbedder()) as store:
        assert list(store.add("passages", stored))[-1] == 3
        question = law.embedded_text
        assert [name for name, _ in near(store, question)] == ["wet"]
        assert [name for name, _ in near(store, question, "nl-dated")] == ["vroeger"]
        both = near(store, question, "nl", "nl-dated")
        assert sorted(name for name, _ in both) == ["vroeger", "wet"]
        store.remove(["vroeger"])
        assert near(store, question, "nl-dated") == []
        assert store.count("passages") == 2
