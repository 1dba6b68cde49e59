from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from filelock import FileLock

from indexer.build import BuildReport, build_index, is_fresh
from indexer.embedder import Vectors
from indexer.errors import CorpusError, FolderNotWritable, IndexBusy
from indexer.index import current_build, open_index
from indexer.settings import IndexSettings
from tests.conftest import quiet
from tests.fakes import MODEL, HashEmbedder

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
        hints = sum(len(passage.hints) + 1 for passage in index.passages)
        assert index.store.count("hints") == hints
        return {passage.id: passage.text for passage in index.passages}


def test_a_first_build_adds_everything(
    index_settings: IndexSettings, built: BuildReport, model: CountingModel
) -> None:
    assert (built.added, built.changed, built.removed, built.kept) == (8, 0, 0, 0)
    assert model.loaded == 1
    assert len(model.embedder.embedded) == 8 + 8 * (7 + 1)  # passages, headings and hints
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
