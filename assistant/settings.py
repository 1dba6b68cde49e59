"""What the assistant can be told: how many passages to weigh and where the lines lie."""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from indexer.settings import PROJECT


class AssistantSettings(BaseSettings):
    """Settings of the assistant; read once, from the environment (prefix LOKET_) or `.env`."""

    model_config = SettingsConfigDict(
        env_prefix="LOKET_", env_file=PROJECT / ".env", extra="ignore", frozen=True
    )

    candidates: int = Field(
        30, ge=5, le=200, description="How many texts each stage of the search brings."
    )
    answer_words: int = Field(
        340, ge=80, le=600, description="About how many words an answer holds at most."
    )
    show_internal: bool = Field(
        False,
        description="Also answer from texts labelled internal; for a server that only staff reach.",
    )
    on_topic_line: float = Field(
        0.55, ge=0, le=1, description="Below this confidence a question is out of scope."
    )
    answerable_line: float = Field(
        0.1, ge=0, le=1, description="Below this confidence the sources do not hold the answer."
    )
