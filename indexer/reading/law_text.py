"""What the elements of a law's XML say in words, without what editors added."""

from __future__ import annotations

from typing import Any

from indexer.reading.characters import one_line

DROPPED = {
    "redactie", "meta-data", "bwb-inputbestand", "bwb-wijzigingen", "jcis", "brondata", "toc",
    "plaatje", "illustratie", "wetsluiting", "regeling-sluiting", "slotformulering",
    "ondertekening", "kop", "lidnr", "li.nr", "noot.nr", "citeertitel", "intitule",
}  # fmt: skip
"""Elements that are no text of the law, or that are read with what they stand in."""
_BLOCKS = {"lijst", "table", "noot", "definitielijst", "al-groep", *DROPPED}


def own_text(node: Any) -> str:
    """Return an element's running text without lists, notes, tables and what editors added."""
    if node is None:
        return ""
    pieces: list[str] = []

    def gather(element: Any) -> None:
        pieces.append(element.text or "")
        for child in element:
            if child.tag not in _BLOCKS:
                gather(child)
            pieces.append(child.tail or "")

    gather(node)
    return one_line("".join(pieces))


def label_and_number(node: Any) -> str:
    """Return how an element is called: "Artikel 3", "Bijlage 2"; empty when it has no name."""
    label, number = own_text(node.find("kop/label")), own_text(node.find("kop/nr"))
    if node.tag == "artikel" and number and not label:
        label = "Artikel"
    return f"{label} {number}".strip() or one_line(node.get("label") or "")


def heading_of(node: Any) -> str:
    """Return label, number and title of an element's heading; empty when it has none."""
    if node.find("kop") is None:
        return ""
    parts = (own_text(node.find(f"kop/{part}")) for part in ("label", "nr", "titel"))
    return " ".join(filter(None, parts)) or own_text(node.find("kop"))
