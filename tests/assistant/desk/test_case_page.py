"""The page of a dossier shows what it holds, in plain words, and never becomes mark-up."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.answers import Question
from assistant.desk.case_file import answer_bundle, case_bundle, read_bundle
from assistant.desk.case_page import case_page
from assistant.desk.nouns import Case
from assistant.pipeline import Assistant
from tests.assistant.desk.letter_parts import (
    ENTRIES,
    SENTENCES,
    SOURCES,
    make_case,
    make_draft,
    make_sentence,
    make_source,
    without_draft,
)

ATTACK = '<script>alert(1)</script><img src=x onerror=alert(1)>" onclick="x'


def page_of(case: Case) -> str:
    return case_page(read_bundle(case_bundle(case, ENTRIES, SOURCES)), "12ab" * 16)


def headings(page: str) -> list[str]:
    return re.findall(r"<h2>([^<]*)</h2>", page)


def test_a_case_shows_everything_in_dutch() -> None:
    page = page_of(make_case())
    assert headings(page) == [
        "Kenmerken",
        "Wie de vraag stelde",
        "De vraag",
        "Het gesprek ervoor",
        "Wat de assistent vond",
        "Het antwoord van het loket, zin voor zin",
        "Goedkeuringen",
        "Gebruikte passages",
        "Bronnen",
        "Wie deed wat wanneer",
    ]
    for shown in (
        "12ab" * 16,
        "loketwijzer-dossier 1",
        "voor een deel beantwoord",
        "groen: bewezen",
        "rood: niet bewezen",
        "vaste praktijk",
        "concept goedgekeurd",
        "goedkeurder-1",
        "2026-11-21 23:30:00 UTC",
        "Vraagsteller: Eerst iets anders",
        *(sentence.text for sentence in SENTENCES),
    ):
        assert shown in page


def test_a_case_that_is_still_open_has_no_answer_of_the_desk() -> None:
    assert "Goedkeuringen" not in headings(page_of(without_draft(make_case())))


def test_nothing_that_a_stranger_or_publisher_wrote_becomes_markup() -> None:
    case = make_case(
        make_draft(make_sentence(1, ATTACK, remark=ATTACK), salutation=ATTACK),
        question=ATTACK,
        name=ATTACK,
    )
    case = replace(case, found=replace(case.found, missing=ATTACK, contacts=(ATTACK,)))
    sources = {"S01": make_source("S01", title=ATTACK, url=f"javascript:{ATTACK}")}
    page = case_page(read_bundle(case_bundle(case, ENTRIES, sources)), "0")
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert page.count("&lt;script&gt;") >= 8


def test_the_page_needs_no_other_file_and_runs_nothing() -> None:
    page = page_of(make_case())
    assert not re.search(r"<(script|link|img|iframe|object)|@import|url\(|src=", page)


@pytest.mark.parametrize(("language", "title"), [("nl", "Dossier van"), ("en", "File of")])
def test_an_answer_is_shown_in_the_language_of_its_reader(
    assistant: Assistant, language: str, title: str
) -> None:
    asked = Question(text="Moet ik een investeerder met 15 procent melden?", language=language)  # type: ignore[arg-type]
    page = case_page(read_bundle(answer_bundle(asked, assistant.invoke(asked))), "0")
    assert f'<html lang="{language}">' in page
    assert f"<h1>{title}" in page
    assert len(headings(page)) == 6
