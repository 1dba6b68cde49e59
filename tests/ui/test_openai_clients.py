"""The OpenAI-compatible door as the programs use it that it is for, over a real connection."""

from __future__ import annotations

import asyncio
import re
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from assistant.answers import Event, ProvenSentence, Question, StepDone
from assistant.pipeline import Assistant
from indexer.settings import IndexSettings
from tests.ui.conftest import ASKED, live_over
from tests.ui.test_stream import listening
from ui.api import create_app
from ui.settings import UiSettings

if TYPE_CHECKING:
    from openai import OpenAI

openai = pytest.importorskip("openai")
langchain_openai = pytest.importorskip("langchain_openai")

MODEL = "loketwijzer"


@pytest.fixture(scope="module")
def url(small_settings: IndexSettings, ui_settings: UiSettings) -> Iterator[str]:
    """Where the protocol is spoken."""
    with listening(create_app(live_over(small_settings), ui_settings)) as port:
        yield f"http://127.0.0.1:{port}/v1"


@pytest.fixture(scope="module")
def official(url: str) -> Iterator[OpenAI]:
    """The official client."""
    with openai.OpenAI(base_url=url, api_key="geen", max_retries=0) as client:
        yield client


@pytest.fixture
def chain(url: str) -> Any:
    """LangChain's chat model."""
    return langchain_openai.ChatOpenAI(
        model=MODEL, base_url=url, api_key="geen", temperature=0.2, max_retries=0
    )


def ask(client: OpenAI, question: str = ASKED, **more: Any) -> Any:
    create: Any = client.chat.completions.create
    return create(model=MODEL, messages=[{"role": "user", "content": question}], **more)


def test_the_client_finds_the_model(official: OpenAI) -> None:
    assert [model.id for model in official.models.list()] == [MODEL]
    assert official.models.retrieve(MODEL).owned_by == MODEL


def test_the_client_reads_an_answer_with_its_citations(official: OpenAI) -> None:
    made = ask(official)
    message = made.choices[0].message
    assert made.choices[0].finish_reason == "stop"
    assert made.usage.total_tokens == 0
    answer = made.loketwijzer
    cited = {f"[{one['number']}]": one for one in answer["citations"]}
    assert message.annotations
    for annotation in message.annotations:
        told = annotation.url_citation
        citation = cited[message.content[told.start_index : told.end_index]]
        assert told.url == citation["url"]
        assert citation["passage"][citation["start"] : citation["end"]] == citation["quote"]


def test_the_client_streams_what_it_would_have_got_whole(official: OpenAI) -> None:
    whole = ask(official).choices[0].message
    chunks = list(ask(official, stream=True, stream_options={"include_usage": True}))
    assert chunks[-1].usage.total_tokens == 0
    deltas = [chunk.choices[0].delta for chunk in chunks[:-1]]
    assert deltas[0].role == "assistant"
    assert "".join(delta.content or "" for delta in deltas) == whole.content
    assert chunks[-2].choices[0].finish_reason == "stop"
    assert chunks[-2].loketwijzer["text"] in whole.content


def test_the_client_puts_a_stream_together_by_itself(official: OpenAI) -> None:
    messages: Any = [{"role": "user", "content": ASKED}]
    with official.chat.completions.stream(model=MODEL, messages=messages) as stream:
        made = stream.get_final_completion()
    assert made.choices[0].message.content == ask(official).choices[0].message.content


def test_the_client_that_does_not_block(url: str) -> None:
    async def both() -> tuple[Any, list[Any]]:
        async with openai.AsyncOpenAI(base_url=url, api_key="geen", max_retries=0) as client:
            messages = [{"role": "user", "content": ASKED}]
            whole = await client.chat.completions.create(model=MODEL, messages=messages)
            stream = await client.chat.completions.create(
                model=MODEL, messages=messages, stream=True
            )
            return whole, [chunk async for chunk in stream]

    whole, chunks = asyncio.run(both())
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert text == whole.choices[0].message.content


def test_the_client_raises_its_own_errors(official: OpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as unknown:
        official.models.retrieve("gpt-9")
    assert unknown.value.code == "model_not_found"
    with pytest.raises(openai.BadRequestError) as refused:
        ask(official, n=3)
    assert refused.value.param == "n"
    assert refused.value.type == "invalid_request_error"
    assert "zet `n` op 1" in str(refused.value)
    with pytest.raises(openai.BadRequestError):
        ask(official, " ", stream=True)


def test_the_client_hears_of_a_limit_and_of_a_missing_index(
    small_settings: IndexSettings, index_settings: IndexSettings
) -> None:
    settings = UiSettings(_env_file=None, answers_per_minute=1)
    with listening(create_app(live_over(small_settings), settings)) as port:
        there = openai.OpenAI(base_url=f"http://127.0.0.1:{port}/v1", api_key="geen", max_retries=0)
        with there as client:
            ask(client)
            with pytest.raises(openai.RateLimitError) as limited:
                ask(client)
    assert limited.value.code == "rate_limit_exceeded"
    with listening(create_app(live_over(index_settings), settings)) as port:
        there = openai.OpenAI(base_url=f"http://127.0.0.1:{port}/v1", api_key="geen", max_retries=0)
        with there as client, pytest.raises(openai.InternalServerError) as missing:
            ask(client)
    assert missing.value.status_code == 503
    assert missing.value.code == "index_missing"


def test_the_client_raises_when_a_stream_breaks(
    official: OpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(*_: object) -> Iterator[Event]:
        yield StepDone(name="screen", milliseconds=1.0)
        raise ZeroDivisionError

    monkeypatch.setattr("assistant.pipeline.Assistant.events", breaking)
    with pytest.raises(openai.APIError, match="Er ging iets mis aan onze kant"):
        list(ask(official, stream=True))


def test_the_assistant_stops_when_the_client_goes_away(
    official: OpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(official)
    stopped = threading.Event()
    events = Assistant.events

    def slow(assistant: Assistant, question: Question) -> Iterator[Event]:
        try:
            for event in events(assistant, question):
                yield event
                if isinstance(event, ProvenSentence):
                    for _ in range(1_000):
                        time.sleep(0.01)
                        yield StepDone(name="slow", milliseconds=10.0)
        finally:
            stopped.set()

    monkeypatch.setattr(Assistant, "events", slow)
    stream = ask(official, stream=True)
    assert next(stream).choices[0].delta.role == "assistant"
    assert "[1]" in next(stream).choices[0].delta.content, "a sentence comes before the end"
    stream.close()
    assert stopped.wait(5)


def test_langchain_gets_an_answer(chain: Any, official: OpenAI) -> None:
    made = chain.invoke([("system", "Praat als een piraat."), ("human", ASKED)])
    assert made.content == ask(official).choices[0].message.content
    assert made.response_metadata["finish_reason"] == "stop"
    assert made.response_metadata["model_name"] == MODEL
    assert re.search(r"\[1\]", made.content)


def test_langchain_streams(chain: Any) -> None:
    whole = chain.invoke(ASKED).content
    pieces = list(chain.stream(ASKED))
    assert len([piece for piece in pieces if piece.content]) > 2
    assert "".join(piece.content for piece in pieces) == whole


def test_langchain_keeps_a_conversation(chain: Any) -> None:
    first = chain.invoke(ASKED)
    after = chain.invoke([("human", ASKED), first, ("human", "En dan?")])
    assert "**Bronnen**" in after.content
    assert "**Bronnen**" not in chain.invoke("En dan?").content


def test_langchain_hears_that_there_is_no_json(chain: Any) -> None:
    schema = {"title": "Antwoord", "type": "object", "properties": {"ja": {"type": "boolean"}}}
    with pytest.raises(openai.BadRequestError, match="Markdown"):
        chain.with_structured_output(schema).invoke(ASKED)
