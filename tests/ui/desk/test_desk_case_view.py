"""A case as HTML: who asks what, what was found and above all what was not."""

from __future__ import annotations

from assistant.answers import Message
from assistant.desk.nouns import HandOver
from tests.ui.desk.case_samples import NOW, case
from ui.clean_html import clean
from ui.desk.desk_case_view import day, moment, render_case


def test_question_sender_conversation_and_what_is_missing_are_there() -> None:
    handed = HandOver(
        question="Moet ik melden?",
        conversation=(Message(role="user", content="Hallo"),),
        name="<b>Jan</b>",
        email="jan@example.nl",
        remark="Graag snel.",
    )
    shown = render_case(case(handed=handed), NOW)
    for text in (
        "Moet ik melden?",
        "&lt;b&gt;Jan&lt;/b&gt; · jan@example.nl",
        "Het gesprek ervoor (1 beurt)",
        "Zoals de vrager het stuurde.",
        "Ondernemer: ",
        "Graag snel.",
        "Niet gevonden: ",
        "de termijn",
        "U meldt vooraf.",
        "steun 61 %",
    ):
        assert text in shown
    assert clean(shown) == shown


def test_whoever_left_no_name_is_not_given_one() -> None:
    assert "geen naam of adres" in render_case(case(), NOW)


def test_a_moment_is_told_in_dutch_time() -> None:
    assert moment(NOW) == "22-11-2026 13:00"
    assert day(NOW.replace(hour=23)) == "23-11-2026"
