"""`loket add`, `fetch`, `sync`, `remove`, `status` and `changes`: the operator's own sources.

Only the shape of each command stands here; what it does is imported when it is called.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from indexer.settings import IndexSettings
    from ui.source_options import Options

_SOURCE = "Het kenmerk van een bron; `loket status` noemt ze."

SourceId = Annotated[str, typer.Argument(metavar="KENMERK", help=_SOURCE)]
OneSource = Annotated[str | None, typer.Argument(metavar="[KENMERK]", help=_SOURCE)]
AsJson = Annotated[bool, typer.Option("--json", help="Geef JSON.")]
Yes = Annotated[bool, typer.Option("--yes", help="Vraag niets.")]
Title = Annotated[str | None, typer.Option(metavar="TITEL", help="De titel.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAAM", help="Wie het uitgeeft.")]
Kind = Annotated[
    str | None,
    typer.Option(metavar="SOORT", help="wettekst, kamerstuk, rapport, webpagina of nieuwsbericht."),
]
Published = Annotated[
    str | None, typer.Option(metavar="DATUM", help="Verschenen: 2026, 2026-11 of 2026-11-22.")
]
Label = Annotated[
    str | None,
    typer.Option(metavar="LEZERS", help="public (iedereen) of internal (alleen medewerkers)."),
]
Topic = Annotated[
    str | None, typer.Option(metavar="ONDERWERP", help="Een onderwerp van het corpus.")
]
ValidFrom = Annotated[
    str | None, typer.Option(metavar="DATUM", help="Van een wet: de eerste dag waarop hij geldt.")
]
Apart = Annotated[
    bool, typer.Option("--apart", help="Een eigen bron, ook als hij op een andere lijkt.")
]


def register(app: typer.Typer) -> None:
    """Give an application these commands."""
    for command in (add, fetch, sync, remove, status, changes):
        app.command()(command)


def add(  # noqa: PLR0913 — the options of a command are its arguments
    place: Annotated[
        str, typer.Argument(metavar="PAD|WEBADRES", help="Een bestand of een webadres.")
    ],
    title: Title = None,
    publisher: Publisher = None,
    kind: Kind = None,
    published: Published = None,
    label: Label = None,
    topic: Topic = None,
    url: Annotated[
        str | None, typer.Option(metavar="WEBADRES", help="Waar het op het web staat.")
    ] = None,
    valid_from: ValidFrom = None,
    source: Annotated[
        str | None,
        typer.Option(
            metavar="KENMERK", help="De bron van het register waarvan dit het origineel is."
        ),
    ] = None,
    apart: Apart = False,
    yes: Yes = False,
) -> None:
    """Neem een document op: PDF, Word, HTML, Markdown, tekst of wettekst in XML."""
    from ui.source_add import Request, add_source
    from ui.terminal import console

    options = _options(
        title=title,
        publisher=publisher,
        kind=kind,
        published=published,
        label=label,
        topic=topic,
        url=url,
        valid_from=valid_from,
        apart=apart,
    )
    request = Request(place=place, options=options, source_id=source, asks=not yes)
    add_source(_settings(), request, console())


def fetch(
    source_ids: Annotated[
        list[str] | None, typer.Argument(metavar="[KENMERK...]", help="Alleen deze bronnen.")
    ] = None,
) -> None:
    """Haal de bronnen van het web op, en neem op wat is veranderd."""
    from ui.source_refresh import fetch_sources
    from ui.terminal import console

    raise typer.Exit(fetch_sources(_settings(), source_ids or [], console()))


def sync(  # noqa: PLR0913 — the options of a command are its arguments
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="Een map met documenten.")],
    publisher: Publisher = None,
    kind: Kind = None,
    published: Published = None,
    label: Label = None,
    topic: Topic = None,
    valid_from: ValidFrom = None,
    apart: Apart = False,
    yes: Yes = False,
) -> None:
    """Houd de bibliotheek gelijk met een map: wat nieuw, veranderd of weg is."""
    from ui.source_refresh import sync_with
    from ui.terminal import console

    options = _options(
        publisher=publisher,
        kind=kind,
        published=published,
        label=label,
        topic=topic,
        valid_from=valid_from,
        apart=apart,
    )
    raise typer.Exit(sync_with(_settings(), folder, options, console(), yes=yes))


def remove(source_id: SourceId, yes: Yes = False) -> None:
    """Verwijder een bron met al zijn versies."""
    from ui.source_remove import remove_source
    from ui.terminal import console

    remove_source(_settings(), source_id, console(), yes=yes)


def status(source_id: OneSource = None, as_json: AsJson = False) -> None:
    """Toon hoe het met de index en de eigen bronnen staat, of alles van één bron."""
    from ui.source_status import library_status, source_status
    from ui.source_tables import print_source_status, print_status
    from ui.terminal import console

    settings = _settings()
    found = source_status(settings, source_id) if source_id else library_status(settings)
    if as_json:
        _print_json(found)
    elif source_id:
        print_source_status(console(), found)
    else:
        print_status(console(), found)


def changes(
    source_id: OneSource = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATUM", help="Alleen wat sinds deze dag is opgenomen.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Toon wat er in bronnen is veranderd, en welke samenvattingen daarop rusten."""
    from ui.source_changes import library_changes
    from ui.source_diff import print_changes
    from ui.source_options import day
    from ui.terminal import console

    found = library_changes(_settings(), source_id, day(since, "--since") if since else None)
    if as_json:
        _print_json(found)
    else:
        print_changes(console(), found["changes"])


def _options(**given: Any) -> Options:
    from ui.source_options import Options

    return Options(**given)


def _settings() -> IndexSettings:
    from indexer.settings import IndexSettings
    from ui.settings import read_settings

    return read_settings(IndexSettings)


def _print_json(value: dict[str, Any]) -> None:
    # As bytes: JSON is UTF-8, whatever the terminal's own encoding.
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2).encode())
