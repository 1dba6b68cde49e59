"""What an operator is asked about a new source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indexer.library.intake import Arrival, Said
from indexer.reading.extract import Block, Extract
from indexer.sources import load_sources
from tests.conftest import SMALL_CORPUS, TODAY
from ui.source_questions import ask_what_is_unknown, confirmed


def arrival(name: str = "kranen.pdf", *, register: str | None = None, **known: Any) -> Arrival:
    """Return a document that says of itself what is given."""
    extract = Extract(
        media_type="application/pdf", blocks=(Block(kind="paragraph", text="Tekst."),), **known
    )
    source = load_sources(SMALL_CORPUS / "sources.toml")[register] if register else None
    return Arrival(
        file=Path(name),
        name=name,
        origin=f"/{name}",
        extract=extract,
        language="nl",
        register=source,
    )


def answering(*answers: str) -> tuple[list[str], Callable[[str], str]]:
    """Return the questions that were asked, and who answers them in turn."""
    asked: list[str] = []
    rest = list(answers)

    def ask(question: str) -> str:
        asked.append(question)
        return rest.pop(0)

    return asked, ask


def test_what_was_found_is_offered_and_empty_answers_keep_it() -> None:
    asked, ask = answering("", "", "", "", "")
    found = arrival(title="Kranen", publisher="ILT", published="2025-03")
    assert ask_what_is_unknown(found, Said(), TODAY, ask) == Said()
    assert [question.split("[")[-1] for question in asked] == [
        "Kranen]: ",
        "ILT]: ",
        "rapport]: ",
        "2025-03]: ",
        "public]: ",
    ]


def test_what_was_not_found_is_named_so() -> None:
    asked, ask = answering("", "", "", "", "")
    ask_what_is_unknown(arrival(), Said(), TODAY, ask)
    assert "Titel [kranen]: " in asked
    assert "Uitgever [onbekend]: " in asked


def test_answers_are_taken_over() -> None:
    _, ask = answering("Een titel", "ILT", "kamerstuk", "2025", "internal")
    assert ask_what_is_unknown(arrival(), Said(), TODAY, ask) == Said(
        title="Een titel", publisher="ILT", kind="kamerstuk", published="2025", label="internal"
    )


def test_what_an_option_said_is_not_asked() -> None:
    asked, ask = answering("")
    said = Said(title="T", publisher="P", kind="rapport", published="2025")
    ask_what_is_unknown(arrival(), said, TODAY, ask)
    assert [question.split()[0] for question in asked] == ["Wie"]


def test_an_answer_that_cannot_be_is_asked_again_with_the_reason() -> None:
    asked, ask = answering("boek", "tijdschrift", "kamerstuk", "2025", "")
    said = Said(title="T", publisher="P")
    assert ask_what_is_unknown(arrival(), said, TODAY, ask).kind == "kamerstuk"
    assert asked[1].startswith("De soort 'boek' kennen wij niet. Kies uit: wettekst")
    assert asked[2].startswith("De soort 'tijdschrift'")
    assert asked[2].count("Soort (") == 1


def test_of_a_source_of_the_register_only_the_readers_are_asked() -> None:
    asked, ask = answering("internal")
    said = ask_what_is_unknown(arrival(register="S04"), Said(), TODAY, ask)
    assert said == Said(label="internal")
    assert len(asked) == 1


@pytest.mark.parametrize(("typed", "meant"), [("j", True), ("JA", True), ("", False), ("n", False)])
def test_only_a_yes_is_a_yes(typed: str, meant: bool) -> None:
    assert confirmed("Doorgaan?", lambda _: typed) is meant
