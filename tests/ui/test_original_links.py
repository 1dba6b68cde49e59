"""Addresses that lead to the words, and never to words that are not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant.answers import Citation
from indexer.documents import Role
from indexer.passages import Passage
from tests.ui.answer_parts import LAW, original
from ui.original_links import copy_url, place_url

PDF = "https://www.voorbeeld.test/nota.pdf"
WEB = "https://www.voorbeeld.test/pagina"


def cite(passage: Passage, url: str | None, **place: Any) -> Citation:
    return Citation(
        number=1,
        passage=passage,
        span=replace(passage.spans[0], **place),
        source=replace(LAW, url=url),
        further_sources=(),
    )


def said(text: str, **changes: Any) -> Passage:
    return original((Role.ANSWER, text), **changes)


def test_a_pdf_opens_at_its_page() -> None:
    assert place_url(cite(said("Een zin."), PDF, page=17)) == f"{PDF}#page=17"


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("Meld vooraf.", "Meld%20vooraf."),
        ("Een twee drie vier vijf zes zeven acht.", "Een%20twee%20drie%20vier%20vijf%20zes%20zeven%20acht."),  # noqa: E501
        ("Een twee drie vier vijf zes zeven acht negen.", "Een%20twee%20drie%20vier,zes%20zeven%20acht%20negen."),  # noqa: E501
        ("Kop-staart, R&D.", "Kop%2Dstaart%2C%20R%26D."),
        ("100% én 'zo'", "100%25%20%C3%A9n%20%27zo%27"),
        ("Wij doen drie dingen:\n1. eerst kijken;\n2. dan pas beslissen.",
         "Wij%20doen%20drie%20dingen%3A,dan%20pas%20beslissen."),
        ("a) het eerste geval van deze twee", "het%20eerste%20geval%20van%20deze%20twee"),
    ],
)  # fmt: skip
def test_a_web_page_scrolls_to_the_first_and_the_last_words(words: str, fragment: str) -> None:
    passage = said(words, file="x.html")
    assert place_url(cite(passage, WEB)) == f"{WEB}#:~:text={fragment}"


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Kop: cel | Kop: andere cel"},
        {"file": "x.docx"},
        {"file": "x.xml"},
        {"current": False},
    ],
    ids=["row", "Word", "XML", "older version"],
)
def test_where_the_words_cannot_be_found_the_address_stays_as_it_is(
    changes: dict[str, Any],
) -> None:
    text = changes.pop("text", "Een zin.")
    passage = said(text, **{"file": "x.html", **changes})
    assert place_url(cite(passage, WEB)) == WEB
    assert place_url(cite(passage, None)) is None


def test_an_older_version_of_a_pdf_has_other_pages() -> None:
    assert place_url(cite(said("Een zin.", current=False), PDF, page=3)) == PDF


def test_an_address_that_leads_somewhere_already_stays_as_it_is() -> None:
    assert place_url(cite(said("Een zin.", file="x.html"), f"{WEB}#kop")) == f"{WEB}#kop"


def test_a_digest_stands_nowhere_at_the_publisher() -> None:
    digest = said("Een zin.", basis="digest", file=None)
    assert place_url(cite(digest, PDF)) == PDF
    assert copy_url(digest, digest.spans[0]) is None


@pytest.mark.parametrize(
    ("address", "changes", "leads_to"),
    [
        ("BWBR0046747", {}, "BWBR0046747"),
        ("BWBR0046747", {"valid_from": date(2025, 7, 1)}, "BWBR0046747"),
        (
            "BWBR0046747",
            {"valid_from": date(2024, 1, 1), "current": False},
            "BWBR0046747/2024-01-01",
        ),
        (
            "BWBR0046747/2024-01-01",
            {"valid_from": date(2025, 7, 1)},
            "BWBR0046747/2025-07-01",
        ),
        ("BWBR0046747/2024-01-01", {}, "BWBR0046747/2024-01-01"),
        ("jci1.3:c:BWBR0046747", {"valid_from": date(2025, 7, 1)}, "jci1.3:c:BWBR0046747"),
    ],
)
def test_a_law_is_read_in_the_version_in_which_the_words_stand(
    address: str, changes: dict[str, Any], leads_to: str
) -> None:
    passage = said("De minister beslist.", file="x.xml", **changes)
    found = place_url(cite(passage, f"https://wetten.overheid.nl/{address}"))
    assert found == f"https://wetten.overheid.nl/{leads_to}"


def test_our_copy_opens_at_the_page() -> None:
    passage = said("Een zin.", document_id="nota", file="ab12.pdf")
    span = passage.spans[0]
    assert copy_url(passage, span) == "/api/v1/sources/nota/files/ab12.pdf"
    assert copy_url(passage, replace(span, page=4)) == "/api/v1/sources/nota/files/ab12.pdf#page=4"


@pytest.mark.parametrize("changes", [{"label": "internal"}, {"file": None}])
def test_what_is_not_for_all_to_read_has_no_address(changes: dict[str, Any]) -> None:
    passage = said("Een zin.", **changes)
    assert copy_url(passage, passage.spans[0]) is None
