"""The texts of the page: none is missing, and none speaks of things that are no longer there."""

from __future__ import annotations

from typing import get_args

from assistant.answers import Language, Speaker, Status
from assistant.desk.nouns import CaseState, Decision, Light, Part, StaffRole, Tone
from ui.desk import desk_texts as texts


def test_every_value_of_the_desk_has_a_dutch_word() -> None:
    for table, values in (
        (texts.STATES, get_args(CaseState)),
        (texts.STATUSES, tuple(Status)),
        (texts.ROLES, get_args(StaffRole)),
        (texts.LIGHTS, get_args(Light)),
        (texts.LIGHT_NAMES, get_args(Light)),
        (texts.DECISIONS, get_args(Decision)),
        (texts.PARTS, get_args(Part)),
        (texts.TONES, get_args(Tone)),
        (texts.LANGUAGES, get_args(Language)),
        (texts.SPEAKERS, get_args(Speaker)),
    ):
        assert set(table) == set(values)
        assert all(table.values())
