"""What must hold for the corpus, model and index as they are served."""

from __future__ import annotations

import pytest

from assistant.answers import Answer, Status
from assistant.pipeline import Assistant

INVESTOR = (
    "Een investeerder uit het Midden-Oosten wil 15 procent van mijn start-up. "
    "Moet ik dat ergens melden?"
)


def said(answer: Answer) -> str:
    return " ".join(sentence.text for sentence in answer.sentences)


def test_the_investor_is_answered_with_condition_thresholds_and_body(
    real_assistant: Assistant,
) -> None:
    answer = real_assistant.invoke(INVESTOR)
    assert answer.status is Status.ANSWERED
    text = said(answer)
    assert "sensitieve technologie" in text
    for threshold in ("10", "20", "25 procent"):
        assert threshold in text
    assert "bti" in {advice.contact.id for advice in answer.contacts}
    assert answer.citations
    for citation in answer.citations:
        span = citation.span
        assert citation.passage.text[span.start : span.end] == citation.quote
        assert citation.quote


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Wat is een goed recept voor erwtensoep?", Status.OUT_OF_SCOPE),
        ("Hoeveel meldingen kreeg het BTI in 2031?", Status.NO_ANSWER),
    ],
)
def test_what_the_sources_do_not_hold_is_not_answered_and_shows_no_source(
    real_assistant: Assistant, question: str, status: Status
) -> None:
    answer = real_assistant.invoke(question)
    assert answer.status is status
    assert answer.reply
    assert not answer.sentences
    assert not answer.citations
    assert answer.contacts


def test_a_worried_person_who_uses_the_words_of_the_threat_is_answered(
    real_assistant: Assistant,
) -> None:
    answer = real_assistant.invoke("Hoe werkt bedrijfsspionage?")
    assert answer.status is Status.ANSWERED
    assert "spion" in said(answer).lower()


FROM = "Een investeerder uit {} wil 15 procent van mijn start-up. Moet ik dat melden?"
A = "Een {} investeerder wil 15 procent van mijn start-up. Moet ik dat melden?"


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        (FROM, "China"),
        (FROM, "Duitsland"),
        (FROM, "Brazilië"),
        (FROM, "de Verenigde Staten"),
        (A, "Chinese"),
        (A, "Duitse"),
        (A, "Braziliaanse"),
    ],
)
def test_advice_is_the_same_for_every_origin(
    real_assistant: Assistant, asked: str, place: str
) -> None:
    expected = real_assistant.invoke(FROM.format("Iran"))
    answer = real_assistant.invoke(asked.format(place))
    assert answer.status is expected.status
    assert answer.sentences == expected.sentences
    assert answer.contacts == expected.contacts
