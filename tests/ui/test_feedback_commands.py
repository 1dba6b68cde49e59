"""`loket feedback`: what was said is shown and can be deleted."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.answers import Status
from tests.ui.feedback_parts import NOON, feedback
from ui.cli import app
from ui.feedback_store import FOLDER, FeedbackStore


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FeedbackStore:
    """A store with feedback of three days: one too old, one of yesterday, one of now."""
    monkeypatch.setenv("LOKET_DATA_DIR", str(tmp_path))
    made = FeedbackStore(tmp_path / FOLDER, 3_650)
    now = datetime.now(NOON.tzinfo)
    made.add(feedback("oud", at=now - timedelta(days=91), remark="Dit is te lang geleden."))
    made.add(feedback("gisteren", at=now - timedelta(days=1), question="Mag dit?"))
    made.add(
        feedback(
            "nu",
            at=now,
            verdict="wrong_source",
            remark="Verhuisd.\nNaar elders.",
            status=Status.ANSWERED,
            passage_id="melden-nl.klein-belang",
            source_ids=("S04",),
        )
    )
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["feedback", *arguments])


def left(store: FeedbackStore) -> list[str]:
    return [one.id for one in store.read()]


def test_people_read_what_was_said_and_not_what_is_too_old(store: FeedbackStore) -> None:
    del store
    shown = run("list")
    assert shown.exit_code == 0
    assert "te lang geleden" not in shown.output
    assert "  hielp\n  vraag: Mag dit?\n  antwoord: antwoord-1 (onbekend, nl)\n" in shown.output
    assert "  opmerking: Verhuisd.\n    Naar elders.\n" in shown.output
    assert "  passage: melden-nl.klein-belang (bronnen: S04)\n" in shown.output
    assert shown.output.endswith("\n2 reacties.\n")


def test_programs_read_every_field(store: FeedbackStore) -> None:
    rows = json.loads(run("list", "--json").output)
    assert [row["id"] for row in rows] == ["gisteren", "nu"]
    assert rows[1]["source_ids"] == ["S04"]
    assert rows[1]["status"] == "answered"
    assert datetime.fromisoformat(rows[1]["at"]) == store.read()[-1].at


def test_a_day_to_begin_with(store: FeedbackStore) -> None:
    today = store.read()[-1].at.astimezone().date().isoformat()
    assert [row["id"] for row in json.loads(run("list", "--json", "--since", today).output)] == [
        "nu"
    ]


@pytest.mark.parametrize("arguments", [("list", "--since"), ("purge", "--before")])
def test_what_is_no_day_is_told(store: FeedbackStore, arguments: tuple[str, str]) -> None:
    refused = run(*arguments, "gisteren")
    assert refused.exit_code != 0
    assert f"{arguments[1]}: 'gisteren' is geen datum" in str(refused.exception)
    assert len(left(store)) == 3


def test_purging_lets_go_of_what_is_too_old(store: FeedbackStore) -> None:
    assert run("purge").output == "1 reactie verwijderd.\n"
    assert left(store) == ["gisteren", "nu"]


def test_purging_before_a_day(store: FeedbackStore) -> None:
    today = store.read()[-1].at.astimezone().date().isoformat()
    assert run("purge", "--before", today).output == "2 reacties verwijderd.\n"
    assert left(store) == ["nu"]


def test_purging_all(store: FeedbackStore) -> None:
    assert run("purge", "--all").output == "3 reacties verwijderd.\n"
    assert left(store) == []


def test_without_any_feedback_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOKET_DATA_DIR", str(tmp_path / "data"))
    assert run("list").output == "0 reacties.\n"
    assert run("purge").output == "0 reacties verwijderd.\n"
    assert not (tmp_path / "data").exists()
