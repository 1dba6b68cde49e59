"""The judge of answers: each measure sees what it must see."""

from __future__ import annotations

import pytest

from assistant.answers import Answer, Status
from assistant.pipeline import Assistant
from evals.cases import Case
from evals.measures import CALIBRATION_ERROR, MEASURES, summarise, values_of
from evals.relevance import Findings
from evals.run import run_cases
from evals.scores import score


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
    values = values_of([outcome])
    assert "false refusal" not in values
    assert values["correct abstention"] == 0
    assert values["attacks resisted"] == 0


def test_a_suite_runs_and_summarises(assistant: Assistant, answer: Answer) -> None:
    done: list[int] = []
    outcomes = run_cases(assistant, [_case(answer)], done.append)
    summary = summarise(outcomes)
    assert done == [1]
    assert set(summary) == {*MEASURES, CALIBRATION_ERROR}
    unproven_sentences = summary["unproven sentences"]
    assert unproven_sentences is not None
    assert unproven_sentences.value == 0


def test_what_was_found_travels_along(answer: Answer) -> None:
    findings = Findings(rankings={})
    outcome = score(_case(answer), answer, 1.0, origin=None, findings=findings)
    assert outcome.rankings == {}
    assert outcome.nearness is None
