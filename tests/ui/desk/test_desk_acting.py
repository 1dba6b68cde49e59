"""Acting on the page: who acts is asked each time, and every refusal is a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.desk.errors import CaseClaimed, DeskUnavailable, NotAllowed
from assistant.desk.nouns import Actor
from indexer.errors import AppError, IndexMissing
from tests.ui.desk.desk_parts import ANNA, RITA
from ui.desk.desk_acting import Refused, attempt, told

REQUEST: Any = object()


def _raising(error: AppError) -> Any:
    def act(actor: Actor) -> None:
        del actor
        raise error

    return act


def test_somebody_who_is_logged_in_acts_under_their_own_name() -> None:
    assert attempt(lambda _: ANNA, REQUEST, lambda actor: actor.name) == "anna"


def test_nobody_acts_without_a_session_and_the_way_back_is_in_another_tab() -> None:
    did: list[Actor] = []
    refused = attempt(lambda _: None, REQUEST, did.append)
    assert isinstance(refused, Refused)
    assert did == []
    assert 'href="/loket/inloggen"' in refused.html
    assert 'target="_blank"' in refused.html
    assert 'role="alert"' in refused.html


@pytest.mark.parametrize("error", [CaseClaimed(4, "bram"), NotAllowed(RITA, "edit")])
def test_an_error_of_the_desk_is_told_as_it_is(error: AppError) -> None:
    refused = attempt(lambda _: ANNA, REQUEST, _raising(error))
    assert isinstance(refused, Refused)
    assert str(error) in refused.html
    assert refused.error is error


def test_a_database_that_is_gone_costs_no_text() -> None:
    assert "staat er nog" in told(DeskUnavailable("could not connect"))
    assert "connect" not in told(DeskUnavailable("could not connect"))


def test_the_session_itself_may_be_out_of_reach() -> None:
    def gone(_: object) -> Actor:
        raise DeskUnavailable("gone")

    refused = attempt(gone, REQUEST, lambda actor: actor)
    assert isinstance(refused, Refused)
    assert "niet te bereiken" in refused.html


def test_other_errors_are_told_as_everywhere(tmp_path: Any) -> None:
    said = told(IndexMissing(tmp_path))
    assert said.startswith("Er is nog geen index.")
    assert str(tmp_path) not in said
