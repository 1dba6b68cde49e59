"""The library: an approved answer answers the same question, until its source changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from assistant.answers import Status
from assistant.desk.audit import entries, verify
from assistant.desk.database import Database
from assistant.desk.errors import DeskRefused, NotAllowed
from assistant.desk.tables import verified
from assistant.pipeline import Assistant
from assistant.search import Search
from indexer.build import build_index
from indexer.index import Index, open_index
from indexer.settings import IndexSettings
from tests.assistant.desk.case_parts import (
    ADMIN,
    APPROVER,
    ASKED,
    EDITOR,
    READER,
    sentences_of,
)
from tests.assistant.desk.library_parts import Shelved
from tests.conftest import quiet
from tests.fakes import HashEmbedder

TODAY = date(2026, 11, 21)
OTHERWISE = "Moet ik een investeerder die 15% van mijn startup koopt melden?"


@pytest.fixture
def desk(database: Database, assistant: Assistant) -> Shelved:
    return Shelved(database, assistant)


def rebuilt(settings: IndexSettings, before: str, after: str) -> Iterator[Index]:
    path = settings.corpus_dir / "documents" / "wet-vifo" / "melden.nl.md"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")
    build_index(settings, HashEmbedder, quiet)
    with open_index(settings.index_dir, HashEmbedder()) as index:
        yield index


@pytest.fixture
def changed(index_settings: IndexSettings) -> Iterator[Index]:
    """The small index after its source changed: ten percent became twelve."""
    yield from rebuilt(index_settings, "Wie minstens 10 procent", "Wie minstens 12 procent")


@pytest.fixture
def longer(index_settings: IndexSettings) -> Iterator[Index]:
    """The small index after its source got another sentence before the one that was cited."""
    yield from rebuilt(
        index_settings, "Bij 20 en bij", "Dat geldt sinds 2023. [S01]\nBij 20 en bij"
    )


def test_the_same_question_gets_the_approved_answer(desk: Shelved) -> None:
    assert desk.asked().approved_on is None
    case = desk.approved()
    said = [sentence.text for sentence in sentences_of(case)]
    for text in (ASKED, OTHERWISE):
        answer = desk.asked(text)
        assert answer.status is Status.ANSWERED
        assert answer.approved_on == TODAY
        assert sorted(sentence.text for sentence in answer.sentences) == sorted(said)
    other = desk.asked("Moet ik een investeerder melden die 5 procent van mijn start-up koopt?")
    assert other.approved_on is None


def test_an_edited_sentence_is_what_is_said(desk: Shelved) -> None:
    case = desk.office.drafted()
    first, *others = sentences_of(case)
    edited = first.text.replace("Wie minstens 10 procent", "Wie ten minste 10 procent")
    assert desk.office.decide(case, first, "edited", edited).light != "red"
    desk.office.decide(case, others[0], "rejected", remark="overbodig")
    for sentence in others[1:]:
        desk.office.decide(case, sentence, "kept")
    desk.approve(case)
    said = [sentence.text for sentence in desk.asked().sentences]
    assert edited in said
    assert others[0].text not in said


def test_language_and_validity_count(desk: Shelved) -> None:
    desk.approved()
    assert desk.found() is not None
    assert desk.found(language="en") is None
    desk.clock.pass_by(days=180)
    assert desk.found() is not None
    desk.clock.pass_by(days=1)
    assert desk.found() is None


def test_the_newest_of_two_answers_to_one_question_is_given(desk: Shelved) -> None:
    desk.approved()
    desk.clock.pass_by(days=3)
    desk.approved()
    found = desk.found()
    assert found is not None
    assert found.approved_on == TODAY + timedelta(days=3)


def test_a_changed_source_takes_an_answer_out_at_once_and_for_review(
    desk: Shelved, changed: Index
) -> None:
    desk.approved()
    assert desk.found(index=changed) is None
    assert desk.asked(index=changed).approved_on is None
    assert desk.library.to_review(READER) == ()
    assert desk.library.review(changed, TODAY) == 1
    assert desk.library.review(changed, TODAY) == 0
    (entry,) = desk.library.to_review(READER)
    assert entry.review_reason == (
        "De passage ‘Moet u een klein belang melden?’ is veranderd sinds de goedkeuring."
    )
    assert desk.found() is None, "not even where the source is as it was"
    added, line = entries(desk.database, subject=f"verified {entry.id}")
    assert (added.actor, added.action) == (APPROVER.name, "verified answer added")
    assert (line.actor, line.action) == ("loket", "verified answer to review")


def test_what_stands_and_holds_is_left_alone(desk: Shelved) -> None:
    desk.approved()
    assert desk.library.review(desk.index, TODAY) == 0
    assert desk.library.review(desk.index, TODAY + timedelta(days=180)) == 0
    assert desk.library.review(desk.index, TODAY + timedelta(days=181)) == 1
    (entry,) = desk.library.to_review(READER)
    assert entry.review_reason == "De geldigheid liep af op 2027-05-20."


def test_a_question_finds_its_place_again_under_another_model(desk: Shelved) -> None:
    desk.approved()
    with desk.database.writing() as connection:
        connection.execute(update(verified).values(vector=b""))
    assert desk.found() is None
    assert desk.library.review(desk.index, TODAY) == 0
    assert desk.found() is not None


def test_whoever_keeps_an_answer_puts_it_on_the_words_of_now(desk: Shelved, longer: Index) -> None:
    desk.approved()
    desk.library.review(longer, TODAY)
    (entry,) = desk.library.to_review(READER)
    desk.clock.pass_by(days=10)
    kept = desk.library.keep(ADMIN, entry.id, longer, days=30)
    assert desk.library.to_review(READER) == ()
    assert desk.entries() == (kept,)
    assert (kept.state, kept.approved_role) == ("active", "admin")
    assert (kept.approved_on, kept.valid_until) == (date(2026, 12, 1), date(2026, 12, 31))
    found = desk.found(index=longer)
    assert found is not None
    assert found.approved_on == date(2026, 12, 1)
    assert verify(desk.database).broken_at is None


def test_an_answer_that_no_longer_stands_cannot_be_kept_only_withdrawn(
    desk: Shelved, changed: Index
) -> None:
    desk.approved()
    desk.library.review(changed, TODAY)
    (entry,) = desk.library.to_review(READER)
    with pytest.raises(DeskRefused, match="wordt niet meer door zijn bron gedragen"):
        desk.library.keep(APPROVER, entry.id, changed, days=30)
    desk.library.withdraw(APPROVER, entry.id)
    assert [one.state for one in desk.entries()] == ["withdrawn"]
    assert desk.library.to_review(READER) == ()
    for act in (
        lambda: desk.library.withdraw(APPROVER, entry.id),
        lambda: desk.library.keep(APPROVER, entry.id, desk.index, days=30),
        lambda: desk.library.keep(APPROVER, 99, desk.index, days=30),
    ):
        with pytest.raises(DeskRefused, match="staat niet in de bibliotheek"):
            act()
    actions = [line.action for line in entries(desk.database, subject=f"verified {entry.id}")]
    assert actions == [
        "verified answer added",
        "verified answer to review",
        "verified answer withdrawn",
    ]


def test_an_answer_in_use_is_withdrawn_at_once(desk: Shelved) -> None:
    desk.approved()
    desk.clock.pass_by(days=1)
    desk.approved("Moet een investeerder met 12 procent zich melden?")
    assert [entry.id for entry in desk.library.active(READER)] == [2, 1], "newest first"
    vector = Search(desk.index, candidates=5).embed(ASKED)

    def found() -> object:
        return desk.library.find(ASKED, vector, "nl", desk.index)

    assert found() is not None
    desk.library.withdraw(APPROVER, 1)
    assert found() is None, "without waiting for it to be read again"
    assert [entry.id for entry in desk.library.active(READER)] == [2]
    assert {entry.id: entry.state for entry in desk.entries()} == {1: "withdrawn", 2: "active"}
    last = entries(desk.database, subject="verified 1")[-1]
    assert (last.actor, last.action) == (APPROVER.name, "verified answer withdrawn")
    with pytest.raises(DeskRefused, match="staat niet in de bibliotheek"):
        desk.library.withdraw(APPROVER, 1)


def test_a_question_that_tells_who_asks_it_is_answered_and_not_kept(desk: Shelved) -> None:
    who = "Ik ben Jan Bakelmans van Quirijnse Staal BV aan de Zandweg 12 in Urk."
    case = desk.approved(f"{who} {ASKED}")
    assert case.row.state == "approved"
    assert desk.entries() == ()
    assert [e.action for e in entries(desk.database) if e.action.startswith("verified")] == []


def test_an_entry_outlives_its_case_and_leads_nowhere(desk: Shelved) -> None:
    case, other = desk.approved(), desk.approved()
    desk.office.cases.erase(ADMIN, case.row.id)
    assert {entry.id: entry.case_id for entry in desk.entries()} == {1: None, 2: other.row.id}
    assert [entry.case_id for entry in desk.library.active(READER)] == [other.row.id, None]
    assert desk.found() is not None


def test_only_an_approver_decides(desk: Shelved) -> None:
    desk.approved()
    assert desk.library.to_review(READER) == ()
    for act in (
        lambda: desk.library.withdraw(EDITOR, 1),
        lambda: desk.library.keep(EDITOR, 1, desk.index, days=1),
    ):
        with pytest.raises(NotAllowed):
            act()
