"""`loket desk key`: keys with which programs use the desk over REST."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from ui.access.command_parts import BY, AsJson, Role, shown, staff_opened

if TYPE_CHECKING:
    from assistant.desk.staff_keys import ApiKey

key_app = typer.Typer(
    help="Sleutels waarmee programma's het loket gebruiken, over REST.", no_args_is_help=True
)

KeyName = Annotated[str, typer.Argument(metavar="NAAM", help="Van welk programma de sleutel is.")]


@key_app.command("add")
def add(name: KeyName, role: Role = "reader") -> None:
    """Maak een sleutel en toon hem, één keer: hij wordt alleen als afdruk bewaard."""
    from assistant.desk.nouns import Actor
    from ui.access.tokens import digest, new_key

    key = new_key()
    with staff_opened() as staff:
        staff.add_key(Actor(name=BY, role="admin"), name, role, digest(key))
    typer.echo(
        f"De sleutel van {name} staat hieronder en is later niet meer op te vragen.\n"
        "Een programma stuurt hem mee als `Authorization: Bearer <sleutel>`.",
        err=True,
    )
    typer.echo(key)


@key_app.command("list")
def read(as_json: AsJson = False) -> None:
    """Toon welke sleutels er zijn, met hun rol en wanneer ze het laatst zijn gebruikt."""
    with staff_opened() as staff:
        found = staff.keys()
    if as_json:
        rows = [_plain(one) for one in found]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2).encode())
        return
    for one in found:
        typer.echo(_line(one))
    typer.echo("1 sleutel." if len(found) == 1 else f"{len(found)} sleutels.")


@key_app.command("revoke")
def revoke(name: KeyName) -> None:
    """Trek een sleutel in; vanaf nu komt er niemand meer mee binnen."""
    from assistant.desk.nouns import Actor

    with staff_opened() as staff:
        staff.revoke_key(Actor(name=BY, role="admin"), name)
    typer.echo(f"De sleutel van {name} is ingetrokken.")


def _line(one: ApiKey) -> str:
    state = "  ingetrokken" if one.revoked else ""
    return f"{one.name}  {one.role}  laatst gebruikt: {shown(one.last_used)}{state}"


def _plain(one: ApiKey) -> dict[str, str | bool | None]:
    return {
        "name": one.name,
        "role": one.role,
        "created": one.created.isoformat(),
        "last_used": one.last_used.isoformat() if one.last_used else None,
        "revoked": bool(one.revoked),
    }
