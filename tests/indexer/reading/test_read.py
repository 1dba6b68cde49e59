from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import SourceRefused
from indexer.reading import pdf
from indexer.reading.extract import Block, Extract
from indexer.reading.limits import Limits
from indexer.reading.read import Progress, read_document
from tests.indexer.reading.law_files import LAW
from tests.indexer.reading.two_columns import interleave
from tests.indexer.reading.web_pages import GOVERNMENT
from tests.indexer.reading.word_documents import make_word, policy


def _write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "bestand"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (GOVERNMENT, "a.html", "text/html"),
        (LAW, "a.xml", "application/xml"),
        ("# Kop\n\nTekst.", "a.md", "text/markdown"),
        ("Gewone tekst.", "a.txt", "text/plain"),
    ],
)
def test_every_format_goes_to_its_reader(tmp_path: Path, text: str, name: str, kind: str) -> None:
    extract = read_document(_write(tmp_path, text), name=name, limits=Limits())
    assert extract.media_type == kind
    assert extract.blocks
    assert extract.mangled is None


def test_a_word_document_goes_to_its_reader(tmp_path: Path) -> None:
    path = make_word(tmp_path / "a.docx", policy)
    assert len(read_document(path, name="a.docx", limits=Limits()).blocks) == 9


def test_a_pdf_goes_to_its_reader_with_the_progress(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_pdf(path: Path, *, name: str, limits: Limits, progress: Progress) -> Extract:
        assert (path.name, name, limits) == ("bestand", "a.pdf", Limits())
        progress(1, 2)
        return Extract(
            media_type="application/pdf", blocks=(Block(kind="paragraph", text="Tekst."),)
        )

    monkeypatch.setattr(pdf, "read_pdf", read_pdf)
    heard: list[tuple[int, int]] = []
    path = _write(tmp_path, "%PDF-1.7")
    read_document(path, name="a.pdf", limits=Limits(), progress=lambda *steps: heard.append(steps))
    assert heard == [(1, 2)]


def test_what_is_too_large_is_refused(tmp_path: Path) -> None:
    path = _write(tmp_path, "x" * 1000)
    just = Limits(file_bytes=1000, text_characters=1000)
    assert read_document(path, name="a.txt", limits=just).blocks
    for limits in (Limits(file_bytes=999), Limits(text_characters=999)):
        with pytest.raises(SourceRefused) as refused:
            read_document(path, name="a.txt", limits=limits)
        assert "Splits het document" in refused.value.advice


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused, match="geen tekst"):
        read_document(_write(tmp_path, "<!-- niets -->"), name="a.md", limits=Limits())


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_mangled_text_is_marked_and_the_pdf_itself_is_asked_for(tmp_path: Path, name: str) -> None:
    extract = read_document(_write(tmp_path, interleave(3)), name=name, limits=Limits())
    assert extract.mangled is not None
    assert "PDF zelf" in extract.remarks[-1]
