"""What is drawn anew keeps what was typed, and knows what its writer had seen."""

from __future__ import annotations

from tests.ui.desk.case_samples import case, sentence
from ui.desk.draft_parts import Shown, Typed


def test_what_was_typed_goes_along_with_the_sentence_as_it_was_seen() -> None:
    seen = sentence(version=1)
    now = sentence(version=2, text="Van een ander.")
    shown = Shown(case(now), 1, (Typed("Van mij.", "grond", seen),))
    assert shown.at(now) == Typed("Van mij.", "grond", seen)


def test_a_box_that_nobody_touched_shows_what_stands_now() -> None:
    seen = sentence(version=1)
    now = sentence(version=2, text="Van een ander.")
    shown = Shown(case(now), 1, (Typed(seen.text, "mijn grond", seen),))
    assert shown.at(now) == Typed("Van een ander.", "mijn grond", now)
    assert Shown(case(now)).at(now).text == "Van een ander."


def test_more_spaces_are_no_change() -> None:
    assert not Typed(" U  meldt vooraf. ", "", sentence()).unsaved
    assert Typed("U meldt.", "", sentence()).unsaved


def test_two_drawings_of_one_draft_differ() -> None:
    made = case(sentence())
    assert hash(Shown(made, 0)) != hash(Shown(made, 1))
    assert Shown(case()).sentences == ()


def test_the_reason_of_a_rejection_does_not_come_back_in_its_box() -> None:
    rejected = sentence(decision="rejected", remark="Klopt niet.")
    assert Shown(case(rejected)).at(rejected).remark == ""
    red = sentence(decision="kept", light="red", remark="Bevestigd door BTI.")
    assert Shown(case(red)).at(red).remark == "Bevestigd door BTI."
