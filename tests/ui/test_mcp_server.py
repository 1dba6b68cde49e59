"""The tools of the MCP server, over the small index, as a client of the SDK sees them."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, MCPError
from mcp.server.lowlevel import Server

from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from indexer.build import build_index
from indexer.embedder import Embedder
from indexer.errors import ModelMissing
from indexer.settings import IndexSettings
from tests.fakes import HashEmbedder
from tests.ui.conftest import ASKED, live_over, open_small, quiet
from tests.ui.mcp_talk import ABUSE, OFF_TOPIC, call, server_over, talk, text_of
from tests.ui.originals import GOALS, REPORT_URL, fill
from ui.live import LiveAssistant
from ui.schemas import AnswerOut, CitationOut

ANSWER = set(AnswerOut.model_fields)
CITATION = set(CitationOut.model_fields)


@pytest.fixture(scope="module")
def server(small_settings: IndexSettings) -> Iterator[Server]:
    """A server over the shared small index."""
    live = live_over(small_settings)
    yield server_over(small_settings, live)
    live.close()


@pytest.fixture
def own(built: IndexSettings) -> Iterator[Server]:
    """A server over an index that this test alone has."""
    live = live_over(built)
    yield server_over(built, live)
    live.close()


def test_two_tools_that_only_read_say_what_they_prove(server: Server) -> None:
    listed = talk(server, lambda client: client.list_tools()).tools
    assert [tool.name for tool in listed] == ["ask", "search"]
    for tool in listed:
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint is True
        assert tool.annotations.open_world_hint is False
        assert "not legal advice" in str(tool.description)
        assert tool.input_schema["required"] == ["question"]
        assert tool.input_schema["additionalProperties"] is False
    ask, search = listed
    for promise in ("Every sentence", "proven", "no_answer", "out_of_scope", "blocked"):
        assert promise in str(ask.description)
    assert set(ask.input_schema["properties"]) == {"question", "language", "on"}
    assert set(search.input_schema["properties"]) == {"question", "language", "count"}
    assert ask.output_schema is not None
    assert set(ask.output_schema["properties"]) == ANSWER


def test_an_answer_comes_as_text_and_in_the_shape_of_rest(server: Server) -> None:
    result = call(server, "ask", question=ASKED)
    answer, text = result.structured_content, text_of(result)
    assert not result.is_error
    assert set(answer) == ANSWER
    assert answer["status"] == "answered"
    assert all(set(citation) == CITATION for citation in answer["citations"])
    for sentence in answer["sentences"]:
        assert f"{sentence['text']} [{sentence['citations'][0]}]" in text
    for citation in answer["citations"]:
        assert f"{citation['title']}, {citation['publisher']} ({citation['source_id']})" in text
        assert f"<{citation['url']}>" in text
    for contact in answer["contacts"]:
        assert contact["name"] in text
    for notice in answer["notices"]:
        assert notice["text"] in text


def test_the_sources_of_an_answer_name_page_and_address(
    index_settings: IndexSettings, tmp_path: Path
) -> None:
    fill(index_settings.library_dir, tmp_path / "in")
    build_index(index_settings, HashEmbedder, quiet)
    live = live_over(index_settings)
    text = text_of(call(server_over(index_settings, live), "ask", question=GOALS))
    found = text_of(call(server_over(index_settings, live), "search", question=GOALS, count=1))
    live.close()
    assert "Letterlijk uit: Handreiking bezoekende delegaties, Voorbeeldbureau (" in text
    assert f", bladzijde 2, <{REPORT_URL}#page=2>" in text
    assert f"<{REPORT_URL}>, bladzijde 2" in found


@pytest.mark.parametrize(("question", "status"), [(OFF_TOPIC, "out_of_scope"), (ABUSE, "blocked")])
def test_what_it_does_not_answer_is_a_reply_and_no_error(
    server: Server, question: str, status: str
) -> None:
    result = call(server, "ask", question=question)
    assert not result.is_error
    assert result.structured_content["status"] == status
    assert result.structured_content["sentences"] == []
    assert text_of(result).startswith(result.structured_content["text"])
    assert "**Bronnen**" not in text_of(result)


def test_language_and_day_can_be_chosen(server: Server) -> None:
    english = call(server, "ask", question="small stake notify", language="en")
    assert english.structured_content["language"] == "en"
    assert "**Sources**" in text_of(english)
    dated = call(server, "ask", question=ASKED, on="2026-11-01", language=None)
    text = dated.structured_content["text"] + str(dated.structured_content["notices"])
    assert "2026-11-01" in text


def test_a_search_gives_passages_with_sources_and_scores(server: Server) -> None:
    result = call(server, "search", question=ASKED, count=2)
    hits, text = result.structured_content["hits"], text_of(result)
    assert len(hits) == 2
    assert hits[0]["passage"]["id"] == "melden-nl.klein-belang"
    assert f"samen {hits[0]['scores']['fused']:.3f}" in text
    assert "> Wie minstens 10 procent van de stemmen krijgt" in text
    assert "(S01), <https://" in text
    assert len(call(server, "search", question=ASKED).structured_content["hits"]) == 5


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("ask", {}, "`question`: dit veld ontbreekt."),
        ("ask", {"question": 7}, "`question`: dit moet tekst zijn."),
        ("ask", {"question": ASKED, "vraag": "x"}, "`vraag`: dit veld bestaat niet."),
        ("ask", {"question": ASKED, "on": "gisteren"}, "`on`: dit moet een datum zijn"),
        ("ask", {"question": ASKED, "language": "de"}, "`language`: kies een van: 'nl' of 'en'."),
        ("search", {"question": ASKED, "count": 0}, "`count`: dit moet minstens 1 zijn."),
        ("search", {"question": ASKED, "count": 51}, "`count`: dit mag hoogstens 50 zijn."),
        ("ask", {"question": " \u200b"}, "De vraag is leeg."),
        ("ask", {"question": "", "language": "en"}, "The question is empty."),
        ("search", {"question": "?"}, "The question is empty."),
        ("ask", {"question": "a" * 2001}, "het maximum is 2000"),
        ("search", {"question": "a" * 2001, "language": "en"}, "the most is 2000"),
    ],
)
def test_wrong_arguments_are_told_in_plain_words(
    server: Server, name: str, arguments: dict[str, Any], told: str
) -> None:
    result = call(server, name, **arguments)
    assert result.is_error
    assert told in text_of(result)
    assert "pydantic" not in text_of(result)
    assert ASKED not in text_of(result)
    if arguments.get("language") == "en":
        assert "De vraag" not in text_of(result)


def test_a_tool_that_is_not_there(server: Server) -> None:
    async def say(client: Client) -> None:
        with pytest.raises(MCPError, match="choose from: ask, search"):
            await client.call_tool("delete", {})

    talk(server, say)


def test_calls_at_once_each_get_their_own_answer(own: Server) -> None:
    told: dict[str, str] = {}

    async def say(client: Client) -> None:
        async def ask(question: str) -> None:
            told[question] = text_of(await client.call_tool("ask", {"question": question}))

        async with anyio.create_task_group() as group:
            for question in (ASKED, OFF_TOPIC, ABUSE):
                group.start_soon(ask, question)

    talk(own, say)
    assert "10 procent" in told[ASKED]
    assert len(set(told.values())) == 3


def test_without_an_index_it_says_so_and_goes_on_once_there_is_one(
    own: Server, built: IndexSettings, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.rmtree(built.index_dir)
    for name in ("ask", "search"):
        missing = call(own, name, question=ASKED)
        assert missing.is_error
        assert "Er is nog geen index" in text_of(missing)
        assert "`loket index`" in text_of(missing)
    assert "IndexMissing" in caplog.text
    assert "investeerder" not in caplog.text
    build_index(built, HashEmbedder, quiet)
    assert not call(own, "ask", question=ASKED).is_error


def test_a_new_index_is_opened_with_the_model_that_is_open(built: IndexSettings) -> None:
    loaded: list[Embedder] = []

    def load(_: IndexSettings) -> Embedder:
        loaded.append(HashEmbedder())
        return loaded[-1]

    settings = AssistantSettings(_env_file=None)
    live = LiveAssistant(built, settings, load=load, opener=open_small)
    server = server_over(built, live)
    assert loaded == []  # nothing is opened before the first question
    before = call(server, "ask", question=ASKED).structured_content
    path = built.corpus_dir / "documents/wet-vifo/melden.nl.md"
    path.write_text(path.read_text("utf-8").replace("Zoek uit op welke", "Kijk op welke"), "utf-8")
    build_index(built, HashEmbedder, quiet)
    after = call(server, "ask", question=ASKED).structured_content
    live.close()
    assert before["index_version"] != after["index_version"]
    assert "Kijk op welke" in after["text"]
    assert len(loaded) == 1


def test_a_missing_model_is_one_line(built: IndexSettings, tmp_path: Path) -> None:
    def load(_: IndexSettings) -> Embedder:
        raise ModelMissing(tmp_path / "model.onnx")

    live = LiveAssistant(built, AssistantSettings(_env_file=None), load=load)
    result = call(server_over(built, live), "ask", question=ASKED)
    assert result.is_error
    assert text_of(result).startswith("Het taalmodel voor het zoeken ontbreekt (")
    assert "\n" not in text_of(result)


def test_a_crash_is_told_without_its_words(
    own: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("binnenste buiten")

    call(own, "search", question=ASKED)  # the index is open by now
    monkeypatch.setattr(Assistant, "invoke", broken)
    result = call(own, "ask", question=ASKED)
    assert result.is_error
    assert text_of(result) == "Er ging iets mis aan onze kant. Probeer het later opnieuw."
    assert "binnenste buiten" in caplog.text  # the operator does see it


def test_the_log_does_not_tell_what_was_asked(
    own: Server, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        call(own, "ask", question=ASKED)
        call(own, "search", question=ASKED)
        call(own, "ask", question=f"{ASKED} " * 60)
    assert "is geopend" in caplog.text
    assert "investeerder" not in caplog.text


def test_an_answer_can_be_read_back(server: Server) -> None:
    answer = call(server, "ask", question=ASKED).structured_content
    assert AnswerOut.model_validate(answer).model_dump(mode="json") == answer
