"""Where the tools of MCP get their answers: the running server, or a model and index kept open.

A program that starts us asks many questions in one process. The model is therefore opened at the
first question that no server answers, and stays open; before each question we look whether the
index has been replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from assistant.answers import Question
from assistant.pipeline import Assistant
from indexer.documents import Label
from indexer.errors import AppError
from indexer.index import current_build, read_originals
from indexer.settings import IndexSettings
from indexer.sources import Source, load_sources
from ui.client import ask_server
from ui.corpus_schemas import SearchOut
from ui.errors import ServerRefused
from ui.live import LiveAssistant
from ui.lookups import find_passages
from ui.request_schemas import AnswerRequest, SearchRequest
from ui.schemas import AnswerOut

Shape = TypeVar("Shape", bound=BaseModel)


class Answering:
    """Answers and searches in the shapes of REST, whoever does the work."""

    def __init__(self, index_settings: IndexSettings, live: LiveAssistant) -> None:
        """Open nothing yet; `live` opens the index when no server answers."""
        self._index_settings = index_settings
        self._live = live
        self._register: tuple[Path, Mapping[str, Source]] | None = None

    def answer(self, asked: AnswerRequest) -> AnswerOut:
        """Answer a question.

        Raises:
            InvalidQuestion: the question is blank or too long.
            AppError: the server refused, or model or index is missing or damaged.
        """
        question = asked.as_question()
        told = self._from_server("/answers", asked, AnswerOut)
        if told is not None:
            return told
        with self._open() as assistant:
            return AnswerOut.of(assistant.invoke(question))

    def search(self, asked: SearchRequest) -> SearchOut:
        """Find passages.

        Raises:
            InvalidQuestion: the question is blank or too long.
            AppError: the server refused, or model or index is missing or damaged.
        """
        Question(text=asked.question)  # refused here, so in the words of both languages
        found = self._from_server("/search", asked, SearchOut)
        if found is not None:
            return found
        with self._open() as assistant:
            return find_passages(assistant.index, asked, candidates=self._live.settings.candidates)

    def sources(self) -> Mapping[str, Source]:
        """Return the register of the current index by id; empty when it cannot be read."""
        try:
            folder = current_build(self._index_settings.index_dir)
            if self._register is None or self._register[0] != folder:
                labels: list[Label] = ["public"]
                if self._live.settings.show_internal:
                    labels.append("internal")
                known = {**load_sources(folder / "sources.toml"), **read_originals(folder, labels)}
                self._register = (folder, known)
        except AppError:
            return {}  # passages name their sources by id; titles only make that easier to read
        return self._register[1]

    def _from_server(self, path: str, asked: BaseModel, shape: type[Shape]) -> Shape | None:
        request = asked.model_dump(mode="json", exclude_unset=True, exclude_none=True)
        told = ask_server(self._index_settings.data_dir, path, request)
        try:
            return None if told is None else shape.model_validate(told)
        except ValidationError as error:
            words = "De draaiende server is van een andere versie. Start `loket serve` opnieuw."
            raise ServerRefused(0, words) from error

    @contextmanager
    def _open(self) -> Iterator[Assistant]:
        self._live.refresh()
        with self._live.using(patient=False) as assistant:
            yield assistant
