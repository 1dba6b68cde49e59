"""What a file says about itself is believed, unless a program put rubbish there."""

from __future__ import annotations

import pytest

from indexer.reading.pdf_metadata import day_of, language_of, largest_text, proper_title


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Word - nota.docx",
        "PowerPoint-presentatie",
        "nota_v3_def",
        "rapport.pdf",
        "untitled",
        "12345",
        "",
        "abc",
    ],
)
def test_rubbish_is_no_title(title: str) -> None:
    assert proper_title(title) is None


def test_a_title_is_cleaned() -> None:
    assert proper_title(" Kennis\u00a0en  goederen ") == "Kennis en goederen"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("D:20240315120000+01'00'", "2024-03-15"),
        ("D:202403", "2024-03"),
        ("2024", "2024"),
        ("D:20241399", None),
        ("gisteren", None),
        ("", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_told(value: str, day: str | None) -> None:
    assert day_of(value) == day


def test_only_languages_that_we_read_are_told() -> None:
    assert [language_of(code) for code in ("nl-NL", "EN_us", "de", "")] == ["nl", "en", None, None]


def test_the_largest_text_is_the_title() -> None:
    lines = [(9.0, "Ministerie"), (20.0, "Kennis en"), (20.0, "goederen"), (10.0, "tekst")]
    assert largest_text([*lines, (10.0, "tekst"), (10.0, "tekst")]) == "Kennis en goederen"
    assert largest_text([(10.0, "een"), (10.0, "twee"), (10.0, "drie")]) is None
    assert largest_text([]) is None
