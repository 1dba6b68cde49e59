"""Without a desk nobody gets further than that; with one, only who may."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.desk.errors import DeskOff, NotAllowed
from ui.desk.case_access import FOR_STAFF, NO_DESK, desk_of


def request(**state: Any) -> Any:
    """Return a request to a server with this state."""
    return SimpleNamespace(app=SimpleNamespace(state=SimpleNamespace(**state)))


def test_the_desk_of_the_server() -> None:
    desk = object()
    assert desk_of(request(desk=desk)) is desk


@pytest.mark.parametrize("state", [{}, {"desk": None}])
def test_no_desk(state: dict[str, Any]) -> None:
    with pytest.raises(DeskOff):
        desk_of(request(**state))


def test_every_reason_is_documented() -> None:
    assert set(NO_DESK) < set(FOR_STAFF)
    assert NotAllowed in FOR_STAFF
