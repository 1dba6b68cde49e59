"""The words of the page: the same in both languages, and plain."""

from __future__ import annotations

from dataclasses import fields

from ui.page_texts import PAGE_TEXTS, PageTexts

_SAME = {"name"}


def test_each_language_has_words_of_its_own() -> None:
    for field in fields(PageTexts):
        dutch, english = (getattr(PAGE_TEXTS[language], field.name) for language in ("nl", "en"))
        assert dutch
        assert english
        assert (dutch == english) == (field.name in _SAME), field.name


def test_the_page_is_not_of_the_government_and_a_machine_answers() -> None:
    for language, words in (
        ("nl", ("computer", "geen website van de overheid")),
        ("en", ("computer", "not a website of the government")),
    ):
        about = " ".join(text for _, text in PAGE_TEXTS[language].about)  # type: ignore[index]
        assert all(word in about for word in words)
