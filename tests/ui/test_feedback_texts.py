"""The words of feedback: the same in both languages, honest about what is kept."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import get_args

import pytest

from assistant.answers import Language
from indexer.settings import PROJECT
from ui.feedback_store import Verdict
from ui.feedback_texts import FEEDBACK_TEXTS, FORM_TEXTS, FormTexts, spoken_days

LANGUAGES: tuple[Language, ...] = ("nl", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_kept_says_for_how_long(language: Language) -> None:
    words = FORM_TEXTS[language].for_page("37 dagen")
    assert {name for name, text in words.items() if "37 dagen" in text} == {
        "kept",
        "kept-sensitive",
        "kept-source",
    }
    assert not any("{" in text for text in words.values())


def test_no_text_of_one_language_stands_in_the_other() -> None:
    for texts in (FEEDBACK_TEXTS, FORM_TEXTS):
        same = [
            field.name
            for field in fields(texts["nl"])
            if getattr(texts["nl"], field.name) == getattr(texts["en"], field.name)
        ]
        assert same == []


@pytest.mark.parametrize(
    ("days", "language", "words"),
    [(1, "nl", "1 dag"), (90, "nl", "90 dagen"), (1, "en", "1 day"), (2, "en", "2 days")],
)
def test_days_in_words(days: int, language: Language, words: str) -> None:
    assert spoken_days(days, language) == words


def test_the_script_asks_for_every_word_and_for_no_other() -> None:
    script = (PROJECT / "ui" / "static" / "feedback.js").read_text(encoding="utf-8")
    known = {field.name.replace("_", "-") for field in fields(FormTexts)}
    titles = {verdict.replace("_", "-") for verdict in get_args(Verdict)}
    asked = set(re.findall(r"(?:word|say)\(\"([a-z-]+)\"", script))
    assert asked <= known
    assert titles <= known
    unasked = {name for name in known - asked - titles if f'"{name}"' not in script}
    assert unasked == set()
