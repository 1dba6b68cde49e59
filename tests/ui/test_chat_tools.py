"""The buttons below an answer: when they are there, and in whose language they speak."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import Language, Status
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


def _ending(status: Status) -> Exchange:
    assert _WHOLE.answer
    return replace(_WHOLE, answer=replace(_WHOLE.answer, status=status))


@pytest.mark.parametrize("status", [Status.NO_ANSWER, Status.PARTIAL])
def test_where_something_is_open_the_desk_comes_first_and_by_itself(status: Status) -> None:
    markup = render_tools(_ending(status), desk=True) or ""
    assert TOOL_TEXTS["nl"].desk_offer in markup
    assert markup.index("tool-desk") < markup.index("tool-copy")
    assert markup.count(">Leg deze vraag voor aan het loket</button>") == 1
    assert clean(markup) == markup


@pytest.mark.parametrize("status", [Status.ANSWERED, Status.OUT_OF_SCOPE, Status.BLOCKED])
def test_under_any_other_answer_the_desk_is_one_of_the_buttons(status: Status) -> None:
    markup = render_tools(_ending(status), desk=True) or ""
    assert "to-desk" not in markup
    assert markup.index("tool-again") < markup.index("tool-desk")


@pytest.mark.parametrize("status", list(Status))
def test_without_a_desk_there_is_no_way_to_it(status: Status) -> None:
    assert "desk" not in (render_tools(_ending(status)) or "")


def test_what_has_no_answer_yet_is_not_put_to_the_desk() -> None:
    assert render_tools(_GROWING, desk=True) is None
    assert "tool-desk" not in (render_tools(_STOPPED, desk=True) or "")
