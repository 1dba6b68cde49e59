from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.desk.assemble import open_desk
from tests.assistant.desk.databases import DESK_KEY, desk_settings
from tests.fakes import HashEmbedder
from ui.cli import app

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on a desk with one account."""
    desk = open_desk(desk_settings(), tmp_path, embed=HashEmbedder().embed_queries)
    desk.staff.add("(opdrachtregel)", "Anna", "admin", "hash")
    desk.close()
    monkeypatch.setenv("LOKET_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("LOKET_DESK_KEY", DESK_KEY)

    def said(*words: str, code: int = 0) -> str:
        result = CliRunner().invoke(app, ["desk", *words])
        assert result.exit_code == code, result.output
        return result.output

    return said


def test_the_audit_trail_is_listed_and_proven(run: Run) -> None:
    assert "Anna" in run("audit", "list")
    assert "ongeschonden: 1 regels" in run("audit", "verify")
    assert run("audit", "list", "--subject", "case 9") == ""


def test_a_changed_line_is_named(run: Run, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "desk" / "desk.sqlite3")) as database, database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("UPDATE audit SET actor = 'Bram' WHERE number = 1")
    assert "regel 1" in run("audit", "verify", code=2)


def test_a_purge_says_what_went(run: Run) -> None:
    assert "Van 0 zaken is de inhoud gewist" in run("purge")


def test_rejected_sentences_come_as_json(run: Run) -> None:
    assert json.loads(run("export-cases")) == []
