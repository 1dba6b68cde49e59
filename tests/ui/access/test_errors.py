"""What is told of each refusal."""

from __future__ import annotations

import pytest

from ui.access.errors import ForeignRequest, LoginRefused, TooManyLogins, Unauthenticated


@pytest.mark.parametrize(
    ("seconds", "told"), [(5, "5 seconden"), (119, "119 "), (290, "5 minuten")]
)
def test_how_long_to_wait(seconds: int, told: str) -> None:
    assert told in str(TooManyLogins(seconds))
    assert TooManyLogins(seconds).seconds == seconds


def test_each_says_what_to_do() -> None:
    assert "/loket/inloggen" in str(Unauthenticated())
    assert "opnieuw" in str(LoginRefused())
    assert "Open het loket" in str(ForeignRequest())
