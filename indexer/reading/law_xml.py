"""Laws as XML from wetten.overheid.nl: one version ("toestand") of one regulation (BWB).

Parts (`hoofdstuk`, `paragraaf` …) hold a `kop` and other parts or `artikel`; those hold `lid`, and
these `al` (running text) and `lijst`. What editors added (`redactie`, `meta-data`) is no law.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from indexer.errors import SourceRefused
from indexer.reading.dates import iso_date, long_date
from indexer.reading.extract import Block, BlockKind, Extract
from indexer.reading.law_table import table_texts
from indexer.reading.law_text import DROPPED, heading_of, label_and_number, own_text
from indexer.reading.limits import Limits
from indexer.reading.media_types import LAW, READABLE
from indexer.reading.safe_xml import parse_xml

PUBLISHER = "wetten.overheid.nl"
_BWB_ID = re.compile(r"^BWB[RVW]\d{7}$")
# Not law yet or no longer; "goed" is the usual value.
_STATUS = {"vervallen": "vervallen", "nogniet": "nog niet in werking getreden"}
_SHOWN = 8  # articles that a remark names


def read_law_xml(path: Path, *, name: str, limits: Limits) -> Extract:  # noqa: ARG001
    """Read a law; headings are chapters and articles, each block says where in the law it stands.

    Articles that have lapsed or do not hold yet are left out, and a remark names them.

    Raises:
        SourceRefused: the XML is unsafe, damaged or no law of wetten.overheid.nl.
    """
    root = parse_xml(path.read_bytes(), name=name)
    law = root.find("wetgeving") if root.tag == "toestand" else None
    if law is None:
        raise SourceRefused(
            name,
            "Dit is XML, maar geen wet zoals wetten.overheid.nl die aanbiedt.",
            f"{READABLE} Sla de tekst op als een daarvan.",
        )
    reader = _Reader()
    for part in law:
        reader.take(part, _Place())
    day = iso_date(root.get("inwerkingtreding"))
    number = root.get("bwb-id") or ""
    return Extract(
        media_type=LAW,
        blocks=tuple(block for block in reader.blocks if block.text),
        title=own_text(law.find("citeertitel")) or own_text(law.find("intitule")) or None,
        publisher=PUBLISHER,
        language="nl",
        valid_from=day,
        version=f"geldend vanaf {long_date(day)}" if day and len(day) == 10 else None,
        url=f"https://{PUBLISHER}/{number}/{day}" if _BWB_ID.match(number) and day else None,
        remarks=reader.remarks(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where in the law we are."""

    locator: str = ""
    depth: int = 0
    """How many parts with a heading stand around us."""
    items: int = 0
    """How many lists stand around us."""
    annex: str = ""

    def within(self, step: str) -> _Place:
        return replace(self, locator=f"{self.locator}, {step}" if self.locator else step)


@dataclass(slots=True)
class _Reader:
    blocks: list[Block] = field(default_factory=list)
    _left_out: dict[str, list[str]] = field(default_factory=dict)
    _seen: Counter[str] = field(default_factory=Counter)
    _twice: list[str] = field(default_factory=list)

    def remarks(self) -> tuple[str, ...]:
        """Return what was left out and which articles have more than one text."""
        found = [
            f"Weggelaten omdat het {why} is: {_listed(places)}."
            for why, places in self._left_out.items()
        ]
        if self._twice:
            found.append(
                "Van deze onderdelen staan twee teksten in het bestand, bijvoorbeeld omdat ze niet "
                f"voor iedereen tegelijk ingaan: {_listed(self._twice)}."
            )
        return tuple(found)

    def take(self, node: Any, place: _Place) -> None:
        """Take an element and all that it holds."""
        if node.tag in DROPPED:
            return
        if node.get("status") in _STATUS:
            why = _STATUS[node.get("status")]
            self._left_out.setdefault(why, []).append(_named(node, place))
            return
        taker = _TAKERS.get(node.tag)
        if taker:
            taker(self, node, place)
        else:
            self.take_part(node, place)

    def take_part(self, node: Any, place: _Place) -> None:
        """Take a chapter, section, annex or anything else that only holds other elements."""
        heading = heading_of(node)
        inside = replace(place, depth=place.depth + bool(heading))
        if node.tag == "bijlage":
            annex = _lowered(label_and_number(node)) or "bijlage"
            inside = replace(inside, annex=annex, locator=annex)
        elif node.tag == "aanhef":
            inside = replace(inside, locator="aanhef")
        self._add("heading", heading, inside, level=min(max(inside.depth, 1), 6))
        self._within(node, inside)

    def take_article(self, node: Any, place: _Place) -> None:
        """Take an article: its heading, and its leden or running text."""
        label = label_and_number(node) or own_text(node.find("kop/titel"))
        step = _lowered(label) or "artikel"
        locator = self._once(f"{place.annex}, {step}" if place.annex else step)
        title = own_text(node.find("kop/titel"))
        heading = f"{label} ({title})" if title and title != label else label
        inside = replace(place, locator=locator, depth=place.depth + 1)
        self._add("heading", heading, inside, level=min(inside.depth, 6))
        self._within(node, inside)

    def take_lid(self, node: Any, place: _Place) -> None:
        """Take a numbered paragraph of an article."""
        number = own_text(node.find("lidnr"))
        inside = place
        if number:
            locator = place.within(f"lid {number.rstrip('.')}").locator
            inside = replace(place, locator=self._once(locator))
        first = len(self.blocks)
        self._within(node, inside)
        if number and first < len(self.blocks):
            block = self.blocks[first]
            if block.kind == "paragraph":
                marker = number if number.endswith(".") else f"{number}."
                self.blocks[first] = replace(block, marker=marker)

    def take_al(self, node: Any, place: _Place) -> None:
        """Take running text; a list may stand inside it."""
        self._add("paragraph", own_text(node), place)
        self._nested(node, place)

    def take_list(self, node: Any, place: _Place) -> None:
        """Take the items of a list, and the lists inside them."""
        for item in node.findall("li"):
            if item.get("status") in _STATUS:
                continue
            number = own_text(item.find("li.nr"))
            bare = number.rstrip(".)").strip()
            inside = place.within(f"onder {bare}") if bare[:1].isalnum() else place
            self._take_item(item, replace(inside, items=place.items + 1), number)

    def _take_item(self, node: Any, place: _Place, number: str) -> None:
        """Take an item: the text before a list inside it opens it, further text follows."""
        opening: list[str] = []
        children = list(node)
        while children and children[0].tag in {"al", "li.nr", "meta-data"}:
            child = children.pop(0)
            if child.tag == "al":
                opening.append(own_text(child))
                if any(inner.tag in _TAKERS for inner in child):
                    children = [*(inner for inner in child if inner.tag in _TAKERS), *children]
        self._add("item", " ".join(filter(None, opening)), place, place.items - 1, number)
        for child in children:
            self.take(child, place)

    def take_definitions(self, node: Any, place: _Place) -> None:
        """Take a list of terms, each as an item "term: meaning"."""
        for entry in node.iter("definitie-item"):
            term = own_text(entry.find("term"))
            meaning = " ".join(filter(None, map(own_text, entry.iter("al"))))
            self._add("item", f"{term}: {meaning}" if meaning else term, place, place.items)

    def take_table(self, node: Any, place: _Place) -> None:
        """Take a table, row by row."""
        for text in table_texts(node):
            self._add("row", text, place)

    def take_note(self, node: Any, place: _Place) -> None:
        """Take a footnote."""
        text = " ".join(filter(None, map(own_text, node.iter("noot.al"))))
        number = own_text(node.find("noot.nr"))
        self._add("note", text or own_text(node), place, marker=number)

    def take_subheading(self, node: Any, place: _Place) -> None:
        """Take a heading between paragraphs."""
        self._add("heading", own_text(node), place, level=min(place.depth + 1, 6))

    def _within(self, node: Any, place: _Place) -> None:
        for child in node:
            self.take(child, place)

    def _nested(self, node: Any, place: _Place) -> None:
        for child in node:
            if child.tag in _TAKERS:
                self.take(child, place)

    def _once(self, locator: str) -> str:
        """Tell a second text of the same article or lid from the first."""
        self._seen[locator] += 1
        if self._seen[locator] == 1:
            return locator
        self._twice.append(locator)
        return f"{locator} (tekst {self._seen[locator]})"

    def _add(
        self, kind: BlockKind, text: str, place: _Place, level: int = 0, marker: str = ""
    ) -> None:
        locator = place.locator or None
        if text:
            self.blocks.append(
                Block(kind=kind, text=text, level=level, marker=marker, locator=locator)
            )


_TAKERS = {
    "artikel": _Reader.take_article,
    "lid": _Reader.take_lid,
    "al": _Reader.take_al,
    "considerans.al": _Reader.take_al,
    "lijst": _Reader.take_list,
    "definitielijst": _Reader.take_definitions,
    "table": _Reader.take_table,
    "noot": _Reader.take_note,
    "tussenkop": _Reader.take_subheading,
}


def _named(node: Any, place: _Place) -> str:
    if node.tag == "lid":
        return place.within(f"lid {own_text(node.find('lidnr'))}").locator
    name = _lowered(label_and_number(node)) or node.tag
    return f"{place.annex}, {name}" if place.annex else name


def _lowered(label: str) -> str:
    return label[:1].lower() + label[1:]


def _listed(places: list[str]) -> str:
    rest = len(places) - _SHOWN
    return ", ".join(places[:_SHOWN]) + (f" en nog {rest}" if rest > 0 else "")
