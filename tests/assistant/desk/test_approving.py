"""Approval: what must be decided first, by how many, and what happens when the source changes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest

from assistant.answers import Message
from assistant.desk.audit import entries
from assistant.desk.database import Database
from assistant.desk.errors import DeskRefused, NotAllowed
from assistant.desk.nouns import Actor, Case, Evidence
from assistant.desk.proofreading import Looked, Proofreader
from assistant.pipeline import Assistant
from indexer.build import build_index
from indexer.index import Index, open_index
from indexer.settings import IndexSettings
from tests.assistant.desk.case_parts import (
    APPROVER,
    ASKED,
    EDITOR,
    SECOND,
    Office,
    sentences_of,
)
from tests.conftest import quiet
from tests.fakes import HashEmbedder

FALSE = (
    "Wie minstens 15 procent van de stemmen krijgt in een bedrijf met zeer sensitieve technologie, "
    "moet de aankoop vooraf melden."
)


@pytest.fixture
def desk(database: Database, assistant: Assistant) -> Office:
    return Office(database, assistant)


@pytest.fixture
def careful(database: Database, assistant: Assistant) -> Office:
    """A desk where two people must approve."""
    return Office(database, assistant, approvals=2)


@pytest.fixture
def changed(index_settings: IndexSettings) -> Iterator[Index]:
    """The small index after its source changed: ten percent became twelve."""
    path = index_settings.corpus_dir / "documents" / "wet-vifo" / "melden.nl.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Wie minstens 10 procent", "Wie minstens 12 procent"), "utf-8")
    build_index(index_settings, HashEmbedder, quiet)
    with open_index(index_settings.index_dir, HashEmbedder()) as index:
        yield index


def test_the_whole_way_from_a_false_sentence_to_an_approved_reply(desk: Office) -> None:
    case = desk.drafted()
    first, *others = sentences_of(case)
    false = desk.decide(case, first, "edited", FALSE)
    with pytest.raises(DeskRefused, match="Zin 1 is rood"):
        approve(desk, case)
    for sentence in others:
        desk.decide(case, sentence, "kept")
    with pytest.raises(DeskRefused, match="Zin 1 is rood"):
        approve(desk, case)
    assert desk.seen(case).row.state == "drafted"
    desk.decide(case, false, "edited", first.text)
    desk.clock.pass_by(hours=2)
    done = approve(desk, case)
    assert done.row.state == "approved"
    (approval,) = done.approvals
    assert (approval.by, approval.role) == (APPROVER.name, "approver")
    assert approval.at == desk.clock.now
    assert desk.cases.status(done.reference) == ("approved", desk.clock.now)
    ((kept, role, vector, today, days),) = desk.shelf.kept
    assert (kept, role, today, days) == (done, "approver", date(2026, 11, 21), 180)
    assert np.array_equal(vector, HashEmbedder().embed_queries([ASKED])[0])
    lines = entries(desk.database, subject=f"case {case.row.id}")
    assert "draft approved" in {line.action for line in lines}


def test_an_answered_case_can_no_longer_be_changed(desk: Office) -> None:
    case = approve(desk, desk.keep(desk.drafted()))
    for act in (
        lambda: desk.decide(case, sentences_of(case)[0], "edited", "Anders gezegd."),
        lambda: desk.made(case.row.id, again=True),
        lambda: approve(desk, case),
        lambda: desk.cases.release(EDITOR, case.row.id),
    ):
        with pytest.raises(DeskRefused, match="al beantwoord"):
            act()


def test_a_red_sentence_may_stand_on_a_written_ground_but_is_not_used_again(desk: Office) -> None:
    case = desk.keep(desk.drafted())
    first = sentences_of(case)[0]
    desk.decide(case, first, "edited", FALSE, remark="Telefonisch bevestigd door BTI.")
    done = approve(desk, case)
    assert done.row.state == "approved"
    assert sentences_of(done)[0].light == "red"
    assert desk.shelf.kept == []


def test_a_rejected_red_sentence_does_not_keep_the_rest_out_of_the_library(desk: Office) -> None:
    case = desk.keep(desk.drafted())
    false = desk.decide(case, sentences_of(case)[0], "edited", FALSE)
    desk.decide(case, false, "rejected", remark="Klopt niet.")
    approve(desk, case)
    assert len(desk.shelf.kept) == 1


def test_nothing_is_approved_while_a_sentence_needs_a_source_or_none_is_left(desk: Office) -> None:
    case = desk.keep(desk.drafted())
    desk.decide(case, sentences_of(case)[1], "needs_source")
    with pytest.raises(DeskRefused, match="Zin 2 heeft nog een bron nodig"):
        approve(desk, case)
    for sentence in sentences_of(desk.seen(case)):
        desk.decide(case, sentence, "rejected", remark="Hoort er niet bij.")
    with pytest.raises(DeskRefused, match="blijft geen zin over"):
        approve(desk, case)
    with pytest.raises(DeskRefused, match="nog geen concept"):
        desk.drafts.approve(APPROVER, desk.handed(), desk.reader)


def test_a_key_is_nobody_where_two_people_must_approve(careful: Office) -> None:
    key = Actor(name="sleutel koppeling", role="approver")
    case = careful.keep(careful.drafted())
    with pytest.raises(DeskRefused, match="mensen"):
        careful.drafts.approve(key, case.row.id, careful.reader)
    assert careful.seen(case).approvals == ()


def test_a_key_may_approve_where_one_is_enough(desk: Office) -> None:
    key = Actor(name="sleutel koppeling", role="approver")
    case = desk.keep(desk.drafted())
    assert desk.drafts.approve(key, case.row.id, desk.reader).row.state == "approved"


def test_two_people_must_approve_where_that_is_set(careful: Office) -> None:
    case = careful.keep(careful.drafted())
    half = approve(careful, case)
    assert half.row.state == "half_approved"
    assert careful.shelf.kept == []
    with pytest.raises(DeskRefused, match="een collega moet dat ook doen"):
        approve(careful, case)
    done = careful.drafts.approve(SECOND, case.row.id, careful.reader)
    assert done.row.state == "approved"
    assert [one.by for one in done.approvals] == [APPROVER.name, SECOND.name]
    assert len({one.digest for one in done.approvals}) == 1
    assert len(careful.shelf.kept) == 1


def test_a_change_after_the_first_approval_voids_it(careful: Office) -> None:
    case = careful.keep(careful.drafted())
    approve(careful, case)
    one = sentences_of(careful.seen(case))[0]
    careful.decide(case, one, "rejected", remark="Toch niet.")
    assert careful.seen(case).approvals == ()
    assert careful.seen(case).row.state == "drafted"
    half = careful.drafts.approve(SECOND, case.row.id, careful.reader)
    assert half.row.state == "half_approved"


def test_when_both_approve_at_once_the_reply_is_kept_once(careful: Office) -> None:
    case = careful.keep(careful.drafted())
    ready, errors = threading.Barrier(2), []

    def approve_it(number: int) -> None:
        ready.wait()
        try:
            careful.drafts.approve((APPROVER, SECOND)[number], case.row.id, careful.reader)
        except DeskRefused as error:
            errors.append(error)

    threads = [threading.Thread(target=approve_it, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert careful.seen(case).row.state == "approved"
    assert len(careful.shelf.kept) == 1


def test_who_approves_something_else_than_they_saw_is_refused(desk: Office) -> None:
    case = desk.keep(desk.drafted())
    assert case.draft is not None
    seen = case.draft.version
    desk.decide(case, sentences_of(case)[0], "rejected", remark="Toch niet.")
    with pytest.raises(DeskRefused, match="intussen veranderd"):
        desk.drafts.approve(APPROVER, case.row.id, desk.reader, version=seen)
    now = desk.seen(case).draft
    assert now is not None
    done = desk.drafts.approve(APPROVER, case.row.id, desk.reader, version=now.version)
    assert done.row.state == "approved"


def test_an_edit_while_the_sentences_are_looked_at_stops_the_approval(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = desk.keep(desk.drafted())
    last, slow = sentences_of(case)[-1], Proofreader(desk.assistant.index)
    look = slow.look

    def meanwhile(text: str, evidence: Evidence | None) -> Looked:
        if sentences_of(desk.seen(case))[-1].version == last.version:
            desk.decide(case, last, "edited", FALSE, remark="Grond.")
        return look(text, evidence)

    monkeypatch.setattr(slow, "look", meanwhile)
    with pytest.raises(DeskRefused, match="intussen veranderd"):
        desk.drafts.approve(APPROVER, case.row.id, slow)
    now = desk.seen(case)
    assert (now.row.state, now.approvals) == ("drafted", ())
    assert sentences_of(now)[-1].text == FALSE


def test_a_sentence_that_its_source_no_longer_says_is_opened_again(
    desk: Office, changed: Index
) -> None:
    case = desk.keep(desk.drafted())
    reader = Proofreader(changed)
    with pytest.raises(DeskRefused, match="De bron ondersteunt zin 1, "):
        desk.drafts.approve(APPROVER, case.row.id, reader)
    now = desk.seen(case)
    assert now.row.state == "drafted"
    assert now.approvals == ()
    first = sentences_of(now)[0]
    assert (first.light, first.decision) == ("red", "open")
    assert first.reason.startswith("De bron is veranderd; de aangehaalde woorden staan er niet")
    same = [one for one in sentences_of(now) if one.light == "amber"]
    assert same  # its words still stand in the passage that changed
    # Whoever looks again decides: the new words for the first, the others may stay.
    text = first.text.replace("10 procent", "12 procent")
    assert desk.decide(now, first, "edited", text, reader=reader).light == "amber"
    for one in same:
        assert desk.decide(now, one, "kept", reader=reader).light == "amber"
    done = desk.drafts.approve(APPROVER, case.row.id, reader)
    assert done.row.state == "approved"
    # What is kept rests on the sources as they stood at the approval.
    for one in sentences_of(done):
        assert reader.look(one.text, one.evidence).light == "green"


def test_a_question_that_leans_on_the_conversation_is_not_used_for_others(desk: Office) -> None:
    said = (Message(role="user", content=ASKED), Message(role="assistant", content="Ja."))
    number = desk.handed("En hoe lang duurt dat?", conversation=said)
    desk.cases.claim(EDITOR, number)
    found = desk.found("Hoe lang duurt de toets?")
    case = desk.drafts.make(EDITOR, number, found, desk.reader, tone="email", language="nl")
    approve(desk, desk.keep(case))
    assert desk.shelf.kept == []
    # A question that stands alone is, also when it was asked before in that conversation.
    number = desk.handed(ASKED, conversation=said)
    desk.cases.claim(EDITOR, number)
    approve(desk, desk.keep(desk.made(number)))
    assert len(desk.shelf.kept) == 1


def test_an_editor_does_not_approve(desk: Office) -> None:
    case = desk.keep(desk.drafted())
    with pytest.raises(NotAllowed):
        desk.drafts.approve(EDITOR, case.row.id, desk.reader)
    assert desk.seen(case).row.state == "drafted"


def approve(desk: Office, case: Case) -> Case:
    return desk.drafts.approve(APPROVER, case.row.id, desk.reader)
