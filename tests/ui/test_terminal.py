"""What people read on the command line."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from assistant.pipeline import Assistant
from indexer.index import Index
from tests.ui.conftest import ASKED
from ui.lookups import find_passages, list_sources, show_source
from ui.request_schemas import SearchRequest
from ui.schemas import AnswerOut
from ui.terminal import print_answer, print_hits, print_source, print_sources

ADDRESS = "https://www.bureautoetsinginvesteringen.nl/" + "een-lang-pad/" * 12


@pytest.fixture
def terminal() -> Console:
    return Console(file=io.StringIO(), width=80, highlight=False, emoji=False)


def shown(terminal: Console) -> str:
    file = terminal.file
    assert isinstance(file, io.StringIO)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines())


def answer_to(assistant: Assistant, question: str) -> dict[str, Any]:
    return AnswerOut.of(assistant.invoke(question)).model_dump(mode="json")


def test_an_answer_in_blocks(terminal: Console, assistant: Assistant) -> None:
    print_answer(terminal, answer_to(assistant, ASKED))
    text = shown(terminal)
    assert text.startswith("Beantwoord\n\nWie minstens 10 procent van de stemmen")
    places = [text.index(f"\n{title}\n") for title in ("Let op", "Waar u terecht kunt", "Bronnen")]
    assert places == sorted(places)
    assert "\nContact\n  - Bureau Toetsing Investeringen (BTI)" in text
    assert "geen juridisch advies" in text
    assert "**" not in text


def test_a_digest_is_named_as_our_own_words(terminal: Console, assistant: Assistant) -> None:
    print_answer(terminal, answer_to(assistant, ASKED))
    assert "Onze samenvatting, op basis van:" in shown(terminal)


def test_citations_of_one_source_stand_on_one_line(terminal: Console, assistant: Assistant) -> None:
    answer = answer_to(assistant, ASKED)
    print_answer(terminal, answer)
    numbers = [c["number"] for c in answer["citations"] if c["source_id"] == "S01"]
    assert len(numbers) > 1
    assert "".join(f"[{number}]" for number in numbers) + " Onze" in shown(terminal)


def test_an_unofficial_source_says_so(terminal: Console, assistant: Assistant) -> None:
    print_answer(terminal, answer_to(assistant, "Hoe lang wacht ik op een uitvoervergunning?"))
    assert "niet-officiële bron" in " ".join(shown(terminal).split())


def test_a_fixed_reply_shows_no_sources(terminal: Console, assistant: Assistant) -> None:
    print_answer(terminal, answer_to(assistant, "xylofoon quiche zeppelin"))
    text = shown(terminal)
    assert text.startswith("Buiten ons onderwerp\n\nDeze vraag gaat niet over")
    assert "Bronnen" not in text


def test_what_is_urgent_comes_first(terminal: Console, assistant: Assistant) -> None:
    print_answer(terminal, answer_to(assistant, "We worden nu bespioneerd, waar meld ik spionage?"))
    text = shown(terminal)
    assert text.index("112") < text.index("Bronnen")
    assert text.count("Gebeurt dit nu?") == 1


def test_an_address_is_never_left_out(terminal: Console, assistant: Assistant) -> None:
    answer = answer_to(assistant, ASKED)
    for citation in answer["citations"]:
        citation["url"] = ADDRESS
    print_answer(terminal, answer)
    assert ADDRESS in "".join(line.strip() for line in shown(terminal).splitlines())


def test_markers_and_brackets_are_content(terminal: Console, assistant: Assistant) -> None:
    answer = answer_to(assistant, ASKED)
    answer["text"] = r"Een \[bold\]zin\[/bold\]. [1]"
    print_answer(terminal, answer)
    assert "Een [bold]zin[/bold]. [1]" in shown(terminal)


def test_hits(terminal: Console, small_index: Index) -> None:
    found = find_passages(small_index, SearchRequest(question=ASKED, count=2), candidates=10)
    print_hits(terminal, found.model_dump(mode="json"))
    text = shown(terminal)
    assert "1. Moet u een klein belang melden?\n" in text
    assert "melden-nl.klein-belang" in text
    assert "samen 2." in text
    print_hits(terminal, {"hits": []})
    assert "Niets gevonden." in shown(terminal)


def test_sources(terminal: Console, small_index: Index) -> None:
    register = list_sources(small_index.sources.values(), "x").model_dump(mode="json")
    print_sources(terminal, register["sources"])
    one = show_source(small_index.sources, small_index.passages, "S04").model_dump(mode="json")
    print_source(terminal, one)
    text = shown(terminal)
    assert "Kenmerk" in text
    assert "Vindplaats    het jaarverslag, bladzijde 17" in text
    assert "Webadres" not in text
    assert "- spionage-nl.spionage-melden" in text
