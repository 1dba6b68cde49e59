from __future__ import annotations

import pytest
from pydantic import ValidationError

from assistant.settings import AssistantSettings


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOKET_ANSWER_WORDS", "120")
    monkeypatch.setenv("LOKET_ON_TOPIC_LINE", "0.9")
    settings = AssistantSettings(_env_file=None)
    assert (settings.answer_words, settings.on_topic_line) == (120, 0.9)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("candidates", 4),
        ("candidates", 201),
        ("answer_words", 79),
        ("answer_words", 601),
        ("on_topic_line", -0.1),
        ("on_topic_line", 1.1),
        ("answerable_line", 2),
        ("answerable_line", "hoog"),
    ],
)
def test_a_value_out_of_bounds_is_refused_by_name(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        AssistantSettings.model_validate({name: value})
