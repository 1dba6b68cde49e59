from __future__ import annotations

from indexer.reading.word_text import note_ids, paragraph_text, table_texts
from tests.indexer.reading.word_documents import element


def test_tabs_and_breaks_are_spaces_and_hidden_text_is_not_there() -> None:
    paragraph = element(
        "<w:p><w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t><w:br/><w:t>drie</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r>"
        "<w:r><w:instrText>HYPERLINK</w:instrText></w:r>"
        "<w:del><w:r><w:t>weg</w:t></w:r></w:del></w:p>"
    )
    assert paragraph_text(paragraph) == "een twee drie"


def test_notes_are_named_by_kind_and_number() -> None:
    paragraph = element(
        '<w:p><w:r><w:footnoteReference w:id="3"/><w:endnoteReference w:id="1"/></w:r></w:p>'
    )
    assert note_ids(paragraph) == ["footnote 3", "endnote 1"]


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def test_merged_cells_count_once_in_a_row_and_for_every_row_they_reach_over() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    table = element(
        "<w:tbl>"
        f"<w:tr>{_cell('Sector')}{_cell('Toets')}</w:tr>"
        f"<w:tr>{_cell('Energie', begins)}{_cell('Wet A')}</w:tr>"
        f"<w:tr>{_cell('', goes_on)}{_cell('Wet B')}</w:tr>"
        f"<w:tr>{_cell('Overig', wide)}</w:tr>"
        "</w:tbl>"
    )
    assert table_texts(table) == [
        "Sector: Energie | Toets: Wet A",
        "Sector: Energie | Toets: Wet B",
        "Overig",
    ]


def test_a_marked_head_row_is_used_whatever_it_holds() -> None:
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{_cell('2024')}{_cell('2025')}</w:tr>"
    table = element(f"<w:tbl>{head}<w:tr>{_cell('1')}{_cell('2')}</w:tr></w:tbl>")
    assert table_texts(table) == ["2024: 1 | 2025: 2"]
