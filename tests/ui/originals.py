"""A small library of originals: a report in PDF, a web page, a law in two versions, and more.

The texts are made up; the report is a real PDF, so that a browser can open it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from indexer.documents import Label
from indexer.library.intake import Arrival, Said, take_in
from indexer.library.shelf import Library
from indexer.reading.extract import Block, Extract

REPORT_URL = "https://www.voorbeeld.test/handreiking.pdf"
PAGE_URL = "https://www.voorbeeld.test/bezoek"
LAW_URL = "https://wetten.overheid.nl/BWBR0099999/2024-01-01"
GOALS = "Wat zijn de drie hoofddoelen van de handreiking bezoekende delegaties?"
"""A question that the second page of the report answers, with a list."""


def block(kind: str, text: str, **more: object) -> Block:
    return Block(**{"kind": kind, "text": text, **more})  # type: ignore[arg-type]


REPORT = Extract(
    media_type="application/pdf",
    title="Handreiking bezoekende delegaties",
    publisher="Voorbeeldbureau",
    language="nl",
    published="2025-03-01",
    pages=3,
    blocks=(
        block("heading", "Bezoek van delegaties", level=1, page=1),
        block("paragraph", "Deze handreiking is een verzonnen voorbeeld.", page=1),
        block("heading", "Hoofddoelen van de handreiking", level=2, page=2),
        block(
            "paragraph",
            "De handreiking bezoekende delegaties helpt een bedrijf bij een rondleiding. "
            "De drie hoofddoelen van de handreiking zijn:",
            page=2,
        ),
        block("item", "gasten vooraf kennen, met hun werkgever;", marker="1.", page=2),
        block("item", "alleen tonen wat op de website staat;", marker="2.", page=2),
        block(
            "item",
            "telefoons en camera's bij de receptie bewaren, ook die van tolken en chauffeurs.",
            marker="3.",
            page=2,
        ),
        block("heading", "Wie let op wat?", level=2, page=3),
        block("row", "Ruimte: werkplaats | Wie let op: de ploegleider | Wanneer: altijd", page=3),
        block(
            "row", "Ruimte: kantine | Wie let op: de gastheer | Wanneer: tijdens de lunch", page=3
        ),
    ),
)
PAGE = Extract(
    media_type="text/html",
    title="Bezoek ontvangen",
    publisher="Voorbeelddienst",
    language="nl",
    blocks=(
        block("heading", "Voor het bezoek", level=1),
        block(
            "paragraph",
            "Vraag elke bezoeker uit Ruritanië vooraf om een kopie van het visum, en bewaar die "
            "hooguit vier weken.",
            locator="alinea 1",
        ),
    ),
)
SECRET = Extract(
    media_type="text/plain",
    title="Draaiboek loket",
    language="nl",
    blocks=(
        block(
            "paragraph",
            "Het geheime draaiboek van Zwanenburg beschrijft hoe het loket meldingen verdeelt.",
            locator="alinea 1",
        ),
    ),
)
MANGLED = Extract(
    media_type="text/plain",
    title="Nota kwantumsensoren",
    language="nl",
    mangled="De regels staan door elkaar.",
    blocks=(
        block(
            "paragraph",
            "De nota kwantumsensoren noemt kwantumsensoren een gevoelige technologie.",
            locator="alinea 1",
        ),
    ),
)


def law(day: str, weeks: str) -> Extract:
    """Return a version of a law about walnuts."""
    return Extract(
        media_type="application/xml",
        title="Walnotenwet",
        publisher="wetten.overheid.nl",
        language="nl",
        valid_from=day,
        version=f"geldend vanaf {day}",
        url=f"https://wetten.overheid.nl/BWBR0099999/{day}",
        blocks=(
            block("heading", "Artikel 3 Walnoten", level=1, locator="artikel 3"),
            block(
                "paragraph",
                f"De minister beslist over walnoten binnen {weeks} weken.",
                locator="artikel 3, lid 2",
            ),
        ),
    )


def write_pdf(path: Path, pages: Sequence[Sequence[str]]) -> None:
    """Write a PDF with these lines on its pages."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for lines in pages:
        text = canvas.beginText(72, 740)
        text.setFont("Helvetica", 12)
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()


def lines_of(extract: Extract, page: int) -> list[str]:
    """Return what stands on a page."""
    return [f"{b.marker} {b.text}".strip() for b in extract.blocks if b.page == page]


@dataclass(frozen=True)
class Shelf:
    """Takes documents in, as an operator would, at one moment."""

    library: Library
    folder: Path

    def add(
        self,
        extract: Extract,
        name: str,
        content: bytes,
        *,
        url: str | None = None,
        label: Label = "public",
    ) -> str:
        """Take a document in; return the id of its source."""
        file = self.folder / name
        file.write_bytes(content)
        arrival = Arrival(
            file=file,
            name=name,
            origin=url or str(file),
            extract=extract,
            language=extract.language or "nl",
            said=Said(label=label, topic="bti"),
        )
        taken = take_in(self.library, arrival, lambda: datetime(2026, 11, 20, 9, tzinfo=UTC))
        return taken.entry.id


def fill(library_dir: Path, folder: Path) -> None:
    """Fill a library with one document of every sort."""
    folder.mkdir(parents=True, exist_ok=True)
    shelf = Shelf(Library(library_dir), folder)
    pdf = folder / "pages.pdf"
    write_pdf(pdf, [lines_of(REPORT, page) for page in (1, 2, 3)])
    shelf.add(REPORT, "handreiking.pdf", pdf.read_bytes(), url=REPORT_URL)
    html = "<html><script>alert(1)</script><p>Vraag elke bezoeker uit Ruritanië …</p></html>"
    shelf.add(PAGE, "bezoek.html", html.encode("cp1252"), url=PAGE_URL)
    shelf.add(SECRET, "draaiboek.txt", b"Het geheime draaiboek.", label="internal")
    shelf.add(MANGLED, "nota.txt", b"De nota kwantumsensoren.")
    shelf.add(law("2024-01-01", "zes"), "wet.xml", b"<toestand>zes</toestand>", url=LAW_URL)
    shelf.add(law("2025-07-01", "acht"), "wet.xml", b"<toestand>acht</toestand>", url=LAW_URL)
