"""What the commands of the desk's door share: opening the accounts, options, asking passwords."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.desk.nouns import StaffRole

if TYPE_CHECKING:
    from assistant.desk.staff import Staff

BY = "(opdrachtregel)"
"""Who acts with `loket desk`: whoever has the key of the desk. No account can be called so."""

AsJson = Annotated[bool, typer.Option("--json", help="Geef JSON.")]
Role = Annotated[
    StaffRole,
    typer.Option(
        help="reader leest, editor behandelt ook, approver keurt ook goed, admin beheert ook."
    ),
]


@contextmanager
def staff_opened() -> Iterator[Staff]:
    """Open the accounts of the desk for one command.

    Raises:
        DeskOff: the settings hold no key.
        DeskUnavailable: the database cannot be reached.
    """
    from assistant.desk.database import open_database
    from assistant.desk.settings import DeskSettings
    from assistant.desk.staff import Staff
    from indexer.settings import IndexSettings
    from ui.settings import read_settings

    database = open_database(read_settings(DeskSettings), read_settings(IndexSettings).data_dir)
    try:
        yield Staff(database)
    finally:
        database.close()


def asked_password(name: str, *, from_stdin: bool) -> str:
    """Ask for a new password twice, or read it from the first line of standard input.

    Raises:
        DeskRefused: the two differ, or it is easily guessed.
    """
    from assistant.desk.errors import DeskRefused
    from ui.access.passwords import LONGEST, check_password

    if from_stdin:
        password = sys.stdin.readline(LONGEST + 2).rstrip("\r\n")
    else:
        password = typer.prompt(f"Wachtwoord voor {name}", hide_input=True)
        if typer.prompt("Nog een keer", hide_input=True) != password:
            raise DeskRefused("De twee wachtwoorden zijn niet gelijk; er is niets veranderd.")
    check_password(password, name)
    return password


def shown(moment: datetime | None) -> str:
    """Return a moment as the operator's clock has it."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else "nooit"
