from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from indexer import build as building
from indexer import keywords
from indexer.build import BuildReport, build_index, is_fresh
from indexer.embedder import Vectors
from indexer.errors import CorpusError, FolderNotWritable, IndexBusy, LibraryDamaged, SourceRefused
from indexer.index import Manifest, current_build, open_index
from indexer.library.door import note_failure
from indexer.library.shelf import Library
from indexer.passages import Passage
from indexer.settings import IndexSettings
from tests.conftest import quiet
from tests.fakes import MODEL, HashEmbedder
from tests.indexer.library.arrivals import (
    LAW_NEW,
    LAW_OLD,
    Sender,
    add_originals,
    edited,
    extract_of,
    heading,
    prose,
)

MELDEN = "documents/wet-vifo/melden.nl.md"
FIRST_SENTENCE = "Wie minstens 10 procent van de stemmen krijgt in een bedrijf"


class CountingModel:
    """Hands out one embedder and counts how often it is asked for."""

    def __init__(self, name: str = MODEL) -> None:
        self.embedder = HashEmbedder(name)
        self.loaded = 0

    def __call__(self) -> HashEmbedder:
        self.loaded += 1
        self.embedder.embedded.clear()
        return self.embedder


@pytest.fixture
def model() -> CountingModel:
    return CountingModel()


@pytest.fixture
def built(index_settings: IndexSettings, model: CountingModel) -> BuildReport:
    """The report of a first build."""
    return build_index(index_settings, model, quiet)


def edit(settings: IndexSettings, change: Callable[[str], str], name: str = MELDEN) -> None:
    path = settings.corpus_dir / name
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def texts(settings: IndexSettings) -> dict[str, str]:
    with open_index(settings.index_dir, HashEmbedder()) as index:
        assert index.store.count("passages") == len(index.passages)
        digests = [passage for passage in index.passages if passage.basis == "digest"]
        hints = sum(len(passage.hints) + 1 for passage in digests)
        assert index.store.count("hints") == hints
        return {passage.id: passage.text for passage in index.passages}


def test_a_first_build_adds_everything(
    index_settings: IndexSettings, built: BuildReport, model: CountingModel
) -> None:
    assert (built.added, built.changed, built.removed, built.kept) == (8, 0, 0, 0)
    assert model.loaded == 1
    # Passages, headings and hints; one heading is a hint too, and is embedded once.
    assert len(model.embedder.embedded) == 8 + 8 * (7 + 1) - 1
    assert current_build(index_settings.index_dir).name == built.build_id
    assert len(texts(index_settings)) == 8
    assert is_fresh(index_settings)


def test_a_build_without_changes_costs_nothing(
    index_settings: IndexSettings, built: BuildReport, model: CountingModel
) -> None:
    again = build_index(index_settings, model, quiet)
    assert again.build_id == built.build_id
    assert (again.added, again.changed, again.removed, again.kept) == (0, 0, 0, 8)
    assert model.loaded == 1  # the model was not even loaded again


@pytest.mark.usefixtures("built")
def test_evidence_is_not_searched_so_it_does_not_count(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    edit(index_settings, lambda text: text + "\n- Nieuw feit. [S01]\n", "evidence/wet-vifo.md")
    assert is_fresh(index_settings)
    assert build_index(index_settings, model, quiet).kept == 8


@pytest.mark.usefixtures("built")
def test_only_a_changed_section_is_embedded_again(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    edit(index_settings, lambda text: text.replace(FIRST_SENTENCE, "Wie veel stemmen krijgt"))
    assert not is_fresh(index_settings)
    report = build_index(index_settings, model, quiet)
    assert (report.added, report.changed, report.removed, report.kept) == (0, 1, 0, 7)
    assert len(model.embedder.embedded) == 1 + 8
    assert texts(index_settings)["melden-nl.klein-belang"].startswith("Wie veel stemmen krijgt")


@pytest.mark.usefixtures("built")
def test_a_removed_hint_is_gone_from_the_store(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    edit(index_settings, lambda text: text.replace("- drempels stemmen meldplicht\n", ""))
    build_index(index_settings, model, quiet)
    texts(index_settings)  # counts the hints


@pytest.mark.usefixtures("built")
def test_a_removed_document_is_gone(index_settings: IndexSettings, model: CountingModel) -> None:
    (index_settings.corpus_dir / MELDEN).unlink()
    report = build_index(index_settings, model, quiet)
    assert (report.added, report.changed, report.removed, report.kept) == (0, 0, 2, 6)
    assert model.embedder.embedded == []
    assert not any(name.startswith("melden-nl") for name in texts(index_settings))


@pytest.mark.usefixtures("built")
def test_a_renamed_section_is_added_and_the_old_one_removed(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    edit(index_settings, lambda text: text.replace("{#termijn}", "{#wachttijd}"))
    report = build_index(index_settings, model, quiet)
    assert (report.added, report.changed, report.removed, report.kept) == (1, 0, 1, 7)
    found = texts(index_settings)
    assert "melden-nl.wachttijd" in found
    assert "melden-nl.termijn" not in found


@pytest.mark.usefixtures("built")
def test_a_moved_file_costs_no_embedding(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    path = index_settings.corpus_dir / MELDEN
    path.rename(path.with_name("anders.nl.md"))
    report = build_index(index_settings, model, quiet)
    assert (report.added, report.changed, report.removed, report.kept) == (0, 0, 0, 8)
    assert model.embedder.embedded == []


@pytest.mark.usefixtures("built")
def test_a_changed_contact_reaches_the_index_without_embedding(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    edit(
        index_settings, lambda text: text.replace("088 151 21 22", "088 111 11 11"), "contacts.toml"
    )
    assert build_index(index_settings, model, quiet).kept == 8
    assert model.embedder.embedded == []
    with open_index(index_settings.index_dir, HashEmbedder()) as index:
        assert index.contacts[-1].phone == "088 111 11 11"


def test_an_incremental_build_equals_a_build_from_nothing(
    index_settings: IndexSettings, built: BuildReport, model: CountingModel
) -> None:
    edit(index_settings, lambda text: text.replace("25 procent", "30 procent"))
    build_index(index_settings, model, quiet)
    question = "moet ik een investeerder met 15 procent melden"
    answers = []
    for rebuild in (False, True):
        report = build_index(index_settings, model, quiet, rebuild=rebuild)
        with open_index(index_settings.index_dir, HashEmbedder()) as index:
            vector = index.embedder.embed_queries([question])[0]
            near = index.store.nearest("hints", vector, count=5, scopes=["nl"])
            words = index.terms.of_question(question, "nl")
            best = index.keywords.best(words, count=5, scopes=["nl"])
            answers.append(([(n.text_id, round(n.similarity, 4)) for n in near], best))
    assert report.added == 8
    assert report.build_id != built.build_id
    assert answers[0] == answers[1]


@pytest.mark.usefixtures("built")
def test_another_model_or_passage_length_is_never_mixed_in(index_settings: IndexSettings) -> None:
    other = index_settings.model_copy(update={"model": "ander-model"})
    assert not is_fresh(other)
    report = build_index(other, CountingModel("ander-model"), quiet)
    assert report.added == 8
    assert is_fresh(other)
    assert not is_fresh(index_settings)
    shorter = other.model_copy(update={"passage_words": 40})
    assert not is_fresh(shorter)
    assert build_index(shorter, CountingModel("ander-model"), quiet).added > 0


class Breaking(HashEmbedder):
    """Fails when it comes to the question hints, halfway through a build."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        raise RuntimeError(f"stroomstoring na {len(texts)} teksten")


def test_a_build_that_breaks_leaves_the_current_index(
    index_settings: IndexSettings, built: BuildReport, model: CountingModel
) -> None:
    before = texts(index_settings)
    edit(index_settings, lambda text: text.replace(FIRST_SENTENCE, "Wie veel stemmen krijgt"))
    with pytest.raises(RuntimeError, match="stroomstoring"):
        build_index(index_settings, Breaking, quiet)
    assert current_build(index_settings.index_dir).name == built.build_id
    assert texts(index_settings) == before
    assert build_index(index_settings, model, quiet).changed == 1  # and the next one succeeds


def test_a_build_that_cannot_be_pointed_to_leaves_the_current_index(
    index_settings: IndexSettings,
    built: BuildReport,
    model: CountingModel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edit(index_settings, lambda text: text.replace("25 procent", "30 procent"))
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "current":
            raise OSError(errno.EROFS, "Read-only file system")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FolderNotWritable, match="LOKET_DATA_DIR"):
        build_index(index_settings, model, quiet)
    assert current_build(index_settings.index_dir).name == built.build_id


def test_what_a_killed_build_left_behind_is_cleaned(
    index_settings: IndexSettings, built: BuildReport, model: CountingModel
) -> None:
    index_dir = index_settings.index_dir
    leftover = index_dir / "20991231T000000000000-afgebrok.tmp"
    shutil.copytree(index_dir / built.build_id, leftover)
    assert build_index(index_settings, model, quiet).kept == 8
    assert not leftover.exists()
    assert current_build(index_dir).name == built.build_id


@pytest.mark.usefixtures("built")
def test_the_build_before_the_current_one_is_kept_and_older_ones_go(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    with open_index(index_settings.index_dir, HashEmbedder()) as reader:
        for number in (26, 27, 28):
            edit(index_settings, lambda text, n=number: text + f"- vraag {n}\n")  # type: ignore[misc]
            report = build_index(index_settings, model, quiet)
        folders = [path.name for path in index_settings.index_dir.iterdir() if path.is_dir()]
        assert len(folders) == 2
        assert max(folders) == report.build_id
        assert reader.by_id["melden-nl.termijn"].text  # what a reader has in memory stays


def test_two_writers_do_not_meet(index_settings: IndexSettings, model: CountingModel) -> None:
    index_settings.index_dir.mkdir(parents=True)
    with (
        FileLock(index_settings.index_dir / "writer.lock"),
        pytest.raises(IndexBusy, match="try again later"),
    ):
        build_index(index_settings, model, quiet)
    assert build_index(index_settings, model, quiet).added == 8


BROKEN_DOCUMENTS = [
    ("coördinatie".encode("latin-1"), "not UTF-8"),
    (b"zomaar tekst", "front matter"),
    (b"", "front matter"),
]


@pytest.mark.parametrize(("content", "problem"), BROKEN_DOCUMENTS)
def test_a_broken_document_leaves_the_running_index(
    index_settings: IndexSettings,
    built: BuildReport,
    model: CountingModel,
    content: bytes,
    problem: str,
) -> None:
    before = texts(index_settings)
    (index_settings.corpus_dir / "documents/nieuw.nl.md").write_bytes(content)
    with pytest.raises(CorpusError, match=problem) as caught:
        build_index(index_settings, model, quiet)
    assert caught.value.path.name == "nieuw.nl.md"
    assert current_build(index_settings.index_dir).name == built.build_id
    assert texts(index_settings) == before


def test_what_could_not_be_cited_is_not_indexed(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    edit(index_settings, lambda text: text.replace("vooraf melden. [S01]", "vooraf melden."))
    with pytest.raises(CorpusError, match="names no source") as caught:
        build_index(index_settings, model, quiet)
    assert (caught.value.path.name, caught.value.line) == ("melden.nl.md", 13)
    assert model.loaded == 0


def test_a_corpus_without_documents_is_not_indexed(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    shutil.rmtree(index_settings.corpus_dir / "documents")
    with pytest.raises(CorpusError, match="no document"):
        build_index(index_settings, model, quiet)


def test_a_data_folder_that_is_a_file_is_reported(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    index_settings.data_dir.write_text("geen map", encoding="utf-8")
    with pytest.raises(FolderNotWritable, match="LOKET_DATA_DIR") as caught:
        build_index(index_settings, model, quiet)
    assert caught.value.folder == index_settings.data_dir


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_folder_that_cannot_be_written_is_reported(
    index_settings: IndexSettings,
    model: CountingModel,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise OSError(number, "nee", str(self))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FolderNotWritable, match="cannot be written"):
        build_index(index_settings, model, quiet)


def test_an_error_that_is_not_about_writing_is_not_disguised(
    index_settings: IndexSettings,
) -> None:
    def too_many() -> HashEmbedder:
        raise OSError(errno.EMFILE, "Too many open files")

    with pytest.raises(OSError, match="Too many open files"):
        build_index(index_settings, too_many, quiet)


def test_a_damaged_current_build_is_replaced(
    index_settings: IndexSettings, built: BuildReport, model: CountingModel
) -> None:
    (index_settings.index_dir / built.build_id / "manifest.json").write_text("{", encoding="utf-8")
    assert not is_fresh(index_settings)
    assert build_index(index_settings, model, quiet).added == 8
    assert len(texts(index_settings)) == 8


def test_progress_tells_what_is_done_and_how_far(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    heard: list[tuple[str, int, int]] = []
    build_index(index_settings, model, lambda *step: heard.append(step))
    steps = list(dict.fromkeys(what for what, _, _ in heard))
    assert steps == [
        "Corpus lezen",
        "Passages inbedden",
        "Vraaghints inbedden",
        "Trefwoorden indexeren",
    ]
    for what, total in (("Passages inbedden", 8), ("Vraaghints inbedden", 64)):
        done = [(number, most) for name, number, most in heard if name == what]
        assert done == sorted(done)
        assert done[-1] == (total, total)


@pytest.fixture
def taken_apart(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of passages of which a build made keywords."""
    names: list[str] = []
    original = keywords.terms_of_passage

    def listen(passage: Passage, terms: Any) -> list[str]:
        names.append(passage.id)
        return original(passage, terms)

    monkeypatch.setattr(building, "terms_of_passage", listen)
    return names


def lines_of(settings: IndexSettings, group: str) -> bytes:
    """Return the bytes that a group has in the current build."""
    folder = current_build(settings.index_dir)
    record = Manifest.read(folder).groups[group]
    return (folder / "passages.jsonl").read_bytes()[record.start : record.end]


@pytest.mark.usefixtures("built")
def test_an_original_is_added_without_touching_anything_else(
    index_settings: IndexSettings, model: CountingModel, taken_apart: list[str]
) -> None:
    before = lines_of(index_settings, "corpus")
    entry = Sender(index_settings.data_dir).send(extract_of(heading("Doel"), *prose(1))).entry
    assert not is_fresh(index_settings)
    report = build_index(index_settings, model, quiet)
    own = [name for name in texts(index_settings) if name.startswith(f"{entry.id}.")]
    assert (report.added, report.changed, report.removed, report.kept) == (len(own), 0, 0, 8)
    assert len(model.embedder.embedded) == len(own) > 1
    assert sorted(taken_apart) == sorted(own)
    assert lines_of(index_settings, "corpus") == before
    assert is_fresh(index_settings)
    with open_index(index_settings.index_dir, HashEmbedder()) as index:
        assert index.sources[entry.id] == entry.source
        best = index.keywords.best(
            index.terms.of_question(prose(1)[0], "nl"), count=1, scopes=["nl"]
        )
        assert best[0][0] in own


def test_an_original_is_removed_without_embedding_anything(
    index_settings: IndexSettings, model: CountingModel, taken_apart: list[str]
) -> None:
    names = add_originals(index_settings.data_dir)
    build_index(index_settings, model, quiet)
    kept = {name: lines_of(index_settings, name) for name in ("corpus", f"bron:{names['law']}")}
    taken_apart.clear()
    Library(index_settings.library_dir).remove(names["ferries"])
    report = build_index(index_settings, model, quiet)
    assert (report.added, report.changed, report.removed) == (0, 0, 1)
    assert model.embedder.embedded == []
    assert taken_apart == []
    assert not any(name.startswith(names["ferries"]) for name in texts(index_settings))
    assert {name: lines_of(index_settings, name) for name in kept} == kept
    with open_index(index_settings.index_dir, HashEmbedder()) as index:
        assert names["ferries"] not in index.sources


def test_a_group_that_did_not_change_is_not_read(
    index_settings: IndexSettings, model: CountingModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = add_originals(index_settings.data_dir)
    build_index(index_settings, model, quiet)
    read = Library.extract_of
    seen: list[str] = []

    def listen(self: Library, entry: Any, version: Any) -> Any:
        seen.append(entry.id)
        return read(self, entry, version)

    monkeypatch.setattr(Library, "extract_of", listen)
    edit(index_settings, lambda text: text.replace("25 procent", "30 procent"))
    build_index(index_settings, model, quiet)
    assert seen == []
    sender = Sender(index_settings.data_dir)
    sender.send(extract_of("Heel andere tekst over de veerdienst en haar boten."), "veer.txt")
    build_index(index_settings, model, quiet)
    assert set(seen) == {names["ferries"]}


def test_other_digests_make_all_keywords_anew(
    index_settings: IndexSettings, model: CountingModel, taken_apart: list[str]
) -> None:
    add_originals(index_settings.data_dir)
    build_index(index_settings, model, quiet)
    taken_apart.clear()
    edit(index_settings, lambda text: text.replace("25 procent", "30 procent"))
    build_index(index_settings, model, quiet)
    assert sorted(taken_apart) == sorted(texts(index_settings))


def seen_by_search(settings: IndexSettings) -> list[Any]:
    """Return what a search sees of the current build."""
    with open_index(settings.index_dir, HashEmbedder(), internal=True) as index:
        found: list[Any] = [sorted(index.passages, key=lambda p: p.id), dict(index.sources)]
        for question in (LAW_NEW, "onbemande sleepboten", "moet ik een investeerder melden"):
            vector = index.embedder.embed_queries([question])[0]
            for part in ("nl", "en", "nl-dated", "nl-internal"):
                for collection in ("passages", "hints"):
                    near = index.store.nearest(collection, vector, count=5, scopes=[part])
                    found.append(sorted((round(n.similarity, 4), n.text_id) for n in near))
                words = index.terms.of_question(question, "nl")
                best = index.keywords.best(words, count=9, scopes=[part])
                found.append(sorted((name, round(score, 4)) for name, score in best))
        return found


def test_an_incremental_build_with_originals_equals_one_from_nothing(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    names = add_originals(index_settings.data_dir)
    build_index(index_settings, model, quiet)
    sender, library = Sender(index_settings.data_dir), Library(index_settings.library_dir)
    sender.send(extract_of(heading("Nieuw"), *prose(4)), "extra.txt")
    build_index(index_settings, model, quiet)
    library.remove(names["ferries"])
    edit(index_settings, lambda text: text.replace("25 procent", "30 procent"))
    build_index(index_settings, model, quiet)
    secret = library.get(names["tugs"])
    assert secret is not None
    library.save(replace(secret, label="internal"))
    grown = extract_of(heading("Nieuw"), *prose(4), "Een zin erbij over sleepboten.")
    sender.send(grown, "extra.txt")
    report = build_index(index_settings, model, quiet)
    assert report.kept > 8
    step_by_step = seen_by_search(index_settings)
    build_index(index_settings, model, quiet, rebuild=True)
    assert seen_by_search(index_settings) == step_by_step


def test_what_held_before_is_in_the_index_apart(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    add_originals(index_settings.data_dir)
    build_index(index_settings, model, quiet)
    with open_index(index_settings.index_dir, HashEmbedder()) as index:
        scopes = {p.text: p.scope for p in index.passages}
        assert (scopes[LAW_NEW], scopes[LAW_OLD]) == ("nl", "nl-dated")
        words = index.terms.of_question("stemmen percent 25 technologie aankoop minister", "nl")
        found = [name for name, _ in index.keywords.best(words, count=9, scopes=index.scopes("nl"))]
        assert all(index.by_id[name].current for name in found)


def test_internal_originals_are_there_for_staff_only(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    names = add_originals(index_settings.data_dir)
    library = Library(index_settings.library_dir)
    entry = library.get(names["law"])
    assert entry is not None
    library.save(replace(entry, label="internal"))
    build_index(index_settings, model, quiet)
    for internal in (False, True):
        with open_index(index_settings.index_dir, HashEmbedder(), internal=internal) as index:
            assert (LAW_NEW in {p.text for p in index.passages}) is internal
            assert (names["law"] in index.sources) is internal


def test_a_law_becomes_current_on_its_day_without_anybody_doing_anything(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    sender = Sender(index_settings.data_dir)
    sender.send(extract_of(LAW_OLD, valid_from="2020-01-01"), "wet.xml")
    sender.send(extract_of(LAW_NEW, valid_from="2999-01-01"), "wet.xml")
    build_index(index_settings, model, quiet)
    assert is_fresh(index_settings)
    assert is_fresh(index_settings, date(2998, 12, 31))
    assert not is_fresh(index_settings, date(2999, 1, 1))
    with open_index(index_settings.index_dir, HashEmbedder()) as index:
        assert {p.text for p in index.passages if p.current} >= {LAW_OLD}
        assert LAW_NEW not in {p.text for p in index.passages if p.current}


def test_a_look_that_found_nothing_new_costs_no_embedding(
    index_settings: IndexSettings, model: CountingModel
) -> None:
    sender = Sender(index_settings.data_dir)
    sender.send(extract_of(*prose(1)), on=date(2026, 1, 1))
    build_index(index_settings, model, quiet)
    sender.send(extract_of(*prose(1)), on=date(2026, 6, 1))
    assert not is_fresh(index_settings)  # the day of the last look is shown with an answer
    report = build_index(index_settings, model, quiet)
    assert (report.added, report.changed, report.removed) == (0, 0, 0)
    assert model.embedder.embedded == []
    with open_index(index_settings.index_dir, HashEmbedder()) as index:
        checked = {p.checked for p in index.passages if p.basis == "original"}
        assert checked == {date(2026, 6, 1)}


def test_a_source_of_which_no_version_came_is_not_indexed(
    index_settings: IndexSettings, built: BuildReport
) -> None:
    library = Library(index_settings.library_dir)
    note_failure(library, "/map/stuk.pdf", SourceRefused("stuk.pdf", "stuk."))
    assert library.entries()
    assert is_fresh(index_settings)
    assert built.added == 8


@pytest.mark.parametrize("broken", ["entry", "text"])
def test_a_damaged_library_leaves_the_running_index(
    index_settings: IndexSettings, built: BuildReport, model: CountingModel, broken: str
) -> None:
    before = texts(index_settings)
    entry = Sender(index_settings.data_dir).send(extract_of(*prose(1))).entry
    library = Library(index_settings.library_dir)
    path = library.folder / entry.id / "entry.json"
    if broken == "text":
        path = library.file_of(entry, entry.versions[0]).with_suffix(".json")
    edited(path, lambda values: values.clear())
    with pytest.raises(LibraryDamaged, match="loket remove") as caught:
        build_index(index_settings, model, quiet)
    assert caught.value.path == path
    assert current_build(index_settings.index_dir).name == built.build_id
    assert texts(index_settings) == before
    library.remove(entry.id)
    assert build_index(index_settings, model, quiet).kept == 8
