from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import SourceRefused
from indexer.reading.extract import Extract
from indexer.reading.html import read_html
from indexer.reading.limits import Limits
from tests.indexer.reading import web_pages


def _read(tmp_path: Path, page: str | bytes) -> Extract:
    path = tmp_path / "pagina.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode("utf-8"))
    return read_html(path, name="pagina.html", limits=Limits())


def _shown(extract: Extract) -> list[tuple[str, int, str, str]]:
    return [(block.kind, block.level, block.marker, block.text) for block in extract.blocks]


def test_a_page_with_marks_keeps_all_its_structure(tmp_path: Path) -> None:
    extract = _read(tmp_path, web_pages.GOVERNMENT)
    assert _shown(extract) == [
        ("heading", 1, "", "Wanneer moet ik een investering melden?"),
        (
            "paragraph",
            0,
            "",
            "Koopt u een bedrijf met gevoelige technologie? Dan meldt u dat vooraf bij het bureau.",
        ),
        ("heading", 2, "", "Wie"),
        ("paragraph", 0, "", "De koper en het doelbedrijf melden samen. Lees meer over melden."),
        ("heading", 2, "", "Wat u nodig heeft"),
        ("item", 0, "•", "gegevens van de koper;"),
        ("item", 1, "•", "naam en land;"),
        ("item", 1, "•", "eigenaren."),
        ("item", 0, "•", "de overeenkomst."),
        ("heading", 3, "", "Stappen"),
        ("item", 0, "b.", "Vul het formulier in."),
        ("item", 0, "c.", "Stuur het op."),
        ("paragraph", 0, "", "Termijnen per fase"),
        ("row", 0, "", "Fase: Beoordeling | Termijn: 8 weken"),
        ("row", 0, "", "Fase: Toetsing | Termijn: 6 maanden"),
        ("row", 0, "", "Koper: Wie zeggenschap krijgt."),
    ]
    assert extract.title == "Wanneer moet ik een investering melden?"
    assert (extract.publisher, extract.language, extract.published) == (
        "Proefoverheid.nl",
        "nl",
        "2025-03-04",
    )
    assert extract.url == "https://www.proefoverheid.nl/onderwerpen/investeringstoets"


def test_a_page_without_marks_loses_its_surroundings_and_nothing_else(tmp_path: Path) -> None:
    shown = _shown(_read(tmp_path, web_pages.AGENCY))
    assert [(kind, marker) for kind, _, marker, _ in shown] == [
        ("heading", ""),
        ("paragraph", ""),
        ("heading", ""),
        ("paragraph", ""),
        ("heading", ""),
        ("paragraph", ""),
        ("item", "1."),
        ("item", "2."),
        ("paragraph", ""),
    ]
    assert shown[0][3] == "Subsidie voor weerbaarheid"
    assert shown[-1][3].startswith("Heeft u vragen")


def test_an_article_keeps_its_own_header_and_its_lines(tmp_path: Path) -> None:
    extract = _read(tmp_path, web_pages.SERVICE)
    texts = [block.text for block in extract.blocks]
    assert texts[0] == "Espionage at the workplace"
    assert texts[4:8] == [
        "Address:",
        "Example street 1",
        "The Hague",
        "A line that is broken but goes on.",
    ]
    assert "Copyright" not in texts
    assert extract.language == "en"


def test_a_page_that_a_script_would_fill_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused, match="script") as refused:
        _read(tmp_path, web_pages.SCRIPTED)
    assert "PDF" in refused.value.advice


@pytest.mark.parametrize(
    ("encoding", "label"),
    [("utf-8", "utf-8"), ("cp1252", "windows-1252"), ("cp1252", "iso-8859-1"),
     ("utf-16", "utf-16"), ("utf-8-sig", "iso-8859-1"), ("cp1252", None), ("cp1252", "onzin")],
)  # fmt: skip
def test_the_encoding_comes_from_mark_meta_or_bytes(
    tmp_path: Path, encoding: str, label: str | None
) -> None:
    meta = f'<meta charset="{label}">' if label else ""
    text = "Coördinatie kost € 5. " * 10
    page = (
        f"<html><head>{meta}<title>T</title></head><body><main><p>{text}</p></main></body></html>"
    )
    extract = _read(tmp_path, page.encode(encoding))
    assert extract.blocks[-1].text.startswith("Coördinatie kost € 5.")


def test_an_xhtml_page_with_an_xml_declaration_is_read(tmp_path: Path) -> None:
    page = '<?xml version="1.0" encoding="UTF-8"?>' + web_pages.GOVERNMENT
    assert len(_read(tmp_path, page).blocks) == 16
