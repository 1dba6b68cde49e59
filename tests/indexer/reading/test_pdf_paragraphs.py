"""Lines become paragraphs: never two of them, never half of one."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.reading.page_order import Column
from indexer.reading.pdf_lines import Line
from indexer.reading.pdf_paragraphs import Body, Group, body_of, groups_of
from indexer.reading.pdf_tables import Table

BODY = Body(size=10, pitch=12)
RIGHT = 250.0
TABLE = Table(x0=50, x1=RIGHT, top=0, bottom=50, rows=("a | b",))


def line(text: str, y: float, **more: object) -> Line:
    values: dict[str, object] = {"x0": 50.0, "x1": RIGHT, "size": 10.0, "first_width": 30.0}
    return Line(text=text, y=y, **{**values, **more})  # type: ignore[arg-type]


def read(*columns: Sequence[Line | Table]) -> list[str]:
    found = groups_of(
        [Column(page=page, items=tuple(items)) for page, items in enumerate(columns, start=1)], BODY
    )
    return [_text(group) for group in found]


def _text(group: Group) -> str:
    return "TABLE" if group.table else " ".join(placed.line.text for placed in group.lines)


def test_white_space_parts_paragraphs() -> None:
    lines = [line("Een zin", 100), line("loopt door.", 112, x1=100.0), line("Nieuw", 134)]
    assert read([*lines, line("en door.", 146), line("x", 158)]) == [
        "Een zin loopt door.",
        "Nieuw en door. x",
    ]


def test_an_indent_parts_paragraphs() -> None:
    assert read(
        [
            line("De zin is vol.", 100),
            line("Nieuw begint", 112, x0=60.0),
            line("en gaat door.", 124),
        ]
    ) == ["De zin is vol.", "Nieuw begint en gaat door."]


def test_a_short_last_line_parts_paragraphs() -> None:
    lines = [line("Een zin", 100), line("eindigt.", 112, x1=90.0), line("De volgende", 124)]
    assert read(lines) == ["Een zin eindigt.", "De volgende"]


def test_a_full_line_that_ends_a_sentence_parts_nothing() -> None:
    lines = [line("Een zin eindigt.", 100, x1=230.0), line("De volgende", 112), line("door", 124)]
    assert read(lines) == ["Een zin eindigt. De volgende door"]


def test_other_type_parts_but_a_bold_line_mid_sentence_does_not() -> None:
    assert read([line("Kop", 100, bold=True, x1=80.0), line("Tekst", 112)]) == ["Kop", "Tekst"]
    assert read([line("De", 100), line("nadruk op", 112, bold=True), line("dit", 124)]) == [
        "De nadruk op dit"
    ]
    assert read([line("Kop", 100, size=14.0), line("Tekst", 114)]) == ["Kop", "Tekst"]


def test_items_hang_from_their_markers() -> None:
    assert read(
        [
            line("Let op:", 100, x1=90.0),
            line("1. een punt dat", 112),
            line("doorloopt", 124, x0=64.0, x1=120.0),
            line("2. nog een.", 136, x1=120.0),
            line("Dan de tekst.", 148),
        ]
    ) == ["Let op:", "1. een punt dat doorloopt", "2. nog een.", "Dan de tekst."]


def test_a_number_at_the_start_of_a_line_is_no_item() -> None:
    assert read([line("zoals in artikel", 100), line("3. Daar staat het", 112)]) == [
        "zoals in artikel 3. Daar staat het"
    ]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    assert read([line("Wie levert,", 700)], [line("Heeft dat nodig.", 100)]) == [
        "Wie levert, Heeft dat nodig."
    ]
    lines = [line("Een zin", 688), line("is klaar.", 700)]
    assert read(lines, [line("Nieuw", 100, x0=60.0), line("en door", 112)])[1] == "Nieuw en door"


def test_a_sentence_goes_on_behind_a_table_or_a_caption() -> None:
    assert read([line("Wie levert", 700)], [TABLE, line("heeft dat nodig.", 100)]) == [
        "Wie levert heeft dat nodig.",
        "TABLE",
    ]
    caption = line("Figuur 2", 60, size=7.0, x1=90.0)
    assert read([line("Wie levert", 700)], [caption, line("heeft dat nodig.", 100)]) == [
        "Wie levert heeft dat nodig.",
        "Figuur 2",
    ]


def test_behind_a_closed_sentence_a_table_parts() -> None:
    assert read([line("Dat is al.", 700), TABLE, line("Nieuw", 100)]) == [
        "Dat is al.",
        "TABLE",
        "Nieuw",
    ]


def test_the_body_is_what_most_letters_are_set_in() -> None:
    lines = [line("tekst " * 5, 100 + 13 * number) for number in range(9)]
    assert body_of([[line("Kop", 60, size=20.0), *lines]]) == Body(size=10, pitch=13)
    assert body_of([]) == Body(size=10, pitch=12)
