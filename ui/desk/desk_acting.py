"""Doing something on the staff page: who does it is asked anew, and what goes wrong is told.

Nothing here touches what somebody typed, so a refusal never costs them their text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import gradio as gr

from assistant.desk.errors import (
    CaseClaimed,
    CaseErased,
    CaseUnknown,
    DeskRefused,
    DeskUnavailable,
    NotAllowed,
    SentenceChanged,
    SentenceUnknown,
)
from assistant.desk.nouns import Actor
from assistant.errors import InvalidQuestion
from indexer.errors import AppError
from ui.chat_markup import Html, tag
from ui.desk import desk_texts as texts
from ui.problems import problem_of

Result = TypeVar("Result")
ActorFrom = Callable[[gr.Request], Actor | None]
"""Who makes a request; None when nobody is logged in."""

_WHOLE = (
    CaseClaimed,
    CaseErased,
    CaseUnknown,
    DeskRefused,
    InvalidQuestion,
    NotAllowed,
    SentenceChanged,
    SentenceUnknown,
)
"""Errors whose message is a whole Dutch sentence."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something was not done, ready to show."""

    html: Html
    error: AppError | None = None


def attempt(
    actor_from: ActorFrom, request: gr.Request, act: Callable[[Actor], Result]
) -> Result | Refused:
    """Do something as whoever makes this request; a refusal is a value, never an exception."""
    try:
        actor = actor_from(request)
        if actor is None:
            return Refused(render_expired())
        return act(actor)
    except AppError as error:
        return Refused(render_problem(told(error)), error)


def told(error: AppError) -> str:
    """Say in Dutch what is wrong and what to do."""
    if isinstance(error, DeskUnavailable):
        return texts.UNAVAILABLE
    if isinstance(error, _WHOLE):
        return str(error)
    problem = problem_of(error)
    return f"{problem['title']}. {problem['detail']}"


def render_problem(text: str) -> Html:
    """Render what went wrong; a screen reader says it at once."""
    return tag("p", text, class_="problem", role="alert")


def render_done(text: str) -> Html:
    """Render what was done; a screen reader says it at once."""
    return tag("p", text, class_="done", role="alert")


def render_expired() -> Html:
    """Render that the session is over, with the way back in another tab."""
    link = tag("a", texts.LOG_IN_AGAIN, href=texts.LOGIN, target="_blank")
    return tag("p", texts.EXPIRED, " ", link, " ", texts.AND_REPEAT, class_="problem", role="alert")
