"""The buttons below an answer: when they are there, and in whose language they speak."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import Language
from indexer.documents import Role
from tests.ui.answer_parts import exchange, passage
from ui.chat_session import Exchange
from ui.chat_tools import render_stopped, render_tools
from ui.chat_tools_texts import TOOL_TEXTS
from ui.clean_html import clean

_WHOLE = exchange(passage((Role.ANSWER, "U meldt vooraf.")))
_GROWING = replace(_WHOLE, answer=None)
_STOPPED = replace(_GROWING, stopped=True)
_NAMES = ("tool-copy", "tool-print", "tool-share", "tool-again")


def _in(language: Language) -> Exchange:
    assert _WHOLE.answer
    return replace(_WHOLE, answer=replace(_WHOLE.answer, language=language))


def test_a_complete_answer_gets_every_button_with_its_words() -> None:
    markup = render_tools(_WHOLE) or ""
    places = [markup.index(f'class="tool {name}"') for name in _NAMES]
    assert places == sorted(places)
    for label in ("Kopieer met bronnen", "Druk af", "Deel een link naar deze vraag"):
        assert f">{label}</button>" in markup
    assert ">Vraag opnieuw</button>" in markup


def test_an_answer_that_grows_gets_none() -> None:
    assert render_tools(_GROWING) is None
    assert render_tools(Exchange(number=1, question="Melden?")) is None


@pytest.mark.parametrize("stopped", [_STOPPED, replace(_STOPPED, sentences=(), citations=())])
def test_a_stopped_answer_gets_them_too_so_that_it_can_be_asked_again(stopped: Exchange) -> None:
    assert "tool-again" in (render_tools(stopped) or "")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_labels_and_messages_have_the_language_of_the_answer(language: Language) -> None:
    markup = render_tools(_in(language)) or ""
    texts, other = TOOL_TEXTS[language], TOOL_TEXTS["en" if language == "nl" else "nl"]
    for said in (texts.copy, texts.link_warning, texts.copied, texts.not_linked, texts.print_note):
        assert said in markup
    for said in (other.copy, other.link_warning, other.copied, other.print_note):
        assert said not in markup


def test_our_own_sanitiser_lets_all_of_it_through() -> None:
    markup = render_tools(_WHOLE) or ""
    assert clean(markup) == markup


def test_only_a_stopped_answer_says_that_it_was_stopped() -> None:
    assert render_stopped(_WHOLE) is None
    assert render_stopped(_GROWING) is None
    assert "U hebt dit antwoord gestopt.</p>" in (render_stopped(_STOPPED) or "")


def test_stopped_before_the_first_sentence_it_says_that_there_is_none() -> None:
    empty = replace(_STOPPED, sentences=(), citations=())
    assert "gestopt. Er was nog geen zin bewezen.</p>" in (render_stopped(empty) or "")


def test_a_question_of_somebody_in_danger_is_put_in_no_link() -> None:
    assert _WHOLE.answer
    sensitive = replace(_WHOLE, answer=replace(_WHOLE.answer, sensitive=True))
    markup = render_tools(sensitive) or ""
    assert "tool-copy" in markup
    assert "tool-share" not in markup
    assert "link-warning" not in markup
