"""Runs `loket desk` over a desk in a folder of the test."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.assistant.desk.databases import DESK_KEY
from ui.access.staff_commands import desk_app


class Desk:
    """A desk that has nobody yet, and its command line."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Point the settings at it."""
        monkeypatch.setenv("LOKET_DESK_KEY", DESK_KEY)
        monkeypatch.setenv("LOKET_DATA_DIR", str(folder))

    def run(self, *arguments: str, typed: str = "") -> Result:
        """Run a command; an error of ours is in `exception`."""
        return CliRunner().invoke(desk_app, list(arguments), input=typed)

    def did(self, *arguments: str, typed: str = "") -> str:
        """Run a command that must succeed, and return what it wrote on standard output."""
        done = self.run(*arguments, typed=typed)
        assert done.exit_code == 0, (done.output, done.exception)
        return done.stdout

    def refused(self, *arguments: str, typed: str = "") -> str:
        """Run a command that must fail, and return what is told."""
        done = self.run(*arguments, typed=typed)
        assert done.exit_code != 0, done.output
        return str(done.exception) + done.output


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk that has nobody yet."""
    return Desk(tmp_path, monkeypatch)
