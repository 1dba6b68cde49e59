"""A visit: what it knows of who asks, and the form it gives back."""

from __future__ import annotations

from tests.ui.desk.handover_world import world


def test_an_unknown_language_is_dutch() -> None:
    here = world()
    assert '<html lang="nl">' in here.client.get("/voorleggen?taal=fr").text
    assert '<html lang="en">' in here.client.get("/voorleggen?taal=en").text


def test_the_periods_are_those_of_the_desk() -> None:
    here = world()
    here.app.state.desk.settings.open_case_days = 14
    assert "hoogstens 14 dagen" in here.client.get("/voorleggen").text


def test_a_form_that_nobody_filled_in_has_no_faults() -> None:
    assert 'role="alert"' not in world().client.get("/voorleggen").text
