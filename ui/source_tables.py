"""How `loket status` looks: fit for 80 columns, and for a terminal without colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ui.source_outcome import READERS, counted, orders_told

Json = Mapping[str, Any]

_LANGUAGES = {"nl": "Nederlands", "en": "Engels"}
_PLACES = {
    "in": ("in de index", "green"),
    "behind": ("index nog niet bijgewerkt", "yellow"),
    "absent": ("nog niet in de index", "yellow"),
}


def moment(iso: str | None) -> str:
    """Return a moment as people write it, in the time of this machine: "2026-11-22 07:31"."""
    return f"{datetime.fromisoformat(iso).astimezone():%Y-%m-%d %H:%M}" if iso else "onbekend"


def state(source: Json) -> tuple[str, str]:
    """Return how a source stands, and a colour."""
    place, colour = _PLACES[source["index"]]
    if source["failed"] and not source["version_count"]:
        return "mislukt", "red"
    if source["failed"]:
        return f"{place}; laatste keer ophalen mislukt", "red"
    if not source["quotable"]:
        return f"{place}; vindbaar, niet citeerbaar", "yellow"
    return place, colour


def print_status(terminal: Console, status: Json) -> None:
    """Print the index and a table of the sources."""
    _print_rows(terminal, _index_rows(status["index"]))
    terminal.print()
    sources = status["sources"]
    if not sources:
        terminal.print("Er zijn nog geen eigen bronnen. Voeg er een toe met `loket add`.")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(counted(len(sources), "bron", "bronnen"), ratio=1, overflow="fold")
    table.add_column("staat", width=22)
    for source in sources:
        table.add_row(_about(source), Text(*state(source)))
    terminal.print(table)
    if not status["index"]["up_to_date"] and not status["index"]["problem"]:
        terminal.print("\nDe index loopt achter. Werk hem bij met `loket index`.")


def _index_rows(index: Json) -> Iterable[tuple[str, str]]:
    if index["problem"]:
        yield "Index", index["problem"]
        return
    yield "Index", f"{index['build_id']}, gemaakt op {moment(index['built_at'])}"
    model = index["model"]
    if model != index["model_asked_for"]:
        model += f" (ingesteld is {index['model_asked_for']}: draai `loket index`)"
    yield "Model", model
    yield "Samenvattingen", counted(index["digest_passages"], "passage", "passages")
    yield "Originelen", counted(index["original_passages"], "passage", "passages")


def _about(source: Json) -> Text:
    about = Text(source["id"], style="cyan")
    about.append(f"\n{source['title']}", style="default")
    facts = [source["kind"], READERS[source["label"]]]
    if source["version_count"]:
        facts.append(counted(source["version_count"], "versie", "versies"))
    if source["pages"]:
        facts.append(f"{source['pages']} blz.")
    if source["passages"]:
        facts.append(counted(source["passages"], "passage", "passages"))
    about.append(f"\n{', '.join(facts)}", style="dim")
    if source["reason"]:
        about.append(f"\n{source['reason']}", style="red")
    return about


def print_source_status(terminal: Console, status: Json) -> None:
    """Print all that is known of one source."""
    source = status["source"]
    words, colour = state(status)
    terminal.print(Text(source["title"], style="bold"))
    terminal.print(Text(words, style=colour))
    if status["reason"]:
        terminal.print(Text(status["reason"], style="red"))
    rows = (
        ("Kenmerk", status["id"]),
        ("Uitgever", source["publisher"]),
        ("Soort", source["kind"]),
        ("Te lezen door", READERS[status["label"]]),
        ("Onderwerp", status["topic"]),
        ("In het register", "ja" if status["registered"] else None),
        ("Webadres", source["url"]),
        ("Komt uit", status["origin"]),
        ("Map", status["folder"]),
        ("Laatst bekeken", moment(status["looked_at"])),
        ("In de index", counted(status["passages"], "passage", "passages")),
    )
    _print_rows(terminal, rows)
    if status["orders"]:
        terminal.print(Text(orders_told(status["orders"]), style="yellow"))
    for version in status["versions"]:
        terminal.print()
        _print_version(terminal, version)


def _print_version(terminal: Console, version: Json) -> None:
    held = "Geldende versie" if version["current"] else "Andere versie"
    terminal.print(Text(f"{held}, opgenomen op {moment(version['taken_in'])}", style="bold"))
    pages = version["pages"] and counted(version["pages"], "bladzijde", "bladzijden")
    size = [pages, counted(version["words"], "woord", "woorden")]
    rows = (
        ("Naam", version["name"]),
        ("Verschenen", version["published"]),
        ("Geldt vanaf", version["valid_from"]),
        ("Taal", _LANGUAGES.get(version["language"], version["language"])),
        ("Omvang", ", ".join(part for part in size if part)),
        ("Niet citeerbaar", version["mangled"]),
        *(("Let op", remark) for remark in version["remarks"]),
    )
    _print_rows(terminal, rows, indent=2)
    terminal.print(Text(f"  {version['file']}", style="dim"), soft_wrap=True)  # to be copied whole


def _print_rows(terminal: Console, rows: Iterable[tuple[str, str | None]], indent: int = 0) -> None:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in rows:
        if value:
            table.add_row(label, Text(value))
    terminal.print(Padding(table, (0, 0, 0, indent), expand=False))
