"""Settings of the server: bounds, the environment, and an error that names the variable."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from assistant.settings import AssistantSettings
from indexer.settings import IndexSettings
from ui.errors import SettingsInvalid
from ui.settings import UiSettings, read_settings


def test_defaults_are_local_and_those_of_the_contract() -> None:
    settings = UiSettings(_env_file=None)
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert (settings.answers_per_minute, settings.body_bytes) == (30, 256 * 1024)
    assert settings.trusted_proxies == ""


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOKET_PORT", "9000")
    assert read_settings(UiSettings).port == 9000


@pytest.mark.parametrize(
    ("variable", "value", "problem"),
    [
        ("LOKET_PORT", "abc", "dit moet een geheel getal zijn"),
        ("LOKET_PORT", "70000", "dit mag hoogstens 65535 zijn"),
        ("LOKET_ANSWERS_PER_MINUTE", "0", "dit moet minstens 1 zijn"),
        ("LOKET_WATCH_SECONDS", "x", "dit moet een getal zijn"),
    ],
)
def test_a_wrong_value_names_its_variable(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, problem: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsInvalid, match=f"{variable}: {problem}"):
        read_settings(UiSettings)


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        UiSettings(_env_file=None).port = 1  # type: ignore[misc]


@pytest.mark.parametrize("kind", [UiSettings, IndexSettings, AssistantSettings])
def test_every_field_says_what_it_is(kind: type[UiSettings]) -> None:
    assert all(field.description for field in kind.model_fields.values())
