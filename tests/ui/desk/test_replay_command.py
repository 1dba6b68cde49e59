"""`loket replay`: the differences for people and programs, and a bad file in one line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

import assistant.assemble
from assistant.answers import Question
from assistant.desk.case_file import answer_bundle, case_bundle
from assistant.desk.errors import DeskRefused
from assistant.pipeline import Assistant
from indexer.settings import IndexSettings
from tests.assistant.desk.letter_parts import ENTRIES, SOURCES, make_case
from tests.fakes import HashEmbedder
from tests.ui.conftest import open_small
from ui.desk.replay_command import register

ASKED = "Moet ik een investeerder met 15 procent melden?"


@pytest.fixture
def own(built: IndexSettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Assistant]:
    """The assistant of an index that the command finds."""
    monkeypatch.setattr(
        assistant.assemble,
        "open_assistant",
        lambda told, more: open_small(told, more, HashEmbedder()),
    )
    monkeypatch.setenv("LOKET_DATA_DIR", str(built.data_dir))
    monkeypatch.setenv("LOKET_CORPUS_DIR", str(built.corpus_dir))
    monkeypatch.setenv("LOKET_MODEL", built.model)
    from assistant.settings import AssistantSettings

    opened = open_small(built, AssistantSettings(_env_file=None), HashEmbedder())
    with opened.index:
        yield opened


def run(*arguments: str) -> Result:
    app = typer.Typer()
    register(app)
    return CliRunner().invoke(app, list(arguments))


def saved(folder: Path, content: bytes) -> str:
    file = folder / "dossier.zip"
    file.write_bytes(content)
    return str(file)


def test_an_answer_that_stayed_the_same(own: Assistant, tmp_path: Path) -> None:
    question = Question(text=ASKED)
    file = saved(tmp_path, answer_bundle(question, own.invoke(question)))
    shown = run(file)
    assert shown.exit_code == 0
    assert shown.output.startswith(f"Vraag: {ASKED}\n")
    assert "Zinnen die bleven:\n  = Wie minstens 10 procent" in shown.output
    assert shown.output.endswith("\nGeen verschillen.\n")
    assert json.loads(run(file, "--json").output)["same_answer"] is True


def test_an_answer_that_is_different(own: Assistant, tmp_path: Path) -> None:
    del own
    file = saved(tmp_path, case_bundle(make_case(), ENTRIES, SOURCES))
    shown = run(file)
    assert shown.exit_code == 1
    assert "  - U moet een investering melden voordat u tekent.\n" in shown.output
    assert "  versie van de index: build-1 -> " in shown.output
    assert "  ! Wanneer u moet melden (document.a) is er niet meer\n" in shown.output
    assert shown.output.endswith("\nEr zijn verschillen.\n")
    assert json.loads(run(file, "--json").output)["passages"][0]["what"] == "gone"


def test_a_file_cannot_steer_the_terminal(own: Assistant, tmp_path: Path) -> None:
    del own
    case = make_case(question="Moet ik melden?\x1b[2J\x1b]0;titel\x07")
    shown = run(saved(tmp_path, case_bundle(case, ENTRIES, SOURCES)))
    assert "\x1b" not in shown.output
    assert "\x07" not in shown.output


def test_a_bad_file_is_refused_in_plain_words(own: Assistant, tmp_path: Path) -> None:
    del own
    refused = run(saved(tmp_path, b"geen zip")).exception
    assert isinstance(refused, DeskRefused)
    assert "zipbestand" in str(refused)


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "groot.zip"
    with file.open("wb") as opened:
        opened.truncate(30_000_000)
    refused = run(str(file)).exception
    assert isinstance(refused, DeskRefused)
    assert "groter dan 20 MB" in str(refused)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = run(str(tmp_path / "weg.zip")).exception
    assert isinstance(missing, OSError)
    assert missing.filename.endswith("weg.zip")
