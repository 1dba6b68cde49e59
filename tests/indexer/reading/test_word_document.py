from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from indexer.errors import SourceRefused
from indexer.reading.extract import Extract
from indexer.reading.limits import Limits
from indexer.reading.word_document import read_word_document
from tests.indexer.reading.word_documents import (
    W,
    element,
    make_word,
    policy,
    rewrite,
    with_footnote,
)


def _read(path: Path) -> Extract:
    return read_word_document(path, name=path.name, limits=Limits())


def _shown(extract: Extract) -> list[tuple[str, int, str, str]]:
    return [(block.kind, block.level, block.marker, block.text) for block in extract.blocks]


def test_everything_comes_in_the_order_of_the_body(tmp_path: Path) -> None:
    extract = _read(make_word(tmp_path / "a.docx", policy))
    assert _shown(extract) == [
        ("heading", 1, "", "Beleid op reis"),
        ("heading", 1, "", "Doel"),
        ("paragraph", 0, "", "Dit beleid beschermt kennis op reis."),
        ("item", 0, "1.", "Laptop thuislaten"),
        ("item", 0, "2.", "Telefoon uitzetten"),
        ("item", 0, "•", "Punt zonder nummer"),
        ("row", 0, "", "Land: A | Regel: Melden"),
        ("row", 0, "", "Land: B | Regel: Overleggen"),
        ("paragraph", 0, "", "Na de tabel."),
    ]
    assert (extract.title, extract.published, extract.language) == (
        "Beleid op reis",
        "2025-03-01",
        "nl",
    )
    assert extract.blocks[2].locator == "alinea 1"


def test_dutch_heading_styles_and_outline_levels_are_headings(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        style = document.styles.add_style("Eigen", 1)
        style.element.find(f"{{{W}}}name").set(f"{{{W}}}val", "Kop 2")
        document.add_paragraph("Met stijl", style=style)
        paragraph = document.add_paragraph("Met niveau")
        outline = element('<w:outlineLvl w:val="2"/>'.replace("/>", "></w:outlineLvl>"))
        paragraph._p.get_or_add_pPr().append(outline)

    extract = _read(make_word(tmp_path / "a.docx", fill))
    assert [(block.kind, block.level) for block in extract.blocks] == [
        ("heading", 2),
        ("heading", 3),
    ]


def test_inserted_text_counts_deleted_text_does_not(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("Altijd ")._p
        paragraph.append(element("<w:ins><w:r><w:t>melden</w:t></w:r></w:ins>"))
        paragraph.append(element("<w:del><w:r><w:delText>zwijgen</w:delText></w:r></w:del>"))

    extract = _read(make_word(tmp_path / "a.docx", fill))
    assert [block.text for block in extract.blocks] == ["Altijd melden"]
    assert "bijgehouden wijzigingen" in extract.remarks[0]


def test_text_in_content_controls_is_read_and_contents_lists_are_not(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        control = element(
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>In een veld.</w:t></w:r></w:p></w:sdtContent>"
            "</w:sdt>"
        )
        document.element.body.insert(0, control)
        style = document.styles.add_style("toc 1", 1)
        document.add_paragraph("Doel 3", style=style)

    assert [block.text for block in _read(make_word(tmp_path / "a.docx", fill)).blocks] == [
        "In een veld."
    ]


def test_footnotes_come_after_the_paragraph_that_refers_to_them(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("Met noot.")._p
        reference = '<w:footnoteReference w:id="2"></w:footnoteReference>'
        paragraph.append(element(f"<w:r>{reference}</w:r>"))
        document.add_paragraph("Daarna.")

    plain = make_word(tmp_path / "a.docx", fill)
    assert _shown(_read(with_footnote(plain, tmp_path / "b.docx"))) == [
        ("paragraph", 0, "", "Met noot."),
        ("note", 0, "1", "Zie de toelichting."),
        ("paragraph", 0, "", "Daarna."),
    ]


def test_a_frame_of_one_column_is_running_text(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        document.add_table(rows=1, cols=1).cell(0, 0).text = "Let op: meld op tijd."

    assert _shown(_read(make_word(tmp_path / "a.docx", fill))) == [
        ("paragraph", 0, "", "Let op: meld op tijd.")
    ]


def test_macros_are_refused(tmp_path: Path) -> None:
    plain = make_word(tmp_path / "a.docx", policy)
    with pytest.raises(SourceRefused, match="macro's"):
        _read(rewrite(plain, tmp_path / "b.docx", {"word/vbaProject.bin": b"x"}))


def test_entities_are_refused_before_anything_is_parsed(tmp_path: Path) -> None:
    plain = make_word(tmp_path / "a.docx", policy)
    with zipfile.ZipFile(plain) as archive:
        body = archive.read("word/document.xml").decode()
    evil = body.replace("?>", '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', 1)
    with pytest.raises(SourceRefused, match="onveilig"):
        _read(rewrite(plain, tmp_path / "b.docx", {"word/document.xml": evil.encode()}))


def test_a_remote_template_is_ignored(tmp_path: Path) -> None:
    plain = make_word(tmp_path / "a.docx", policy)
    with zipfile.ZipFile(plain) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    remote = (
        f'<Relationship Id="rIdX" Type="{kind}" Target="http://192.0.2.1/x.dotm" '
        'TargetMode="External"/></Relationships>'
    )
    changed = {
        "word/_rels/document.xml.rels": relations.replace("</Relationships>", remote).encode()
    }
    assert len(_read(rewrite(plain, tmp_path / "b.docx", changed)).blocks) == 9


def test_a_damaged_document_is_refused_with_advice(tmp_path: Path) -> None:
    plain = make_word(tmp_path / "a.docx", policy)
    changes: list[dict[str, bytes | None]] = [
        {"word/document.xml": b"<w:document"},
        {"[Content_Types].xml": None},
        {"word/document.xml": f'<w:document xmlns:w="{W}"/>'.encode()},
    ]
    for number, change in enumerate(changes):
        with pytest.raises(SourceRefused, match="beschadigd"):
            _read(rewrite(plain, tmp_path / f"{number}.docx", change))


def test_without_properties_there_is_no_date(tmp_path: Path) -> None:
    plain = make_word(tmp_path / "a.docx", policy)
    with zipfile.ZipFile(plain) as archive:
        relations = archive.read("_rels/.rels").decode()
    start = relations.rindex("<Relationship ", 0, relations.index("core-properties"))
    end = relations.index("/>", start) + 2
    kept = relations[:start] + relations[end:]
    changed: dict[str, bytes | None] = {"_rels/.rels": kept.encode(), "docProps/core.xml": None}
    assert _read(rewrite(plain, tmp_path / "b.docx", changed)).published is None
