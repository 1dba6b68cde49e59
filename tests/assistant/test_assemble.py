from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assemble import assemble, open_assistant
from assistant.proof.entailment import EntailmentUnusable
from assistant.settings import AssistantSettings
from indexer.build import build_index
from indexer.errors import AppError, IndexDamaged, IndexMismatch, IndexMissing, ModelMissing
from indexer.index import Index, current_build
from indexer.settings import IndexSettings
from tests.assistant.proof.tiny_nli import save_nli
from tests.conftest import TODAY, quiet
from tests.fakes import HashEmbedder, fixed_confidence

SETTINGS = AssistantSettings(_env_file=None)
BUNDLED = "multilingual-e5-small"
QUESTION = "Moet ik een investeerder met 15 procent melden?"


@pytest.fixture
def built(index_settings: IndexSettings) -> IndexSettings:
    """The small index, built with an embedder that carries the bundled model's name."""
    settings = index_settings.model_copy(update={"model": "bundled"})
    build_index(settings, lambda: HashEmbedder(BUNDLED), quiet)
    return settings


def test_the_settings_draw_the_lines(small_index: Index) -> None:
    unsure = fixed_confidence(bias=0.0, answerable=0.0)  # both 0.5
    statuses = {}
    for on_topic, answerable in ((0.4, 0.4), (0.6, 0.4), (0.4, 0.6)):
        settings = SETTINGS.model_copy(
            update={"on_topic_line": on_topic, "answerable_line": answerable}
        )
        assistant = assemble(small_index, settings, unsure, today=lambda: TODAY)
        statuses[on_topic, answerable] = assistant.invoke(QUESTION).status
    assert statuses == {
        (0.4, 0.4): "answered",
        (0.6, 0.4): "out_of_scope",
        (0.4, 0.6): "no_answer",
    }


def test_no_index_and_no_model_are_told_apart(index_settings: IndexSettings) -> None:
    with pytest.raises(IndexMissing):
        open_assistant(index_settings, SETTINGS, HashEmbedder(BUNDLED))
    with pytest.raises(ModelMissing):
        open_assistant(index_settings.model_copy(update={"model": "bundled"}), SETTINGS)


def test_an_index_made_with_another_model_is_refused(index_settings: IndexSettings) -> None:
    build_index(index_settings, HashEmbedder, quiet)
    with pytest.raises(IndexMismatch):
        open_assistant(index_settings, SETTINGS, HashEmbedder(BUNDLED))


def test_a_model_that_the_confidence_does_not_know_is_refused(
    index_settings: IndexSettings,
) -> None:
    build_index(index_settings, HashEmbedder, quiet)
    with pytest.raises(AppError, match="make calibrate"):
        open_assistant(index_settings, SETTINGS, HashEmbedder())


def test_a_damaged_index_is_refused(built: IndexSettings) -> None:
    (current_build(built.index_dir) / "passages.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(IndexDamaged):
        open_assistant(built, SETTINGS, HashEmbedder(BUNDLED))


def test_a_model_for_entailment_is_loaded_where_a_language_model_drafts(
    built: IndexSettings, tmp_path: Path
) -> None:
    missing = {"entailment_model": str(tmp_path / "nli")}
    open_assistant(built, SETTINGS.model_copy(update=missing), HashEmbedder(BUNDLED)).index.close()
    drafting = missing | {"chat_model": "openai:x", "chat_base_url": "http://127.0.0.1:9/v1"}
    with pytest.raises(EntailmentUnusable, match="LOKET_ENTAILMENT_MODEL"):
        open_assistant(built, SETTINGS.model_copy(update=drafting), HashEmbedder(BUNDLED))
    save_nli(tmp_path / "nli")
    settings = SETTINGS.model_copy(update=drafting)
    open_assistant(built, settings, HashEmbedder(BUNDLED)).index.close()
