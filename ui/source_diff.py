"""How `loket changes` looks: what went struck out, what came in bold, or both between marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ui.source_outcome import counted
from ui.source_tables import moment

Json = Mapping[str, Any]

_KEPT = 12
"""Words of a long run that stayed the same that are shown on either side of a change."""
_STYLES = {"removed": "red strike", "added": "bold green", "same": ""}
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", "")}


def print_changes(terminal: Console, found: Sequence[Json]) -> None:
    """Print every change, newest first."""
    if not found:
        terminal.print("Er is niets veranderd.")
    for number, change in enumerate(found):
        if number:
            terminal.print()
        _print_change(terminal, change)


def _print_change(terminal: Console, change: Json) -> None:
    terminal.print(Text.assemble((change["title"], "bold"), f" ({change['source_id']})"))
    terminal.print(f"Van {_version(change['before'])}\nnaar {_version(change['after'])}.")
    counts = {
        "gewijzigd": len(change["reworded"]),
        "vervallen": len(change["gone"]),
        "nieuw": len(change["new"]),
    }
    told = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
    terminal.print(f"Passages: {told or 'alle gelijk'}.")
    for pair in change["reworded"]:
        _print_passage(terminal, "Gewijzigd", pair["after"], _reworded(terminal, pair))
    for title, passages, edit in (
        ("Vervallen", change["gone"], "removed"),
        ("Nieuw", change["new"], "added"),
    ):
        for passage in passages:
            _print_passage(terminal, title, passage, _run(terminal, edit, passage["text"]))
    _print_look_again(terminal, change["look_again"])


def _version(version: Json) -> str:
    taken_in = f"opgenomen op {moment(version['taken_in'])}"
    if version["dated"]:
        return f"de versie van {version['dated']} ({taken_in})"
    return f"de versie die is {taken_in}"


def _print_passage(terminal: Console, title: str, passage: Json, text: Text) -> None:
    place = f"blz. {passage['page']}" if passage["page"] else passage["locator"]
    heading = Text(f"\n{title}: ", style="cyan")
    heading.append(passage["heading"], style="bold")
    if place and place != passage["heading"]:
        heading.append(f", {place}", style="dim")
    terminal.print(heading)
    terminal.print(Padding(text, (0, 0, 0, 2), expand=False))


def _reworded(terminal: Console, pair: Json) -> Text:
    """Return what became of a passage: of its words, or only of the headings above it."""
    text = Text()
    before, after = pair["before"]["heading"], pair["after"]["heading"]
    if before != after:
        text.append_text(_run(terminal, "removed", before)).append(" ")
        text.append_text(_run(terminal, "added", after)).append("\n")
    if all(run["edit"] == "same" for run in pair["words"]):
        return text.append("De tekst zelf is gelijk gebleven; er staat een andere kop boven.")
    return text.append_text(_diff(terminal, pair["words"]))


def _diff(terminal: Console, words: Sequence[Json]) -> Text:
    text = Text()
    for number, run in enumerate(words):
        if number:
            text.append(" ")
        shown = run["text"]
        if run["edit"] == "same":
            shown = _shortened(shown, first=number == 0, last=number == len(words) - 1)
        text.append_text(_run(terminal, run["edit"], shown))
    return text


def _run(terminal: Console, edit: str, text: str) -> Text:
    """Return words as they are, went or came; without colours they stand between marks."""
    if terminal.color_system and not terminal.no_color:
        return Text(text, style=_STYLES[edit])
    before, after = _MARKS[edit]
    return Text(f"{before}{text}{after}")


def _shortened(text: str, *, first: bool, last: bool) -> str:
    words = text.split()
    start = [] if first else words[:_KEPT]
    end = [] if last else words[-_KEPT:]
    if len(words) <= len(start) + len(end) + 1:
        return text
    return " ".join([*start, "…", *end])


def _print_look_again(terminal: Console, sections: Sequence[Json]) -> None:
    terminal.print()
    if not sections:
        terminal.print("Geen samenvatting van ons rust op deze bron.")
        return
    many = counted(len(sections), "sectie van een samenvatting", "secties van samenvattingen")
    terminal.print(Text(f"Kijk opnieuw naar {many} op deze bron:", style="bold"))
    for line in _lines(sections):
        terminal.print(Padding(line, (0, 0, 0, 2), expand=False))


def _lines(sections: Iterable[Json]) -> Iterator[Text]:
    for section in sections:
        line = Text(section["section"], style="cyan")
        line.append(f" {section['heading']}", style="default")
        line.append(f", gecontroleerd op {section['checked']}", style="dim")
        line.append(f"\n{section['file']}", style="dim")
        yield line
