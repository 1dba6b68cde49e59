"""`loket replay`: ask the question of a dossier again, and show what is different now."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant.desk.replay import Differences

_NAMES = {
    "program": "versie van het programma",
    "index": "versie van de index",
    "model": "taalmodel",
    "mode": "werkwijze",
    "status": "uitkomst",
    "confidence": "zekerheid",
}
_MOVED = {"changed": "is veranderd", "gone": "is er niet meer"}
_MOST = 20_000_000


def register(app: typer.Typer) -> None:
    """Give an application this command."""
    app.command()(replay)


def replay(
    file: Annotated[
        Path, typer.Argument(metavar="BESTAND", help="Het dossier: een zip van het loket.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON.")] = False,
) -> None:
    """Stel de vraag van een dossier opnieuw en toon de verschillen (0: geen, 1: wel)."""
    from assistant.assemble import open_assistant
    from assistant.desk.replay import replay as ask_again
    from assistant.settings import AssistantSettings
    from indexer.settings import IndexSettings
    from ui.settings import read_settings

    bundle = _content(file)
    assistant = open_assistant(read_settings(IndexSettings), read_settings(AssistantSettings))
    with assistant.index:
        found = ask_again(bundle, assistant)
    if as_json:
        values = {**asdict(found), "same_answer": found.same_answer}
        # As bytes: JSON is UTF-8, whatever the terminal's own encoding.
        typer.echo(json.dumps(values, ensure_ascii=False, indent=2).encode())
    else:
        _show(found)
    raise typer.Exit(0 if found.same_answer else 1)


def _content(file: Path) -> bytes:
    """Return what a file holds.

    Raises:
        DeskRefused: it is too large to be one of ours; it is not read.
        OSError: it cannot be read.
    """
    from assistant.desk.errors import DeskRefused

    if file.stat().st_size > _MOST:
        raise DeskRefused(
            f"{file.name} is groter dan {_MOST // 1_000_000} MB: geen dossier van ons."
        )
    return file.read_bytes()


def _show(found: Differences) -> None:
    # Cleaned: what a file says must not be able to steer the terminal.
    from assistant.desk.markup import clean

    typer.echo(f"Vraag: {clean(found.question)}\n")
    for one in found.particulars:
        now = "" if one.same else f" -> {one.now or 'geen'}"
        typer.echo(clean(f"  {_NAMES[one.name]}: {one.was or 'geen'}{now}"))
    if not found.mode_kept:
        typer.echo(
            "\nToen schreef een taalmodel; hier is er geen. Gevraagd is nu wat de bronnen zeggen."
        )
    for title, sign, texts in (
        ("Zinnen die bleven", "=", found.stayed),
        ("Zinnen die weg zijn", "-", found.went),
        ("Zinnen die erbij kwamen", "+", found.came),
        (
            "Passages",
            "!",
            tuple(f"{p.heading} ({p.id}) {_MOVED[p.what]}" for p in found.passages),
        ),
    ):
        if texts:
            typer.echo(f"\n{title}:")
            for text in texts:
                typer.echo(f"  {sign} {clean(text)}")
    typer.echo("\nGeen verschillen." if found.same_answer else "\nEr zijn verschillen.")
