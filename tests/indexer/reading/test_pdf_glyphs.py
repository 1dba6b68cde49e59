"""The characters of a page stand where a reader sees them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from indexer.reading.pdf_glyphs import UNKNOWN, PaintedPage, painted_pages
from tests.indexer.reading.pdf_documents import BOLD, fonts
from tests.indexer.reading.raw_pdf import NAMELESS_FONT, raw_pdf


def pages(path: Path) -> list[PaintedPage]:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    with path.open("rb") as file:
        return list(painted_pages(PDFPage.create_pages(PDFDocument(PDFParser(file)))))


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    fonts()
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 300), invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 200, "ab c")
    canvas.setFont(BOLD, 20)
    canvas.drawString(50, 100, "ﬁ")
    canvas.saveState()
    canvas.rotate(90)
    canvas.drawString(50, -50, "gedraaid")
    canvas.restoreState()
    canvas.saveState()
    canvas.translate(100, 50)
    canvas.scale(2, 2)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(0, 0, "g")
    canvas.restoreState()
    canvas.drawString(-500, 10, "buiten")
    canvas.line(10, 10, 110, 10)
    canvas.rect(200, 20, 50, 40)
    canvas.rect(300, 20, 1, 40, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return tmp_path / "a.pdf"


def test_characters_have_their_place_and_size(drawn: Path) -> None:
    page = pages(drawn)[0]
    assert (page.width, page.height) == (400, 300)
    assert "".join(glyph.text for glyph in page.glyphs) == "ab cﬁg"
    first, second, *_, ligature, scaled = page.glyphs
    assert (first.x0, first.y, first.size, first.bold) == (50, 100, 10, False)
    assert first.x1 == second.x0 == pytest.approx(55.56)
    assert (ligature.size, ligature.bold) == (20, True)
    assert (scaled.x0, scaled.y, scaled.size) == (100, 250, 20)


def test_rules_are_lines_and_the_sides_of_boxes(drawn: Path) -> None:
    rules = {tuple(round(edge) for edge in rule) for rule in pages(drawn)[0].rules}
    assert {(10, 290, 110, 290), (200, 240, 250, 240), (250, 240, 250, 280)} <= rules
    assert {rule for rule in rules if rule[0] >= 300} == {(300, 240, 300, 280)}


@pytest.mark.parametrize(("turn", "size"), [(0, (595, 842)), (90, (842, 595)), (180, (595, 842))])
def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path, turn: int, size: object) -> None:
    matrix = {0: b"1 0 0 1 72 700", 90: b"0 1 -1 0 100 72", 180: b"-1 0 0 -1 500 100"}[turn]
    text = b"BT /F1 12 Tf %s Tm (recht) Tj ET" % matrix
    page = pages(raw_pdf(tmp_path / "a.pdf", page=b"/Rotate %d" % turn, text=text))[0]
    assert (page.width, page.height) == size
    assert "".join(glyph.text for glyph in page.glyphs) == "recht"


def test_spacing_rise_and_kerning_move_the_pen(tmp_path: Path) -> None:
    text = b"BT /F1 10 Tf 2 Tc 5 Tw 50 Ts 100 0 Td [(a) -1000 (a )] TJ 0 Tc 0 Ts (a) Tj ET"
    first, second, _, third = pages(raw_pdf(tmp_path / "a.pdf", text=text))[0].glyphs
    assert second.x0 - first.x1 == pytest.approx(12)
    assert third.x0 - second.x1 == pytest.approx(2 + 2.78 + 5)
    assert third.y - first.y == pytest.approx(50)


def test_what_the_font_does_not_tell_is_counted(tmp_path: Path) -> None:
    text = b"BT /F1 10 Tf 100 100 Td <00410042> Tj ET"
    page = pages(raw_pdf(tmp_path / "a.pdf", text=text, more={5: NAMELESS_FONT}))[0]
    assert [glyph.text for glyph in page.glyphs] == [UNKNOWN, UNKNOWN]
    assert page.unknown == 2
