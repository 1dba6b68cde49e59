from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import SourceRefused
from indexer.reading.extract import Extract
from indexer.reading.law_xml import read_law_xml
from indexer.reading.limits import Limits
from tests.indexer.reading.law_files import LAW


def _read(tmp_path: Path, text: str) -> Extract:
    path = tmp_path / "wet.xml"
    path.write_text(text, encoding="utf-8")
    return read_law_xml(path, name="wet.xml", limits=Limits())


def test_every_block_says_where_in_the_law_it_stands(tmp_path: Path) -> None:
    blocks = _read(tmp_path, LAW).blocks
    assert [
        (block.kind, block.level, block.marker, block.locator, block.text) for block in blocks
    ] == [
        ("heading", 1, "", None, "Hoofdstuk 1 Algemeen"),
        ("heading", 2, "", "artikel 1", "Artikel 1 (Begrippen)"),
        ("paragraph", 0, "", "artikel 1", "In deze wet wordt verstaan onder:"),
        ("item", 0, "a.", "artikel 1, onder a", "proef: een toets;"),
        ("item", 0, "b.", "artikel 1, onder b", "bureau:"),
        ("item", 1, "1°.", "artikel 1, onder b, onder 1°", "het bureau;"),
        ("paragraph", 0, "", "artikel 1, onder b", "voor zover aangewezen."),
        ("heading", 2, "", None, "§ 1.2 Toepassing"),
        ("heading", 3, "", "artikel 3", "Artikel 3"),
        ("paragraph", 0, "1.", "artikel 3, lid 1", "Zie artikel 1."),
        ("paragraph", 0, "2.", "artikel 3, lid 2", "De minister toetst:"),
        ("item", 0, "a.", "artikel 3, lid 2, onder a", "proeven; en"),
        ("item", 0, "–", "artikel 3, lid 2", "overige gevallen."),
        ("heading", 4, "", "artikel 3", "Overige gevallen"),
        ("paragraph", 0, "1.", "artikel 3, lid 1 (tekst 2)", "Andere tekst."),
        ("note", 0, "1", "artikel 3, lid 1 (tekst 2)", "Een noot."),
        ("heading", 1, "", "bijlage 1", "Bijlage 1 bij artikel 3"),
        ("paragraph", 0, "", "bijlage 1", "Lijst van proeven."),
        ("row", 0, "", "bijlage 1", "Proef: Eerste | Duur: 1 dag"),
        ("heading", 2, "", "bijlage 1, artikel 1", "Artikel 1"),
        ("paragraph", 0, "", "bijlage 1, artikel 1", "Van de bijlage."),
    ]


def test_what_the_file_says_about_the_law(tmp_path: Path) -> None:
    extract = _read(tmp_path, LAW)
    assert (extract.title, extract.publisher, extract.language) == (
        "Wet toets proeven",
        "wetten.overheid.nl",
        "nl",
    )
    assert (extract.valid_from, extract.version) == ("2025-07-01", "geldend vanaf 1 juli 2025")
    assert extract.url == "https://wetten.overheid.nl/BWBR0099999/2025-07-01"


def test_remarks_name_what_was_left_out_and_what_stands_twice(tmp_path: Path) -> None:
    assert _read(tmp_path, LAW).remarks == (
        "Weggelaten omdat het vervallen is: artikel 2.",
        "Weggelaten omdat het nog niet in werking getreden is: artikel 3, lid 3.",
        "Van deze onderdelen staan twee teksten in het bestand, bijvoorbeeld omdat ze niet voor "
        "iedereen tegelijk ingaan: artikel 3, lid 1.",
    )


def test_without_citation_title_or_known_id_less_is_told(tmp_path: Path) -> None:
    text = LAW.replace("BWBR0099999", "http://x/").replace("citeertitel", "anders")
    extract = _read(tmp_path, text)
    assert extract.title == "Wet van 1 mei 2025, houdende regels"
    assert extract.url is None


@pytest.mark.parametrize("text", ["<akomaNtoso/>", "<toestand/>", "<a>"])
def test_other_xml_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceRefused) as refused:
        _read(tmp_path, text)
    assert refused.value.advice
