"""The store of feedback: nothing personal in it, nothing lost in it, nothing too long in it."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from assistant.answers import Status
from indexer.errors import FolderNotWritable
from indexer.settings import PROJECT
from tests.ui.feedback_parts import NOON, Clock, feedback
from ui.feedback_store import FILE, FeedbackStore, FeedbackUnusable


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> FeedbackStore:
    return FeedbackStore(tmp_path / "data" / "feedback", 90, clock=clock)


def test_what_is_added_is_read_back_whole(store: FeedbackStore) -> None:
    given = feedback(
        verdict="wrong_source",
        question="Moet ik melden?",
        remark="De pagina is verhuisd.\nNaar een ander adres.",
        status=Status.PARTIAL,
        language="en",
        passage_id="wet-vifo-nl.melden",
        source_ids=("S1", "L1"),
        index_version="20261122T074235663267-943d27cc",
    )
    assert store.add(given) == given
    assert store.read() == (given,)


def test_nothing_is_made_before_the_first_feedback(store: FeedbackStore, tmp_path: Path) -> None:
    assert store.read() == ()
    assert store.expire() == 0
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_can_read_it(store: FeedbackStore, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "feedback"
    store.add(feedback())
    with sqlite3.connect(folder / FILE) as other:  # as long as this is open, the log stays
        other.execute("SELECT * FROM feedback").fetchall()
        store.add(feedback("b"))
        assert folder.stat().st_mode & 0o777 == 0o700
        kept = [path for path in folder.iterdir() if path.name.startswith(FILE)]
        assert len(kept) == 3
        assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}
    other.close()


def test_personal_data_is_masked_in_question_and_remark(store: FeedbackStore) -> None:
    store.add(
        feedback(question="Mail mij op jan@voorbeeld.nl", remark="Bel 06 12345678\nof\x1b[2J mij")
    )
    (kept,) = store.read()
    assert kept.question == "Mail mij op [e-mailadres]"
    assert kept.remark == "Bel [telefoonnummer]\nof[2J mij"


def test_the_question_of_somebody_in_danger_is_dropped(store: FeedbackStore) -> None:
    question = "Iemand van een buitenlandse dienst chanteert mij nu"
    kept = store.add(feedback(question=question, remark="Het nummer klopte."))
    assert (kept.question, kept.remark) == (None, "Het nummer klopte.")
    assert store.read() == (kept,)


def test_what_is_too_old_is_not_read_and_goes_with_the_next(
    store: FeedbackStore, clock: Clock, tmp_path: Path
) -> None:
    store.add(feedback("oud", remark="een oude opmerking"))
    clock.pass_days(90)
    assert [one.id for one in store.read()] == ["oud"]
    clock.pass_days(0.001)
    assert store.read() == ()
    store.add(feedback("nieuw", at=clock.now))
    with sqlite3.connect(tmp_path / "data" / "feedback" / FILE) as database:
        assert database.execute("SELECT id FROM feedback").fetchall() == [("nieuw",)]
    database.close()


def test_expiring_counts_what_goes_and_leaves_the_rest(store: FeedbackStore, clock: Clock) -> None:
    store.add(feedback("oud"))
    store.add(feedback("jong", at=NOON + timedelta(days=2)))
    clock.pass_days(91)
    assert store.expire() == 1
    assert store.expire() == 0
    assert [one.id for one in store.read()] == ["jong"]


def test_purging_goes_by_the_moment_whatever_its_time_zone(store: FeedbackStore) -> None:
    for hour in range(4):
        store.add(feedback(str(hour), at=NOON + timedelta(hours=hour)))
    moment = datetime(2026, 11, 22, 15, tzinfo=timezone(timedelta(hours=1)))  # 14:00 in UTC
    assert [one.id for one in store.read(moment)] == ["2", "3"]
    assert store.purge(moment) == 2
    assert [one.id for one in store.read()] == ["2", "3"]


def test_what_is_purged_leaves_no_bytes(store: FeedbackStore, tmp_path: Path) -> None:
    store.add(feedback())
    folder = tmp_path / "data" / "feedback"
    with sqlite3.connect(folder / FILE) as other:  # as long as this is open, the log stays
        other.execute("SELECT * FROM feedback").fetchall()
        store.add(feedback("b", remark="geheimzinnige woorden"))
        assert any(b"geheimzinnige" in path.read_bytes() for path in folder.iterdir())
        store.purge(datetime.max.replace(tzinfo=UTC))
        assert not any(b"geheimzinnige" in path.read_bytes() for path in folder.iterdir())
    other.close()


def test_switched_off_it_takes_nothing_and_lets_go_of_all(
    store: FeedbackStore, tmp_path: Path, clock: Clock
) -> None:
    store.add(feedback())
    off = FeedbackStore(tmp_path / "data" / "feedback", 0, clock=clock)
    assert not off.takes
    assert off.read() == ()
    with pytest.raises(ValueError, match="off"):
        off.add(feedback("b"))
    assert off.expire() == 1
    assert store.read() == ()


_PROCESS = """
import sys
from pathlib import Path
from tests.ui.feedback_parts import Clock, feedback
from ui.feedback_store import FeedbackStore
store = FeedbackStore(Path(sys.argv[1]), 90, clock=Clock())
for number in range(25):
    store.add(feedback(f"{sys.argv[2]}-{number}"))
"""


def test_threads_and_processes_lose_nothing(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "feedback"  # not there yet: they also make it at the same time
    processes = [
        subprocess.Popen([sys.executable, "-c", _PROCESS, str(folder), name], cwd=PROJECT)
        for name in ("een", "twee")
    ]
    store = FeedbackStore(folder, 90, clock=clock)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda n: store.add(feedback(f"draad-{n}")), range(40)))
    assert [process.wait(60) for process in processes] == [0, 0]
    found = [one.id for one in store.read()]
    assert len(found) == len(set(found)) == 40 + 2 * 25
    assert {re.sub(r"-\d+$", "", name) for name in found} == {"draad", "een", "twee"}


@pytest.mark.parametrize("content", [b"geen database " * 100, b""])
def test_another_file_in_its_place_is_told_and_left_alone(
    store: FeedbackStore, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "data" / "feedback" / FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    for use in (lambda: store.add(feedback()), store.read, store.expire):
        with pytest.raises(FeedbackUnusable, match="niet bruikbaar"):
            use()
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("een bestand")
    with pytest.raises(FolderNotWritable):
        FeedbackStore(tmp_path / "data" / "feedback", 90).add(feedback())


def test_a_store_that_is_full_says_so_and_keeps_what_it_has(
    store: FeedbackStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.feedback_store._MOST", 2)
    for name in ("a", "b"):
        store.add(feedback(name))
    with pytest.raises(FeedbackUnusable, match="vol"):
        store.add(feedback("c"))
    assert len(store.read()) == 2
