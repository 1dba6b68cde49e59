from __future__ import annotations

import pytest

from assistant.specifics import asks_for, unknown_names, unstated_count, unstated_years
from indexer.terms import Terms

TERMS = Terms([], [])


def stem(word: str) -> str:
    return TERMS.stem(word, "nl")


def test_a_count_must_be_given_for_the_thing_that_is_counted() -> None:
    question = "Hoeveel meldingen kreeg het BTI?"
    assert unstated_count(question, ["BTI kreeg 83 meldingen."], stem) is None
    assert unstated_count(question, ["Eén melding en 83 vragen."], stem) is None
    assert (
        unstated_count(question, ["BTI kreeg meldingen. Er zijn 3 loketten."], stem) == "meldingen"
    )
    assert unstated_count(question, [], stem) == "meldingen"


@pytest.mark.parametrize(
    "question", ["Hoe meld ik?", "Hoeveel procent is het?", "Hoeveel kost dat?"]
)
def test_what_is_not_counted_is_not_missed(question: str) -> None:
    assert unstated_count(question, [], stem) is None


@pytest.mark.parametrize(
    ("question", "texts", "missing"),
    [
        ("Hoeveel meldingen kreeg het BTI in 2031?", ["In 2024 waren er 83."], ("2031",)),
        ("Hoeveel meldingen kreeg het BTI in 2024?", ["In 2024 waren er 83."], ()),
        ("We zijn in 2019 begonnen en willen exporteren.", [], ()),
        ("We willen in 2031 exporteren.", [], ("2031",)),
        ("Wat was er in 2019 en 2019?", [], ("2019",)),
        ("Artikel 2019b en 12019?", [], ()),
    ],
)
def test_a_year_asked_about_must_be_named(
    question: str, texts: list[str], missing: tuple[str, ...]
) -> None:
    assert unstated_years(question, texts, 2026) == missing


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("Wat zegt ASML over de regels?", ("ASML",)),
        ("Wat zegt de AIVD over spionage?", ()),
        ("Een klant uit de VAE wil kopen.", ()),
        ("Werkt een bedrijf bij XYZ mee?", ()),
        ("hoe werkt spionage", ()),
    ],
)
def test_a_name_that_the_corpus_does_not_know_is_missed(
    question: str, unknown: tuple[str, ...]
) -> None:
    assert unknown_names(question, lambda name: name == "aivd") == unknown


def test_what_a_question_counts_in_helps_to_choose() -> None:
    holds = asks_for("Iemand koopt 15 procent van mijn bedrijf.")
    assert holds is not None
    assert holds("Vanaf 10 procent moet u melden.")
    assert not holds("Na acht weken volgt een besluit.")
    asked = asks_for("Hoe lang duurt de toets?")
    assert asked is not None
    assert asked("Na acht weken volgt een besluit.")
    assert asks_for("Hoe werkt spionage?") is None


@pytest.mark.parametrize(
    "question",
    ["Hoeveel heeft het ministerie uitgegeven?", "Met hoeveel sprong de overheid bij?"],
)
def test_a_verb_is_not_counted(question: str) -> None:
    assert unstated_count(question, ["Er is geld."], stem) is None
