"""The register without a server: the sources of the library are in it, for who may see them."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.build import build_index
from indexer.settings import IndexSettings
from tests.fakes import HashEmbedder
from tests.ui.conftest import quiet
from tests.ui.originals import fill
from ui.errors import UnknownName
from ui.local import source_here, sources_here


@pytest.fixture(autouse=True)
def with_originals(
    index_settings: IndexSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(index_settings.library_dir, tmp_path / "in")
    build_index(index_settings, HashEmbedder, quiet)
    monkeypatch.setenv("LOKET_DATA_DIR", str(index_settings.data_dir))
    monkeypatch.setenv("LOKET_CORPUS_DIR", str(index_settings.corpus_dir))


def listed() -> set[str]:
    return {source["id"] for source in sources_here()["sources"]}


def test_the_sources_of_the_library_stand_in_the_register() -> None:
    assert {"S01", "walnotenwet", "bezoek-ontvangen"} <= listed()
    shown = source_here("walnotenwet")
    assert shown["source"]["title"] == "Walnotenwet"
    assert len(shown["passage_ids"]) == 2


def test_what_is_internal_is_shown_to_staff_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "draaiboek-loket" not in listed()
    with pytest.raises(UnknownName):
        source_here("draaiboek-loket")
    monkeypatch.setenv("LOKET_SHOW_INTERNAL", "true")
    assert "draaiboek-loket" in listed()
    assert source_here("draaiboek-loket")["passage_ids"]
