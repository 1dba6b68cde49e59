from __future__ import annotations

from itertools import pairwise
from typing import get_args

from assistant.desk.nouns import Act, Actor, StaffRole


def test_each_role_may_do_what_the_ones_before_it_may_and_something_more() -> None:
    allowed = [
        {act for act in get_args(Act) if Actor(name="Anna", role=role).may(act)}
        for role in get_args(StaffRole)
    ]
    assert allowed[0] == {"read"}
    assert all(less < more for less, more in pairwise(allowed))
    assert allowed[-1] == set(get_args(Act))
