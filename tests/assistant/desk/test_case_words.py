"""Both languages name the same things, and every value of the desk has a word."""

from __future__ import annotations

from typing import get_args

from assistant.answers import Language, Mode, Status
from assistant.desk.case_words import CASE_WORDS
from assistant.desk.nouns import CaseState, Decision, Light, Part, StaffRole


def test_both_languages_name_the_same_things() -> None:
    dutch, english = CASE_WORDS["nl"], CASE_WORDS["en"]
    for words in ("headings", "labels"):
        assert getattr(dutch, words).keys() == getattr(english, words).keys()
    # What staff did is written in English and shown in Dutch; a case has no English page.
    deeds = dutch.values.keys() - english.values.keys()
    assert deeds == {value for value in dutch.values if " " in value}


def test_every_value_has_a_word() -> None:
    values = {status.value for status in Status}
    for kind in (Language, Mode, CaseState, Decision, Light, Part, StaffRole):
        values |= set(get_args(kind))
    assert values <= CASE_WORDS["nl"].values.keys()
