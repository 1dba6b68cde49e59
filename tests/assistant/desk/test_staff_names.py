"""What members of staff and keys may be called."""

from __future__ import annotations

import pytest

from assistant.desk.errors import DeskRefused
from assistant.desk.staff_names import clean, folded


@pytest.mark.parametrize("name", ["els", "Els de Vries", "j.jansen@rvo.nl", "O'Neill", "Zoë", "4"])
def test_a_name_of_a_person_or_program_is_kept(name: str) -> None:
    assert clean(f"  {name} ") == name


@pytest.mark.parametrize(
    "name",
    ["", "   ", "x" * 61, "<b>els</b>", "els\x00", "els\u202ejan", "a|b", 'a"b', "els\u200bx"],
)
def test_markup_and_hidden_letters_are_no_name(name: str) -> None:
    with pytest.raises(DeskRefused, match="Een naam heeft"):
        clean(name)


@pytest.mark.parametrize("name", ["sleutel crm", "Sleutel  CRM"])
def test_nobody_is_called_as_a_key_acts(name: str) -> None:
    with pytest.raises(DeskRefused, match="sleutel"):
        clean(name)


def test_capitals_spaces_and_the_way_of_typing_make_no_other_name() -> None:
    assert folded(" Zoë  DE vries ") == folded("zoe\u0308 de Vries")
    assert folded("els") != folded("elsa")
