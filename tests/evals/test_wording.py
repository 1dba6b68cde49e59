"""How an answer reads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers import Notice, Status
from evals.wording import length, right_language, standing_alone, stands_alone
from tests.evals.outcomes import SENTENCE, answer, citation, sentence


def test_length_counts_the_words_of_the_sentences() -> None:
    assert length(answer(sentences=[sentence("Een twee drie."), sentence("Vier.")])) == 4
    assert length(answer(Status.NO_ANSWER, reply="Geen antwoord.")) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ja, dat moet.", "nl"),
        ("Niet zonder meer: het hangt ervan af.", "nl"),
        ("Dit geldt ook voor u.", "nl"),
        ("Daarvoor is een vergunning nodig.", "nl"),
        ("Zij moeten dat melden.", "nl"),
        ("Yes, you must.", "en"),
        ("This also holds for you.", "en"),
        ("They must report it.", "en"),
    ],
)
def test_a_sentence_that_leans_is_seen(text: str, language: str) -> None:
    assert not stands_alone(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SENTENCE, "nl"),
        ("Jaarlijks meldt u dat.", "nl"),
        ("Ditmaal telt de omzet.", "nl"),
        ("Neem contact op.", "nl"),
        ("Theyʼre is no word here.", "en"),
        ("Notify the ministry.", "en"),
        ("Dit is geen Engels.", "en"),
    ],
)
def test_a_sentence_that_stands_alone_is_left_in_peace(text: str, language: str) -> None:
    assert stands_alone(text, language)


def test_the_language_of_the_passage_decides() -> None:
    english = answer(
        sentences=[sentence("This helps."), sentence("Notify us.")],
        citations=[citation(1, "This helps. Notify us.", language="en")],
    )
    assert standing_alone(english) == 0.5
    assert standing_alone(answer(Status.BLOCKED)) is None


def test_a_reader_is_told_when_the_sentences_are_in_another_language() -> None:
    dutch = answer()
    told = replace(dutch, language="en", notices=(Notice(kind="language", text="In Dutch."),))
    assert right_language(dutch, "nl")
    assert not right_language(dutch, "en")
    assert not right_language(replace(told, notices=()), "en")
    assert right_language(told, "en")
