"""An answer in the nouns of the desk."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from assistant.answers import Answer, Question, Status
from assistant.desk.found import digest_of, evidence_of, found_of, topic_of
from assistant.pipeline import Assistant
from indexer.documents import Role
from tests.assistant.desk.case_parts import ASKED, UNKNOWN


@pytest.fixture
def answer(assistant: Assistant) -> Answer:
    return assistant.invoke(Question(text=ASKED))


def test_all_that_was_said_and_cited_is_in_it(answer: Answer) -> None:
    found = found_of(answer)
    assert found.status is Status.ANSWERED
    assert [one.text for one in found.sentences] == [one.text for one in answer.sentences]
    assert [one.support for one in found.sentences] == [one.support for one in answer.sentences]
    assert (found.index_version, found.mode, found.model) == (
        answer.index_version,
        "extractive",
        None,
    )
    assert found.version.count(".") == 2
    first, citation = found.sentences[0], answer.citations[0]
    (evidence,) = first.evidence
    assert evidence.quote == citation.quote
    assert citation.passage.text[evidence.start : evidence.end] == evidence.quote
    assert evidence.passage_id == citation.passage.id
    assert evidence.source_ids == citation.span.source_ids
    assert evidence.passage_digest == hashlib.sha256(citation.passage.text.encode()).hexdigest()


def test_contacts_are_lines_that_a_person_can_use(answer: Answer) -> None:
    contact = answer.contacts[0].contact
    line = found_of(answer).contacts[0]
    assert line.startswith(contact.name)
    assert all(told in line for told in (contact.phone, contact.email, contact.url) if told)
    assert "None" not in line


def test_every_role_has_its_part_of_a_reply(answer: Answer) -> None:
    def part_of(role: Role, span_role: Role = Role.ANSWER) -> str:
        citation = replace(
            answer.citations[0], span=replace(answer.citations[0].span, role=span_role)
        )
        sentence = replace(answer.sentences[0], role=role)
        changed = replace(answer, sentences=(sentence,), citations=(citation,))
        return found_of(changed).sentences[0].part

    told = [part_of(role) for role in (Role.ANSWER, Role.CONDITION, Role.ACTION, Role.WHERE)]
    assert told == ["answer", "condition", "action", "where"]
    assert part_of(Role.ALSO) == "answer"
    assert part_of(Role.ALSO, Role.CONDITION) == "condition"  # what its passage says it does
    assert part_of(Role.MORE, Role.WHERE) == "where"


def test_the_topic_is_that_of_what_is_cited_else_of_what_lies_near(
    answer: Answer, assistant: Assistant
) -> None:
    assert topic_of(answer) == "wet-vifo"
    bare = replace(answer, citations=(), sentences=())
    assert topic_of(bare) == "wet-vifo"  # what the search kept
    nothing = replace(bare, hits=())
    assert topic_of(nothing) == ""
    assert found_of(assistant.invoke(Question(text=UNKNOWN))).sentences == ()


def test_the_digest_is_of_the_text_that_is_cited(answer: Answer) -> None:
    passage = answer.citations[0].passage
    assert digest_of(replace(passage, text=f"{passage.text} ")) != digest_of(passage)
    assert digest_of(replace(passage, heading="Anders")) == digest_of(passage)
    assert evidence_of(passage, passage.spans[0]).heading == passage.heading
