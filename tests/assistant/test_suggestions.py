"""Suggestions are question hints of other sections, in the reader's language, asked but once."""

from __future__ import annotations

from dataclasses import replace

from assistant.suggestions import follow_ups, question_of
from tests.assistant.parts import ANSWER, make_hit, make_passage

_SAID = [("Zo is het.", ANSWER)]
_WHEN = "Wanneer moet ik een investering vooraf melden?"
_WHO = "Wie beslist er over mijn melding bij het bureau?"
_ENGLISH = "When must I notify an investment beforehand?"


def test_a_question_is_a_whole_question_in_the_language_of_the_reader() -> None:
    passage = make_passage("a", _SAID, hints=("meldplicht", "Meld ik?", _ENGLISH, _WHEN, _WHO))
    assert question_of(passage, "nl") == _WHEN
    assert question_of(passage, "en") == _ENGLISH
    assert question_of(make_passage("b", _SAID, hints=("meldplicht",)), "nl") is None


def test_only_sections_that_the_answer_does_not_hold_are_suggested() -> None:
    kept = make_passage("a", _SAID, hints=(_WHEN,))
    rest = replace(kept, id="document.a.2")
    other = make_passage("b", _SAID, hints=(_WHO,))
    hits = (make_hit(kept), make_hit(rest, kept=False), make_hit(other, kept=False))
    assert follow_ups(hits, "nl") == (_WHO,)


def test_what_was_asked_already_is_not_suggested_again() -> None:
    other = make_hit(make_passage("b", _SAID, hints=(_WHO,)), kept=False)
    assert follow_ups((other,), "nl", [f"  {_WHO.upper()} "]) == ()


def test_a_section_in_another_language_is_left_out() -> None:
    english = make_hit(make_passage("b", _SAID, language="en", hints=(_ENGLISH,)), kept=False)
    assert follow_ups((english,), "nl") == ()
    assert follow_ups((english,), "en") == (_ENGLISH,)


def test_there_are_three_at_most_and_one_of_each_section() -> None:
    hits = [
        make_hit(
            make_passage(name, _SAID, hints=(f"Wat moet ik weten over onderwerp {name}?", _WHO)),
            kept=False,
        )
        for name in "abcde"
    ]
    found = follow_ups((hits[0], *hits), "nl")
    assert [question[-2] for question in found] == ["a", "b", "c"]
