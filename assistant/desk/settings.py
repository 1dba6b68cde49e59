"""What the desk can be told: where it keeps cases, for how long, and who must approve."""

from __future__ import annotations

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from indexer.settings import PROJECT


class DeskSettings(BaseSettings):
    """Settings of the desk; read once, from the environment (prefix LOKET_) or `.env`."""

    model_config = SettingsConfigDict(
        env_prefix="LOKET_", env_file=PROJECT / ".env", extra="ignore", frozen=True
    )

    desk_key: SecretStr = Field(
        SecretStr(""),
        max_length=200,
        description=(
            "The key that protects the desk's cases (at least 32 characters; "
            "`loket desk new-key` makes one); empty: there is no desk."
        ),
    )
    desk_database: SecretStr = Field(
        SecretStr(""),
        max_length=500,
        description=(
            "Where cases are kept: the URL of a PostgreSQL database "
            "(`postgresql://user:password@host/name`, needs the `postgres` group of packages); "
            "empty: a SQLite file in the data folder."
        ),
    )
    desk_approvals: int = Field(
        1, ge=1, le=2, description="How many people must approve an answer of the desk."
    )
    case_days: int = Field(
        730,
        ge=1,
        le=36_500,
        description="How long the text of a case is kept after it was answered, in days.",
    )
    open_case_days: int = Field(
        365,
        ge=1,
        le=36_500,
        description="How long the text of a case that nobody answered is kept, in days.",
    )
    verified_days: int = Field(
        180,
        ge=1,
        le=3_650,
        description="How long an approved answer is used before the desk must look at it again.",
    )
    session_hours: float = Field(
        8.0, gt=0, le=72, description="How long a member of staff stays logged in, in hours."
    )
