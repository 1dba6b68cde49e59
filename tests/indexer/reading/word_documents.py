"""Word documents for the tests, made with python-docx and, where that cannot, by hand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES = f"""<?xml version="1.0" encoding="UTF-8"?>
<w:footnotes xmlns:w="{W}"><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>Zie de toelichting.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def make_word(path: Path, fill: Callable[[Any], None]) -> Path:
    """Make a document that `fill` has filled; its properties are dated 1 March 2025."""
    import docx

    document = docx.Document()
    document.core_properties.title = ""
    document.core_properties.created = datetime(2025, 2, 1, tzinfo=UTC)
    document.core_properties.modified = datetime(2025, 3, 1, tzinfo=UTC)
    document.core_properties.language = "nl-NL"
    fill(document)
    document.save(str(path))
    return path


def element(xml: str) -> Any:
    """Make an element from XML in which `w:` need not be declared."""
    from docx.oxml import parse_xml

    return parse_xml(xml.replace(">", f' xmlns:w="{W}">', 1) if "xmlns:w" not in xml else xml)


def policy(document: Any) -> None:
    """Fill a document with one of everything that we read."""
    document.add_heading("Beleid op reis", level=0)
    document.add_heading("Doel", level=1)
    document.add_paragraph("Dit beleid beschermt kennis op reis.")
    document.add_paragraph("Laptop thuislaten", style="List Number")
    document.add_paragraph("Telefoon uitzetten", style="List Number")
    document.add_paragraph("Punt zonder nummer", style="List Bullet")
    table = document.add_table(rows=3, cols=2)
    for row, texts in enumerate((("Land", "Regel"), ("A", "Melden"), ("B", "Overleggen"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.add_paragraph("Na de tabel.")


def rewrite(path: Path, target: Path, changes: Mapping[str, bytes | None]) -> Path:
    """Copy a zip with some files replaced, added, or (None) left out."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for entry in source.infolist():
            if entry.filename not in changes:
                copy.writestr(entry.filename, source.read(entry.filename))
        for name, data in changes.items():
            if data is not None:
                copy.writestr(name, data)
    return target


def with_footnote(path: Path, target: Path) -> Path:
    """Add a footnote part to a document that refers to footnote 2."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(path) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
    link = f'<Relationship Id="rIdF" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    content = (
        '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.footnotes+xml"/></Types>'
    )
    return rewrite(
        path,
        target,
        {
            "word/_rels/document.xml.rels": relations.replace("</Relationships>", link).encode(),
            "[Content_Types].xml": types.replace("</Types>", content).encode(),
            "word/footnotes.xml": _FOOTNOTES.encode(),
        },
    )
