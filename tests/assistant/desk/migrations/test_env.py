"""What Alembic runs, and what it leaves alone."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from assistant.desk.database import open_database
from tests.assistant.desk.databases import desk_settings


def test_migrating_changes_no_logging_and_prints_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def configured() -> list[object]:
        loggers = [logging.getLogger(name) for name in ("", "alembic", "sqlalchemy")]
        return [(one.level, tuple(one.handlers), one.disabled) for one in loggers]

    before = configured()
    open_database(desk_settings(), tmp_path).close()
    assert configured() == before
    assert capfd.readouterr() == ("", "")
