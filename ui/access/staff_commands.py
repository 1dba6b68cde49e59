"""`loket desk`: who may work at the desk, and the key that protects it."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.desk.nouns import StaffRole
from ui.access.command_parts import BY, AsJson, Role, asked_password, shown, staff_opened
from ui.access.key_commands import key_app

if TYPE_CHECKING:
    from assistant.desk.staff import Member

desk_app = typer.Typer(
    help="Het loket: medewerkers, sleutels, zaken en het controlespoor.", no_args_is_help=True
)
user_app = typer.Typer(help="Accounts van medewerkers.", no_args_is_help=True)
desk_app.add_typer(user_app, name="user")
desk_app.add_typer(key_app, name="key")

UserName = Annotated[str, typer.Argument(metavar="NAAM", help="De naam waarmee iemand inlogt.")]
FromStdin = Annotated[
    bool,
    typer.Option("--password-stdin", help="Lees het wachtwoord van de standaardinvoer."),
]


@desk_app.command("new-key")
def new_key() -> None:
    """Maak een nieuwe sleutel voor het loket; er wordt niets bewaard."""
    typer.echo(
        "Zet deze regel in `.env`, of in de omgeving van de server, en start hem opnieuw.\n"
        "Bewaar een kopie op een veilige plek: zonder deze sleutel zijn de zaken niet te lezen.",
        err=True,
    )
    typer.echo(f"LOKET_DESK_KEY={secrets.token_urlsafe(32)}")


@user_app.command("add")
def add(name: UserName, role: Role = "editor", password_stdin: FromStdin = False) -> None:
    """Maak een account; het eerste is van de beheerder."""
    from assistant.desk.staff_names import clean
    from ui.access.passwords import Passwords

    name = clean(name)
    with staff_opened() as staff:
        first = staff.is_empty()
        hashed = Passwords().hash(asked_password(name, from_stdin=password_stdin))
        staff.add(BY, name, role, hashed)
    why = " (het eerste account is van de beheerder)" if first and role != "admin" else ""
    typer.echo(f"{name} kan inloggen, met de rol {'admin' if first else role}{why}.")


@user_app.command("list")
def read(as_json: AsJson = False) -> None:
    """Toon de accounts, met hun rol."""
    with staff_opened() as staff:
        found = staff.all()
    if as_json:
        rows = [_plain(one) for one in found]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2).encode())
        return
    for one in found:
        state = "" if one.active else "  uitgezet"
        typer.echo(f"{one.name}  {one.role}  sinds {shown(one.created)}{state}")
    typer.echo("1 account." if len(found) == 1 else f"{len(found)} accounts.")


@user_app.command("password")
def password(name: UserName, password_stdin: FromStdin = False) -> None:
    """Geef iemand een nieuw wachtwoord; waar hij was ingelogd, is hij dat daarna niet meer."""
    from ui.access.passwords import Passwords

    with staff_opened() as staff:
        hashed = Passwords().hash(asked_password(name, from_stdin=password_stdin))
        staff.set_password(BY, name, hashed)
    typer.echo(f"{name} heeft een nieuw wachtwoord.")


@user_app.command("role")
def change_role(name: UserName, role: Annotated[StaffRole, typer.Argument(metavar="ROL")]) -> None:
    """Geef iemand een andere rol: reader, editor, approver of admin."""
    with staff_opened() as staff:
        staff.set_role(BY, name, role)
    typer.echo(f"{name} heeft nu de rol {role}.")


@user_app.command("disable")
def disable(name: UserName) -> None:
    """Zet een account uit; wie ermee was ingelogd, is dat meteen niet meer."""
    with staff_opened() as staff:
        staff.deactivate(BY, name)
    typer.echo(f"{name} kan niet meer inloggen.")


def _plain(one: Member) -> dict[str, str | bool]:
    return {
        "name": one.name,
        "role": one.role,
        "active": one.active,
        "created": one.created.isoformat(),
    }
