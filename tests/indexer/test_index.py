from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import get_args

import pytest

from indexer.build import build_index
from indexer.errors import AppError, IndexDamaged, IndexMismatch, IndexMissing
from indexer.index import Index, Manifest, current_build, open_index, point_to, read_passages
from indexer.settings import IndexSettings
from indexer.store import Collection
from tests.conftest import quiet
from tests.fakes import HashEmbedder


@pytest.fixture
def index_dir(small_settings: IndexSettings, tmp_path: Path) -> Path:
    """A copy of the small index that a test may damage."""
    return Path(shutil.copytree(small_settings.index_dir, tmp_path / "index"))


def test_an_open_index_holds_passages_sources_contacts_and_words(small_index: Index) -> None:
    assert len(small_index.passages) == 8
    assert set(small_index.by_id) == {passage.id for passage in small_index.passages}
    assert small_index.sources["S01"].kind == "wettekst"
    assert [contact.id for contact in small_index.contacts] == ["olev", "bti", "aivd", "cdiu"]
    assert small_index.terms.parts("bedrijfsspionage") == ("bedrijf", "spionage")
    assert small_index.terms.knows("uitvoervergunningen")
    assert small_index.terms.expansion("drones") == ["dual", "use", "tweeerlei", "gebruik"]


def test_the_terms_of_a_passage_hold_its_heading_text_and_hints(small_index: Index) -> None:
    passage = small_index.by_id["melden-nl.klein-belang"]
    found = small_index.terms_of(passage)
    for word in (passage.heading, "aandelen overdraagt", "minderheidsbelang"):
        assert set(small_index.terms.of_text(word, "nl")) <= found
    assert small_index.terms_of(passage) is found  # read once


def test_a_closed_index_cannot_be_searched(index_dir: Path) -> None:
    with open_index(index_dir, HashEmbedder()) as index:
        vector = index.embedder.embed_queries(["spionage"])[0]
        assert index.store.nearest("hints", vector, count=1, scopes=["nl"])
    with pytest.raises(IndexDamaged):
        index.store.nearest("hints", vector, count=1, scopes=["nl"])


def test_the_manifest_says_what_the_build_was_made_from(small_index: Index) -> None:
    manifest = Manifest.read(small_index.folder)
    assert manifest.build_id == small_index.folder.name
    assert manifest.model == HashEmbedder().name
    assert manifest.passages == {p.id: p.digest for p in small_index.passages}


def test_a_build_can_be_moved_as_a_whole(index_dir: Path, tmp_path: Path) -> None:
    moved = shutil.move(index_dir, tmp_path / "elders")
    with open_index(Path(moved), HashEmbedder()) as index:
        assert index.store.count("passages") == 8


def test_no_pointer_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="run `loket index`"):
        open_index(tmp_path, HashEmbedder())


@pytest.mark.parametrize(
    "pointer",
    [b"", b"\n", b"20200101T000000-nergens\n", b"../elders", b"\xff\xfe\x00", b"a\x00b", b".."],
)
def test_a_corrupt_pointer_is_reported(index_dir: Path, pointer: bytes) -> None:
    (index_dir / "current").write_bytes(pointer)
    with pytest.raises(IndexDamaged, match="run `loket index --rebuild`"):
        open_index(index_dir, HashEmbedder())


def test_a_pointer_that_is_a_folder_is_reported(index_dir: Path) -> None:
    (index_dir / "current").unlink()
    (index_dir / "current").mkdir()
    with pytest.raises(IndexDamaged, match="pointer"):
        open_index(index_dir, HashEmbedder())


def test_pointing_elsewhere_leaves_no_other_file(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        point_to(tmp_path, name)
        assert current_build(tmp_path) == tmp_path / name
    assert sorted(path.name for path in tmp_path.iterdir()) == ["current", "een", "twee"]


def test_an_index_made_with_another_model_is_refused(index_dir: Path) -> None:
    with pytest.raises(IndexMismatch) as caught:
        open_index(index_dir, HashEmbedder("ander-model"))
    assert (caught.value.built_with, caught.value.asked_for) == ("hash-64", "ander-model")
    assert "LOKET_MODEL" in str(caught.value)


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "geen json",
        "[]",
        "null",
        '{"build_id": "x"}',
        '{"format": 1, "onbekend": 2}',
        "\udcff",
    ],
)
def test_a_corrupt_manifest_is_reported(index_dir: Path, manifest: str) -> None:
    path = current_build(index_dir) / "manifest.json"
    path.write_bytes(manifest.encode(errors="surrogateescape"))
    with pytest.raises(IndexDamaged, match="manifest"):
        open_index(index_dir, HashEmbedder())


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("format", 99, "format 99"),
        ("groups", None, "manifest"),
        ("groups", ["a"], "manifest"),
        ("groups", {"corpus": None}, "manifest"),
        ("groups", {"corpus": {"digest": "a"}}, "manifest"),
        ("groups", {}, "do not agree"),
    ],
)
def test_a_manifest_with_other_values_is_reported(
    index_dir: Path, field: str, value: object, problem: str
) -> None:
    path = current_build(index_dir) / "manifest.json"
    values = json.loads(path.read_text(encoding="utf-8")) | {field: value}
    path.write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(IndexDamaged, match=problem):
        open_index(index_dir, HashEmbedder())


@pytest.mark.parametrize("content", [None, b"", b"{", b"[1]\n", b'{"id": "a"}\n', b"\xff\n"])
@pytest.mark.parametrize(
    "name", ["passages.jsonl", "sources.toml", "manifest.json", "chroma/chroma.sqlite3"]
)
def test_each_damaged_or_missing_file_is_reported(
    index_dir: Path, name: str, content: bytes | None
) -> None:
    path = current_build(index_dir) / name
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(IndexDamaged):
        open_index(index_dir, HashEmbedder())


@pytest.mark.parametrize("name", ["contacts.toml", "lexicon.toml"])
@pytest.mark.parametrize("content", [None, b"{", b"\xff\n", b"entry = 1\ncontact = 1\n"])
def test_a_damaged_table_is_reported(index_dir: Path, name: str, content: bytes | None) -> None:
    path = current_build(index_dir) / name
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(IndexDamaged, match=name):
        open_index(index_dir, HashEmbedder())


def test_a_register_that_lacks_a_cited_source_is_reported(index_dir: Path) -> None:
    path = current_build(index_dir) / "sources.toml"
    text = path.read_text(encoding="utf-8").replace('id = "S04"', 'id = "S94"')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(IndexDamaged, match="its register lacks source S04"):
        open_index(index_dir, HashEmbedder())


def test_an_index_without_its_vectors_is_reported(index_dir: Path) -> None:
    shutil.rmtree(current_build(index_dir) / "chroma")
    with pytest.raises(IndexDamaged, match="another number of passages"):
        open_index(index_dir, HashEmbedder())


def test_every_error_says_the_way_out(index_dir: Path) -> None:
    shutil.rmtree(current_build(index_dir))
    with pytest.raises(AppError, match="run `loket index"):
        open_index(index_dir, HashEmbedder())


def test_passages_are_read_back_as_they_were(small_index: Index) -> None:
    assert read_passages(small_index.folder) == small_index.passages


@pytest.fixture
def partly_internal(index_settings: IndexSettings) -> IndexSettings:
    """Settings of an index in which the document on espionage is for the desk's own staff."""
    path = index_settings.corpus_dir / "documents/risicos-spionage/spionage.nl.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("label: public", "label: internal"), encoding="utf-8")
    build_index(index_settings, HashEmbedder, quiet)
    return index_settings


def found_for(index: Index, question: str) -> set[str]:
    vector = index.embedder.embed_queries([question])[0]
    scopes = index.scopes("nl")
    near = (
        near.passage_id
        for name in get_args(Collection)
        for near in index.store.nearest(name, vector, count=50, scopes=scopes)
    )
    terms = index.terms.of_question(question, "nl")
    return {*near, *(name for name, _ in index.keywords.best(terms, count=50, scopes=scopes))}


@pytest.mark.parametrize("internal", [False, True])
def test_only_who_asks_for_internal_texts_finds_them(
    partly_internal: IndexSettings, internal: bool
) -> None:
    with open_index(partly_internal.index_dir, HashEmbedder(), internal=internal) as index:
        shown = {passage.id for passage in index.passages}
        found = found_for(index, "Wat moet ik doen als ik word bespioneerd? AIVD spionage")
        assert found
        assert found <= shown
        assert set(index.by_id) == shown
        for names in (shown, found):
            assert any(name.startswith("spionage-nl") for name in names) is internal
