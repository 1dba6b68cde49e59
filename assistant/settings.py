"""What the assistant can be told: how many passages to weigh and where the lines lie."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr
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
    chat_model: str = Field(
        "",
        max_length=200,
        description=(
            "A language model that drafts answers, as provider and name (`ollama:mistral-small`, "
            "`openai:gpt-…`); empty: answers are put together from the sources to the letter."
        ),
    )
    chat_base_url: str = Field(
        "",
        max_length=500,
        description="Where the language model listens (vLLM, llama.cpp, Azure, any such server).",
    )
    chat_api_key: SecretStr = Field(
        SecretStr(""), max_length=500, description="The key of the language model's server."
    )
    chat_seconds: float = Field(
        20.0, ge=1, le=300, description="How long a draft of the language model may take."
    )
    chat_form: Literal["auto", "json", "text"] = Field(
        "auto",
        description=(
            "How the language model writes its draft: to a JSON schema (`json`), a sentence a line "
            "(`text`), or to a schema where the provider is known to hold to one (`auto`)."
        ),
    )
    entailment_model: str = Field(
        "",
        max_length=500,
        description=(
            "A cross-encoder for entailment (sentence-transformers; name or directory) that each "
            "sentence of a language model must pass as well; empty: none."
        ),
    )
    entailment_line: float = Field(
        0.5, gt=0, lt=1, description="The least probability of entailment that such a one accepts."
    )
    on_topic_line: float = Field(
        0.55, ge=0, le=1, description="Below this confidence a question is out of scope."
    )
    answerable_line: float = Field(
        0.1, ge=0, le=1, description="Below this confidence the sources do not hold the answer."
    )
