"""Follow-up questions below real answers: hints of other sections, which lead there."""

from __future__ import annotations

from assistant.answers import Answer, Question
from assistant.pipeline import Assistant
from evals.cases import load_cases

_CASES = 30
_LEADS = 0.9
"""The least share of suggestions that find their section among the hits; measured 1.0."""


def _asked(assistant: Assistant) -> list[Answer]:
    """Return the answers to the first development questions that suggest something."""
    found: list[Answer] = []
    for case in load_cases():
        if case.part == "dev" and case.answerable and not case.origins:
            answer = assistant.invoke(case.asked())
            if answer.follow_ups:
                found.append(answer)
        if len(found) == _CASES:
            break
    return found


def test_a_follow_up_is_a_hint_of_a_section_not_cited_and_leads_there(
    real_assistant: Assistant,
) -> None:
    sections: dict[str, set[tuple[str, str]]] = {}
    for passage in real_assistant.index.passages:
        for hint in passage.hints:
            sections.setdefault(hint, set()).add((passage.document_id, passage.section_id))
    answers = _asked(real_assistant)
    assert len(answers) == _CASES
    leads: list[bool] = []
    for answer in answers:
        cited = {(c.passage.document_id, c.passage.section_id) for c in answer.citations}
        for question in answer.follow_ups:
            assert question in sections, "a question was made up"
            others = sections[question] - cited
            assert others, "it leads to what was cited already"
            hits = real_assistant.invoke(Question(text=question)).hits
            found = {(hit.passage.document_id, hit.passage.section_id) for hit in hits}
            leads.append(bool(others & found))
    assert sum(leads) / len(leads) >= _LEADS
