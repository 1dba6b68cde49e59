"""Notes are taken from the foot of a column, and only from there."""

from __future__ import annotations

from indexer.reading.footnotes import Note, without_notes
from indexer.reading.page_order import Column
from indexer.reading.pdf_lines import Line

SIZE = 10.0


def line(text: str, y: float, size: float = SIZE, call: str = "", x0: float = 50) -> Line:
    calls = ((0, call),) if call else ()
    return Line(text=text, x0=x0, x1=x0 + 200, y=y, size=size, calls=calls)


def read(*columns: list[Line]) -> tuple[list[list[str]], list[Note]]:
    found, notes = without_notes([Column(page=3, items=tuple(lines)) for lines in columns], SIZE)
    texts = [[item.text for item in column.items if isinstance(item, Line)] for column in found]
    return texts, notes


def test_notes_with_raised_and_plain_markers() -> None:
    texts, notes = read(
        [
            line("tekst", 100),
            line("Een noot die door-", 700, 8, call="1"),
            line("loopt.", 710, 8),
            line("2 Nog een noot.", 720, 8),
        ]
    )
    assert texts == [["tekst"]]
    assert notes == [
        Note(page=3, marker="1", text="Een noot die doorloopt."),
        Note(page=3, marker="2", text="Nog een noot."),
    ]


def test_each_column_has_its_own_notes() -> None:
    texts, notes = read(
        [line("links", 100), line("Noot.", 700, 8, call="1")],
        [line("rechts", 100, x0=300), line("Noot.", 700, 8, call="2", x0=300)],
    )
    assert texts == [["links"], ["rechts"]]
    assert [note.marker for note in notes] == ["1", "2"]


def test_small_type_without_a_marker_is_no_note() -> None:
    texts, notes = read([line("tekst", 100), line("Bron: eigen onderzoek.", 700, 8)])
    assert (texts, notes) == ([["tekst", "Bron: eigen onderzoek."]], [])


def test_small_type_above_the_text_is_no_note() -> None:
    texts, notes = read([line("1 Klein", 90, 8), line("tekst", 100)])
    assert (texts, notes) == ([["1 Klein", "tekst"]], [])


def test_a_note_may_go_on_from_the_page_before() -> None:
    _, notes = read(
        [line("tekst", 100), line("en verder.", 700, 8), line("Nieuw.", 710, 8, call="4")]
    )
    assert [(note.marker, note.text) for note in notes] == [("", "en verder."), ("4", "Nieuw.")]


def test_a_caption_close_to_the_text_stays_with_it() -> None:
    texts, notes = read(
        [line("tekst", 100), line("Bron: zelf.", 110, 8), line("Noot.", 700, 8, call="4")]
    )
    assert [note.marker for note in notes] == ["4"]
    assert texts == [["tekst", "Bron: zelf."]]
