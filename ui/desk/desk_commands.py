"""`loket desk`: prove the audit trail, let go of what is too old, export cases for the evals."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from ui.access.staff_commands import desk_app as desk_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.desk.database import Database
    from assistant.desk.settings import DeskSettings

audit_app = typer.Typer(help="Het logboek van het loket.", no_args_is_help=True)
desk_app.add_typer(audit_app, name="audit")


@audit_app.command("verify")
def verify() -> None:
    """Controleer of er niets uit het logboek is gehaald of in is veranderd."""
    from assistant.desk.audit import verify as verified

    with _opened() as (database, _):
        report = verified(database)
        if report.broken_at is not None:
            typer.echo(f"Het logboek klopt niet bij regel {report.broken_at}: {report.problem}")
            raise typer.Exit(2)
        typer.echo(f"Het logboek is ongeschonden: {report.entries} regels.")


@audit_app.command("list")
def show(
    subject: Annotated[
        str | None, typer.Option("--subject", help="Alleen hierover: `case 5`.")
    ] = None,
    count: Annotated[int, typer.Option(help="Hoeveel regels.", min=1, max=100_000)] = 50,
) -> None:
    """Toon wie wat wanneer deed, het oudste eerst; teksten staan er niet in."""
    from assistant.desk.audit import entries

    with _opened() as (database, _):
        for entry in entries(database, subject=subject, limit=count):
            when = f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}"
            typer.echo(f"{entry.number:>6}  {when}  {entry.actor}  {entry.action}  {entry.subject}")


@desk_app.command("purge")
def purge() -> None:
    """Wis nu wat ouder is dan de termijnen; anders gebeurt dat elke dag vanzelf."""
    from assistant.desk.retention import purge as purged

    with _opened() as (database, settings):
        gone = purged(database, settings, datetime.now(UTC))
        typer.echo(f"Van {gone.cases} zaken is de inhoud gewist; {gone.sessions} sessies weg.")


@desk_app.command("export-cases")
def export_cases() -> None:
    """Geef de afgewezen zinnen met hun reden als JSON, om er evals van te maken."""
    from dataclasses import asdict

    from assistant.desk.rejections import rejected_sentences

    with _opened() as (database, _):
        with database.reading() as connection:
            rows = [asdict(one) for one in rejected_sentences(connection, database.keys)]
        # As bytes: JSON is UTF-8, whatever the terminal's own encoding.
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2).encode())


@contextmanager
def _opened() -> Iterator[tuple[Database, DeskSettings]]:
    from assistant.desk.database import open_database
    from assistant.desk.settings import DeskSettings
    from indexer.settings import IndexSettings
    from ui.settings import read_settings

    settings = read_settings(DeskSettings)
    database = open_database(settings, read_settings(IndexSettings).data_dir)
    try:
        yield database, settings
    finally:
        database.close()
