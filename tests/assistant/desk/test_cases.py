"""Cases: handed over, found by reference, listed doubt first, claimed by one, erased."""

from __future__ import annotations

import re
import threading
from dataclasses import replace

import pytest
from sqlalchemy import text as sql

from assistant.answers import Message, Status
from assistant.desk.audit import entries, verify
from assistant.desk.database import Database
from assistant.desk.errors import (
    CaseClaimed,
    CaseErased,
    CaseUnknown,
    DeskRefused,
    DeskUnavailable,
    NotAllowed,
)
from assistant.desk.nouns import HandOver
from assistant.errors import InvalidQuestion
from assistant.pipeline import Assistant
from tests.assistant.desk.case_parts import (
    ADMIN,
    APPROVER,
    ASKED,
    EDITOR,
    NOW,
    OTHER,
    READER,
    UNKNOWN,
    Office,
)


@pytest.fixture
def desk(database: Database, assistant: Assistant) -> Office:
    return Office(database, assistant)


def test_a_question_that_is_handed_over_comes_back_as_it_was_sent(desk: Office) -> None:
    handed = HandOver(
        question=ASKED,
        conversation=(
            Message(role="user", content="Hallo"),
            Message(role="assistant", content="Dag"),
        ),
        language="nl",
        name="<b>O'Brien</b> & zn.",
        email="info@voorbeeld.nl",
        remark="Graag vandaag. 😀",
    )
    found = desk.found()
    receipt = desk.cases.hand_over(handed, found, topic="wet-vifo", impact=3)
    case = desk.cases.get(READER, receipt.case_id)
    assert (case.handed, case.found, case.reference) == (handed, found, receipt.reference)
    row = case.row
    assert (row.state, row.topic, row.impact, row.status) == ("new", "wet-vifo", 3, Status.ANSWERED)
    assert row.support == min(one.support for one in found.sentences)
    assert (row.created, row.claimed_by, case.draft, case.approvals) == (NOW, None, None, ())


def test_a_reference_is_long_random_and_forgiving_and_tells_the_status_only(desk: Office) -> None:
    receipts = [
        desk.cases.hand_over(HandOver(question=ASKED), desk.found(), topic="", impact=1)
        for _ in range(20)
    ]
    references = {one.reference for one in receipts}
    assert len(references) == 20
    assert all(re.fullmatch(r"([A-Z2-7]{4}-){3}[A-Z2-7]{4}", one) for one in references)  # 80 bits
    one = receipts[0]
    assert desk.cases.status(one.reference) == ("new", NOW)
    assert desk.cases.status(f" {one.reference.lower().replace('-', ' ')} ") == ("new", NOW)
    misread = one.reference.replace("O", "0").replace("I", "1").replace("B", "8")
    assert desk.cases.status(misread) == ("new", NOW)
    desk.clock.pass_by(days=1)
    desk.cases.claim(EDITOR, one.case_id)
    assert desk.cases.status(one.reference) == ("claimed", desk.clock.now)


@pytest.mark.parametrize("reference", ["", "AAAA-AAAA-AAAA-AAAA", "1", "' OR 1=1 --", "é" * 5_000])
def test_an_unknown_reference_is_unknown(desk: Office, reference: str) -> None:
    desk.handed()
    with pytest.raises(CaseUnknown):
        desk.cases.status(reference)


def test_what_is_blank_or_too_long_is_not_handed_over(desk: Office) -> None:
    good = HandOver(question=ASKED)
    for bad in ("", " ?", "a" * 2_001):
        with pytest.raises(InvalidQuestion):
            desk.cases.hand_over(replace(good, question=bad), desk.found(), topic="", impact=1)
    for field, most in (("name", 200), ("email", 254), ("remark", 2_000)):
        long = replace(good, **{field: "a" * (most + 1)})  # type: ignore[arg-type]
        with pytest.raises(DeskRefused, match=str(most)):
            desk.cases.hand_over(long, desk.found(), topic="", impact=1)
    long = replace(good, conversation=(Message(role="user", content="a"),) * 21)
    with pytest.raises(DeskRefused):
        desk.cases.hand_over(long, desk.found(), topic="", impact=1)
    assert desk.cases.inbox(READER) == ()


def test_what_cannot_be_stored_is_left_out_of_every_text(desk: Office) -> None:
    bad = "\x00\x07\ud800\x9b"
    handed = HandOver(
        question=f"Mag{bad} dat?\r\n\tNu?",
        conversation=(Message(role="user", content=f"Hal{bad}lo"),),
        name=f"Jan{bad}",
        remark=f"Snel{bad}.",
    )
    found = replace(desk.found(), reply=f"Nee{bad}.", missing=f"dat{bad}")
    case = desk.cases.get(READER, desk.cases.hand_over(handed, found, topic="", impact=1).case_id)
    assert case.handed == HandOver(
        question="Mag dat?\n\tNu?",
        conversation=(Message(role="user", content="Hallo"),),
        name="Jan",
        remark="Snel.",
    )
    assert (case.found.reply, case.found.missing) == ("Nee.", "dat")
    repr(case).encode()
    assert desk.cases.inbox(READER, topic="\0x") == ()
    with pytest.raises(InvalidQuestion):
        desk.cases.hand_over(HandOver(question="\0\ud800"), found, topic="", impact=1)


@pytest.mark.parametrize(
    "sign", ["\0", "\ud800", "\n", " ", "\u200b", "\u202e", "\u2066", "\ufeff"]
)
def test_an_address_with_what_cannot_be_seen_is_refused(desk: Office, sign: str) -> None:
    handed = HandOver(question=ASKED, email=f"a{sign}@b.nl")
    with pytest.raises(DeskRefused, match="e-mailadres"):
        desk.cases.hand_over(handed, desk.found(), topic="", impact=1)
    assert desk.cases.inbox(READER) == ()


@pytest.mark.parametrize("damage", ["body = wrapped_key", "wrapped_key = body", "body = NULL"])
def test_a_damaged_case_does_not_cost_the_inbox(
    desk: Office, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    one, broken = desk.handed(), desk.handed()
    with desk.database.writing() as connection:
        connection.execute(sql(f"UPDATE cases SET {damage} WHERE id = {broken}"))  # noqa: S608
    assert [row.id for row in desk.cases.inbox(READER)] == [one]
    if "NULL" not in damage:
        assert f"case {broken} " in caplog.text
    assert ASKED not in caplog.text


def test_no_text_of_a_case_stands_readable_in_the_database(desk: Office) -> None:
    case = desk.drafted(name="Jansen Techniek")
    with desk.database.reading() as connection:
        for table in ("cases", "sentences", "audit"):
            rows = connection.execute(sql(f"SELECT * FROM {table}")).all()  # noqa: S608 — our own
            told = repr([[bytes(v) if isinstance(v, memoryview) else v for v in r] for r in rows])
            for secret in ("Jansen", "investeerder", "stemmen", case.reference):
                assert secret not in told


def test_the_inbox_shows_doubt_first_and_answered_cases_last(desk: Office) -> None:
    def handed(support: float, impact: int) -> int:
        found = desk.found()
        weak = tuple(replace(one, support=support) for one in found.sentences)
        desk.clock.pass_by(minutes=1)
        given = replace(found, sentences=weak)
        return desk.cases.hand_over(
            HandOver(question=ASKED), given, topic="", impact=impact
        ).case_id

    answered = desk.keep(desk.drafted()).row.id
    desk.drafts.approve(APPROVER, answered, desk.reader)
    low, sure, weak, weak_later = handed(0.1, 1), handed(0.9, 3), handed(0.4, 3), handed(0.4, 3)
    listed = [row.id for row in desk.cases.inbox(READER)]
    assert listed == [weak, weak_later, sure, low, answered]
    assert [row.id for row in desk.cases.inbox(READER, limit=2)] == [weak, weak_later]


def test_the_inbox_can_be_searched_and_filtered(desk: Office) -> None:
    one = desk.handed(name="Jansen Techniek", email="post@jansen.nl", remark="Haast")
    other = desk.handed("Waar kan ik spionage melden?")
    desk.cases.claim(EDITOR, other)

    def listed(**wanted: object) -> set[int]:
        return {row.id for row in desk.cases.inbox(EDITOR, **wanted)}  # type: ignore[arg-type]

    assert listed() == {one, other}
    assert listed(text="SPIONAGE melden") == {other}
    assert listed(text="jansen haast") == {one}
    assert listed(text=desk.cases.get(READER, one).reference.lower()) == {one}
    assert listed(text=str(other)) == {other}
    assert listed(text="bakkerij") == set()
    assert listed(state="claimed") == {other}
    assert listed(topic="wet-vifo") == {one}
    assert listed(mine=True) == {other}
    assert desk.cases.inbox(OTHER, mine=True) == ()


def test_a_question_without_an_answer_has_no_support(desk: Office) -> None:
    row = desk.cases.get(READER, desk.handed(UNKNOWN)).row
    assert row.support == 0
    assert row.status is not Status.ANSWERED


def test_a_case_is_claimed_by_one_person(desk: Office) -> None:
    number = desk.handed()
    desk.cases.claim(EDITOR, number)
    desk.cases.claim(EDITOR, number)  # again: nothing happens
    with pytest.raises(CaseClaimed, match="in behandeling bij behandelaar"):
        desk.cases.claim(OTHER, number)
    with pytest.raises(CaseClaimed):
        desk.cases.release(OTHER, number)
    row = desk.cases.get(READER, number).row
    assert (row.state, row.claimed_by) == ("claimed", EDITOR.name)
    desk.cases.release(EDITOR, number)
    desk.cases.release(EDITOR, number)
    row = desk.cases.get(READER, number).row
    assert (row.state, row.claimed_by) == ("new", None)
    desk.cases.claim(OTHER, number)
    desk.cases.release(ADMIN, number)  # a colleague who fell ill
    assert desk.cases.get(READER, number).row.claimed_by is None


def test_of_many_who_claim_at_once_one_has_it(desk: Office) -> None:
    number = desk.handed()
    ready, refused = threading.Barrier(8), []

    def claim(name: str) -> None:
        ready.wait()
        try:
            desk.cases.claim(replace(EDITOR, name=name), number)
        except CaseClaimed as error:
            refused.append(error.by)

    threads = [threading.Thread(target=claim, args=(f"naam{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 7
    assert set(refused) == {desk.cases.get(READER, number).row.claimed_by}
    lines = entries(desk.database, subject=f"case {number}")
    assert [one.action for one in lines].count("case claimed") == 1


def test_a_released_case_keeps_its_draft(desk: Office) -> None:
    case = desk.drafted()
    desk.cases.release(EDITOR, case.row.id)
    desk.cases.claim(OTHER, case.row.id)
    now = desk.seen(case)
    assert (now.row.state, now.row.claimed_by) == ("drafted", OTHER.name)
    assert now.draft == case.draft


def test_an_erased_case_leaves_its_number_and_nothing_else(desk: Office) -> None:
    case = desk.drafted()
    with pytest.raises(NotAllowed):
        desk.cases.erase(APPROVER, case.row.id)
    desk.cases.erase(ADMIN, case.row.id)
    for act in (
        lambda: desk.cases.get(READER, case.row.id),
        lambda: desk.cases.claim(EDITOR, case.row.id),
        lambda: desk.cases.erase(ADMIN, case.row.id),
        lambda: desk.made(case.row.id),
        lambda: desk.cases.status(case.reference),
    ):
        with pytest.raises(CaseErased):
            act()
    assert desk.cases.inbox(READER) == ()
    with desk.database.reading() as connection:
        for table in ("cases", "sentences"):
            bodies = connection.execute(sql(f"SELECT body FROM {table}")).all()  # noqa: S608
            assert {row.body for row in bodies} == {None}
    assert verify(desk.database).broken_at is None


@pytest.mark.parametrize("number", [0, -1, 99, 2**31, 2**70])
def test_a_case_that_does_not_exist_is_unknown(desk: Office, number: int) -> None:
    for act in (desk.cases.get, desk.cases.claim, desk.cases.release, desk.cases.erase):
        with pytest.raises(CaseUnknown):
            act(ADMIN, number)


def test_a_reader_claims_nothing(desk: Office) -> None:
    number = desk.handed()
    for act in (desk.cases.claim, desk.cases.release):
        with pytest.raises(NotAllowed):
            act(READER, number)


def test_when_the_database_is_gone_whoever_hands_over_is_told(
    sqlite_database: Database, assistant: Assistant
) -> None:
    desk = Office(sqlite_database, assistant)
    found = desk.found()
    with sqlite_database.writing() as connection:
        connection.execute(sql("DROP TABLE audit_head"))
    with pytest.raises(DeskUnavailable):
        desk.cases.hand_over(HandOver(question=ASKED), found, topic="", impact=1)
    assert desk.cases.inbox(READER) == ()  # all or nothing: no case without its line in the trail
