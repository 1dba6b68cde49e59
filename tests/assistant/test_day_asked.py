from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.day_asked import day_asked_about


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Wat gold er op 1 mei 2024?", "2024-05-01"),
        ("Welke drempel gold op 2024-05-01 voor investeerders?", "2024-05-01"),
        ("Welke regels golden op 1-5-2024?", "2024-05-01"),
        ("Was de meldplicht al van kracht op 31 dec. 2023?", "2023-12-31"),
        ("Wat gold er in 2021?", "2021-12-31"),
        ("Welke boete gold eind 2021?", "2021-12-31"),
        ("Welke regels golden in mei 2024?", "2024-05-01"),
        ("WAT GOLD ER OP 3 MAART 2022?", "2022-03-03"),
        ("What applied on 1 May 2024?", "2024-05-01"),
        ("Which rules were in force on March 3, 2022?", "2022-03-03"),
        ("Which threshold was in effect at the end of 2020?", "2020-12-31"),
        ("What was the law on 2024-02-29?", "2024-02-29"),
        ("Which rules for gold applied on 1 May 2024?", "2024-05-01"),
        ("What applied on 2024-02-29?", "2024-02-29"),
    ],
)
def test_the_day_of_which_the_law_is_asked(question: str, day: str) -> None:
    assert day_asked_about(question) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "question",
    [
        "Wat geldt er nu?",
        "Moet ik een investeerder met 15 procent melden?",
        "Hoeveel meldingen kreeg het BTI in 2023?",  # a count of a year, not the law of a day
        "Wat staat er in de wet van 18 mei 2022?",
        "Ik verkoop op 1 mei 2027 mijn bedrijf. Moet ik dat melden?",
        "Wat gold er vroeger?",
        "Wat gold er op 31-02-2024?",
        "Wat gold er op 2024-13-01?",
        "Mag ik goud uitvoeren in 2024?",
        "Geldt dit ook in 2024?",
        "May I export gold in 2024?",
        "Which rules are there for golden visas at the end of 2024?",
        "",
    ],
)
def test_any_other_question_is_about_today(question: str) -> None:
    assert day_asked_about(question) is None


def test_the_law_of_a_day_is_asked_for_in_english_too() -> None:
    assert day_asked_about("What was the law on 1 May 2024?") == date(2024, 5, 1)


_NL = "januari februari maart april mei juni juli augustus september oktober november december"
_EN = "January February March April May June July August September October November December"


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_understood_in_every_form(day: date) -> None:
    nl, en = _NL.split()[day.month - 1], _EN.split()[day.month - 1]
    for question in (
        f"Wat gold er op {day.isoformat()}?",
        f"Wat gold er op {day.day}-{day.month}-{day.year}?",
        f"Wat gold er op {day:%d-%m-%Y}?",
        f"Wat gold er op {day.day} {nl} {day.year}?",
        f"What applied on {day.day} {en} {day.year}?",
        f"What applied on {en} {day.day}, {day.year}?",
    ):
        assert day_asked_about(question) == day, question


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    found = day_asked_about(f"Wat gold er op {text} 99-99-2024 {text}")
    assert found is None or isinstance(found, date)
