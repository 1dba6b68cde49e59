"""The questions under an answer and in a card: what stands there, and what the script reads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import Status
from indexer.documents import Role
from tests.ui.answer_parts import answer, exchange, passage
from ui.chat_session import Exchange
from ui.clean_html import clean
from ui.feedback_markup import render_feedback, render_source_report

CITED = passage((Role.ANSWER, "U meldt vooraf."), (Role.ALSO, "Bel."))


def ended(**changes: object) -> Exchange:
    return Exchange(number=2, question="?", answer=answer(**changes))


def test_under_an_answer_stands_of_which_answer_it_is() -> None:
    made = render_feedback(
        ended(id="ab12", status=Status.NO_ANSWER, index_version="20261122T07-94"), days=90
    )
    assert made
    assert 'class="feedback status-no_5f_answer index-20261122T07-94" id="oordeel-ab12"' in made
    assert made.count("<button") == 2
    assert '<button type="button" class="verdict helped">Ja' in made
    assert '<button type="button" class="verdict not_helped">Nee' in made


def test_only_a_sensitive_answer_says_so() -> None:
    classes = [
        (render_feedback(ended(sensitive=sensitive), days=90) or "").split('"')[1].split()
        for sensitive in (True, False)
    ]
    assert ["sensitive" in found for found in classes] == [True, False]


@pytest.mark.parametrize(("days", "told"), [(90, "90 dagen"), (1, "1 dag.")])
def test_how_long_it_is_kept_is_said(days: int, told: str) -> None:
    assert told in (render_feedback(ended(), days=days) or "")


def test_an_answer_in_english_is_asked_about_in_english() -> None:
    made = exchange(CITED)
    english = replace(made, answer=answer(language="en"))
    assert "Did this answer help?" in (render_feedback(english, days=90) or "")
    report = render_source_report(english, CITED, days=90) or ""
    assert report.startswith('<p class="report" lang="en">')
    assert 'Is this source wrong?<span class="unseen" lang="nl"> Wanneer meldt u?' in report


def test_a_report_names_the_passage_and_its_sources() -> None:
    made = render_source_report(exchange(CITED), CITED, days=90)
    assert made
    assert 'class="report-source passage-wet-vifo-nl_2e_melden rests-S1"' in made


def test_without_an_answer_or_when_it_is_off_there_is_nothing() -> None:
    growing = replace(exchange(CITED), answer=None)
    assert render_feedback(growing, days=90) is None
    assert render_source_report(growing, CITED, days=90) is None
    assert render_feedback(exchange(CITED), days=0) is None
    assert render_source_report(exchange(CITED), CITED, days=0) is None


def test_nothing_of_it_is_lost_when_it_is_cleaned() -> None:
    odd = replace(CITED, id="één bron/1.2#3", heading='<img src=x onerror="alert(1)">')
    for made in (
        render_feedback(exchange(CITED), days=90),
        render_source_report(exchange(CITED), odd, days=90),
    ):
        assert made
        assert "<img" not in made
        assert clean(made).count('class="') == made.count('class="')
        assert clean(made).count('id="') == made.count('id="')
