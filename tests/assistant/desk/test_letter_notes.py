"""A note names its source as a reader can find it, and each source has one number."""

from __future__ import annotations

import pytest

from assistant.desk.letter_notes import Note, Notes, web_address
from indexer.sources import Source
from tests.assistant.desk.letter_parts import SOURCES, make_evidence, make_source


def note_of(source: Source | None) -> Note:
    notes = Notes({"S01": source} if source else {}, "nl")
    notes.of(make_evidence("Zin.", "S01"))
    (note,) = notes.all()
    return note


def test_a_note_says_who_published_what_when_and_where() -> None:
    assert note_of(SOURCES["S01"]) == Note(
        text="Overheid.nl, Titel van S01, 24 juni 2022 (bekeken: november 2026)",
        url="https://wetten.overheid.nl/BWBR0046747/",
    )


def test_the_same_source_has_the_same_number_again() -> None:
    notes = Notes(SOURCES, "en")
    assert notes.of(make_evidence("Zin.", "S02", "S01", "S02")) == (1, 2)
    assert notes.of(make_evidence("Nog een.", "S03", "S02")) == (1, 3)
    assert [note.text.split(", ")[1][-3:] for note in notes.all()] == ["S02", "S01", "S03"]
    assert "consulted: November 2026" in notes.all()[0].text


def test_a_source_that_left_the_register_is_named_as_such() -> None:
    assert note_of(None) == Note(
        text="Wanneer u moet melden (bron S01, niet meer in het bronnenregister)", url=None
    )


def test_a_source_off_the_web_says_where_it_is() -> None:
    note = note_of(make_source("S01", url=None, where="Archief, doos 3", published=None))
    assert note.text == "Overheid.nl, Titel van S01, Archief, doos 3 (bekeken: november 2026)"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "https://",
        "https://[half",
        "https://a.nl:poort/",
        "https://a.nl/met spatie",
        'https://a.nl/"x',
        "https://a.nl/\x00",
        "ftp://a.nl/",
    ],
)
def test_what_is_no_address_on_the_web_is_no_link(url: str | None) -> None:
    assert web_address(url) is None


def test_an_address_on_the_web_stays_as_it_is() -> None:
    assert web_address("https://a.nl/pad?x=1&y=é#deel") == "https://a.nl/pad?x=1&y=é#deel"
