"""Fixtures for the routes of the desk; a test module imports what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.errors import AppError
from indexer.settings import IndexSettings
from tests.ui.conftest import live_over
from tests.ui.desk.rest_world import World, opened, world_of
from ui.access.errors import ForeignRequest, Unauthenticated
from ui.live import LiveAssistant
from ui.problems import ERRORS, Row


@pytest.fixture(scope="module")
def live(small_settings: IndexSettings) -> LiveAssistant:
    """An assistant over the small index."""
    live = live_over(small_settings)
    live.refresh()
    return live


@pytest.fixture
def world(live: LiveAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A desk without cases."""
    rows: dict[type[AppError], Row] = {
        Unauthenticated: Row(401, "not-logged-in", "U bent niet ingelogd", whole=True),
        ForeignRequest: Row(403, "foreign-request", "De aanvraag is geweigerd", whole=True),
    }
    monkeypatch.setattr("ui.problems.ERRORS", {**rows, **ERRORS})
    desk = opened(tmp_path)
    yield world_of(live, desk)
    desk.close()
