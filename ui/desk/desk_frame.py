"""The head of the staff page as HTML. Pure."""

from __future__ import annotations

from assistant.desk.nouns import Actor
from ui.chat_markup import Html, tag
from ui.desk import desk_texts as texts


def render_masthead(actor: Actor | None) -> Html:
    """Render the name of the page and who is logged in."""
    return tag(
        "header",
        tag("h1", texts.TITLE),
        tag("p", texts.TAGLINE, class_="tagline"),
        _who(actor) if actor else None,
        class_="masthead",
    )


def _who(actor: Actor) -> Html:
    return tag(
        "p",
        f"Ingelogd als {actor.name} ({texts.ROLES[actor.role]}) · ",
        tag("a", "Uitloggen", href=texts.LOGOUT, class_="same-tab"),
        " · ",
        tag("a", "Naar de chat", href="/", class_="same-tab"),
        class_="who",
    )
