"""The route of feedback: whether an answer helped, and what is wrong with a source.

It goes to a small store on this machine, which the desk reads; nothing of it goes to the log.
"""

from __future__ import annotations

from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, Request

from indexer.errors import FolderNotWritable
from ui.feedback_schemas import GIVEN, KEPT, FeedbackOut, FeedbackRequest
from ui.feedback_store import FeedbackStore, FeedbackUnusable
from ui.openapi_parts import answered, asking
from ui.openapi_problems import EVERY_OTHER, documented
from ui.problem_responses import problem_response
from ui.problems import STATUSES
from ui.routes import PREFIX

FEEDBACK = "/feedback"
PER_MINUTE = 20
"""How many times one address may send feedback in a minute."""
_OFF = "Deze installatie neemt geen reacties aan; er is niets bewaard."


def _store(request: Request) -> FeedbackStore:
    return cast(FeedbackStore, request.app.state.feedback)


feedback_router = APIRouter(prefix=PREFIX, responses=EVERY_OTHER, tags=["vragen"])


@feedback_router.post(
    FEEDBACK,
    status_code=201,
    operation_id="give_feedback",
    summary="Zeg of een antwoord hielp, of wat er niet klopt aan een bron",
    description="Wat u stuurt, blijft op deze server en gaat na een vast aantal dagen weg. "
    "Persoonsgegevens in vraag en opmerking worden onleesbaar gemaakt. Een installatie kan dit uit "
    "hebben staan; dan is het antwoord 404 en wordt er niets bewaard.",
    responses={
        **answered("De reactie is bewaard", KEPT, status=201),
        **documented(400, 404, 413, 422, 429, FolderNotWritable, FeedbackUnusable),
    },
    openapi_extra=asking(GIVEN),
    response_model=FeedbackOut,
)
def give(given: FeedbackRequest, store: Annotated[FeedbackStore, Depends(_store)]) -> Any:
    """Keep feedback."""
    feedback = given.as_feedback(store.now())
    if not store.takes:
        return problem_response(STATUSES[404], _OFF)
    return FeedbackOut(id=store.add(feedback).id)
