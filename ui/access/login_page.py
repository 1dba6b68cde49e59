"""The pages for logging in and out: plain documents, which work without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.desk.nouns import Actor, StaffRole
from ui.access.passwords import LONGEST
from ui.access.places import HOME, LOGIN, LOGOUT, ONWARD
from ui.chat_markup import Html, join, tag
from ui.check_page import input_field
from ui.plain_page import PlainPage, render_plain

STYLE = "login.css"
NAME = "naam"
PASSWORD = "wachtwoord"  # noqa: S105  # the name of a field
ROLES: dict[StaffRole, str] = {
    "reader": "lezer",
    "editor": "behandelaar",
    "approver": "goedkeurder",
    "admin": "beheerder",
}
Said = Literal["", "logged-out"]

_PROBLEM = "probleem"
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginForm:
    """What somebody filled in so far (never the password), where he goes next, what is wrong."""

    name: str = ""
    onward: str = HOME
    problem: str = ""
    logged_out: bool = False


def render_login(form: LoginForm) -> str:
    """Render the form to log in."""
    wrong = bool(form.problem)
    body = join(
        _problem(form.problem),
        tag("p", "U bent uitgelogd.", class_="done", role="status") if form.logged_out else None,
        tag(
            "p",
            "Deze pagina is voor medewerkers van het loket. Wilt u een vraag stellen? ",
            tag("a", "Ga naar de vragen", href="/"),
            ". Daarvoor hoeft u niet in te loggen.",
            class_="lead",
        ),
        tag(
            "form",
            input_field(type="hidden", name_=ONWARD, value=form.onward),
            _field(
                NAME,
                "Naam",
                wrong,
                value=form.name,
                autocomplete="username",
                autocapitalize="none",
                spellcheck="false",
                maxlength=str(_LONGEST_NAME),
                autofocus=not form.name,
            ),
            _field(
                PASSWORD,
                "Wachtwoord",
                wrong,
                type="password",
                autocomplete="current-password",
                maxlength=str(LONGEST),
                autofocus=bool(form.name),
            ),
            tag("button", "Inloggen", type="submit", class_="button"),
            method="post",
            action=LOGIN,
            class_="login",
        ),
        tag(
            "p",
            "Wachtwoord vergeten? De beheerder van deze installatie maakt een nieuw voor u.",
            class_="aside",
        ),
        None if form.logged_out else _already(form.onward),
    )
    return _page("Inloggen bij het loket", body)


def render_logout(actor: Actor) -> str:
    """Render the page that says who is logged in, and logs him out."""
    body = join(
        tag(
            "p",
            "U bent ingelogd als ",
            tag("strong", actor.name),
            f" ({ROLES[actor.role]}).",
            class_="lead",
        ),
        tag(
            "form",
            tag("button", "Uitloggen", type="submit", class_="button"),
            tag("a", "Terug naar het loket", href=HOME, class_="way"),
            method="post",
            action=LOGOUT,
            class_="login",
        ),
    )
    return _page("Uitloggen", body)


def render_refusal(title: str, text: str) -> str:
    """Render why somebody gets no further."""
    body = join(
        tag("p", text, class_="lead"),
        tag("p", tag("a", "Naar de inlogpagina", href=LOGIN, class_="way")),
    )
    return _page(title, body)


def _page(title: str, body: Html) -> str:
    return render_plain(PlainPage(title=title, body=body, styles=(STYLE,)))


def _problem(problem: str) -> Html | None:
    if not problem:
        return None
    return tag("p", tag("strong", "Inloggen is niet gelukt. "), problem,
               id=_PROBLEM, class_="problem", role="alert")  # fmt: skip


def _already(where: str) -> Html:
    # A link on another site brings nobody's cookie along (SameSite=Strict); this one does.
    link = tag("a", "Ga verder naar het loket", href=where)
    return tag("p", "Was u al ingelogd in deze browser? ", link, ".", class_="aside")


def _field(name: str, label: str, wrong: bool, **attributes: str | bool | None) -> Html:
    described = {"aria-invalid": "true", "aria-describedby": _PROBLEM} if wrong else {}
    given: dict[str, str | bool | None] = {"type": "text", **attributes, **described}
    return tag(
        "div",
        tag("label", label, for_=name),
        input_field(id=name, name_=name, required=True, **given),
        class_="field",
    )
