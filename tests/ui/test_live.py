"""The live assistant: swaps under running questions, survives broken builds, recovers."""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from indexer.build import build_index
from indexer.embedder import Embedder
from indexer.errors import AppError, IndexDamaged, IndexMissing, ModelMissing
from indexer.index import Index, current_build, point_to
from indexer.settings import IndexSettings
from tests.fakes import HashEmbedder
from tests.ui.conftest import ASKED, live_over, open_small, quiet
from ui.errors import NotReady
from ui.live import LiveAssistant


class NoAnswers:
    """A library of verified answers without any."""

    def find(self, *_: object) -> None:
        return None


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders of the indexes that were closed, in order."""
    folders: list[Path] = []
    real = Index.close

    def close(index: Index) -> None:
        folders.append(index.folder)
        real(index)

    monkeypatch.setattr(Index, "close", close)
    return folders


def changed(settings: IndexSettings, words: str) -> Path:
    """Change the corpus, build anew, and return the new build."""
    path = settings.corpus_dir / "documents/wet-vifo/melden.nl.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Wie minstens", words), "utf-8")
    build_index(settings, HashEmbedder, quiet)
    return current_build(settings.index_dir)


def test_nothing_is_lent_before_the_first_attempt(built: IndexSettings) -> None:
    live = live_over(built)
    with pytest.raises(NotReady), live.using(patient=False):
        pass


def test_a_question_during_the_start_waits_for_the_index(built: IndexSettings) -> None:
    live = live_over(built)
    threading.Timer(0.2, live.refresh).start()
    with live.using() as assistant:
        assert assistant.invoke(ASKED).status == "answered"
    live.close()


def test_a_question_that_runs_during_a_swap_ends_on_the_index_it_began_with(
    built: IndexSettings, closed: list[Path]
) -> None:
    live = live_over(built)
    live.refresh()
    old = current_build(built.index_dir)
    with live.using() as before:
        new = changed(built, "Wie ten minste")
        closed.clear()
        live.refresh()
        with live.using() as after:
            assert (before.index.folder, after.index.folder) == (old, new)
            assert closed == []
            assert "Wie minstens" in before.invoke(ASKED).sentences[0].text
            assert "Wie ten minste" in after.invoke(ASKED).sentences[0].text
    assert closed == [old], "closed once, when its last reader was done"
    live.close()
    assert closed == [old, new]


def test_an_index_without_readers_is_closed_at_the_swap(
    built: IndexSettings, closed: list[Path]
) -> None:
    live = live_over(built)
    live.refresh()
    old = current_build(built.index_dir)
    new = changed(built, "Wie ten minste")
    closed.clear()
    live.refresh()
    assert closed == [old]
    live.close()
    assert closed == [old, new]


def test_many_questions_while_the_index_is_swapped(built: IndexSettings) -> None:
    live = live_over(built)
    live.refresh()
    stop = threading.Event()

    def ask() -> int:
        answered = 0
        while not stop.is_set():
            with live.using() as assistant:
                answered += assistant.invoke(ASKED).status == "answered"
        return answered

    with ThreadPoolExecutor(4) as pool:
        asking = [pool.submit(ask) for _ in range(4)]
        for words in ("Wie ten minste", "Wie minstens"):
            changed(built, words)
            live.refresh()
        stop.set()
    live.close()
    assert all(future.result() > 0 for future in asking)


def test_an_unchanged_pointer_opens_nothing(built: IndexSettings) -> None:
    opened: list[str] = []

    def opener(settings: IndexSettings, told: AssistantSettings, embedder: Embedder) -> Assistant:
        opened.append("once")
        return open_small(settings, told, embedder)

    live = LiveAssistant(
        built, AssistantSettings(_env_file=None), load=lambda _: HashEmbedder(), opener=opener
    )
    for _ in range(3):
        live.refresh()
    assert opened == ["once"]
    live.close()


def test_a_broken_build_is_tried_once_warned_about_once_and_changes_nothing(
    built: IndexSettings, caplog: pytest.LogCaptureFixture
) -> None:
    live = live_over(built)
    live.refresh()
    good = current_build(built.index_dir)
    (built.index_dir / "broken").mkdir()
    point_to(built.index_dir, "broken")
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            live.refresh()
    fault = live.fault
    assert isinstance(fault, IndexDamaged)
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "blijft in gebruik" in caplog.text
    with live.using() as assistant:
        assert assistant.index.folder == good
    point_to(built.index_dir, good.name)
    live.refresh()
    assert live.fault is None
    live.close()


def test_whatever_a_build_throws_the_open_one_goes_on(
    built: IndexSettings,
) -> None:
    broken: list[bool] = []

    def opener(settings: IndexSettings, told: AssistantSettings, embedder: Embedder) -> Assistant:
        if broken:
            raise ZeroDivisionError
        return open_small(settings, told, embedder)

    live = LiveAssistant(
        built, AssistantSettings(_env_file=None), load=lambda _: HashEmbedder(), opener=opener
    )
    live.refresh()
    changed(built, "Wie ten minste")
    broken.append(True)
    live.refresh()
    assert live.fault is not None
    with live.using() as assistant:
        assert assistant.invoke(ASKED).status == "answered"
    live.close()


def test_an_index_that_opens_and_cannot_answer_is_closed_again(
    built: IndexSettings, closed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.pipeline.Assistant.invoke", lambda *_: 1 / 0)
    live = live_over(built)
    closed.clear()
    live.refresh()
    assert closed == [current_build(built.index_dir)]
    with pytest.raises(AppError), live.using():
        pass


def test_a_model_that_comes_later_is_found(built: IndexSettings) -> None:
    there: list[bool] = []

    def load(_: IndexSettings) -> Embedder:
        if not there:
            raise ModelMissing(Path("model"))
        return HashEmbedder()

    live = LiveAssistant(built, AssistantSettings(_env_file=None), load=load, opener=open_small)
    live.refresh()
    assert isinstance(live.fault, ModelMissing)
    there.append(True)
    live.refresh()
    with live.using() as assistant:
        assert assistant.invoke(ASKED).status == "answered"
    live.close()


def test_watching_opens_follows_and_closes(
    index_settings: IndexSettings, closed: list[Path]
) -> None:
    live = live_over(index_settings)
    with live.watching(0.02):
        with pytest.raises(IndexMissing), live.using():
            pass
        build_index(index_settings, HashEmbedder, quiet)
        folder = current_build(index_settings.index_dir)
        deadline = time.monotonic() + 10
        while live.fault is not None and time.monotonic() < deadline:
            time.sleep(0.02)
        with live.using() as assistant:
            assert assistant.index.folder == folder
        closed.clear()
    assert closed == [folder]
    with pytest.raises(NotReady), live.using():
        pass


def test_approved_answers_are_handed_to_whoever_opens_an_index(built: IndexSettings) -> None:
    handed: list[object] = []

    def opener(
        index_settings: IndexSettings,
        settings: AssistantSettings,
        embedder: Embedder,
        **more: object,
    ) -> Assistant:
        handed.append(more)
        return open_small(index_settings, settings, embedder)

    library = NoAnswers()
    for verified in (None, library):
        live = LiveAssistant(
            built,
            AssistantSettings(_env_file=None),
            load=lambda _: HashEmbedder(),
            opener=opener,
            verified=verified,
        )
        live.refresh()
        live.close()
    assert handed == [{}, {"verified": library}]


def test_each_index_that_is_opened_is_told_of_once_while_it_is_open(
    built: IndexSettings, closed: list[Path]
) -> None:
    told: list[Path] = []

    def opened(index: Index) -> None:
        assert index.folder not in closed
        with live.using(patient=False) as assistant:
            assert assistant.index is index, "questions are answered from it already"
        told.append(index.folder)

    live = LiveAssistant(
        built,
        AssistantSettings(_env_file=None),
        load=lambda _: HashEmbedder(),
        opener=open_small,
        opened=opened,
    )
    live.refresh()
    live.refresh()
    first = current_build(built.index_dir)
    assert told == [first]
    second = changed(built, "Wie ten minste")
    live.refresh()
    assert told == [first, second]
    live.close()


@pytest.mark.parametrize("error", [AppError("de gegevens zijn weg"), RuntimeError("stuk")])
def test_whatever_comes_of_telling_questions_are_answered(
    built: IndexSettings, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    def opened(_: Index) -> None:
        raise error

    live = LiveAssistant(
        built,
        AssistantSettings(_env_file=None),
        load=lambda _: HashEmbedder(),
        opener=open_small,
        opened=opened,
    )
    live.refresh()
    with live.using() as assistant:
        assert assistant.invoke(ASKED).status == "answered"
    assert live.fault is None
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    live.close()
