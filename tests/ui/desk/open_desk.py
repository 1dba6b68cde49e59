"""A desk over SQLite beside a live assistant over the small index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.desk.assemble import Desk, open_desk
from indexer.settings import IndexSettings
from tests.assistant.desk.databases import desk_settings
from tests.fakes import HashEmbedder
from tests.ui.conftest import live_over
from ui.live import LiveAssistant


@contextmanager
def desk_and_live(index: IndexSettings, folder: Path) -> Iterator[tuple[Desk, LiveAssistant]]:
    """Open both, and close them."""
    desk = open_desk(desk_settings(), folder, embed=HashEmbedder().embed_queries)
    live = live_over(index)
    with live.watching(3_600):
        yield desk, live
    desk.close()
