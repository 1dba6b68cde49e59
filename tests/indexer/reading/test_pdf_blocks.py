"""Groups of lines become blocks of the right kind, with their notes behind them."""

from __future__ import annotations

from indexer.reading.extract import Block
from indexer.reading.footnotes import Note
from indexer.reading.pdf_blocks import blocks_of
from indexer.reading.pdf_lines import Line
from indexer.reading.pdf_paragraphs import Body, Group, Placed
from indexer.reading.pdf_tables import Table

BODY = Body(size=10, pitch=12)


def group(*lines: Line, pages: tuple[int, ...] = (), listed: bool = False) -> Group:
    placed = [
        Placed(line=line, page=page, left=50, right=250)
        for line, page in zip(lines, pages or (1,) * len(lines), strict=True)
    ]
    return Group(page=placed[0].page, lines=placed, listed=listed)


def line(text: str, **more: object) -> Line:
    values: dict[str, object] = {"x0": 50.0, "x1": 250.0, "y": 100.0, "size": 10.0}
    return Line(text=text, **{**values, **more})  # type: ignore[arg-type]


def read(*groups: Group, notes: tuple[Note, ...] = ()) -> list[tuple[str, int, str, str]]:
    return [
        (block.kind, block.level, block.marker, block.text)
        for block in blocks_of(groups, notes, BODY)
    ]


def test_headings_have_levels_by_their_type_and_number() -> None:
    found = read(
        group(line("Titel", size=20.0)),
        group(line("1 Begin", bold=True)),
        group(line("1.1 Verder", bold=True)),
        group(line("2.1 Zonder nadruk")),
        group(line("Vet, maar een hele zin die eindigt.", bold=True)),
    )
    assert [(kind, level) for kind, level, _, _ in found] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 3),
        ("heading", 4),
        ("paragraph", 0),
    ]


def test_items_lie_deeper_by_their_indent() -> None:
    found = read(
        group(line("1. een"), listed=True),
        group(line("a. twee", x0=64.0), listed=True),
        group(line("b. drie", x0=64.0), listed=True),
        group(line("2. vier"), listed=True),
    )
    assert found == [
        ("item", 0, "1.", "een"),
        ("item", 1, "a.", "twee"),
        ("item", 1, "b.", "drie"),
        ("item", 0, "2.", "vier"),
    ]


def test_a_paragraph_tells_where_it_turns_the_page() -> None:
    found = blocks_of([group(line("De vergun-"), line("ning is nodig."), pages=(3, 4))], (), BODY)
    assert found == (
        Block(kind="paragraph", text="De vergunning is nodig.", page=3, turns=((9, 4),)),
    )


def test_a_note_stands_behind_what_calls_it() -> None:
    notes = (
        Note(page=1, marker="1", text="Eerste noot, die"),
        Note(page=2, marker="", text="doorloopt."),
        Note(page=2, marker="9", text="Niemand roept."),
    )
    found = read(
        group(line("Een zin.", calls=((8, "1"),))),
        group(line("Nog een zin.")),
        group(line("Pagina twee."), pages=(2,)),
        notes=notes,
    )
    assert [text for _, _, _, text in found] == [
        "Een zin.",
        "Eerste noot, die doorloopt.",
        "Nog een zin.",
        "Pagina twee.",
        "Niemand roept.",
    ]
    assert found[1][:3] == ("note", 0, "1")


def test_a_raised_figure_that_is_no_note_returns() -> None:
    assert read(group(line("Een hal van 20 m hoog", calls=((16, "2"),))))[0][3] == (
        "Een hal van 20 m² hoog"
    )


def test_tables_and_contents_become_rows() -> None:
    table = Table(x0=0, x1=9, top=0, bottom=9, rows=("a | b", "c | d"))
    found = read(
        Group(page=1, table=table),
        group(line("2.1 Uitvoer . . . . . . . 12"), listed=True),
        group(line("Land | Termijn", cells=True)),
    )
    assert found == [
        ("row", 0, "", "a | b"),
        ("row", 0, "", "c | d"),
        ("row", 0, "", "2.1 Uitvoer | 12"),
        ("row", 0, "", "Land | Termijn"),
    ]


def test_nothing_gives_nothing() -> None:
    assert blocks_of([], (), BODY) == ()
