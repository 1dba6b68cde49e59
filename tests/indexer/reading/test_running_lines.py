"""What runs along on the pages goes; what merely looks alike stays."""

from __future__ import annotations

from indexer.reading.pdf_lines import Line
from indexer.reading.running_lines import PageLines, drop_running_lines

HEIGHT, SIZE = 800.0, 10.0


def line(text: str, y: float, size: float = SIZE, x0: float = 50) -> Line:
    return Line(text=text, x0=x0, x1=x0 + 5 * len(text), y=y, size=size)


def pages(*edges: list[Line], first: int = 1) -> list[PageLines]:
    """Put the lines on pages that each hold a text of their own."""
    return [
        PageLines(
            page=first + number,
            height=HEIGHT,
            lines=[*lines, *(line(f"tekst {number} {row}", 200 + 12 * row) for row in range(20))],
        )
        for number, lines in enumerate(edges)
    ]


def left(found: list[PageLines]) -> list[str]:
    drop_running_lines(found, SIZE)
    return [one.text for page in found for one in page.lines if not one.text.startswith("tekst")]


def test_a_repeated_head_and_a_page_number_go() -> None:
    found = pages(*([line("Handreiking", 40), line(f"Pagina {n} van 3", 780)] for n in (1, 2, 3)))
    assert left(found) == []


def test_left_and_right_pages_may_differ() -> None:
    found = pages(
        *([line("Links" if n % 2 else "Rechts", 40), line(str(n), 780)] for n in range(1, 7))
    )
    assert left(found) == []


def test_the_number_on_paper_may_differ_from_the_page() -> None:
    found = pages(*([line(f"Kamerstuk 35123, nr. 4   {n + 16}", 780)] for n in range(1, 5)))
    assert left(found) == []


def test_roman_page_numbers_go() -> None:
    found = pages(*([line(n, 780)] for n in ("iii", "iv", "v")))
    assert left(found) == []


def test_a_number_that_does_not_follow_the_pages_stays() -> None:
    found = pages(*([line(f"Bijlage {n}", 190, 14)] for n in (1, 5, 7)))
    assert left(found) == ["Bijlage 1", "Bijlage 5", "Bijlage 7"]


def test_a_line_that_repeats_inside_the_text_stays() -> None:
    found = pages(*([line("Let op", 300)] for _ in range(4)))
    assert left(found) == ["Let op"] * 4


def test_the_whole_row_goes_with_its_page_number() -> None:
    found = pages(
        *([line(f"Hoofdstuk {'abc'[n]}", 40, 8), line(str(n + 1), 40, 8, 500)] for n in range(3))
    )
    assert left(found) == []


def test_heads_in_small_type_that_differ_go() -> None:
    found = pages([line("Inleiding", 40, 7)], [line("Uitvoer", 40, 7)], [line("Kennis", 40, 7)])
    assert left(found) == []


def test_on_a_single_page_only_a_plain_page_number_goes() -> None:
    assert left(pages([line("Handreiking", 40), line("- 1 -", 780)])) == ["Handreiking"]
    assert left(pages([line("2024", 780)])) == ["2024"]
    assert left(pages([line("12 weken", 780)])) == ["12 weken"]


def test_pages_without_lines_are_no_trouble() -> None:
    assert left([PageLines(page=1, height=HEIGHT, lines=[])]) == []
