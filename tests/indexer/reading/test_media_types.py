from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from indexer.errors import SourceRefused
from indexer.reading import media_types
from indexer.reading.media_types import HTML, LAW, MARKDOWN, PDF, TEXT, WORD, find_media_type


def _find(tmp_path: Path, data: bytes, name: str, declared: str | None = None) -> str:
    path = tmp_path / "bytes"
    path.write_bytes(data)
    return find_media_type(path, name=name, declared=declared)


@pytest.mark.parametrize(
    ("data", "name", "declared", "kind"),
    [
        (b"%PDF-1.7\n", "a.txt", None, PDF),
        (b"\n\n%PDF-1.4", "a", "text/html", PDF),
        (b"<!DOCTYPE html><html><p>x</p>", "a", None, HTML),
        (b"\xef\xbb\xbf  <html lang='nl'>", "a.php", None, HTML),
        (b"<!-- gemaakt --><html>", "a", None, HTML),
        (b"<?xml version='1.0'?><html xmlns='x'>", "a.xhtml", None, HTML),
        (b"<h1>Kop</h1><p>Een.</p><p>Twee.</p>", "a", None, HTML),
        (b"<p>Een.</p>", "a", "text/html; charset=utf-8", HTML),
        (b"<?xml version='1.0'?><toestand>", "a.xml", None, LAW),
        (b"<toestand bwb-id='x'>", "a", "text/html", LAW),
        ("<?xml version='1.0'?><toestand/>".encode("utf-16"), "a.xml", None, LAW),
        (b"# Kop\n", "a.md", None, MARKDOWN),
        (b"# Kop\n", "a", "text/markdown", MARKDOWN),
        (b"# Kop\n", "a.txt", "text/markdown", TEXT),
        (b"Gewone tekst\n", "a.txt", None, TEXT),
        (b"Gewone tekst\n", "a.html", "text/html", TEXT),
        (b"In HTML staat <p>tekst</p> zo.", "a", None, TEXT),
        ("Tekst".encode("utf-16"), "a.txt", None, TEXT),
        (b"<p>Een.</p><p>Twee.</p><p>Drie.</p>", "a.txt", None, TEXT),
    ],
)
def test_bytes_come_before_name_and_declared_type(
    tmp_path: Path, data: bytes, name: str, declared: str | None, kind: str
) -> None:
    assert _find(tmp_path, data, name, declared) == kind


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"\x89PNG\r\n", "a.pdf", "afbeelding"),
        (b"\xff\xd8\xff\xe0", "a.jpg", "afbeelding"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "Office"),
        (b"{\\rtf1", "a.rtf", "RTF"),
        (b"ab\x00cd", "a.txt", "leesbare tekst"),
        (b"a;b\n1;2\n", "a.csv", "CSV"),
        (b" \n ", "a.txt", "leeg"),
        (b"", "a.txt", "leeg"),
        (b"PK\x03\x04 kapot", "a.docx", "beschadigd"),
    ],
)
def test_other_kinds_are_refused_by_name(tmp_path: Path, data: bytes, name: str, what: str) -> None:
    with pytest.raises(SourceRefused, match=what) as refused:
        _find(tmp_path, data, name)
    assert refused.value.advice


@pytest.mark.parametrize(
    ("inside", "what"),
    [("xl/workbook.xml", "Excel"), ("ppt/a.xml", "PowerPoint"), ("mimetype", "OpenDocument"),
     ("los.pdf", "zip")],
)  # fmt: skip
def test_other_zips_are_refused_with_the_formats_that_we_read(
    tmp_path: Path, inside: str, what: str
) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(inside, "x")
    with pytest.raises(SourceRefused, match=what) as refused:
        find_media_type(path, name="a.docx")
    assert media_types.READABLE in refused.value.advice


def test_a_zip_with_a_word_document_is_one_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", "x")
    assert find_media_type(path, name="a.pdf") == WORD
