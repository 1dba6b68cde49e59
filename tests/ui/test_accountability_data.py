"""What is told of a question is what the settings make of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.accountability_world import account
from ui.accountability import DeskPeriods
from ui.accountability_data import data_rows, data_section


def told(**setup: Any) -> dict[str, str]:
    return dict(data_rows(account(**setup).setup))


def periods(approvals: int = 1) -> DeskPeriods:
    return DeskPeriods(
        approvals=approvals, open_case_days=31, case_days=62, verified_days=93, session_hours=7.5
    )


def test_without_a_language_model_a_question_goes_nowhere() -> None:
    assert told()["Waar uw vraag heen gaat"].startswith("Nergens heen.")


def test_a_model_on_this_machine_keeps_it_here() -> None:
    said = told(chat_model="openai:klein", chat_place="here")["Waar uw vraag heen gaat"]
    assert "openai:klein" in said
    assert "verlaat die machine niet" in said


def test_a_model_elsewhere_is_told_with_what_it_gets() -> None:
    said = told(chat_model="openai:groot", chat_place="elsewhere")["Waar uw vraag heen gaat"]
    assert "openai:groot" in said
    assert "eerdere vragen" in said
    assert "namen niet" in said


@pytest.mark.parametrize(("days", "words"), [(1, "Na 1 dag "), (30, "Na 30 dagen ")])
def test_feedback_is_kept_as_long_as_is_set(days: int, words: str) -> None:
    assert words in told(feedback_days=days)["Reacties op een antwoord"]


def test_without_feedback_nothing_is_kept() -> None:
    assert "bewaart geen vragen" in told(feedback_days=0)["Reacties op een antwoord"]


def test_without_a_desk_there_is_nothing_to_hand_over_to() -> None:
    said = told()
    assert said["Vragen aan het loket"].startswith("Deze server heeft geen loket.")
    assert "Goedgekeurde antwoorden" not in said


def test_a_desk_tells_how_long_it_keeps_what_and_who_reads_it() -> None:
    said = told(desk=periods())
    assert "Zonder antwoord wordt de tekst na 31 dagen gewist" in said["Vragen aan het loket"]
    assert "na een antwoord 62 dagen later" in said["Vragen aan het loket"]
    assert "versleuteld" in said["Vragen aan het loket"]
    assert "Alleen medewerkers van het loket lezen" in said["Vragen aan het loket"]
    assert "93 dagen lang" in said["Goedgekeurde antwoorden"]
    assert "na 7,5 uur" in said["Medewerkers van het loket"]


@pytest.mark.parametrize(("approvals", "words"), [(1, "Een medewerker"), (2, "twee medewerkers")])
def test_how_many_approve_is_told(approvals: int, words: str) -> None:
    said = told(desk=periods(approvals))["Goedgekeurde antwoorden"]
    assert words in said
    assert ("twee" in said) == (approvals == 2)


def test_the_limit_is_that_of_the_settings() -> None:
    assert "hoogstens 17 antwoorden" in told()["Tellen per adres"]


def test_the_section_holds_all_of_it() -> None:
    (facts,) = data_section(account().setup).parts
    assert getattr(facts, "rows", None) == data_rows(account().setup)
