"""Somebody in danger: whom to call comes first, and what was typed is in no log, at any level."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant.answers import Answer
from indexer.settings import IndexSettings
from tests.ui.conftest import live_over
from ui.chat_session import Exchange
from ui.chat_turn import turn
from ui.live import LiveAssistant
from ui.render import render_exchange

_TOLD = {
    "nl": "Kwaadschiks bedreigt mij nu en wil onze ontwerpen. Wat moet ik nu doen?",
    "en": "Kwaadschiks is threatening me right now about our investment, what should I do?",
}
_ADVICE = {
    "nl": "Typ hier geen namen of bijzonderheden.",
    "en": "Do not type names or details here.",
}
_FIRST = {"nl": "Bel eerst", "en": "Call first"}
_LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


@pytest.fixture(scope="module")
def live(small_settings: IndexSettings) -> Iterator[LiveAssistant]:
    live = live_over(small_settings)
    live.refresh()
    yield live
    live.close()


def _answer(live: LiveAssistant, text: str) -> tuple[Exchange, Answer]:
    *_, last = turn(live, text, ())
    assert isinstance(last, Exchange)
    assert last.answer
    return last, last.answer


@_LANGUAGES
def test_the_chat_says_first_whom_to_call_and_to_type_no_names(
    live: LiveAssistant, language: str
) -> None:
    exchange, answer = _answer(live, _TOLD[language])
    assert answer.sensitive
    assert answer.language == language
    markup = render_exchange(exchange)
    body = markup[markup.index("</h2>") :]
    assert body.startswith('</h2><section class="block urgent">')
    urgent = body[: body.index("</section>")]
    assert _FIRST[language] in urgent
    assert _ADVICE[language] in urgent
    assert 'href="tel:' in urgent


@_LANGUAGES
def test_the_chat_logs_nothing_of_it(
    live: LiveAssistant, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        _answer(live, _TOLD[language])
    _assert_silent(caplog)


@_LANGUAGES
@pytest.mark.parametrize(
    ("path", "field"), [("/api/v1/answers", "question"), ("/v1/chat/completions", "messages")]
)
def test_the_other_doors_log_nothing_of_it(
    client: TestClient, language: str, path: str, field: str, caplog: pytest.LogCaptureFixture
) -> None:
    told = _TOLD[language]
    body = {field: told if field == "question" else [{"role": "user", "content": told}]}
    with caplog.at_level(logging.DEBUG):
        reply = client.post(
            path, json={"model": "loketwijzer", **body} if "v1/chat" in path else body
        )
    assert reply.status_code == 200
    assert _ADVICE[language] in reply.text
    _assert_silent(caplog)


def test_a_failure_logs_nothing_of_it_either(caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        def using(self) -> None:
            raise RuntimeError("the index is gone")

    with caplog.at_level(logging.DEBUG):
        *_, last = turn(Broken(), _TOLD["nl"], ())  # type: ignore[arg-type]  # breaks at once
    assert isinstance(last, str)
    assert "the index is gone" in caplog.text
    _assert_silent(caplog)


def _assert_silent(caplog: pytest.LogCaptureFixture) -> None:
    for record in caplog.records:
        written = f"{record.getMessage()} {record.exc_text or ''}".lower()
        assert "kwaadschiks" not in written
        assert "threatening" not in written
        assert "bedreigt" not in written
