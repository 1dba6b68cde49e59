"""The MCP server asks the running server first, and opens no model when that one answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from mcp.server.lowlevel import Server

from assistant.settings import AssistantSettings
from indexer.embedder import Embedder
from indexer.settings import IndexSettings
from tests.ui.answer_parts import answer
from tests.ui.conftest import ASKED, live_over
from tests.ui.mcp_talk import call, server_over, text_of
from tests.ui.test_client import say
from tests.ui.test_client import server as running
from ui.live import LiveAssistant
from ui.schemas import AnswerOut

JSON = "application/json"
TOLD = AnswerOut.of(answer(reply="Vraag het de server.")).model_dump(mode="json")
FOUND = {"language": "nl", "hits": [], "index_version": "7"}


@pytest.fixture
def server(tmp_path: Path) -> Server:
    """A server with an empty data folder, which fails when it must load a model itself."""

    def load(_: IndexSettings) -> Embedder:
        raise AssertionError("the model was loaded")

    settings = IndexSettings(data_dir=tmp_path, _env_file=None)
    return server_over(settings, LiveAssistant(settings, AssistantSettings(), load=load))


def test_the_running_server_answers_and_searches(server: Server, tmp_path: Path) -> None:
    seen: list[Any] = []
    with running(200, JSON, json.dumps(TOLD).encode(), seen) as url:
        say(tmp_path, url)
        asked = call(server, "ask", question=ASKED, language="nl", on="2026-11-01")
    with running(200, JSON, json.dumps(FOUND).encode(), seen) as url:
        say(tmp_path, url)
        found = call(server, "search", question=ASKED)
    assert asked.structured_content == TOLD
    assert text_of(asked).startswith("Vraag het de server.")
    assert found.structured_content == FOUND
    assert text_of(found) == "Niets gevonden."
    (answers, request), (search, searched) = seen
    assert (answers, search) == ("/api/v1/answers", "/api/v1/search")
    assert request == {"question": ASKED, "language": "nl", "on": "2026-11-01"}
    assert searched == {"question": ASKED, "count": 5}


def test_what_cannot_be_a_question_is_not_put_to_the_server(server: Server, tmp_path: Path) -> None:
    seen: list[Any] = []
    with running(200, JSON, json.dumps(TOLD).encode(), seen) as url:
        say(tmp_path, url)
        for name in ("ask", "search"):
            assert call(server, name, question=" ").is_error
    assert seen == []


def test_a_server_that_refuses_is_heard(server: Server, tmp_path: Path) -> None:
    problem = {"title": "De assistent wordt nog gestart", "status": 503, "detail": "Even wachten."}
    with running(503, "application/problem+json", json.dumps(problem).encode(), []) as url:
        say(tmp_path, url)
        result = call(server, "ask", question=ASKED)
    assert result.is_error
    assert text_of(result) == "De assistent wordt nog gestart. Even wachten."


def test_a_server_of_another_version_is_named(server: Server, tmp_path: Path) -> None:
    with running(200, JSON, b'{"status": "answered"}', []) as url:
        say(tmp_path, url)
        result = call(server, "ask", question=ASKED)
    assert result.is_error
    assert "een andere versie" in text_of(result)


def test_when_no_server_listens_any_more_it_answers_itself(built: IndexSettings) -> None:
    say(built.data_dir, "http://127.0.0.1:9")
    live = live_over(built)
    result = call(server_over(built, live), "ask", question=ASKED)
    live.close()
    assert result.structured_content["status"] == "answered"
