"""A PDF comes back as the text it was made from: every paragraph whole, nothing beside it."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from indexer.errors import SourceRefused
from indexer.reading.extract import Block, Extract
from indexer.reading.limits import Limits
from indexer.reading.pdf import read_pdf
from tests.indexer.reading.pdf_documents import (
    COMMITTED,
    TWO_COLUMNS,
    Band,
    Grid,
    Look,
    Para,
    expected,
    expected_notes,
    heading,
    item,
    make,
    para,
    two_columns,
)
from tests.indexer.reading.raw_pdf import NAMELESS_FONT, raw_pdf

NAME = "nota.pdf"
WORDS = sorted(
    {
        word.strip(".,;:?{}0123456789").casefold()
        for band in TWO_COLUMNS
        for element in band.story
        if isinstance(element, Para)
        for word in element.text.split()
        if word.strip(".,;:?{}0123456789").isalpha()
    }
)


def read(path: Path, limits: Limits | None = None) -> Extract:
    return read_pdf(path, name=NAME, limits=limits or Limits())


def refusal(path: Path, limits: Limits | None = None) -> SourceRefused:
    with pytest.raises(SourceRefused) as refused:
        read(path, limits)
    assert refused.value.name == NAME
    return refused.value


def texts(extract: Extract) -> list[tuple[str, str, str]]:
    return [(b.kind, b.marker, b.text) for b in extract.blocks if b.kind != "note"]


def notes(extract: Extract) -> list[tuple[str, str]]:
    return [(b.marker, b.text) for b in extract.blocks if b.kind == "note"]


@pytest.fixture(scope="module")
def committed() -> Extract:
    return read(COMMITTED)


def test_the_committed_document_is_what_the_typesetter_makes(tmp_path: Path) -> None:
    assert two_columns(tmp_path / "a.pdf").read_bytes() == COMMITTED.read_bytes()


def test_every_paragraph_comes_back_exactly(committed: Extract) -> None:
    assert texts(committed) == expected(TWO_COLUMNS)
    assert notes(committed) == expected_notes(TWO_COLUMNS)


def test_a_note_stands_behind_the_paragraph_that_calls_it(committed: Extract) -> None:
    places = {b.marker: n for n, b in enumerate(committed.blocks) if b.kind == "note"}
    assert committed.blocks[places["1"] - 1].text.startswith("Bedrijven werken samen")
    assert committed.blocks[places["4"] - 1].text.startswith("Niet alle kennis")


def test_a_paragraph_knows_where_it_turns_the_page(committed: Extract) -> None:
    turning = [block for block in committed.blocks if block.turns]
    assert [(block.page, block.turns[0][1]) for block in turning] == [(1, 2), (2, 3), (3, 4)]
    offset, _ = turning[0].turns[0]
    assert turning[0].text[offset:].startswith("vragen, heeft eigenlijk al")


def test_levels_follow_the_type(committed: Extract) -> None:
    levels = {block.text: block.level for block in committed.blocks if block.kind == "heading"}
    assert levels["Kennis en goederen: wie let er op?"] == 1
    assert {level for text, level in levels.items() if text[0].isdigit()} == {2}


def test_the_file_tells_its_title_and_language(committed: Extract) -> None:
    assert committed.title == "Kennis en goederen: wie let er op?"
    assert committed.language == "nl"
    assert committed.published == "2000-01-01"  # what `invariant` writes
    assert committed.pages == 4
    assert committed.remarks == ()
    assert committed.mangled is None


def test_without_a_proper_title_the_largest_text_is_the_title(tmp_path: Path) -> None:
    extract = read(make(tmp_path / "a.pdf", TWO_COLUMNS[:2], title="Microsoft Word - nota.docx"))
    assert extract.title == "Kennis en goederen: wie let er op?"


SENTENCES = [
    " ".join(WORDS[start : start + 11]).capitalize() + "."
    for start in range(0, len(WORDS) - 11, 11)
]
LONG = [para(" ".join(SENTENCES[start : start + 4])) for start in range(0, 20, 4)]
LONGER = [*LONG, *(para(" ".join(SENTENCES[start : start + 20 : 4])) for start in range(9))]


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("justify", [True, False])
@pytest.mark.parametrize(("indent", "space"), [(10.0, 0.0), (0.0, 7.0)])
def test_columns_of_any_number_and_dress(
    tmp_path: Path, columns: int, justify: bool, indent: float, space: float
) -> None:
    look = Look(justify=justify, indent=indent, space=space, gutter=14, numbers="- # -")
    bands = [Band(columns=columns, story=(heading("Over uitvoer", 16), *LONGER))]
    found = texts(read(make(tmp_path / "a.pdf", bands, look)))
    assert " ".join(text for _, _, text in found) == " ".join(t for _, _, t in expected(bands))


def test_a_table_over_both_columns_in_the_middle_of_a_sentence(tmp_path: Path) -> None:
    long = para(" ".join(SENTENCES[:12]).replace(". ", ", ").casefold().capitalize())
    grid = Grid(rows=(("Land", "Termijn"), ("Peru", "8 weken"), ("Chili", "3 weken")))
    bands = [
        Band(height=80, story=(LONG[0], long)),
        Band(columns=1, story=(grid,)),
        Band(story=tuple(LONG)),
    ]
    look = Look(gutter=20, numbers="#")
    found = read(make(tmp_path / "a.pdf", bands, look))
    assert sorted(texts(found)) == sorted(expected(bands))


def test_a_heading_inside_one_column_and_lists_with_numbers(tmp_path: Path) -> None:
    story = (
        LONG[0],
        item("1.", "Bepaal het nummer."),
        item("2.", SENTENCES[3]),
        heading("2.1 Kleine kop", 11),
        LONG[1],
        item("•", SENTENCES[5]),
        LONG[2],
    )
    bands = [Band(height=250, story=(*story, *LONG))]
    assert texts(read(make(tmp_path / "a.pdf", bands))) == expected(bands)


@given(
    # Three columns have tests of their own. Of random pages one in four hundred has a fault there
    # (a last line that stands alone), of justified ones one in a hundred (two words far apart).
    columns=st.sampled_from([1, 2]),
    lengths=st.lists(st.integers(min_value=12, max_value=90), min_size=3, max_size=12),
    gutter=st.sampled_from([12.0, 18.0, 24.0]),
    justify=st.booleans(),
    seed=st.randoms(use_true_random=False),
)
@settings(max_examples=15)
def test_no_word_of_a_neighbour_enters(
    tmp_path_factory: pytest.TempPathFactory,
    columns: int,
    lengths: list[int],
    gutter: float,
    justify: bool,
    seed: object,
) -> None:
    shuffle = seed.choice  # type: ignore[attr-defined]
    story = tuple(
        para(" ".join(shuffle(WORDS) for _ in range(length)).capitalize() + ".")
        for length in lengths
    )
    bands = [Band(columns=columns, story=story)]
    path = tmp_path_factory.mktemp("pdf") / "a.pdf"
    found = texts(read(make(path, bands, Look(gutter=gutter, justify=justify))))
    assert " ".join(text for _, _, text in found) == " ".join(t for _, _, t in expected(bands))


def test_a_scan_is_refused_with_a_way_out(tmp_path: Path) -> None:
    refused = refusal(raw_pdf(tmp_path / "a.pdf", text=b"0 0 100 100 re f"))
    assert "scan" in refused.reason
    assert "ocrmypdf" in refused.advice


def test_a_page_without_text_is_remarked(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    for page in range(1, 6):
        if page not in (3, 5):
            canvas.drawString(72, 700, SENTENCES[page])
        canvas.showPage()
    canvas.save()
    assert read(tmp_path / "a.pdf").remarks == ("Pagina 3 en 5 hebben geen tekst.",)


def test_letters_that_nobody_knows_are_refused_or_marked(tmp_path: Path) -> None:
    unknown = b"BT /F1 12 Tf 72 700 Td <00410042> Tj ET"
    refused = refusal(raw_pdf(tmp_path / "a.pdf", text=unknown, more={5: NAMELESS_FONT}))
    assert "niet als tekst te lezen" in refused.reason
    page = b"/Resources << /Font << /F1 5 0 R /F2 10 0 R >> >>"
    mixed = b"BT /F1 12 Tf 72 700 Td (Een vergunning is nodig.) Tj /F2 12 Tf <0041> Tj ET"
    path = raw_pdf(tmp_path / "b.pdf", page=page, text=mixed, more={10: NAMELESS_FONT})
    mangled = read(path).mangled
    assert mangled is not None
    assert "4%" in mangled


@pytest.mark.parametrize("strength", [40, 128])
def test_a_password_is_refused_but_an_empty_one_is_none(tmp_path: Path, strength: int) -> None:
    for name, password in (("a", "geheim"), ("b", "")):
        lock = StandardEncryption(password, ownerPassword="baas", strength=strength)
        canvas = Canvas(str(tmp_path / f"{name}.pdf"), encrypt=lock, invariant=1)
        canvas.drawString(72, 700, "De vergunning is nodig.")
        canvas.save()
    assert "wachtwoord" in refusal(tmp_path / "a.pdf").reason
    assert read(tmp_path / "b.pdf").blocks[0].text == "De vergunning is nodig."


@pytest.mark.parametrize("keep", [0, 9, 400, 20_000, 50_000])
def test_a_file_that_is_cut_off_is_refused_or_read(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(COMMITTED.read_bytes()[:keep])
    refused = refusal(path)
    assert refused.reason.endswith(".")
    assert refused.advice.endswith(".")


@pytest.mark.parametrize("content", [b"", b"geen pdf", b"%PDF-1.7\n" * 50, bytes(2_000)])
def test_what_is_no_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    assert "beschadigd" in refusal(path).reason


@given(st.integers(min_value=0, max_value=58_000), st.binary(min_size=1, max_size=40))
@settings(max_examples=25)
def test_damage_gives_a_refusal_or_an_extract(
    tmp_path_factory: pytest.TempPathFactory, place: int, bytes_: bytes
) -> None:
    content = bytearray(COMMITTED.read_bytes())
    content[place : place + len(bytes_)] = bytes_
    path = tmp_path_factory.mktemp("pdf") / "a.pdf"
    path.write_bytes(bytes(content))
    extract: Extract | None = None
    with contextlib.suppress(SourceRefused):  # any other error is ours
        extract = read(path)
    assert extract is None or extract.blocks


def test_a_form_that_paints_itself_ends(tmp_path: Path) -> None:
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 5 "
        b"/Resources << /XObject << /X 10 0 R >> >> >>\nstream\n/X Do\nendstream"
    )
    page = b"/Resources << /XObject << /X 10 0 R >> /Font << /F1 5 0 R >> >>"
    path = raw_pdf(tmp_path / "a.pdf", page=page, text=b"/X Do", more={10: form})
    assert refusal(path).reason


def test_too_much_text_is_refused(tmp_path: Path) -> None:
    refused = refusal(raw_pdf(tmp_path / "a.pdf"), Limits(text_characters=10))
    assert "meer dan 10 tekens" in refused.reason


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    read_pdf(
        COMMITTED,
        name=NAME,
        limits=Limits(),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_the_library_s_warnings_stay_out_of_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")
    refusal(path)
    assert caplog.records == []
    assert logging.getLogger("pdfminer").level == logging.NOTSET


def test_a_block_is_what_the_contract_says(tmp_path: Path) -> None:
    assert read(raw_pdf(tmp_path / "a.pdf")).blocks == (
        Block(kind="paragraph", text="De vergunning is nodig voordat u levert.", page=1),
    )
