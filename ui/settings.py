"""What the server can be told: where it listens, how much it takes, how often it looks around."""

from __future__ import annotations

from typing import TypeVar

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from indexer.settings import PROJECT
from ui.errors import SettingsInvalid
from ui.validation import in_dutch

_PREFIX = "LOKET_"

Settings = TypeVar("Settings", bound=BaseSettings)


class UiSettings(BaseSettings):
    """Settings of the server; read once, from the environment (prefix LOKET_) or `.env`."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, env_file=PROJECT / ".env", extra="ignore", frozen=True
    )

    host: str = Field(
        "127.0.0.1",
        min_length=1,
        max_length=255,
        description="The address the server listens on; 0.0.0.0 is every IPv4 address.",
    )
    port: int = Field(
        8000, ge=0, le=65_535, description="The port the server listens on; 0 takes a free one."
    )
    answers_per_minute: int = Field(
        30, ge=1, le=100_000, description="How many answers one address gets in a minute."
    )
    body_bytes: int = Field(
        262_144, ge=4_096, le=16_777_216, description="The largest request body, in bytes."
    )
    operator_key: SecretStr = Field(
        SecretStr(""),
        max_length=200,
        description=(
            "The key with which an operator adds and removes sources over REST (at least 24 "
            "characters); empty switches those routes off."
        ),
    )
    upload_megabytes: int = Field(
        50, ge=1, le=1_000, description="The largest file that an operator may send, in megabytes."
    )
    feedback_days: int = Field(
        90,
        ge=0,
        le=3_650,
        description=(
            "How long feedback on answers is kept, in days; 0 takes none and deletes what was kept."
        ),
    )
    watch_seconds: float = Field(
        2.0, ge=0.05, le=3_600, description="How often the server looks whether the index changed."
    )
    start_seconds: float = Field(
        30.0,
        ge=0,
        le=600,
        description="How long a question that comes during the start waits for the index.",
    )
    trusted_proxies: str = Field(
        "",
        max_length=1_000,
        description=(
            "Addresses of reverse proxies, with commas between; only from these is the visitor's "
            "address taken from X-Forwarded-For."
        ),
    )


def read_settings(kind: type[Settings]) -> Settings:
    """Read settings from the environment and `.env`.

    Raises:
        SettingsInvalid: a value cannot be what its setting needs; names the variable.
    """
    try:
        return kind()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = _PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsInvalid(name, in_dutch(first)) from error
