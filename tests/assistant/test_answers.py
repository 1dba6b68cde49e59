from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import MAX_HISTORY, MAX_QUESTION, Citation, Message, Question, Status
from assistant.errors import InvalidQuestion
from assistant.pipeline import Assistant
from indexer.index import Index

TURN = Message(role="user", content="Hallo")


@pytest.mark.parametrize("text", ["", " ", "\n\t", "?!", "…", "\u200b", "---"])
def test_a_blank_question_is_refused_in_both_languages(text: str) -> None:
    with pytest.raises(InvalidQuestion, match="leeg") as caught:
        Question(text=text)
    assert caught.value.reason == "empty"
    assert "empty" in caught.value.texts["en"]


def test_a_long_question_is_refused_with_both_numbers() -> None:
    with pytest.raises(InvalidQuestion, match=f"{100_000} tekens.*{MAX_QUESTION}") as caught:
        Question(text="a" * 100_000)
    assert caught.value.reason == "too_long"
    assert Question(text="a" * MAX_QUESTION).text


def test_a_long_history_is_refused() -> None:
    with pytest.raises(InvalidQuestion) as caught:
        Question(text="Hoezo?", history=(TURN,) * (MAX_HISTORY + 1))
    assert caught.value.reason == "history_too_long"
    assert Question(text="Hoezo?", history=(TURN,) * MAX_HISTORY).history


@given(st.text(max_size=50))
def test_a_text_with_a_letter_or_digit_is_a_question(text: str) -> None:
    if any(character.isalnum() for character in text):
        assert Question(text=text).text == text
    else:
        with pytest.raises(InvalidQuestion):
            Question(text=text)


def test_the_statuses_are_those_of_the_contract() -> None:
    assert [str(status) for status in Status] == [
        "answered",
        "partial",
        "no_answer",
        "out_of_scope",
        "blocked",
    ]


@pytest.mark.parametrize(("name", "secondary"), [("duur", True), ("vergunning", False)])
def test_a_citation_is_secondary_when_no_official_source_carries_it(
    small_index: Index, name: str, secondary: bool
) -> None:
    passage = small_index.by_id[f"uitvoer-nl.{name}"]
    span = passage.spans[0]
    first, *further = (small_index.sources[source] for source in span.source_ids)
    citation = Citation(
        number=1, passage=passage, span=span, source=first, further_sources=tuple(further)
    )
    assert citation.secondary is secondary
    assert citation.quote == passage.text[span.start : span.end]
    assert not dataclasses.replace(
        citation, further_sources=(small_index.sources["S01"],)
    ).secondary


def test_an_answer_knows_its_citations_by_number(assistant: Assistant) -> None:
    answer = assistant.invoke("Moet ik een investeerder met 15 procent melden?")
    assert [answer.citation(number).number for number in (1, 2, 3)] == [1, 2, 3]
