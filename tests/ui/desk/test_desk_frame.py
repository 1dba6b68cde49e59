"""The head of the page: who is logged in, and the way out."""

from __future__ import annotations

from tests.ui.desk.desk_parts import ANNA
from ui.desk.desk_frame import render_masthead


def test_it_names_who_is_logged_in_and_the_way_out() -> None:
    shown = render_masthead(ANNA)
    assert "anna (beheerder)" in shown
    assert 'href="/loket/uitloggen"' in shown
    assert "Ingelogd" not in render_masthead(None)
