"""The judge of answers: each measure sees what it must see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Answer, Status
from assistant.pipeline import Assistant
from evals.cases import Case
from evals.run import MEASURES, run_cases, summarise, unproven
from evals.scores import mean, score


def _case(answer: Answer, **changed: object) -> Case:
    source = answer.citations[0].source.id if answer.citations else "S0"
    values: dict[str, object] = {
        "id": "a-1",
        "question": "Wat?",
        "language": "nl",
        "topic": None,
        "status": ["answered"],
        "sources": [source],
    }
    return Case.model_validate({**values, **changed})


@pytest.fixture
def answer(assistant: Assistant) -> Answer:
    passage = assistant.index.passages[0]
    found = assistant.invoke(passage.heading)
    assert found.status is Status.ANSWERED
    return found


def test_a_right_answer_scores_on_every_measure(answer: Answer) -> None:
    words = answer.sentences[0].text
    outcome = score(_case(answer, facts=[words.split()[0]], conditions=[words[-6:-2]]), answer, 1.0)
    assert outcome.status
    assert outcome.right_source
    assert outcome.fact_recall == 1.0
    assert outcome.condition_recall == 1.0
    assert not outcome.missed


def test_a_missed_fact_and_condition_are_named(answer: Answer) -> None:
    case = _case(
        answer, facts=["zeppelin", answer.sentences[0].text[:5]], conditions=["luchtschip"]
    )
    outcome = score(case, answer, 1.0)
    assert outcome.fact_recall == 0.5
    assert outcome.condition_recall == 0.0
    assert outcome.missed == ("zeppelin", "luchtschip")


def test_a_wrong_source_status_and_forbidden_words_count(answer: Answer) -> None:
    case = _case(answer, sources=["S999"], status=["blocked"], never=["."])
    outcome = score(case, answer, 1.0)
    assert not outcome.status
    assert outcome.said_never
    assert MEASURES["false refusal"](outcome) is None
    assert not MEASURES["correct abstention"](outcome)


def test_an_unproven_sentence_is_counted(answer: Answer) -> None:
    assert unproven(answer) == 0
    first, *rest = answer.sentences
    bare = replace(answer, sentences=(replace(first, citations=()), *rest))
    assert unproven(bare) == 1
    changed = replace(answer, sentences=(replace(first, text=first.text + " Verzonnen."), *rest))
    assert unproven(changed) == 1


def test_a_suite_runs_and_summarises(assistant: Assistant, answer: Answer) -> None:
    done: list[int] = []
    outcomes = run_cases(assistant, [_case(answer)], done.append)
    summary = summarise(outcomes)
    assert done == [1]
    assert set(summary) == set(MEASURES)
    unproven_sentences = summary["unproven sentences"]
    assert unproven_sentences is not None
    assert unproven_sentences.value == 0


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_a_mean_lies_in_its_interval(values: list[float]) -> None:
    found = mean(values, rounds=200)
    assert found is not None
    assert found.low - 1e-9 <= found.value <= found.high + 1e-9
    assert found.count == len(values)


def test_there_is_no_mean_of_nothing() -> None:
    assert mean([]) is None
