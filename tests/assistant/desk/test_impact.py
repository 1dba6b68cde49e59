"""How much depends on a question; the inbox shows the weightiest first."""

from __future__ import annotations

import pytest

from assistant.answers import Status
from assistant.desk.impact import impact_of
from assistant.desk.nouns import Found, FoundSentence, Part

NOTHING = Found(
    status=Status.NO_ANSWER,
    reply="",
    missing=None,
    sentences=(),
    contacts=(),
    confidence=0.1,
    mode="extractive",
    model=None,
    index_version="x",
    version="0.1.0",
)


def told(text: str, part: Part) -> Found:
    sentence = FoundSentence(text=text, support=1.0, part=part, evidence=())
    return Found(
        **{name: getattr(NOTHING, name) for name in NOTHING.__slots__ if name != "sentences"},
        sentences=(sentence,),
    )


@pytest.mark.parametrize(
    "question",
    [
        "Moet ik een investeerder melden?",
        "Heb ik een exportvergunning nodig?",
        "Wat zegt de sanctieregeling?",
        "Binnen welke termijn hoor ik iets?",
        "Wat gebeurt er als ik te laat ben?",
        "MAG dat zomaar?",
        "Do I have to notify this sale?",
        "Which licence do I need?",
    ],
)
def test_what_may_break_the_law_weighs_most(question: str) -> None:
    assert impact_of(question, NOTHING) == 3


@pytest.mark.parametrize(
    "question",
    [
        "Een fonds wil een overname doen.",
        "Er is een laptop gestolen op kantoor.",
        "Ik vertrouw een medewerker niet.",
        "Hoe werkt bedrijfsspionage?",
        "Our laptop was stolen.",
        "A takeover by a fund?",
    ],
)
def test_what_may_cost_the_company_much_comes_second(question: str) -> None:
    assert impact_of(question, NOTHING) == 2


@pytest.mark.parametrize(
    "question", ["Wat doet het loket?", "Wie zit er in de board?", "Where can I read more?"]
)
def test_the_rest_weighs_least(question: str) -> None:
    assert impact_of(question, NOTHING) == 1


def test_the_topic_and_what_was_found_count_too() -> None:
    assert impact_of("Hoe zit dat?", NOTHING, topic="sancties") == 3
    assert impact_of("Hoe zit dat?", NOTHING, topic="risicos-spionage") == 2
    assert impact_of("Hoe zit dat?", NOTHING, topic="olev") == 1
    fine = "Wie te laat is, riskeert een boete."
    assert impact_of("Hoe zit dat?", told(fine, "condition")) == 3
    assert impact_of("Hoe zit dat?", told(fine, "where")) == 1
