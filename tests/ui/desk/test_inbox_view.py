"""The inbox as HTML: what one must know of a case, and nothing that a stranger typed as markup."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.ui.desk.case_samples import NOW, row
from ui.clean_html import clean
from ui.desk.inbox_view import age, render_inbox, shortened


def test_a_case_shows_age_state_topic_status_doubt_and_who_has_it() -> None:
    shown = render_inbox([row(claimed_by="anna", state="claimed")], NOW)
    for text in (
        "Kans op overtreding",
        "Zaak 7: ",
        "Moet ik melden?",
        "In behandeling",
        "2 dagen",
        "wet-vifo",
        "deels beantwoord",
        "42 %",
        "61 %",
        "anna",
        'href="/loket/?zaak=7"',
    ):
        assert text in shown


def test_the_order_is_that_of_the_desk() -> None:
    shown = render_inbox([row(id=9), row(id=2)], NOW)
    assert shown.index("Zaak 9") < shown.index("Zaak 2")
    assert shown.startswith('<p class="hint">2 zaken')


def test_a_question_is_never_markup_and_survives_the_cleaner() -> None:
    shown = render_inbox([row(question='<img src=x onerror="alert(1)">')], NOW)
    assert "<img" not in shown
    assert clean(shown).count("<li") == shown.count("<li")


def test_an_empty_inbox_says_so() -> None:
    assert "geen zaken" in render_inbox([], NOW)


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(seconds=-5), "1 minuut"),
        (timedelta(minutes=59), "59 minuten"),
        (timedelta(hours=23, minutes=50), "23 uur"),
        (timedelta(days=1), "1 dag"),
        (timedelta(days=40), "40 dagen"),
    ],
)
def test_age_is_told_in_whole_units(ago: timedelta, said: str) -> None:
    assert age(NOW - ago, NOW) == said


def test_a_long_question_is_cut_at_a_word() -> None:
    assert shortened("een  twee\ndrie", 9) == "een twee…"
