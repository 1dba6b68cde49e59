"""The routes of REST: each reads input, calls one method, and gives back one shape.

They are plain functions, so the framework runs each in a thread and many questions are answered at
once. The index that an answer is read from stays open until the answer has been sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.responses import Response

from indexer.library.shelf import Library
from ui.corpus_schemas import (
    HealthOut,
    PassageOut,
    ReadyOut,
    SearchOut,
    SourceDetailOut,
    SourcesOut,
)
from ui.errors import UnknownName
from ui.live import LiveAssistant
from ui.lookups import find_passages, list_sources, show_source
from ui.original_files import copy_response, find_copy
from ui.problem_responses import EVERY_OTHER, documented
from ui.problems import row_for
from ui.request_schemas import AnswerRequest, SearchRequest
from ui.schemas import AnswerOut
from ui.stream import server_sent

PREFIX = "/api/v1"
ANSWERS = "/answers"
STREAM = "/answers/stream"

router = APIRouter(prefix=PREFIX, responses=EVERY_OTHER)


def _live(request: Request) -> LiveAssistant:
    return cast(LiveAssistant, request.app.state.live)


Live = Annotated[LiveAssistant, Depends(_live)]


def _events(asked: AnswerRequest, live: Live) -> Iterator[Iterable[ServerSentEvent]]:
    """Settle question and assistant before the stream starts, so that their errors have a status.

    When the stream ends, or the client goes away, the assistant is stopped and its index released.
    """
    question = asked.as_question()
    with live.using() as assistant:
        assistant.check(question)
        with closing(server_sent(assistant, question)) as events:
            yield events


@router.post(
    ANSWERS,
    summary="Beantwoord een vraag",
    description="Elke zin van het antwoord is bewezen en draagt het nummer van zijn vindplaats.",
    responses=documented(400, 413, 422, 429, 503),
    tags=["vragen"],
)
def answer(asked: AnswerRequest, live: Live) -> AnswerOut:
    """Answer a question."""
    question = asked.as_question()
    with live.using() as assistant:
        return AnswerOut.of(assistant.invoke(question))


@router.post(
    STREAM,
    summary="Beantwoord een vraag, zin voor zin",
    description="Server-sent events: `step`, `citation`, `sentence` en `notice` zodra ze er zijn, "
    "en als laatste `answer`; `error` als het onderweg misgaat.",
    response_class=EventSourceResponse,
    responses=documented(400, 413, 422, 429, 503),
    tags=["vragen"],
)
def stream(
    events: Annotated[Iterable[ServerSentEvent], Depends(_events)],
) -> Iterable[ServerSentEvent]:
    """Answer a question, sentence by sentence."""
    yield from events


@router.post(
    "/search",
    summary="Zoek passages bij een vraag",
    description="Alleen zoeken: geen antwoord, wel de punten van elke zoekstap.",
    responses=documented(400, 413, 422, 503),
    tags=["vragen"],
)
def search(asked: SearchRequest, live: Live) -> SearchOut:
    """Find passages."""
    with live.using() as assistant:
        return find_passages(assistant.index, asked, candidates=live.settings.candidates)


@router.get("/sources", summary="Het bronnenregister", responses=documented(503), tags=["bronnen"])
def sources(live: Live) -> SourcesOut:
    """List the register of sources."""
    with live.using() as assistant:
        index = assistant.index
        return list_sources(index.sources.values(), index.manifest.build_id)


@router.get(
    "/sources/{source_id}",
    summary="Een bron, met de passages die erop rusten",
    responses=documented(404, 503),
    tags=["bronnen"],
)
def source(source_id: str, live: Live) -> SourceDetailOut:
    """Show a source."""
    with live.using() as assistant:
        return show_source(assistant.index.sources, assistant.index.passages, source_id)


@router.get(
    "/sources/{source_id}/files/{file}",
    summary="Onze kopie van het bestand van een bron",
    description="Een PDF zoals hij is; een webpagina, wet of andere tekst als platte tekst; een "
    "Word-document om te bewaren.",
    response_class=Response,
    responses={
        200: {"content": {"application/pdf": {}, "text/plain": {}}, "description": "Het bestand"},
        **documented(404, 503),
    },
    tags=["bronnen"],
)
def original(source_id: str, file: str, live: Live) -> Response:
    """Send the file that a source was read from."""
    with live.using() as assistant:
        library = Library(live.library_dir)
        found = find_copy(assistant.index.passages, library, source_id, file)
    return copy_response(found)


@router.get(
    "/passages/{passage_id}",
    summary="Een passage",
    responses=documented(404, 503),
    tags=["bronnen"],
)
def passage(passage_id: str, live: Live) -> PassageOut:
    """Show a passage."""
    with live.using() as assistant:
        found = assistant.index.by_id.get(passage_id)
        if found is None:
            raise UnknownName("passage", passage_id)
        return PassageOut.of(found)


@router.get("/health", summary="Draait de server?", tags=["toestand"])
def health() -> HealthOut:
    """Say that the process runs."""
    return HealthOut()


@router.get(
    "/ready",
    summary="Kan de server vragen beantwoorden?",
    responses=documented(503),
    tags=["toestand"],
)
def ready(live: Live) -> ReadyOut:
    """Say whether questions can be answered, and if not, why."""
    with live.using(patient=False) as assistant:
        fault = live.fault
        return ReadyOut.of(assistant.index.manifest, row_for(fault).title if fault else None)
