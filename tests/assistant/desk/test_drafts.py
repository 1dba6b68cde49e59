"""Making a reply, deciding sentence by sentence, and two people at the same sentence."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from assistant.desk.audit import entries, verify
from assistant.desk.database import Database
from assistant.desk.errors import (
    CaseClaimed,
    DeskRefused,
    NotAllowed,
    SentenceChanged,
    SentenceUnknown,
)
from assistant.desk.nouns import Case, DraftSentence
from assistant.pipeline import Assistant
from tests.assistant.desk.case_parts import (
    ASKED,
    EDITOR,
    OTHER,
    READER,
    UNKNOWN,
    Office,
    sentences_of,
)

TEN = (
    "Wie minstens 10 procent van de stemmen krijgt in een bedrijf met zeer sensitieve technologie, "
    "moet de aankoop vooraf melden."
)
FIFTEEN = TEN.replace("10 procent", "15 procent")


@pytest.fixture
def desk(database: Database, assistant: Assistant) -> Office:
    return Office(database, assistant)


def ten(case: Case) -> DraftSentence:
    return next(one for one in sentences_of(case) if one.text == TEN)


def test_a_draft_has_the_form_of_a_letter_and_every_sentence_of_the_answer_is_green(
    desk: Office,
) -> None:
    case = desk.drafted(name="Jansen Techniek")
    draft = case.draft
    assert draft is not None
    assert draft.salutation == "Geachte Jansen Techniek,"
    assert draft.closing
    assert draft.contacts
    parts = [one.part for one in draft.sentences]
    assert parts == sorted(parts, key=["answer", "condition", "action", "where"].index)
    assert [one.position for one in draft.sentences] == list(range(1, len(parts) + 1))
    assert {one.light for one in draft.sentences} == {"green"}
    assert {one.decision for one in draft.sentences} == {"open"}
    assert case.row.state == "drafted"
    assert ten(case).evidence is not None


def test_an_edit_into_a_falsehood_turns_red_with_the_reason_and_a_repair_turns_green(
    desk: Office,
) -> None:
    case = desk.drafted()
    false = desk.decide(case, ten(case), "edited", FIFTEEN)
    assert false.light == "red"
    assert false.reason == "Het getal 15 procent staat niet in de passage."
    assert false.support == 0
    assert false.decided_by == EDITOR.name
    assert false.original == TEN
    repaired = desk.decide(case, false, "edited", TEN)
    assert (repaired.light, repaired.reason, repaired.support) == ("green", "", 1.0)
    assert repaired.decision == "kept"  # it is what the assistant wrote
    assert sentences_of(desk.seen(case))[repaired.position - 1] == repaired


def test_of_two_people_who_edit_one_sentence_the_second_is_shown_both_texts(desk: Office) -> None:
    case = desk.drafted()
    theirs = desk.decide(case, ten(case), "edited", "De koper moet vooraf melden.", actor=OTHER)
    with pytest.raises(
        SentenceChanged, match=r"^collega heeft deze zin intussen veranderd"
    ) as told:
        desk.decide(case, ten(case), "edited", "Mijn eigen tekst.")
    assert told.value.now == theirs
    assert told.value.yours == "Mijn eigen tekst."
    assert desk.seen(case).draft is not None
    assert theirs in sentences_of(desk.seen(case))
    # Who has seen it may decide.
    mine = desk.decide(case, theirs, "edited", "Mijn eigen tekst.")
    assert mine.version == theirs.version + 1


def test_the_same_decision_sent_twice_is_no_conflict(desk: Office) -> None:
    case = desk.drafted()
    once = desk.decide(case, ten(case), "rejected", remark="Niet gevraagd.")
    assert desk.decide(case, ten(case), "rejected", remark="Niet gevraagd.") == once


def test_when_many_decide_at_once_one_wins_and_all_others_are_told(desk: Office) -> None:
    case = desk.drafted()
    sentence = ten(case)
    ready, told, won = threading.Barrier(6), [], []

    def edit(number: int) -> None:
        ready.wait()
        try:
            text = f"Tekst van nummer {number} hier."
            won.append(desk.decide(case, sentence, "edited", text))
        except SentenceChanged as error:
            told.append((error.now.text, error.yours))

    threads = [threading.Thread(target=edit, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert {theirs for theirs, _ in told} == {won[0].text}
    assert len({yours for _, yours in told}) == 5
    assert ten_now(desk, case).text == won[0].text
    assert verify(desk.database).broken_at is None


def ten_now(desk: Office, case: Case) -> DraftSentence:
    place = ten(case).position
    return sentences_of(desk.seen(case))[place - 1]


def test_a_rejection_needs_a_reason_and_a_text_may_not_be_empty_or_endless(desk: Office) -> None:
    case = desk.drafted()
    for decision, text, remark in (
        ("rejected", None, "  "),
        ("edited", " \n", ""),
        ("edited", "a" * 2_001, ""),
        ("rejected", None, "a" * 2_001),
    ):
        with pytest.raises(DeskRefused):
            desk.decide(case, ten(case), decision, text, remark=remark)
    assert ten_now(desk, case) == ten(case)


def test_a_written_ground_counts_for_the_text_it_was_given_on(desk: Office) -> None:
    case = desk.drafted()
    false = desk.decide(case, ten(case), "edited", FIFTEEN, remark="Staat in de nieuwe brief.")
    assert false.remark
    other = desk.decide(case, false, "edited", TEN.replace("10", "5"))
    assert (other.light, other.remark) == ("red", "")


def test_a_sentence_of_ones_own_stands_at_the_end_of_its_part(desk: Office) -> None:
    case = desk.drafted()
    passage = desk.assistant.index.by_id["melden-nl.termijn"]
    text = "Het BTI beslist binnen acht weken na een volledige melding."
    put = desk.drafts.insert(
        EDITOR, case.row.id, part="answer", text=text, passage=passage, reader=desk.reader
    )
    assert (put.light, put.decision, put.original) == ("green", "edited", "")
    now = sentences_of(desk.seen(case))
    assert put in now
    assert [one.position for one in now] == list(range(1, len(now) + 1))
    before = [one for one in now if one.position < put.position]
    assert {one.part for one in before} == {"answer"}
    assert now[put.position].part != "answer"
    false = desk.drafts.insert(
        EDITOR,
        case.row.id,
        part="where",
        text="Het BTI beslist binnen zes weken na een volledige melding.",
        passage=passage,
        reader=desk.reader,
    )
    assert false.light == "red"
    assert sentences_of(desk.seen(case))[-1] == false


def test_another_passage_under_a_sentence_makes_it_stand(desk: Office) -> None:
    case = desk.drafted()
    text = "Het BTI beslist binnen acht weken na een volledige melding."
    lacking = desk.decide(case, ten(case), "needs_source", text)
    assert lacking.light == "red"
    passage = desk.assistant.index.by_id["melden-nl.termijn"]
    stands = desk.drafts.rest_on(
        EDITOR,
        case.row.id,
        lacking.id,
        version=lacking.version,
        passage=passage,
        reader=desk.reader,
    )
    assert (stands.light, stands.decision, stands.text) == ("green", "edited", text)
    assert stands.evidence is not None
    assert stands.evidence.quote == text
    unfit = desk.assistant.index.by_id["spionage-nl.spionage-melden"]
    falls = desk.drafts.rest_on(
        EDITOR, case.row.id, stands.id, version=stands.version, passage=unfit, reader=desk.reader
    )
    assert (falls.light, falls.decision) == ("red", "open")
    with pytest.raises(SentenceChanged):
        desk.drafts.rest_on(
            EDITOR, case.row.id, stands.id, version=1, passage=passage, reader=desk.reader
        )


def test_a_draft_that_was_worked_on_is_replaced_only_when_asked_for(desk: Office) -> None:
    case = desk.drafted()
    assert desk.made(case.row.id).draft is not None  # nothing was decided yet
    case = desk.seen(case)
    desk.decide(case, sentences_of(case)[0], "kept")
    with pytest.raises(DeskRefused):
        desk.made(case.row.id)
    again = desk.made(case.row.id, again=True)
    assert {one.decision for one in sentences_of(again)} == {"open"}
    with pytest.raises(SentenceUnknown):
        desk.decide(case, sentences_of(case)[0], "kept")


def test_a_draft_in_english_as_an_e_mail(desk: Office) -> None:
    number = desk.handed("Do you have to notify a small stake?", name="Ms Lee")
    desk.cases.claim(EDITOR, number)
    case = desk.drafts.make(
        EDITOR,
        number,
        desk.found("Do you have to notify a small stake?"),
        desk.reader,
        tone="email",
        language="en",
    )
    assert case.draft is not None
    assert case.draft.salutation == "Dear Ms Lee,"
    assert (case.draft.tone, case.draft.language) == ("email", "en")
    assert {one.light for one in case.draft.sentences} == {"green"}


def test_what_was_not_found_gives_an_empty_draft_that_can_be_filled(desk: Office) -> None:
    case = desk.drafted(UNKNOWN)
    assert sentences_of(case) == ()
    passage = desk.assistant.index.by_id["melden-nl.termijn"]
    desk.drafts.insert(
        EDITOR, case.row.id, part="answer", text="Dat duurt.", passage=passage, reader=desk.reader
    )
    assert len(sentences_of(desk.seen(case))) == 1


def test_only_who_has_claimed_a_case_makes_its_draft(desk: Office) -> None:
    number = desk.handed()
    with pytest.raises(DeskRefused, match="eerst in behandeling"):
        desk.made(number)
    desk.cases.claim(OTHER, number)
    with pytest.raises(CaseClaimed):
        desk.made(number)


def test_a_reader_changes_nothing(desk: Office) -> None:
    case = desk.drafted()
    passage = desk.assistant.index.by_id["melden-nl.termijn"]
    with pytest.raises(NotAllowed):
        desk.decide(case, ten(case), "kept", actor=READER)
    with pytest.raises(NotAllowed):
        desk.drafts.insert(
            READER, case.row.id, part="answer", text="Tekst.", passage=passage, reader=desk.reader
        )
    with pytest.raises(NotAllowed):
        desk.drafts.approve(EDITOR, case.row.id, desk.reader)


def test_a_sentence_of_another_case_is_unknown(desk: Office) -> None:
    one, other = desk.drafted(), desk.drafted()
    for number in (ten(other).id, 0, -1, 2**40):
        with pytest.raises(SentenceUnknown):
            desk.decide(one, replace(ten(one), id=number), "kept")


def test_every_act_is_in_the_audit_trail_without_a_word_of_the_text(desk: Office) -> None:
    case = desk.drafted()
    desk.decide(case, ten(case), "edited", FIFTEEN)
    found = entries(desk.database, subject=f"case {case.row.id}")
    assert sorted(one.action for one in found) == [
        "case claimed",
        "case handed over",
        "draft made",
        "sentence edited",
    ]
    assert "15" not in "".join(f"{one.actor}{one.action}{one.subject}" for one in found)
    assert verify(desk.database).broken_at is None


def test_rejected_sentences_become_cases_for_the_evaluation_without_personal_data(
    desk: Office,
) -> None:
    asked = f"{ASKED} Mail naar jan@voorbeeld.nl."
    case = desk.drafted(asked)
    desk.decide(case, ten(case), "rejected", FIFTEEN, remark="Vraag het jan@voorbeeld.nl.")
    own = desk.drafts.insert(
        EDITOR,
        case.row.id,
        part="answer",
        text="Dat duurt lang.",
        passage=desk.assistant.index.by_id["melden-nl.termijn"],
        reader=desk.reader,
    )
    desk.decide(case, own, "rejected", remark="Toch niet.")
    (one,) = desk.drafts.rejected(READER)
    assert one.text == TEN  # as the assistant wrote it
    assert one.question == f"{ASKED} Mail naar [e-mailadres]."
    assert one.reason == "Vraag het [e-mailadres]."
    assert one.evidence is not None
