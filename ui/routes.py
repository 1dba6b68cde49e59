"""The routes of REST: each reads input, calls one method, and gives back one shape.

They are plain functions, so the framework runs each in a thread and many questions are answered at
once. The index that an answer is read from stays open until the answer has been sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Path, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.responses import Response

from assistant.errors import InvalidQuestion
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
from ui.openapi_answer_examples import ANSWERS as ANSWER_EXAMPLES
from ui.openapi_answer_examples import QUESTIONS, SEARCHES
from ui.openapi_corpus_examples import (
    FOUND,
    HEALTH,
    PASSAGE,
    PASSAGE_ID,
    READY,
    REGISTER,
    SOURCE,
    SOURCE_ID,
)
from ui.openapi_parts import answered, asking
from ui.openapi_problems import EVERY_OTHER, NO_ANSWER, NOT_NOW, documented
from ui.openapi_streams import STREAMED, answer_stream, original_file
from ui.original_files import copy_response, find_copy
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
SourceId = Annotated[
    str,
    Path(
        description="Het kenmerk van een bron.",
        openapi_examples={"bron": {"summary": "Een bron", "value": SOURCE_ID}},
    ),
]
FileName = Annotated[str, Path(description="De naam van het bestand, zoals in `original_url`.")]
PassageId = Annotated[
    str,
    Path(
        description="Het kenmerk van een passage.",
        openapi_examples={"passage": {"summary": "Een passage", "value": PASSAGE_ID}},
    ),
]


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
    operation_id="answer",
    summary="Beantwoord een vraag",
    description="Elke zin van het antwoord is bewezen en draagt het nummer van zijn vindplaats. "
    "Ook een vraag zonder antwoord geeft 200: `status` zegt hoe het afliep.",
    responses={
        **answered("Het antwoord", ANSWER_EXAMPLES),
        **documented(400, 413, 422, 429, *NO_ANSWER),
    },
    openapi_extra=asking(QUESTIONS),
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
    operation_id="stream_answer",
    description=STREAMED,
    response_class=EventSourceResponse,
    responses={**answer_stream(), **documented(400, 413, 422, 429, *NO_ANSWER)},
    openapi_extra=asking(QUESTIONS),
    tags=["vragen"],
)
def stream(
    events: Annotated[Iterable[ServerSentEvent], Depends(_events)],
) -> Iterable[ServerSentEvent]:
    """Answer a question, sentence by sentence."""
    yield from events


@router.post(
    "/search",
    operation_id="search",
    summary="Zoek passages bij een vraag",
    description="Alleen zoeken: geen antwoord, wel de punten van elke zoekstap.",
    responses={
        **answered("De passages, de beste eerst", FOUND),
        **documented(400, 413, 422, InvalidQuestion, *NOT_NOW),
    },
    openapi_extra=asking(SEARCHES),
    tags=["vragen"],
)
def search(asked: SearchRequest, live: Live) -> SearchOut:
    """Find passages."""
    with live.using() as assistant:
        return find_passages(assistant.index, asked, candidates=live.settings.candidates)


@router.get(
    "/sources",
    operation_id="list_sources",
    summary="Het bronnenregister",
    description="Alle bronnen waar antwoorden op rusten, met uitgever, gezag en vindplaats.",
    responses={**answered("Het register", REGISTER), **documented(*NOT_NOW)},
    tags=["bronnen"],
)
def sources(live: Live) -> SourcesOut:
    """List the register of sources."""
    with live.using() as assistant:
        index = assistant.index
        return list_sources(index.sources.values(), index.manifest.build_id)


@router.get(
    "/sources/{source_id}",
    operation_id="get_source",
    summary="Een bron, met de passages die erop rusten",
    description="Een bron uit het register, met de kenmerken van alle passages die erop rusten.",
    responses={**answered("De bron", SOURCE), **documented(UnknownName, *NOT_NOW)},
    tags=["bronnen"],
)
def source(source_id: SourceId, live: Live) -> SourceDetailOut:
    """Show a source."""
    with live.using() as assistant:
        return show_source(assistant.index.sources, assistant.index.passages, source_id)


@router.get(
    "/sources/{source_id}/files/{file}",
    operation_id="get_source_file",
    summary="Onze kopie van het bestand van een bron",
    description="Een PDF zoals hij is; een webpagina, wet of andere tekst als platte tekst; een "
    "Word-document om te bewaren.",
    response_class=Response,
    responses={**original_file(), **documented(UnknownName, *NOT_NOW)},
    tags=["bronnen"],
)
def original(source_id: SourceId, file: FileName, live: Live) -> Response:
    """Send the file that a source was read from."""
    with live.using() as assistant:
        library = Library(live.library_dir)
        found = find_copy(assistant.index.passages, library, source_id, file)
    return copy_response(found)


@router.get(
    "/passages/{passage_id}",
    operation_id="get_passage",
    summary="Een passage",
    description="De tekst van een passage, met van elke zin de plaats en de bronnen.",
    responses={**answered("De passage", PASSAGE), **documented(UnknownName, *NOT_NOW)},
    tags=["bronnen"],
)
def passage(passage_id: PassageId, live: Live) -> PassageOut:
    """Show a passage."""
    with live.using() as assistant:
        found = assistant.index.by_id.get(passage_id)
        if found is None:
            raise UnknownName("passage", passage_id)
        return PassageOut.of(found)


@router.get(
    "/health",
    operation_id="health",
    summary="Draait de server?",
    description="Altijd `ok` zolang het programma draait, ook als er nog geen index is.",
    responses=answered("De server draait", HEALTH),
    tags=["toestand"],
)
def health() -> HealthOut:
    """Say that the process runs."""
    return HealthOut()


@router.get(
    "/ready",
    operation_id="ready",
    summary="Kan de server vragen beantwoorden?",
    description="Welke index open is. `warning` zegt wanneer een nieuwere niet open kon.",
    responses={**answered("De server is klaar", READY), **documented(*NOT_NOW)},
    tags=["toestand"],
)
def ready(live: Live) -> ReadyOut:
    """Say whether questions can be answered, and if not, why."""
    with live.using(patient=False) as assistant:
        fault = live.fault
        return ReadyOut.of(assistant.index.manifest, row_for(fault).title if fault else None)
