"""Opens the desk beside the assistant that answers from its approved answers, and that it asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from assistant.desk.assemble import Desk, open_desk
from assistant.desk.settings import DeskSettings
from assistant.settings import AssistantSettings
from indexer.embedder import Vectors
from indexer.settings import IndexSettings
from ui.feedback_store import FeedbackStore
from ui.live import LiveAssistant


def open_desk_and_live(
    settings: DeskSettings,
    index_settings: IndexSettings,
    assistant_settings: AssistantSettings,
    *,
    feedback: FeedbackStore,
    start_seconds: float,
) -> tuple[Desk | None, LiveAssistant]:
    """Return the desk, None where the settings hold no key for one, and the live assistant.

    Raises:
        DeskRefused: the key is too short, or the database's address is none.
        DeskKeyWrong: the database was made with another key.
    """
    desk: Desk | None = None

    def embed(texts: Sequence[str]) -> Vectors:
        with live.using() as assistant:
            return assistant.index.embedder.embed_queries(texts)

    def unhelpful() -> Iterator[tuple[str, datetime]]:
        for one in feedback.read():
            if one.verdict == "not_helped" and one.question:
                yield one.question, one.at

    if settings.desk_key.get_secret_value():
        desk = open_desk(settings, index_settings.data_dir, embed=embed, unhelpful=unhelpful)
    live = LiveAssistant(
        index_settings,
        assistant_settings,
        start_seconds=start_seconds,
        verified=desk.library if desk else None,
        opened=(lambda index: desk.library.review(index, datetime.now(UTC).date()))
        if desk
        else None,
    )
    return desk, live
