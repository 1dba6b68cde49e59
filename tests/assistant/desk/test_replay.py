"""A question asked again: what stayed, what went, what came, and what changed under it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from assistant.answers import Question
from assistant.assemble import assemble
from assistant.desk.case_file import answer_bundle, case_bundle, read_bundle
from assistant.desk.errors import DeskRefused
from assistant.desk.found import found_of
from assistant.desk.replay import Differences, PassageMoved, replay
from assistant.errors import InvalidQuestion
from assistant.pipeline import Assistant
from assistant.settings import AssistantSettings
from indexer.build import build_index
from indexer.index import open_index
from indexer.settings import IndexSettings
from tests.assistant.desk.letter_parts import (
    ENTRIES,
    SOURCES,
    make_case,
    make_draft,
    make_evidence,
    make_found,
    make_sentence,
)
from tests.conftest import TODAY, quiet
from tests.fakes import HashEmbedder, loose_confidence

ON_TOPIC = "Moet ik een investeerder met 15 procent melden?"


def kept(assistant: Assistant, question: Question | None = None) -> bytes:
    question = question or Question(text=ON_TOPIC)
    return answer_bundle(question, assistant.invoke(question))


def after_a_change(settings: IndexSettings, bundle: bytes, old: str, new: str) -> Differences:
    """Change the corpus, build its index and ask again."""
    file = settings.corpus_dir / "documents" / "wet-vifo" / "melden.nl.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    build_index(settings, HashEmbedder, quiet)
    with open_index(settings.index_dir, HashEmbedder()) as index:
        told = AssistantSettings(_env_file=None)
        return replay(bundle, assemble(index, told, loose_confidence(), today=lambda: TODAY))


def particulars(found: Differences) -> dict[str, tuple[str, str]]:
    return {one.name: (one.was, one.now) for one in found.particulars}


def test_on_the_same_index_nothing_is_different(assistant: Assistant) -> None:
    found = replay(kept(assistant), assistant)
    assert found.same_answer
    assert found.mode_kept
    assert found.stayed[0].startswith("Wie minstens 10 procent")
    assert all(one.same for one in found.particulars)
    assert particulars(found)["status"] == ("answered", "answered")


def test_the_conversation_and_the_language_are_asked_again_too(assistant: Assistant) -> None:
    question = Question(text=ON_TOPIC, language="en")
    found = replay(kept(assistant, question), assistant)
    assert found.same_answer


def test_a_source_that_changed_is_seen(assistant: Assistant, index_settings: IndexSettings) -> None:
    found = after_a_change(
        index_settings,
        kept(assistant),
        "Wie minstens 10 procent van de stemmen",
        "Wie minstens 12 procent van de stemmen",
    )
    assert not found.same_answer
    assert [text[:23] for text in found.went] == ["Wie minstens 10 procent"]
    assert [text[:23] for text in found.came] == ["Wie minstens 12 procent"]
    assert len(found.stayed) > 1
    (moved,) = found.passages
    assert moved.what == "changed"
    assert moved.id == "melden-nl.klein-belang"
    was, now = particulars(found)["index"]
    assert was != now


def test_a_passage_that_is_gone_is_seen(
    assistant: Assistant, index_settings: IndexSettings
) -> None:
    found = after_a_change(index_settings, kept(assistant), "{#klein-belang}", "{#een-andere-naam}")
    assert found.passages == (
        PassageMoved(
            id="melden-nl.klein-belang", heading="Moet u een klein belang melden?", what="gone"
        ),
    )
    assert not found.went  # the sentences still come, from elsewhere
    assert not found.same_answer


def test_a_case_is_asked_again_and_passages_of_its_reply_are_looked_at(
    assistant: Assistant,
) -> None:
    found = found_of(assistant.invoke(ON_TOPIC))
    elsewhere = make_evidence("Dit staat nergens.", name="verdwenen")
    draft = make_draft(make_sentence(1, "Dit staat nergens.", evidence=elsewhere))
    case = make_case(draft, question=ON_TOPIC, found=found)
    case = replace(case, handed=replace(case.handed, conversation=()))
    again = replay(case_bundle(case, ENTRIES, SOURCES), assistant)
    assert not again.went
    assert [(one.id, one.what) for one in again.passages] == [("document.verdwenen", "gone")]


def test_what_a_language_model_wrote_is_asked_again_without_one(assistant: Assistant) -> None:
    found = replace(make_found(), mode="generative", model="een-model")
    again = replay(case_bundle(make_case(found=found), ENTRIES, SOURCES), assistant)
    assert not again.mode_kept
    assert particulars(again)["model"] == ("een-model", "")
    assert particulars(again)["mode"] == ("generative", "extractive")


def test_a_question_that_may_no_longer_be_asked_is_refused(assistant: Assistant) -> None:
    case = make_case(question="x" * 3_000)
    with pytest.raises(InvalidQuestion, match="maximum"):
        replay(case_bundle(case, ENTRIES, SOURCES), assistant)


@pytest.mark.parametrize("content", [b"", b"geen zip"])
def test_a_foreign_file_is_refused(assistant: Assistant, content: bytes) -> None:
    with pytest.raises(DeskRefused):
        replay(content, assistant)


def test_the_differences_can_be_written_as_json(assistant: Assistant) -> None:
    from dataclasses import asdict

    values: Any = json.loads(json.dumps(asdict(replay(kept(assistant), assistant))))
    assert values["question"] == ON_TOPIC
    assert read_bundle(kept(assistant)).asked.question == ON_TOPIC
