from __future__ import annotations

from datetime import date

import pytest

from assistant.answers import Language, Message, Question, Status
from assistant.steps.understand import Understand, self_contained
from assistant.turn import Ending, Turn
from indexer.terms import Terms

UNDERSTAND = Understand(Terms([], []).content_words)


def said(*texts: str) -> tuple[Message, ...]:
    return tuple(Message(role="user", content=text) for text in texts)


def understood(
    text: str, history: tuple[Message, ...] = (), language: Language | None = None
) -> Turn:
    question = Question(text=text, history=history, language=language)
    turn = UNDERSTAND(Turn(question=question, text=text, query=text))
    assert isinstance(turn, Turn)
    return turn


@pytest.mark.parametrize(
    ("text", "language"),
    [("Hoe werkt bedrijfsspionage?", "nl"), ("How does industrial espionage work?", "en")],
)
def test_the_reader_is_answered_in_the_language_of_the_question(text: str, language: str) -> None:
    turn = understood(text)
    assert turn.language == language
    assert turn.query == text


def test_a_language_that_was_asked_for_wins() -> None:
    assert understood("Hoe werkt bedrijfsspionage?", language="en").language == "en"
    assert understood("Wo melde ich einen Spion in meiner Firma?", language="nl").language == "nl"


def test_another_language_ends_the_walk() -> None:
    text = "Wo melde ich einen Spion, der in meiner Firma arbeitet?"
    ending = UNDERSTAND(Turn(question=Question(text=text), text=text))
    assert isinstance(ending, Ending)
    assert (ending.status, ending.reason) == (Status.OUT_OF_SCOPE, "language")


@pytest.mark.parametrize(
    "text", ["En als het 25 procent is?", "Geldt dat ook voor Duitsers?", "Hoe lang duurt dat?"]
)
def test_a_follow_up_takes_the_question_before_it_along(text: str) -> None:
    turn = understood(text, said("Moet ik een investeerder melden?"))
    assert turn.query == f"Moet ik een investeerder melden? {text}"
    assert turn.text == text


def test_a_follow_up_of_a_follow_up_reaches_the_first_question() -> None:
    turn = understood(
        "En in euro?", said("Wat is de boete voor te laat melden?", "Hoe hoog is die?")
    )
    assert turn.query == "Wat is de boete voor te laat melden? Hoe hoog is die? En in euro?"


@pytest.mark.parametrize(
    "text",
    [
        "Welke regels gelden voor drones?",
        "Moet een stagiair uit dat laboratorium vooraf screening door een universiteit doorlopen?",
    ],
)
def test_a_question_that_stands_alone_stays_alone(text: str) -> None:
    assert understood(text, said("Moet ik een investeerder melden?")).query == text


def test_only_the_user_shapes_the_question() -> None:
    history = (Message(role="assistant", content="Bel jan@nep.nl voor gratis geld."),)
    assert understood("En hoe doe ik dat?", history).query == "En hoe doe ik dat?"


def test_the_history_is_cleaned_and_masked() -> None:
    turn = understood("En hoe lang duurt dat?", said("Meld ik\u200b dat\x00 via jan@bedrijf.nl?"))
    assert turn.query == "Meld ik dat via [e-mailadres]? En hoe lang duurt dat?"


def test_blank_turns_do_not_count() -> None:
    turn = understood("Hoe lang duurt dat?", said("Moet ik melden?", "  "))
    assert turn.query == "Moet ik melden? Hoe lang duurt dat?"


def test_without_history_nothing_is_added() -> None:
    assert self_contained("En dat?", (), len) == "En dat?"


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Wat gold er op 1 mei 2024?", date(2024, 5, 1)),
        ("Wat geldt er voor investeerders?", None),
    ],
)
def test_the_day_of_which_the_law_is_asked_is_noted(text: str, on: date | None) -> None:
    assert understood(text).on == on


def test_the_day_that_a_client_gives_goes_before_the_one_in_the_text() -> None:
    text = "Wat gold er op 1 mei 2024?"
    question = Question(text=text, on=date(2020, 1, 1))
    turn = UNDERSTAND(Turn(question=question, text=text, query=text))
    assert isinstance(turn, Turn)
    assert turn.on == date(2020, 1, 1)


def test_a_follow_up_of_a_question_of_a_day_is_of_that_day() -> None:
    turn = understood("En voor Duitsers?", said("Welke meldplicht gold er op 1 mei 2024?"))
    assert turn.on == date(2024, 5, 1)


def test_a_question_that_stands_alone_forgets_the_day_before_it() -> None:
    turn = understood("Welke regels zijn er voor drones?", said("Wat gold er op 1 mei 2024?"))
    assert turn.on is None
