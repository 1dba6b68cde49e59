"""What people read on the command line."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from assistant.pipeline import Assistant
from indexer.documents import Role
from indexer.index import Index
from tests.ui.answer_parts import exchange, original
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


def test_an_approved_answer_says_when_the_desk_checked_it(
    terminal: Console, assistant: Assistant
) -> None:
    told = answer_to(assistant, ASKED)
    print_answer(terminal, {**told, "approved_on": "2026-11-20"})
    assert shown(terminal).splitlines()[1] == "Door het loket gecontroleerd op 2026-11-20"


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


def test_an_original_is_named_with_its_places(terminal: Console) -> None:
    cited = original((Role.ANSWER, "Een."), (Role.ANSWER, "Twee."), (Role.ANSWER, "Drie."))
    places = [{"page": 2}, {"page": 3}, {"locator": "artikel 3, lid 2"}]
    spans = [replace(s, **p) for s, p in zip(cited.spans, places, strict=True)]  # type: ignore[arg-type]
    complete = exchange(replace(cited, spans=tuple(spans))).answer
    assert complete
    print_answer(terminal, AnswerOut.of(complete).model_dump(mode="json"))
    text = " ".join(shown(terminal).split())
    assert "[1][2][3] Letterlijk uit: Wet veiligheidstoets (wetten.overheid.nl, S1)" in text
    assert ", bladzijde 2, bladzijde 3, artikel 3, lid 2; gecontroleerd op 2026-11-21" in text
    assert "Onze samenvatting" not in text


def test_a_list_of_the_source_is_a_list(terminal: Console) -> None:
    words = "Doe dit:\n1. kijk;\n2. bel _nu_."
    for role in (Role.ANSWER, Role.ALSO):
        complete = exchange(original((role, words), (role, "Daarna."))).answer
        assert complete
        print_answer(terminal, AnswerOut.of(complete).model_dump(mode="json"))
    text = shown(terminal)
    assert "\nDoe dit:\n  1. kijk;\n  2. bel _nu_. [1]\n\nDaarna. [2]\n" in text
    assert "\n  - Doe dit:\n    1. kijk;\n    2. bel _nu_. [1]\n  - Daarna. [2]\n" in text


def test_a_text_that_may_not_be_quoted_says_so(terminal: Console, small_index: Index) -> None:
    found = find_passages(small_index, SearchRequest(question=ASKED, count=2), candidates=10)
    hits = found.model_dump(mode="json")
    print_hits(terminal, hits)
    assert "niet citeerbaar" not in shown(terminal)
    hits["hits"][1]["passage"]["quotable"] = False
    print_hits(terminal, hits)
    assert shown(terminal).count("vindbaar, niet citeerbaar") == 1


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
