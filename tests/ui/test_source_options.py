"""What an operator may say of a source on the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indexer.errors import SourceRefused
from indexer.library.intake import Said
from tests.conftest import TODAY
from ui.source_options import Options, day, published


def test_nothing_said_is_nothing_known(small_corpus: Path) -> None:
    assert Options().said(small_corpus, TODAY) == Said()


def test_what_is_said_is_taken_over(small_corpus: Path) -> None:
    options = Options(
        title="  Een   titel ",
        publisher="AIVD",
        kind="rapport",
        published="2025-02",
        label="internal",
        topic="wet-vifo",
        url="https://voorbeeld.test/a",
        valid_from="2027-01-01",
        apart=True,
    )
    assert options.said(small_corpus, TODAY) == Said(
        title="Een titel",
        publisher="AIVD",
        kind="rapport",
        published="2025-02",
        label="internal",
        topic="wet-vifo",
        url="https://voorbeeld.test/a",
        valid_from="2027-01-01",
        apart=True,
    )


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("kind", "boek", "wettekst, kamerstuk, rapport, webpagina, nieuwsbericht"),
        ("kind", "", "wettekst"),
        ("label", "geheim", "public"),
        ("topic", "tulpen", "exportcontrole-dual-use, risicos-spionage, wet-vifo"),
        ("topic", "../wet-vifo", "bestaat niet"),
        ("published", "22-11-2026", "2026-11-22"),
        ("published", "2026-13", "geen datum"),
        ("published", "2025-02-30", "geen datum"),
        ("published", "2027", "moet nog komen"),
        ("published", "2026-11-22", "moet nog komen"),
        ("valid_from", "2026", "geen datum"),
        ("url", "voorbeeld.test", "https://"),
        ("title", "  ", "hier staat niets"),
        ("publisher", "", "hier staat niets"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    small_corpus: Path, option: str, value: str, told: str
) -> None:
    given: dict[str, Any] = {option: value}
    with pytest.raises(SourceRefused) as caught:
        Options(**given).said(small_corpus, TODAY)
    assert str(caught.value).startswith(f"--{option.replace('_', '-')}: ")
    assert told in str(caught.value)


@pytest.mark.parametrize("text", ["2026", "2026-11", "2026-11-21", "1998"])
def test_a_date_is_as_precise_as_it_is_known(text: str) -> None:
    assert published(text, TODAY) == text


def test_a_day_names_the_option_that_gave_it() -> None:
    assert day("2025-06-01", "--on") == date(2025, 6, 1)
    with pytest.raises(SourceRefused, match=r"^--on: '2025-06' is geen datum"):
        day("2025-06", "--on")
