"""Over REST an approved case leaves as a letter, and any case or answer as a file."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import pytest

from assistant.desk.case_file import read_bundle
from tests.ui.desk.rest_fixtures import live, world  # noqa: F401  # fixtures
from tests.ui.desk.rest_world import ASKED, UNKNOWN, World
from ui.problems import TYPE


def _word_text(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.read("word/document.xml").decode()


def _text(content: bytes) -> str:
    return content.decode()


def _json_text(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return json.dumps(json.loads(file.read("case.json")), ensure_ascii=False)


@pytest.mark.parametrize(
    ("form", "media_type", "read"),
    [
        (
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            _word_text,
        ),
        ("md", "text/markdown; charset=utf-8", _text),
        ("html", "text/html; charset=utf-8", _text),
        ("zip", "application/zip", _json_text),
    ],
)
def test_an_approved_case_leaves_in_every_form(
    world: World,  # noqa: F811
    form: str,
    media_type: str,
    read: Callable[[bytes], str],
) -> None:
    number = world.approved()
    said = world.ask("GET", f"/cases/{number}").json()["draft"]["sentences"][0]["text"]
    sent = world.ask("GET", f"/cases/{number}/export", "reader", params={"format": form})
    assert sent.status_code == 200, sent.text
    assert sent.headers["content-type"] == media_type
    assert sent.headers["content-disposition"] == f'attachment; filename="zaak-{number}.{form}"'
    assert sent.headers["cache-control"] == "no-store"
    assert said.split()[-2] in read(sent.content)


def test_no_letter_of_a_case_that_is_not_approved(world: World) -> None:  # noqa: F811
    number = world.drafted()["row"]["id"]
    for form in ("docx", "md", "html"):
        refused = world.ask("GET", f"/cases/{number}/export", params={"format": form})
        assert (refused.status_code, refused.json()["type"]) == (422, f"{TYPE}desk-refused")
    assert world.ask("GET", f"/cases/{number}/export", params={"format": "zip"}).status_code == 200
    assert world.ask("GET", f"/cases/{number}/export", params={"format": "pdf"}).status_code == 422


def test_the_file_tells_who_did_what(world: World) -> None:  # noqa: F811
    number = world.approved()
    content = world.ask("GET", f"/cases/{number}/export", params={"format": "zip"}).content
    dossier = read_bundle(content)
    assert dossier.asked.question == ASKED
    assert len(dossier.audit) >= 4
    assert [one.role for one in dossier.approvals] == ["admin"]


@pytest.mark.parametrize("question", [ASKED, UNKNOWN])
def test_a_reader_takes_an_answer_along(world: World, question: str) -> None:  # noqa: F811
    sent = world.ask("POST", "/answers/file", None, json={"question": question})
    assert sent.status_code == 200, sent.text
    assert sent.headers["content-disposition"] == 'attachment; filename="antwoord.zip"'
    assert read_bundle(sent.content).asked.question == question
    assert world.ask("GET", "/cases").json() == {"cases": []}


def test_no_file_of_an_empty_question(world: World) -> None:  # noqa: F811
    assert world.ask("POST", "/answers/file", None, json={"question": " "}).status_code == 422
