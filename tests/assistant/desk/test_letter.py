"""A letter holds what was approved, in its order, with its sources, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.desk.errors import DeskRefused
from assistant.desk.letter import Letter, letter_of
from assistant.desk.nouns import CaseState
from tests.assistant.desk.letter_parts import (
    REFERENCE,
    SOURCES,
    make_case,
    make_draft,
    make_evidence,
    make_letter,
    make_sentence,
    without_draft,
)


def said(letter: Letter) -> list[str]:
    return [sentence.text for section in letter.sections for sentence in section.sentences]


def test_only_sentences_that_were_kept_or_edited_are_said_in_their_order() -> None:
    letter = letter_of(make_case(), SOURCES)
    assert said(letter) == [
        "U moet een investering melden voordat u tekent.",
        "Dat geldt voor vitale aanbieders.",
        "Een overdracht binnen een groep telt ook mee.",
        "Meld de investering bij het bureau.",
        "Vraag het na bij uw adviseur.",
        "Het bureau neemt meldingen aan.",
        "Bureau Toetsing Investeringen, 070 000 0000, https://voorbeeld.nl",
    ]
    assert [section.part for section in letter.sections] == [
        "answer",
        "condition",
        "action",
        "where",
    ]


@pytest.mark.parametrize("decision", ["open", "rejected", "needs_source"])
def test_a_sentence_without_a_yes_is_never_said(decision: str) -> None:
    letter = make_letter(
        make_sentence(1, "Behouden."),
        make_sentence(2, "Niet behouden.", decision=decision),  # type: ignore[arg-type]
    )
    assert "Niet behouden." not in said(letter)


@pytest.mark.parametrize("state", ["new", "claimed", "drafted", "half_approved"])
def test_a_case_that_is_not_approved_gives_no_letter(state: CaseState) -> None:
    with pytest.raises(DeskRefused, match="nog niet goedgekeurd"):
        letter_of(make_case(state=state), SOURCES)


def test_half_the_approvals_are_not_enough() -> None:
    approved = make_case()
    waiting = replace(approved, row=replace(approved.row, state="half_approved"))
    with pytest.raises(DeskRefused, match="nog niet goedgekeurd"):
        letter_of(waiting, SOURCES)


def test_a_case_without_a_draft_gives_no_letter() -> None:
    with pytest.raises(DeskRefused, match="nog niet goedgekeurd"):
        letter_of(without_draft(make_case()), SOURCES)


def test_a_draft_of_which_nothing_was_kept_gives_no_letter() -> None:
    case = make_case(make_draft(make_sentence(1, "Weg.", decision="rejected")))
    with pytest.raises(DeskRefused, match="geen enkele zin"):
        letter_of(case, SOURCES)


def test_a_letter_bears_the_dutch_day_of_the_last_approval_and_the_reference() -> None:
    letter = letter_of(make_case(), SOURCES)
    assert letter.day == date(2026, 11, 22)
    assert ("Datum", "22 november 2026") in letter.particulars
    assert ("Kenmerk", REFERENCE) in letter.particulars


def test_an_email_bears_no_date_of_its_own_and_english_words_in_english() -> None:
    letter = make_letter(tone="email", language="en")
    assert [label for label, _ in letter.particulars] == ["Reference", "Your question"]


def test_notes_are_numbered_in_the_order_in_which_the_letter_needs_them() -> None:
    letter = letter_of(make_case(), SOURCES)
    numbers = [one.notes for section in letter.sections for one in section.sentences]
    assert numbers == [(1, 2), (1,), (2,), (3,), (), (2,), ()]
    assert [note.text.split(", ")[1] for note in letter.notes] == [
        "Titel van S01",
        "Titel van S02",
        "Titel van S03",
    ]


def test_words_of_a_source_to_the_letter_keep_its_language_and_own_words_do_not() -> None:
    quoted = make_evidence("You must notify.", language="en")
    letter = make_letter(
        make_sentence(1, "You must notify.", evidence=quoted),
        make_sentence(2, "U moet melden.", evidence=quoted, decision="edited"),
    )
    assert [one.language for one in letter.sections[0].sentences] == ["en", "nl"]


def test_a_sentence_that_no_source_supports_bears_no_note() -> None:
    proven = make_sentence(1, "Meld het.", "S01")
    red = make_sentence(2, "Meld het nooit.", "S01", light="red", remark="Op gezag van het hoofd.")
    letter = letter_of(make_case(make_draft(proven, red)), SOURCES)
    told = letter.sections[0].sentences
    assert [bool(one.notes) for one in told] == [True, False]


def test_a_long_question_stands_on_one_line_and_is_cut_at_a_word() -> None:
    letter = make_letter(question="Een vraag\nover " + "investeringen " * 100)
    assert letter.question.startswith("Een vraag over investeringen")
    assert letter.question.endswith("investeringen …")
    assert len(letter.question) < 310
