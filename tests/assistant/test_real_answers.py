"""What must hold for the corpus, model and index as they are served."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.answers import Answer, Status
from assistant.assemble import open_assistant
from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from indexer.settings import IndexSettings

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


AT_ONCE = (
    INVESTOR,
    "Wij leveren onderdelen aan een handelaar in Turkije. Wat moet ik doen?",
    "Krijg ik ergens een waarschuwing als een grondstof dreigt op te raken?",
    "We willen een fabriekje openen in China. Wat kan er misgaan met onze kennis?",
    "Is het strafbaar als iemand onze tekeningen doorspeelt aan een ander land?",
    "Hoe lang duurt een exportvergunning?",
)


@pytest.fixture
def hasty_threads() -> Iterator[None]:
    """Let threads take over from each other a thousand times as often as they do."""
    pace = sys.getswitchinterval()
    sys.setswitchinterval(pace / 1000)
    yield
    sys.setswitchinterval(pace)


@pytest.mark.usefixtures("hasty_threads")
def test_questions_at_once_to_an_assistant_just_opened_are_answered_as_one_by_one(
    real_assistant: Assistant, real_settings: IndexSettings
) -> None:
    expected = [real_assistant.invoke(question).sentences for question in AT_ONCE]
    fresh = open_assistant(real_settings, AssistantSettings(_env_file=None))
    with fresh.index, ThreadPoolExecutor(len(AT_ONCE) * 2) as visitors:
        answers = visitors.map(fresh.invoke, AT_ONCE * 2)
        assert [answer.sentences for answer in answers] == expected * 2
