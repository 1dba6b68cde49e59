from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from assistant.desk.nouns import Actor
from assistant.settings import AssistantSettings
from indexer.settings import IndexSettings
from tests.assistant.desk.databases import desk_settings
from ui.desk.opening import open_desk_and_live
from ui.feedback_store import Feedback, FeedbackStore

READER = Actor(name="Anna", role="reader")


def test_without_a_key_there_is_an_assistant_and_no_desk(
    index_settings: IndexSettings, tmp_path: Path
) -> None:
    desk, live = open_desk_and_live(
        desk_settings(desk_key=""),
        index_settings,
        AssistantSettings(_env_file=None),
        feedback=FeedbackStore(tmp_path / "feedback", 30),
        start_seconds=1,
    )
    assert desk is None
    assert live.library_dir == index_settings.library_dir


def test_questions_whose_answer_did_not_help_are_gaps(
    real_data: Path, small_settings: IndexSettings, tmp_path: Path
) -> None:
    store = FeedbackStore(tmp_path / "feedback", 30)
    for verdict in ("helped", "not_helped"):
        store.add(
            Feedback(
                id=verdict,
                at=datetime.now(UTC),
                verdict=verdict,
                answer_id="a",
                question=f"Hoe zit dat met {verdict}?",
            )
        )
    index = IndexSettings(corpus_dir=small_settings.corpus_dir, data_dir=real_data, _env_file=None)
    settings = desk_settings(desk_database=f"sqlite:///{tmp_path / 'desk' / 'desk.sqlite3'}")
    (tmp_path / "desk").mkdir(mode=0o700)
    desk, live = open_desk_and_live(
        settings, index, AssistantSettings(_env_file=None), feedback=store, start_seconds=30
    )
    assert desk
    with live.watching(3_600):
        (gap,) = desk.gaps.register(READER)
    desk.close()
    assert gap.label == "Hoe zit dat met not_helped?"
