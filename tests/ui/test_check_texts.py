"""The words of the check's pages: all there in both languages, with the same blanks."""

from __future__ import annotations

from dataclasses import fields
from string import Formatter

from ui.check_texts import CHECK_TEXTS, CheckTexts


def _blanks(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}


def test_every_text_is_there_in_both_languages_and_differs() -> None:
    for field in fields(CheckTexts):
        dutch, english = (getattr(CHECK_TEXTS[language], field.name) for language in ("nl", "en"))
        assert dutch.strip()
        assert english.strip()
        assert dutch != english, field.name
        assert _blanks(dutch) == _blanks(english), field.name


def test_it_says_whose_check_it_is_and_what_it_is_not() -> None:
    for texts in CHECK_TEXTS.values():
        assert "Loketwijzer" in texts.ours
        assert "EV-scan" in texts.ours
    assert "geen juridisch advies" in CHECK_TEXTS["nl"].ours
    assert "not legal advice" in CHECK_TEXTS["en"].ours
