"""The words of the tools: the same ones in both languages, and what the script fills in."""

from __future__ import annotations

from dataclasses import fields

import pytest

from assistant.answers import Language
from ui.chat_tools_texts import TOOL_TEXTS, ToolTexts

_LANGUAGES: tuple[Language, ...] = ("nl", "en")
_DATED = {"copy_note", "print_note"}
_NAMES = [field.name for field in fields(ToolTexts)]


@pytest.mark.parametrize("name", _NAMES)
def test_every_text_is_there_in_both_languages_and_differs(name: str) -> None:
    dutch, english = (getattr(TOOL_TEXTS[language], name) for language in _LANGUAGES)
    assert dutch
    assert english
    assert dutch != english


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("name", _NAMES)
def test_a_date_is_asked_for_exactly_where_the_script_fills_one_in(
    language: Language, name: str
) -> None:
    text = getattr(TOOL_TEXTS[language], name)
    assert text.count("{date}") == (name in _DATED)
    assert text.count("{") == text.count("{date}")


@pytest.mark.parametrize("language", _LANGUAGES)
def test_who_shares_reads_before_and_after_that_the_question_is_in_the_link(
    language: Language,
) -> None:
    texts = TOOL_TEXTS[language]
    word = {"nl": "vraag", "en": "question"}[language]
    for text in (texts.link_warning, texts.linked, texts.not_linked):
        assert word in text
        assert "link" in text
