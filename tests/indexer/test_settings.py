from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from indexer.settings import PROJECT, IndexSettings


def test_everything_lies_in_the_project_by_default() -> None:
    settings = IndexSettings(_env_file=None)
    assert settings.corpus_dir == PROJECT / "corpus"
    assert settings.index_dir == PROJECT / "data" / "index"
    assert settings.models_dir == PROJECT / "data" / "models"
    assert (settings.model, settings.passage_words) == ("bundled", 180)


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LOKET_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("LOKET_PASSAGE_WORDS", "90")
    settings = IndexSettings(_env_file=None)
    assert settings.index_dir == tmp_path / "index"
    assert settings.passage_words == 90


@pytest.mark.parametrize("words", [0, 39, 401, "veel"])
def test_a_length_out_of_bounds_is_refused_by_name(words: object) -> None:
    with pytest.raises(ValidationError, match="passage_words"):
        IndexSettings.model_validate({"passage_words": words})


def test_settings_cannot_be_changed_afterwards() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(IndexSettings(_env_file=None), "model", "anders")  # noqa: B010  # typed read-only
