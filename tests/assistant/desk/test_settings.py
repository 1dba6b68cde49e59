from __future__ import annotations

import pytest
from pydantic import ValidationError

from assistant.desk.settings import DeskSettings


def test_there_is_no_desk_by_default() -> None:
    settings = DeskSettings(_env_file=None)
    assert not settings.desk_key.get_secret_value()
    assert not settings.desk_database.get_secret_value()


def test_secrets_are_not_shown() -> None:
    settings = DeskSettings(desk_key="geheim", desk_database="postgresql://a:geheim@b/c")
    assert "geheim" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [("desk_approvals", 3), ("case_days", 0), ("verified_days", 0), ("session_hours", 0)],
)
def test_what_makes_no_sense_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        DeskSettings.model_validate({name: value})
