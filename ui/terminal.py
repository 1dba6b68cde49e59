"""What the command line shows to people: answers, passages and sources, with Rich.

Everything is built from the shapes of REST, so an answer looks the same whether the running server
gave it or this process did. Texts are `Text`, never mark-up: a marker like [1] is content here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

Json = Mapping[str, Any]

_STATUS = {
    "answered": ("Beantwoord", "green"),
    "partial": ("Voor een deel beantwoord", "yellow"),
    "no_answer": ("Geen antwoord in de bronnen", "yellow"),
    "out_of_scope": ("Buiten ons onderwerp", "yellow"),
    "blocked": ("Geweigerd", "red"),
}
_WIDEST = 100
_HEADING = re.compile(r"\*\*(.+)\*\*")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>#])")
_ITEM = re.compile(r"( *)(-|\d{1,9}[.)]) ")


def console() -> Console:
    """Return a console for stdout that is easy to read on a wide screen too."""
    terminal = Console(highlight=False, emoji=False)
    if terminal.width > _WIDEST:
        terminal.width = _WIDEST
    return terminal


def print_answer(terminal: Console, answer: Json) -> None:
    """Print an answer: status, text in blocks, sources, contacts, notices, what else to ask."""
    words, colour = _STATUS[answer["status"]]
    terminal.print(Text(words, style=f"bold {colour}"))
    if answer["approved_on"]:
        terminal.print(Text(f"Door het loket gecontroleerd op {answer['approved_on']}"))
    urgent = [notice for notice in answer["notices"] if notice["kind"] == "sensitive"]
    for notice in urgent:
        terminal.print(Text(notice["text"], style="bold"))
    for block in answer["text"].split("\n\n"):
        terminal.print()
        _print_block(terminal, block)
    _print_list(terminal, "Bronnen", _source_lines(answer["citations"]))
    _print_list(terminal, "Contact", map(_contact, answer["contacts"]))
    _print_list(terminal, "U kunt ook vragen", map(Text, answer["follow_ups"]))
    terminal.print()
    for notice in answer["notices"]:
        if notice not in urgent:
            terminal.print(Text(notice["text"], style="dim"))


def _print_block(terminal: Console, block: str) -> None:
    if heading := _HEADING.fullmatch(block):
        terminal.print(Text(heading[1], style="bold"))
        return
    for line in block.splitlines():
        item = _ITEM.match(line)
        text = Text(_ESCAPED.sub(r"\1", line[item.end() :] if item else line))
        if item:
            _print_item(terminal, Text(item[2]), text, deeper=len(item[1]))
        else:
            terminal.print(text)


def _print_item(terminal: Console, label: Text, text: Text, *, deeper: int = 0) -> None:
    row = Table.grid(padding=(0, 1))
    row.add_column()
    row.add_column(overflow="fold")  # an address is broken off, never left out
    row.add_row(label, text)
    terminal.print(Padding(row, (0, 0, 0, 2 + deeper), expand=False))


def _print_list(terminal: Console, title: str, items: Iterable[Text]) -> None:
    found = list(items)
    if not found:
        return
    terminal.print()
    terminal.print(Text(title, style="bold"))
    for item in found:
        _print_item(terminal, Text("-"), item)


def _source_lines(citations: Iterable[Json]) -> Iterable[Text]:
    """Group the citations by what they rest on: one line a source, its numbers before it."""
    grouped: dict[tuple[str, str], list[Json]] = {}
    for citation in citations:
        grouped.setdefault((citation["source_id"], citation["basis"]), []).append(citation)
    for (source_id, basis), group in grouped.items():
        first = group[0]
        numbers = "".join(f"[{citation['number']}]" for citation in group)
        further = sorted({name for citation in group for name in citation["further_source_ids"]})
        line = Text(f"{numbers} ", style="cyan")
        whose = "Onze samenvatting, op basis van: " if basis == "digest" else "Letterlijk uit: "
        line.append(whose, style="dim")
        line.append(f"{first['title']} ({first['publisher']}, {source_id})", style="default")
        line.append("".join(f", {place}" for place in _places(group)), style="bold")
        if first["certainty"] == "secondary":
            line.append(", niet-officiële bron", style="yellow")
        if further:
            line.append(f"; ook {', '.join(further)}", style="dim")
        line.append(f"; gecontroleerd op {first['checked']}", style="dim")
        line.append(f"\n{first['url'] or 'zonder webadres'}", style="dim")
        yield line


def _places(group: Iterable[Json]) -> Iterable[str]:
    """Return where in an original the citations stand, each place once."""
    found = (
        f"bladzijde {citation['page']}" if citation["page"] is not None else citation["locator"]
        for citation in group
    )
    return dict.fromkeys(place for place in found if place)


def _contact(contact: Json) -> Text:
    ways = [contact[name] for name in ("url", "phone", "email") if contact[name]]
    line = Text(contact["name"])
    line.append(f"\n{contact['reason']}", style="dim")
    if ways:
        line.append(f"\n{', '.join(ways)}")
    return line


def print_hits(terminal: Console, found: Json) -> None:
    """Print the passages of a search, best first, with what each stage thought of them."""
    if not found["hits"]:
        terminal.print("Niets gevonden.")
    for number, hit in enumerate(found["hits"], start=1):
        passage, scores = hit["passage"], hit["scores"]
        told = ", ".join(
            f"{label} {scores[name]:.3f}"
            for name, label in (
                ("fused", "samen"),
                ("dense", "betekenis"),
                ("hint", "vraaghint"),
                ("keyword", "trefwoorden"),
            )
            if scores[name] is not None
        )
        text = Text(passage["heading"], style="bold")
        text.append(f"\n{passage['id']}", style="cyan")
        text.append(f"\n{told}", style="dim")
        if not passage["quotable"]:
            text.append("\nvindbaar, niet citeerbaar", style="yellow")
        text.append(f"\n{passage['text']}\n", style="default")
        _print_item(terminal, Text(f"{number:>2}."), text)


def print_sources(terminal: Console, sources: Iterable[Json]) -> None:
    """Print the register as a table."""
    table = Table(box=None, pad_edge=False)
    table.add_column("Kenmerk", style="cyan", no_wrap=True)
    table.add_column("Titel")
    table.add_column("Uitgever")
    table.add_column("Soort", no_wrap=True)
    for source in sources:
        table.add_row(*(Text(source[name]) for name in ("id", "title", "publisher", "kind")))
    terminal.print(table)


def print_source(terminal: Console, detail: Json) -> None:
    """Print one source with everything the register knows, and the passages that rest on it."""
    source = detail["source"]
    official = "ja" if source["certainty"] == "official" else "nee"
    rows = (
        ("Kenmerk", source["id"]),
        ("Titel", source["title"]),
        ("Uitgever", source["publisher"]),
        ("Soort", source["kind"]),
        ("Gezag", source["authority"]),
        ("Officieel", official),
        ("Webadres", source["url"]),
        ("Vindplaats", source["where"]),
        ("Gepubliceerd", source["published"]),
        ("Versie", source["version"]),
        ("Geraadpleegd", source["retrieved"]),
    )
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in rows:
        if value:
            table.add_row(label, Text(value))
    terminal.print(table)
    _print_list(terminal, "Passages die erop rusten", map(Text, detail["passage_ids"]))
