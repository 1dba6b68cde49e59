"""The same answers without a server: this process opens the model and the index itself.

Everything comes back as plain JSON values in the shapes of REST, so that whoever prints an answer
need not know who gave it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.assemble import open_assistant
from assistant.settings import AssistantSettings
from indexer.documents import Label
from indexer.embedder import load_embedder
from indexer.index import Manifest, current_build, open_index, read_originals, read_passages
from indexer.settings import IndexSettings
from indexer.sources import Source, load_sources
from ui.client import Json
from ui.lookups import find_passages, list_sources, show_source
from ui.request_schemas import AnswerRequest, SearchRequest
from ui.schemas import AnswerOut
from ui.settings import read_settings


def answer_here(request: Json) -> Json:
    """Answer a question.

    Raises:
        AppError: the question cannot be read, or model or index is missing or damaged.
    """
    question = AnswerRequest.model_validate(request).as_question()
    assistant = open_assistant(read_settings(IndexSettings), read_settings(AssistantSettings))
    with assistant.index:
        return AnswerOut.of(assistant.invoke(question)).model_dump(mode="json")


def search_here(request: Json) -> Json:
    """Search passages, without the rest of the assistant.

    Raises:
        AppError: the question cannot be read, or model or index is missing or damaged.
    """
    asked = SearchRequest.model_validate(request)
    settings = read_settings(IndexSettings)
    with open_index(settings.index_dir, load_embedder(settings)) as index:
        candidates = read_settings(AssistantSettings).candidates
        return find_passages(index, asked, candidates=candidates).model_dump(mode="json")


def sources_here() -> Json:
    """List the register of the current index; needs no model.

    Raises:
        AppError: the index is missing or damaged.
    """
    folder = current_build(read_settings(IndexSettings).index_dir)
    sources = _sources(folder, _labels())
    return list_sources(sources.values(), Manifest.read(folder).build_id).model_dump(mode="json")


def source_here(source_id: str) -> Json:
    """Show one source of the current index; needs no model.

    Raises:
        UnknownName: the register does not hold it.
        AppError: the index is missing or damaged.
    """
    folder = current_build(read_settings(IndexSettings).index_dir)
    labels = _labels()
    passages = (passage for passage in read_passages(folder) if passage.label in labels)
    return show_source(_sources(folder, labels), passages, source_id).model_dump(mode="json")


def _labels() -> tuple[Label, ...]:
    """Return what may be shown, as the server would."""
    internal = read_settings(AssistantSettings).show_internal
    return ("public", "internal") if internal else ("public",)


def _sources(folder: Path, labels: Sequence[Label]) -> dict[str, Source]:
    return {**load_sources(folder / "sources.toml"), **read_originals(folder, labels)}
